import ArgumentParser

/// A command of the program: its options by ArgumentParser, its effects through a shell.
protocol ShellCommand: ParsableCommand {
  /// What every command takes; declare it as `@OptionGroup var global: GlobalOptions`.
  var global: GlobalOptions { get }

  /// What `--format` may say; `text` and `json` unless a command has more.
  static var formats: [String] { get }

  /// Does it; `settings` of the shell are those of this command line.
  ///
  /// - Throws: `Failure` for every refusal; a store's error ends with exit code 3.
  func run(in shell: Shell) async throws -> Exit
}

extension ShellCommand {
  static var formats: [String] { ["text", "json"] }
}

/// How a command ended, as the calling program sees it.
package enum Exit: Int32, Sendable {
  /// Done; or there was nothing wrong.
  case fine = 0
  /// The answer is no: findings, refused, unknown.
  case no = 1
  /// The command line was not understood.
  case usage = 2
  /// It could not be done: disk, store, a fault of the program.
  case failure = 3
  /// What should be read is not there.
  case noInput = 4
}
