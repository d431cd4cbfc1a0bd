import Definitions
import Located
import StageKit

/// A level of a stage that cases still need and this build lacks: they can only be read.
enum StageLevelMissing: CompatRule {
  static let code = "compat/stage-level-missing"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    fromFiles(comparison) + fromPositions(comparison)
  }

  private static func fromFiles(_ comparison: Comparison) -> [Diagnostic] {
    comparison.live.missing.compactMap { missing in
      // Not where it is known that no case follows it.
      let entry = comparison.positions?.entries.first { $0.reference == missing.reference }
      guard comparison.positions == nil || entry != nil else { return nil }
      let new = comparison.now.last { $0.id == missing.pipeline }
      let node = new?.stage(named: missing.stage)?.form.uses.node ?? new?.versionNode
      return finding(
        missing.uses.text ?? "", missing.reference, entry, at: node ?? missing.uses, comparison,
        related: node == nil
          ? [] : [missing.uses.related(sv: "pågående ärenden följer", en: "open cases follow this")]
      )
    }
  }

  // A definition that is not among the files either way is known by its cases alone.
  private static func fromPositions(_ comparison: Comparison) -> [Diagnostic] {
    let known = comparison.live.missing.map(\.reference)
    return (comparison.positions?.entries ?? []).filter { !known.contains($0.reference) }
      .flatMap { entry -> [Diagnostic] in
        let id = String(entry.reference.prefix { $0 != "@" })
        guard let new = comparison.now.last(where: { $0.id == id }) else { return [] }
        return entry.uses.compactMap { uses in
          guard let name = StageName(uses), comparison.reader.stages[name] == nil else {
            return nil
          }
          let stage = new.stages.first { $0.contract.name.name == name.name }
          return finding(
            uses, entry.reference, entry, at: stage?.form.uses.node ?? new.versionNode, comparison,
            related: [])
        }
      }
  }

  private static func finding(
    _ uses: String, _ reference: String, _ entry: Positions.Entry?, at node: Node,
    _ comparison: Comparison, related: [Diagnostic.Related]
  ) -> Diagnostic {
    let levels = comparison.reader.stages.levels(of: String(uses.prefix { $0 != "@" }))
    let has = levels.map(\.description).joined(separator: ", ")
    let cases = Cases(names: entry?.open ?? [])
    return finding(
      node,
      sv:
        "\(reference) bygger på \(uses), som inte finns i det här programmet: dess ärenden går bara "
        + "att läsa" + cases.concerned.sv,
      en: "\(reference) is built on \(uses), which is not in this build: its cases can only be read"
        + cases.concerned.en,
      related: related,
      help: Text(
        sv: "låt programmet behålla \(uses)" + (has.isEmpty ? "" : " bredvid \(has)"),
        en: "let the build keep \(uses)" + (has.isEmpty ? "" : " beside \(has)")), cases: cases)
  }
}
