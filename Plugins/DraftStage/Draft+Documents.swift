import StageKit

extension Draft {
  /// Attaches a version of a document; every version is kept, the latest is handed on.
  struct Attach: Act {
    static let name = "attach"
    static let title = Text(sv: "Bifoga dokument", en: "Attach a document")
    let document: Name
    let at: String
    let version: String?

    init(_ form: inout Form) {
      document = form("document", sv: "Dokument", en: "Document")
      at = form("at", in: 1...2_000, sv: "Finns på", en: "Found at")
      version = form(
        "version", in: 1...40, sv: "Version", en: "Version",
        help: Text(
          sv: "Dokumentets eget versionsnummer; räknas upp om det utelämnas.",
          en: "The document's own number; counted upward when left out."))
    }

    func faults(in draft: Draft, _ said: Said) -> [Fault] {
      guard draft.documents.contains(document) else {
        let known = draft.documents.map(\.description).joined(separator: ", ")
        return [
          Fault(
            "draft/unknown-document", at: "document",
            sv: "'\(document)' hör inte till den här fasen, välj bland \(known)",
            en: "'\(document)' is not expected here, choose among \(known)"
          ).choosing(among: draft.documents)
        ]
      }
      guard let version else { return [] }
      if version.contains("#") {
        return [
          Fault(
            "draft/bad-version", at: "version", sv: "ett versionsnummer kan inte innehålla #",
            en: "a version cannot contain #")
        ]
      }
      let named = Version(document.description, version)
      guard draft.attached.contains(where: { $0.version == named }) else { return [] }
      return [
        Fault(
          "draft/version-taken", at: "version",
          sv: "version \(version) är redan bifogad, ge den nya ett eget nummer",
          en: "version \(version) is attached already, give the new one a number of its own")
      ]
    }

    func fold(into draft: inout Draft, _ said: Said) {
      let version = version.map { Version(document.description, $0) }
      draft.attached.append(
        Attachment(version: version ?? draft.nextVersion(of: document), at: at, on: said.on))
    }
  }

  /// The version after the latest: `4.0` is followed by `4.1`, `2` by `3`; what is no number of
  /// numbers by how many versions there are.
  func nextVersion(of document: Name) -> Version {
    let name = document.description
    let known = (earlier + attached.map(\.version)).filter { $0.name == name }
    guard let latest = known.last else { return Version(name, "1") }
    var next = latest.label.countedUpward.map { Version(name, $0) }
    var count = known.count + 1
    while next.map(known.contains) ?? true {
      next = Version(name, "\(count)")
      count += 1
    }
    return next ?? Version(name, "\(count)")
  }
}

extension String {
  /// The number with its last part counted upward; nil for what is not whole numbers with dots
  /// between, each of at most nine digits.
  fileprivate var countedUpward: String? {
    var parts = split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last.flatMap({ Int($0) }),
      parts.allSatisfy({ 1...9 ~= $0.utf8.count && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return nil }
    parts[parts.count - 1] = "\(last + 1)"
    return parts.joined(separator: ".")
  }
}
