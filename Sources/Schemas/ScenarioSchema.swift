package import Canonical
package import Located
import Scenarios
import StageKit

/// The schema of a scenario: dated acts and expectations.
///
/// What an act takes depends on the pipeline that the scenario names, so `with:` is left open.
package struct ScenarioSchema: Sendable {
  let write: SchemaWriter

  package init(_ language: Language) {
    write = SchemaWriter(language)
  }

  /// The schema as JSON.
  package var value: Value {
    write.file(
      "scenario", title: write("Exempelärende i Stafett", "Scenario of Stafett"),
      description: write(
        "Ett exempelärende: vad som görs vilken dag, och vad som då ska gälla.",
        "A scenario: what is done on which day, and what must hold then."),
      ScenarioForm.shape.fields)
  }
}
