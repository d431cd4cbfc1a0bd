import Located

/// What a document is, by the key that names it.
enum DocumentKind: String, CaseIterable {
  case pipeline, register, scenario

  /// The kind of a document; nil when no key of it names one.
  init?(_ root: Node) {
    let kind = root.entries.lazy.compactMap { $0.key.text.flatMap { Self(rawValue: $0) } }.first
    guard let kind else { return nil }
    self = kind
  }

  /// The kind that a document was most likely meant to be; nil when nothing tells.
  init?(likely word: String?) {
    guard let word else { return nil }
    if let kind = Self(rawValue: word) {
      self = kind
      return
    }
    guard let name = nearest(to: word, among: Self.allCases.map(\.rawValue)),
      let kind = Self(rawValue: name)
    else { return nil }
    self = kind
  }

  /// Says that a document is of no kind.
  static func unknown(_ root: Node) -> Diagnostic {
    let first = root.entries.first?.key
    let names = allCases.map { "\($0.rawValue):" }.joined(separator: ", ")
    let likely = DocumentKind(likely: first?.text)
    return (first ?? root).diagnostic(
      "schema/unknown-document",
      Text(
        sv: "filen är varken process, organisationsregister eller exempelärende"
          + (likely.map { ", menar du '\($0.rawValue):'?" } ?? ""),
        en: "the file is neither a pipeline, a register nor a scenario"
          + (likely.map { ", did you mean '\($0.rawValue):'?" } ?? "")),
      help: likely == nil
        ? Text(sv: "börja filen med en av \(names)", en: "begin the file with one of \(names)")
        : nil,
      fixes: likely.flatMap { kind in first?.replaced(by: kind.rawValue, isSafe: false) }.map {
        [$0]
      } ?? [])
  }
}
