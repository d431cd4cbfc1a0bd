import ArgumentParser
import Describing
import Located

/// `stafett graph`: a pipeline as a picture.
struct GraphCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a definition: stages, outcomes, ways back, lanes.",
    discussion: """
      --format text and mermaid print a Mermaid flowchart, which GitHub and GitLab show in a page;
      dot prints the same for Graphviz: stafett graph NAME --format dot | dot -Tsvg.
      """)

  static var formats: [String] { ["text", "mermaid", "dot", "json"] }

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A file, or ID[@VERSION] among the --pipelines.") var definition: String
  @Option(help: "The day whose names are told; else today.") var at: String?

  func run(in shell: Shell) async throws -> Exit {
    let asked = try at.map { try date($0, "--at") }
    let found = try shell.definition(definition, on: asked ?? shell.today)
    let graph = PipelineGraph(
      found.definition, organisation: found.organisation,
      on: found.day(asked, today: shell.today), language: shell.settings.language)
    shell.show(
      text: shell.settings.format == "dot" ? graph.dot : graph.mermaid, json: graph.value)
    return .fine
  }
}
