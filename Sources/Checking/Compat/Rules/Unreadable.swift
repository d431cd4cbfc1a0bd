import Definitions
import Located
import YAMLReading

/// A live definition that can no longer be run, so that whatever follows it can only be read.
///
/// The register lost a name that it uses, or a stage of the build understands it otherwise.
enum Unreadable: CompatRule {
  static let code = "compat/unreadable"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.live.definitions.compactMap { old in
      // What is among the files is read there.
      guard !comparison.now.contains(where: { $0.hash == old.hash }),
        comparison.positions == nil || comparison.entry(old) != nil,
        let (reason, help) = reason(old, comparison.reader)
      else { return nil }
      let new = comparison.now.last { $0.id == old.id }
      let cases = Cases(names: comparison.open(old))
      return finding(
        new?.versionNode ?? old.versionNode,
        sv: "ärenden som följer \(old.reference) går bara att läsa: \(reason.sv)"
          + cases.concerned.sv,
        en: "cases that follow \(old.reference) can only be read: \(reason.en)"
          + cases.concerned.en,
        related: new == nil
          ? [] : [old.versionNode.related(sv: "gäller så här", en: "is live as this")],
        help: help, cases: cases)
    }
  }

  // Read from its flat body, as the runner reads what the store has kept.
  private static func reason(_ old: PipelineDefinition, _ reader: DefinitionReader) -> (
    reason: Text, help: Text
  )? {
    guard let root = YAMLReader.read(old.body, path: old.reference).root else { return nil }
    let reading = reader.read(root)
    if let definition = reading.definition {
      guard definition.hash != old.hash else { return nil }
      return (
        Text(
          sv: "den betyder något annat i det här programmet",
          en: "it means something else to this build"),
        Text(
          sv: "låt fasernas nivåer förstå sina inställningar som förut",
          en: "let the levels of the stages understand their settings as before")
      )
    }
    let first = reading.diagnostics.filter { $0.severity == .error }
      .min { $0.span.start < $1.span.start }
    return first.map {
      (
        $0.message,
        Text(
          sv: "behåll namnet i organisationsregistret, med ett slutdatum",
          en: "keep the name in the register, with an end date")
      )
    }
  }
}
