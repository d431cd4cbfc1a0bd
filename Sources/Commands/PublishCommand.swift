import ArgumentParser
import Canonical
import CheckTool
import Checking
import Definitions
import Located
import Runtime
import StageKit
import Store

/// `stafett publish`: definitions taken into a store, by the pass that checks them.
struct PublishCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Take definitions into the store, by the same pass as check.",
    discussion: """
      What check finds wrong is not taken in, by the same project, known findings and lock; nor is a \
      version that the store has with another meaning. New cases take definitions from the \
      --pipelines folder; those in the store stay readable when a file is gone.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Files and folders; else the roots of the project, or the --pipelines folder.")
  var paths: [String] = []
  @Option(help: "The project file; else the nearest stafett.yaml upwards.") var project: String?
  @Option(help: "The file of known findings; else the one that the project names.")
  var baseline: String?
  @Option(help: "The lock file; else stafett.lock beside the project, or the nearest upwards.")
  var lock: String?
  @Option(help: "The day on which ends of exceptions are looked at.") var at: String?
  @Flag(help: "Warnings count as errors.") var strict = false
  @Flag(name: .customLong("dry-run"), help: "Check, and say what would be taken in.")
  var isDryRun = false

  func run(in shell: Shell) throws -> Exit {
    let pass = try ProjectPass(request(shell), shell.stages)
    let first = pass.load(keeping: .bodies)
    let live = try live(first, in: shell)
    let workspace = live == nil ? first : pass.load(live: live, keeping: .bodies)
    try judge(try pass.report(workspace, live: live), pass, in: shell)
    let definitions = workspace.definitions.filter { pass.asked.contains($0.node.path) }
    guard !definitions.isEmpty else {
      throw Failure(
        .noInput, "input/no-definition", at: paths.joined(separator: " "),
        sv: "här finns inga processer (pipeline:)", en: "there are no definitions here")
    }
    let new =
      try isDryRun
      ? missing(definitions, in: shell) : publish(definitions, workspace, in: shell)
    report(definitions, new: new, in: shell)
    return .fine
  }

  private func request(_ shell: Shell) throws -> ProjectRequest {
    var request = ProjectRequest()
    request.paths = paths
    request.pipelines = shell.settings.pipelines
    request.otherwise = [shell.settings.pipelines]
    request.project = project
    request.baseline = baseline
    request.lock = lock
    request.isStrict = strict
    request.date = try at.map { try date($0, "--at") }
    return request
  }

  /// Refuses what check finds wrong; what it only warns of is told.
  private func judge(_ report: Report, _ pass: ProjectPass, in shell: Shell) throws(Failure) {
    if let unreadable = pass.unreadable { throw unreadable }
    let isFine = report.verdict(strict: pass.isStrict) == .fine
    let (failing, told) =
      pass.isStrict
      ? (report.diagnostics, [])
      : (
        report.diagnostics.filter { $0.severity == .error },
        report.diagnostics.filter { $0.severity != .error }
      )
    if !shell.settings.isJSON, !told.isEmpty {
      shell.errors(Report(told, of: report.files).short(shell.settings.language))
    }
    if !isFine { throw Failure(.no, failing.map { Failure.Problem($0) }) }
  }

  /// What the store has, and where its cases stand; nil where it has nothing yet.
  ///
  /// Of files alone nothing is said of the pipelines that are not among them.
  private func live(_ workspace: Workspace, in shell: Shell) throws -> Live? {
    let runner: Runner
    do {
      runner = Runner(
        store: try shell.openStore(.look), stages: shell.stages,
        organisation: workspace.organisation, definitions: workspace.definitions, clock: shell.now)
    } catch StoreError.missing {
      return nil
    }
    let ids = Set(workspace.definitions.map(\.id))
    let kept = try runner.store.documents(of: "definition").filter {
      paths.isEmpty || ids.contains($0.name)
    }
    guard !kept.isEmpty else { return nil }
    let files = kept.enumerated().map { number, document in
      SourceFile(
        path: "store:\(document.name)@\(document.version)#\(number + 1)", bytes: document.body)
    }
    return Live(files: files, positions: try Positions(of: runner))
  }

  private func publish(
    _ definitions: [PipelineDefinition], _ workspace: Workspace, in shell: Shell
  ) throws -> Set<ContentHash> {
    let runner = Runner(
      store: try shell.openStore(.begin), stages: shell.stages,
      organisation: workspace.organisation, definitions: definitions, clock: shell.now)
    return Set(try runner.library.publish())
  }

  // A store that is not there yet has none of them.
  private func missing(
    _ definitions: [PipelineDefinition], in shell: Shell
  ) throws -> Set<ContentHash> {
    let hashes = definitions.map(\.hash)
    do {
      let store = try shell.openStore(.look)
      return Set(try hashes.filter { try store.document($0) == nil })
    } catch StoreError.missing {
      return Set(hashes)
    }
  }

  private func report(
    _ definitions: [PipelineDefinition], new: Set<ContentHash>, in shell: Shell
  ) {
    let language = shell.settings.language
    let lines = definitions.map { definition -> String in
      let isNew = new.contains(definition.hash)
      let state =
        switch (isNew, isDryRun) {
        case (true, true): Text(sv: "skulle tas in", en: "would be taken in")
        case (true, false): Text(sv: "intagen", en: "taken in")
        case (false, _): Text(sv: "fanns redan", en: "was there")
        }
      return "\(definition.reference)  \(definition.hash.short)  \(state[language])\n"
    }
    shell.show(
      text: lines.joined(),
      json: .record([
        "answer": .text(isDryRun ? "planned" : "done"),
        "stages": .text(shell.stages.digest.description),
        "definitions": .list(
          definitions.map {
            .record([
              "definition": .text($0.reference), "hash": .text($0.hash.description),
              "new": .flag(new.contains($0.hash)),
            ])
          }),
      ]))
  }
}
