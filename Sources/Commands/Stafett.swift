import ArgumentParser
package import CheckTool
import Foundation
import Located
public import StageKit

/// The program: the command line over a set of stages.
///
/// A build of one's own names its stages and calls `main`; there is nothing else to it.
public enum Stafett {
  /// Runs what the command line asks for, and ends the process with its exit code.
  public static func main(stages: [any Stage.Type]) -> Never {
    // A file at its size limit is then an error that can be told, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    let shell = Shell(
      stages: StageCatalogue(stages), environment: environment,
      width: Shell.width(terminal: Shell.terminalColumns(), environment: environment),
      isTerminal: Terminal.isOutput, hasProgress: Terminal.isErrors, now: Shell.systemTime,
      output: { FileHandle.standardOutput.write(Data($0.utf8)) },
      errors: { FileHandle.standardError.write(Data($0.utf8)) })
    exit(run(Array(CommandLine.arguments.dropFirst()), in: shell).rawValue)
  }

  /// Runs one command line and says how it went.
  package static func run(_ arguments: [String], in shell: Shell) -> Exit {
    var shell = shell
    shell.settings.language = Language(askedIn: arguments) ?? shell.settings.language
    // No option of ArgumentParser's: that would take '--version' from every act with such a field.
    if arguments.first == "--version" {
      shell.output("stafett \(Version.number)\n")
      return .fine
    }
    if let words = CheckCommand.words(of: arguments) {
      return Check.run(words, in: CheckCommand.world(shell))
    }
    var parsed: any ParsableCommand
    do {
      parsed = try RootCommand.parseAsRoot(ViewCommand.words(of: arguments))
      // A request for help is a command too, and throws the help when it is run.
      if !(parsed is any ShellCommand), !(parsed is RootCommand) { try parsed.run() }
    } catch {
      return shell.report(parsing: error, arguments)
    }
    guard let command = parsed as? any ShellCommand else {
      shell.output(RootCommand.help(shell.settings.language))
      return .fine
    }
    do {
      shell.settings = try Settings(
        command.global, formats: type(of: command).formats, environment: shell.environment)
      return try command.run(in: shell)
    } catch {
      return shell.report(error)
    }
  }
}

/// `stafett` by itself.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stafett",
    abstract: "Carries knowledge support from draft to phase-out, hand to hand.",
    discussion: "'stafett --version' says which version this is.",
    subcommands: [
      OpenCommand.self, ImportCommand.self, ReceiveCommand.self, ActCommand.self, AnnulCommand.self,
      CasesCommand.self,
      ShowCommand.self, HistoryCommand.self, DueCommand.self, MatrixCommand.self, ViewCommand.self,
      AgendaCommand.self, MinutesCommand.self,
      TickCommand.self, OutboxCommand.self, WebhookCommand.self, FeedCommand.self, TestCommand.self,
      PersonCommand.self,
      EraseCommand.self,
      VerifyCommand.self, ExportPositionsCommand.self,
      CheckCommand.self, PublishCommand.self, ExplainCommand.self, SchemaCommand.self,
      CreateCommand.self, StagesCommand.self,
      ReadCommand.self,
      GraphCommand.self, PlanCommand.self,
      CalendarCommand.self, BodiesCommand.self, VersionCommand.self,
    ])

  @OptionGroup var global: GlobalOptions
}
