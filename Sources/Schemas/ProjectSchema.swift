package import Canonical
import Checking
package import Located
import StageKit

/// The schema of a project's file, `stafett.yaml`: what is checked, and what is answered for.
package struct ProjectSchema: Sendable {
  let write: SchemaWriter

  package init(_ language: Language) {
    write = SchemaWriter(language)
  }

  /// The schema as JSON.
  package var value: Value {
    write.file(
      "project", title: write("Stafetts projektfil", "Project file of Stafett"),
      description: write(
        "Vad som kontrolleras, hur allvarligt varje fynd är, och vad som får stå kvar med skäl.",
        "What is checked, how bad each finding is, and what may stand for a reason."),
      ProjectForm.shape.fields)
  }
}
