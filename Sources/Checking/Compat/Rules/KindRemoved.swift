import Definitions
import Located

/// A kind of product that the pipeline no longer takes: no new case of such a product can be opened.
enum KindRemoved: CompatRule {
  static let code = "compat/kind-removed"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.changes.compactMap { change in
      let removed = change.old.kinds.filter { !change.new.kinds.contains($0) }
      guard !removed.isEmpty,
        let opener = comparison.openers(of: change.new.id).first(where: { opener in
          opener.definition.kinds.contains { removed.contains($0) }
        })
      else { return nil }
      let names = removed.joined(separator: ", ")
      let cases = Cases(names: comparison.open(opener.definition))
      return finding(
        change.new.node["product"] ?? change.new.versionNode,
        sv: "processen avser inte längre \(names): \(opener.refused.sv)" + cases.concerned.sv,
        en: "the pipeline is no longer about \(names): \(opener.refused.en)" + cases.concerned.en,
        related: [
          (change.old.node["product"] ?? change.old.versionNode).related(
            sv: "avser nu", en: "is about this now")
        ] + [opener.related],
        help: Text(
          sv: "låt \(names) stå kvar tills ärendena är avslutade",
          en: "keep \(names) until the cases are closed"), cases: cases)
    }
  }
}
