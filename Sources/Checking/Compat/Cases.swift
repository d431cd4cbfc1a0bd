import Definitions
import Located

/// The cases that something concerns, in running text.
struct Cases {
  let names: [String]

  /// `ärende a och 4 till`: one is enough to find the others by, and their ids are long.
  var text: Text {
    let first = names.first ?? ""
    let rest = names.count - 1
    return Text(
      sv: "ärende \(first)" + (rest > 0 ? " och \(rest) till" : ""),
      en: "case \(first)" + (rest > 0 ? " and \(rest) more" : ""))
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
    return Text(sv: "\(help.sv) (\(text.sv))", en: "\(help.en) (\(text.en))")
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
