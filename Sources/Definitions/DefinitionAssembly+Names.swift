import Located
import StageKit

extension DefinitionAssembly {
  /// The names that no stage has, where other faults keep the flow from being compiled.
  ///
  /// They would otherwise come to light one correction later. Nothing is said where some stage's id
  /// could not be read, since it may be the one that is meant.
  func unknownStages(_ read: [ReadStage]) -> [Diagnostic] {
    let ids = read.map { $0.node["id"]?.text }
    guard !ids.contains(nil) else { return [] }
    let known = ids.compactMap { $0 }
    return read.flatMap { stage -> [Diagnostic] in
      let targets = stage.form.outcomes.all.compactMap { entry -> (String, Node)? in
        guard let node = entry.value.node else { return nil }
        return switch entry.value.target {
        case .stage(let id), .back(let id, _): (id, node["to"] ?? node)
        case .next, .end, .newCase: nil
        }
      }
      let waits = stage.form.after.all.compactMap { name in
        name.node.map { (name.value.description, $0) }
      }
      return (targets + waits).filter { !known.contains($0.0) }.map { id, node in
        let near = suggestions(for: id, among: known) { _ in nil }
        return node.diagnostic(
          "ref/unknown-stage",
          Text(
            sv: "ingen fas '\(id)' finns här" + (near.question?.sv ?? ""),
            en: "no stage '\(id)' here" + (near.question?.en ?? "")),
          fixes: near.fixes(at: node, instead: id))
      }
    }
  }
}
