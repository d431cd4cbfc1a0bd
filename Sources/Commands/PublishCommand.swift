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
      What check finds wrong is not taken in, nor is anything where this program differs from the \
      lock file. New cases take definitions from the --pipelines folder; those in the store stay \
      readable when a file is gone.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Files and folders with definitions; else the --pipelines folder.")
  var paths: [String] = []
  @Option(help: "The lock file; else ./stafett.lock, if there is one.") var lock: String?
  @Flag(name: .customLong("dry-run"), help: "Check, and say what would be taken in.")
  var isDryRun = false

  func run(in shell: Shell) async throws -> Exit {
    let folder = shell.settings.pipelines
    var sources = try SourceFiles(at: paths.isEmpty ? [folder] : paths)
    guard sources.unreadable.isEmpty else { throw Failure(.noInput, sources.unreadable) }
    if !sources.hasRegister, FileSystem.entry(at: folder) != nil {
      try sources.addRegister(of: folder)
    }
    let workspace = Workspace.load(sources.files, stages: shell.stages)
    let locked = LockFile(at: lock ?? Lock.fileName).applied(
      to: workspace.diagnostics, shell.stages, workspace.uses)
    let errors = locked.findings.ordered.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Failure(.no, errors.map { Failure.Problem($0) }) }
    guard !workspace.definitions.isEmpty else {
      throw Failure(
        .noInput, "input/no-definition", at: paths.joined(separator: " "),
        sv: "här finns inga processer (pipeline:)", en: "there are no definitions here")
    }
    let new = try isDryRun ? missing(workspace, in: shell) : publish(workspace, in: shell)
    report(workspace.definitions, new: new, in: shell)
    return .fine
  }

  private func publish(_ workspace: Workspace, in shell: Shell) throws -> Set<ContentHash> {
    let runner = Runner(
      store: try shell.openStore(.begin), stages: shell.stages,
      organisation: workspace.organisation, definitions: workspace.definitions, clock: shell.now)
    return Set(try runner.library.publish())
  }

  // A store that is not there yet has none of them.
  private func missing(_ workspace: Workspace, in shell: Shell) throws -> Set<ContentHash> {
    let hashes = workspace.definitions.map(\.hash)
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
