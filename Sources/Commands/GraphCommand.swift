import ArgumentParser
import CheckTool
import Definitions
import Describing
import Located
import Register

/// `stafett graph`: a pipeline as a picture.
struct GraphCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a definition: stages, outcomes, ways back, lanes.",
    discussion: """
      --format text and mermaid print a Mermaid flowchart, which GitHub and GitLab show in a page;
      dot prints the same for Graphviz: stafett graph NAME --format dot | dot -Tsvg. pnml prints its
      flow as a Petri net (ISO/IEC 15909-2), so that another tool can confirm that it is sound.
      """)

  static var formats: [String] { ["text", "mermaid", "dot", "pnml", "json"] }

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A file, or ID[@VERSION] among the --pipelines.") var definition: String
  @Option(help: "The day whose names are told; else today.") var at: String?

  func run(in shell: Shell) throws -> Exit {
    let asked = try at.map { try date($0, "--at") }
    let found = try shell.definition(
      definition, on: asked ?? shell.today, evenUnsound: shell.settings.format == "pnml")
    let graph = PipelineGraph(
      found.definition, organisation: found.organisation,
      on: found.day(asked, today: shell.today), language: shell.settings.language)
    shell.show(text: text(graph, found, shell.settings.format), json: graph.value)
    return .fine
  }

  private func text(_ graph: PipelineGraph, _ found: FoundDefinition, _ format: String) -> String {
    switch format {
    case "dot": graph.dot
    case "pnml":
      FlowNet.net(
        found.definition,
        members: found.definition.table.runs.map {
          found.organisation.members(of: $0.set, on: found.definition.validFrom).count
        }
      ).pnml
    default: graph.mermaid
    }
  }
}
