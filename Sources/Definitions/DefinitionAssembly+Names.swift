import Located
import StageKit

extension DefinitionAssembly {
  /// The names that no stage has, where other faults keep the flow from being compiled.
  ///
  /// They would otherwise come to light one correction later. Nothing is said where some stage's id
  /// could not be read, since it may be the one that is meant.
  func unknownStages(_ read: [ReadStage]) -> [Diagnostic] {
    guard read.allSatisfy({ $0.form.id.node != nil }) else { return [] }
    let names = read.map(\.form.id.value.description)
    let known = Set(names)
    let mentions = read.flatMap(Self.mentions).filter { !known.contains($0.name) }
    return mentions.enumerated().map { number, mention in
      // A file that is made to be slow has more of them than anyone looks at.
      let near =
        number < Suggestions.worthwhile ? suggestions(for: mention.name, among: names) : .none
      return mention.node.unknownStage(mention.name, near)
    }
  }

  /// The stages that one names, with where it does.
  private static func mentions(_ stage: ReadStage) -> [(name: String, node: Node)] {
    let targets = stage.form.outcomes.all.compactMap { entry -> (String, Node)? in
      guard let node = entry.value.node else { return nil }
      return switch entry.value.target {
      case .stage(let id): (id, node)
      case .back(let id, _): (id, node["to"] ?? node)
      case .next, .end, .newCase: nil
      }
    }
    let waits = stage.form.after.all.compactMap { name in
      name.node.map { (name.value.description, $0) }
    }
    return targets + waits
  }
}

extension Node {
  /// Says that no stage has the name that is used here; `near` are those that may be meant.
  func unknownStage(_ id: String, _ near: Suggestions, inRun: Bool = false) -> Diagnostic {
    let place =
      inRun
      ? Text(sv: "i samma omgång av faser per medlem", en: "in the same run")
      : Text(sv: "här", en: "here")
    return diagnostic(
      "ref/unknown-stage",
      Text(
        sv: "ingen fas '\(id)' finns \(place.sv)" + (near.question?.sv ?? ""),
        en: "no stage '\(id)' \(place.en)" + (near.question?.en ?? "")),
      fixes: near.fixes(at: self["to"] ?? self, instead: id))
  }
}
