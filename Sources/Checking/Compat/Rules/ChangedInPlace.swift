import Canonical
import Definitions
import Located

/// A version that means something else than the live one of the same name.
///
/// Cases that are open follow the old meaning and new ones the new, under one name. A change of
/// texts is only a surprise; a change of `valid:` is how a version is ended, and is none.
enum ChangedInPlace: CompatRule {
  static let code = "compat/changed-in-place"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.now.compactMap { new in
      // A store keeps each meaning that a version has had.
      let before = comparison.live.definitions.filter { $0.reference == new.reference }
      guard let old = before.last, !before.contains(where: { $0.hash == new.hash }) else {
        return nil
      }
      let difference = Meaning(old).difference(from: Meaning(new))
      let cases = Cases(names: comparison.open(old))
      let live = old.versionNode.related(sv: "gäller så här", en: "is live as this")
      switch difference {
      case .validity: return nil
      case .texts:
        // Only who has an open case can see two texts.
        guard comparison.mayHaveOpen(old) else { return nil }
        return finding(
          new.versionNode, .warning,
          sv: "\(new.reference) gäller redan med andra texter, som pågående ärenden behåller"
            + cases.concerned.sv,
          en: "\(new.reference) is live with other texts, which open cases keep"
            + cases.concerned.en,
          related: [live],
          help: Text(
            sv: "ge den en ny version om alla ska se samma text",
            en: "give it a new version if all are to see the same text"),
          cases: cases, fixes: fixes(new, comparison))
      case .stages(let ids):
        let places = ids.prefix(3).compactMap { new.stage(named: $0)?.idNode }.map {
          $0.related(sv: "ändrad här", en: "changed here")
        }
        return finding(
          new.versionNode,
          sv: "\(new.reference) gäller redan med en annan innebörd" + cases.concerned.sv,
          en: "\(new.reference) is live with another meaning" + cases.concerned.en,
          related: places + [live],
          help: Text(
            sv: "ge den en ny version: pågående ärenden går klart efter den gamla",
            en: "give it a new version: open cases are finished by the old one"),
          cases: cases, fixes: fixes(new, comparison))
      }
    }
  }

  /// The next number, where versions are numbers and it is free.
  private static func fixes(_ new: PipelineDefinition, _ comparison: Comparison) -> [Fix] {
    guard let number = Int(new.version), number < 1_000, let node = new.node["version"] else {
      return []
    }
    let taken = (comparison.now + comparison.live.definitions).filter { $0.id == new.id }
    let next = (taken.compactMap { Int($0.version) }.max() ?? number) + 1
    return [node.replaced(by: "\"\(next)\"", isSafe: false)]
  }
}

/// What a definition means, apart from its texts.
struct Meaning {
  private let header: [Value.Field]
  private let texts: [Value]
  private let stages: [(id: String, value: Value)]

  /// In what two meanings differ.
  enum Difference {
    case validity, texts
    /// These stages; none where the head of the definition differs.
    case stages([String])
  }

  init(_ definition: PipelineDefinition) {
    let fields = Value(json: definition.body)?.fields ?? []
    header =
      fields.filter { !["valid", "title", "help", "inputs", "stages"].contains($0.key) }
      + [Value.Field("inputs", Self.withoutTitles(fields.first { $0.key == "inputs" }?.value))]
    let list = fields.first { $0.key == "stages" }?.value.items ?? []
    stages = list.map {
      ($0["id"]?.text ?? "", Value.record($0.fields.filter { $0.key != "title" }))
    }
    texts =
      fields.filter { ["title", "help", "inputs"].contains($0.key) }.map(\.value)
      + list.compactMap { $0["title"] }
  }

  func difference(from other: Meaning) -> Difference {
    let before = Dictionary(stages.map { ($0.id, $0.value) }) { first, _ in first }
    let changed = other.stages.filter { before[$0.id] != $0.value }.map(\.id)
    if header != other.header || !changed.isEmpty || stages.map(\.id) != other.stages.map(\.id) {
      return .stages(changed)
    }
    return texts == other.texts ? .validity : .texts
  }

  private static func withoutTitles(_ inputs: Value?) -> Value {
    .record(
      (inputs?.fields ?? []).map { input in
        Value.Field(input.key, .record(input.value.fields.filter { $0.key != "title" }))
      })
  }
}
