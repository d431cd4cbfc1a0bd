import ArgumentParser
import Canonical
import CheckTool
import Checking
import Located
import Schemas

/// `stafett schema`: what an editor needs to complete and check files while they are written.
struct SchemaCommand: ShellCommand {
  /// A kind of file with a schema.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case pipeline, scenario, project, findings
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of this build, for editors and other programs.",
    discussion: """
      Save it, and name it in the first line of a file: \
      '# yaml-language-server: $schema=stafett.schema.json'. Labels and help are in the language \
      of --language. 'stafett check' finds more than a schema can say.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help:
      "What files: pipeline, scenario, project (stafett.yaml) or findings (check --format json).")
  var kind: Kind = .pipeline

  func run(in shell: Shell) throws -> Exit {
    let language = shell.settings.language
    let schema =
      switch kind {
      case .pipeline: PipelineSchema(shell.stages, language).value
      case .scenario: ScenarioSchema(language).value
      case .project: ProjectSchema(language).value
      case .findings: FindingsSchema.schema
      }
    shell.show(text: schema.pretty + "\n", json: schema)
    return .fine
  }
}
