import Definitions
import Located

/// The names of cases in running text, at most three of them.
struct Cases {
  let names: [String]

  /// How many are named; a list of forty helps nobody.
  private static let most = 3

  /// `a, b, c och 4 till`.
  var text: Text {
    let shown = names.prefix(Self.most)
    let rest = names.count - shown.count
    func list(_ and: String, _ more: String) -> String {
      if rest > 0 { return "\(shown.joined(separator: ", ")) \(and) \(rest) \(more)" }
      guard let last = shown.last, shown.count > 1 else { return shown.joined() }
      return "\(shown.dropLast().joined(separator: ", ")) \(and) \(last)"
    }
    return Text(sv: list("och", "till"), en: list("and", "more"))
  }

  /// `3 pågående ärenden`.
  var counted: Text {
    let one = names.count == 1
    return Text(
      sv: "\(names.count) \(one ? "pågående ärende" : "pågående ärenden")",
      en: "\(names.count) \(one ? "open case" : "open cases")")
  }

  /// Some advice with the names after it.
  func named(after help: Text?) -> Text? {
    guard !names.isEmpty, let help else { return help }
    return Text(
      sv: "\(help.sv) (ärenden: \(text.sv))", en: "\(help.en) (cases: \(text.en))")
  }

  /// `; det gäller 3 pågående ärenden`, at the end of a clause.
  var concerned: Text {
    names.isEmpty
      ? Text("")
      : Text(sv: "; det gäller \(counted.sv)", en: "; it concerns \(counted.en)")
  }
}

extension PipelineDefinition {
  /// Where the version is written.
  var versionNode: Node { node["version"] ?? node["pipeline"] ?? node }

  /// Where the list of stages begins; for a variant without one, where the pipeline is named.
  var stagesNode: Node { key("stages", of: node) ?? node["pipeline"] ?? node }

  /// The key of an input, or of what holds it.
  func inputNode(_ name: String) -> Node {
    node["inputs"].flatMap { key(name, of: $0) } ?? key("inputs", of: node) ?? versionNode
  }

  /// The key of a role, or of what holds it.
  func roleNode(_ name: String) -> Node {
    node["roles"].flatMap { key(name, of: $0) } ?? key("roles", of: node) ?? versionNode
  }

  /// The stage of an id.
  func stage(named id: String) -> StageDefinition? { stage(id).map { stages[$0] } }

  private func key(_ name: String, of node: Node) -> Node? {
    node.entries.first { $0.key.text == name }?.key
  }
}
