import StageKit

extension Publication {
  /// What was published.
  struct Published: Sendable, Equatable {
    let on: CivilDate
    let appliesFrom: CivilDate
    let version: Version?
    let foundAt: [String]
    let isDraftWithdrawn: Bool
    let changes: String?
  }

  /// Puts the version where it is found.
  struct Publish: Act {
    static let name = "publish"
    static let title = Text(sv: "Publicera", en: "Publish")
    let foundAt: [String]
    let appliesFrom: CivilDate?
    let version: String?
    let isDraftWithdrawn: Bool
    let changes: String?

    init(_ form: inout Form) {
      foundAt = form(
        "found-at", in: 1...20, sv: "Finns på", en: "Found at",
        help: Text(sv: "En eller flera länkar.", en: "One or several links."))
      appliesFrom = form(
        "applies-from", sv: "Gäller från", en: "Applies from",
        help: Text(
          sv: "Publiceringsdagen, om inget annat anges. Kan ligga senare.",
          en: "The day of publication, unless another is given. May be later."))
      version = form(
        "version", in: 1...40, sv: "Version", en: "Version",
        help: Text(
          sv: "Om den publiceras under ett annat nummer än det beslutade.",
          en: "When it is published under another number than was adopted."))
      isDraftWithdrawn = form(
        "withdrawn-draft", default: true, sv: "Remissversionen är borttagen",
        en: "The consultation draft is removed")
      changes = form(
        "changes", in: 1...2_000, sv: "Ändringar", en: "Changes",
        help: Text(
          sv: "I korthet, mot den version som gällde förut.",
          en: "In short, against the version that applied before."))
    }

    func faults(in stage: Publication, _ said: Said) -> [Fault] {
      var faults: [Fault] = []
      if let publication = stage.publication {
        faults.append(
          Fault(
            "publication/published",
            sv: "versionen publicerades \(publication.on): rätta det i stället",
            en: "it was published \(publication.on): correct that instead"))
      }
      for (index, place) in foundAt.enumerated() where place.allSatisfy(\.isWhitespace) {
        faults.append(
          Fault(
            "publication/empty-place", at: ["found-at", .index(index)],
            sv: "skriv länken", en: "write the link"))
      }
      if let version, version.contains("#") {
        faults.append(
          Fault(
            "publication/bad-version", at: "version",
            sv: "skriv bara numret, som 4.0", en: "write the number only, as 4.0"))
      }
      return faults
    }

    func fold(into stage: inout Publication, _ said: Said) {
      let label = version ?? stage.document?.label
      stage.publication = Published(
        on: said.on, appliesFrom: appliesFrom ?? said.on,
        version: label.map { Version(stage.document?.name ?? "document", $0) }, foundAt: foundAt,
        isDraftWithdrawn: isDraftWithdrawn, changes: changes)
    }
  }
}
