import ArgumentParser
import Canonical
import CheckTool
import Checking
import Definitions
import Lifecycle
import Located
import Runtime
import Scenarios

/// `stafett test`: plays scenarios, and names the first difference of each.
struct TestCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Play scenarios, and name the first difference of each.",
    discussion: """
      The pipelines and the register are those of the --pipelines folder. Nothing is stored, unless \
      --into says where: then what the scenarios do is registered in that store.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Scenarios, and folders whose scenarios are played.") var paths: [String]
  @Option(help: "A store in which to register what the scenarios do.") var into: String?
  @Option(help: "Play only what happened before this day.") var before: String?

  func run(in shell: Shell) throws -> Exit {
    let end = try before.map { try date($0, "--before") }
    var sources = try SourceFiles(at: paths)
    let asked = Set(sources.files.map(\.path))
    try sources.add(shell.settings.pipelines, without: sources.references)
    let workspace = Workspace.load(sources.files, stages: shell.stages)
    let mine = workspace.diagnostics.filter { asked.contains($0.path) }
    var findings = mine
    var played: [ScenarioRun] = []
    let engine = Self.engine(workspace)
    for node in workspace.scenarios where asked.contains(node.path) {
      let (scenario, faults) = Scenario.read(node)
      findings += faults
      guard let scenario else { continue }
      let run = ScenarioRun.play(scenario, engine, before: end)
      played.append(run)
      if let difference = run.difference { findings.append(difference) }
    }
    guard !played.isEmpty || !findings.isEmpty else {
      throw Failure(
        .noInput, "input/no-scenario", at: paths.joined(separator: " "),
        sv: "här finns inga exempelärenden (scenario:)", en: "there are no scenarios here")
    }
    let files = sources.files.filter { file in findings.contains { $0.path == file.path } }
    show(played, findings.isEmpty ? nil : Report(findings, of: files), in: shell)
    guard !findings.contains(where: { $0.severity == .error }) else { return .no }
    if let into { try store(played, in: into, shell, workspace) }
    return .fine
  }

  /// The engine over what a workspace has.
  static func engine(_ workspace: Workspace) -> Engine {
    let shelf = workspace.definitions.map { Pinned($0) }
    return Engine(
      organisation: workspace.organisation, definitions: shelf,
      fold: Fold { hash in shelf.first { $0.definition.hash == hash } })
  }

  private func show(_ played: [ScenarioRun], _ report: Report?, in shell: Shell) {
    if shell.settings.isJSON {
      let runs = played.map { run -> Value in
        .record([
          "scenario": .text(run.scenario.name), "path": .text(run.scenario.node.path),
          "steps": .whole(run.scenario.form.steps.count), "played": .whole(run.played),
          "difference": run.difference.map { difference in
            .record([
              "line": .whole(difference.span.start.line),
              "column": .whole(difference.span.start.column),
              "sv": .text(difference.message.sv), "en": .text(difference.message.en),
            ])
          },
        ])
      }
      shell.output(Value.record(["version": .whole(1), "scenarios": .list(runs)]).pretty + "\n")
      return
    }
    for run in played {
      let steps = run.scenario.form.steps.count
      let mark = run.difference == nil ? "✓" : "✗"
      shell.say(
        Text(
          sv: "\(mark) \(run.scenario.name): \(run.played) av \(steps) steg",
          en: "\(mark) \(run.scenario.name): \(run.played) of \(steps) steps"))
    }
    if let report { shell.output("\n" + report.text(shell.settings.language)) }
  }

  // The same commands, in the same order, by the loop that people's commands take; each scenario
  // whole or not at all.
  private func store(
    _ played: [ScenarioRun], in path: String, _ shell: Shell, _ workspace: Workspace
  ) throws {
    var other = shell
    other.settings.store = path
    let runner = Runner(
      store: try other.openStore(.begin), stages: shell.stages,
      organisation: workspace.organisation, definitions: workspace.definitions, clock: shell.now)
    for run in played {
      let orders = run.log.enumerated().map { number, entry in
        let id = "\(run.scenario.name)/\(number + 1)"
        return Order(
          entry.command, on: entry.product, entry.context, id: id,
          request: ContentHash(hashing: id), actor: "scenario")
      }
      for case .refused(let refusals) in try runner.perform(orders) {
        throw Failure(
          .no,
          refusals.map { Failure.Problem(code: $0.code, text: $0.text, place: run.scenario.name) })
      }
    }
  }
}
