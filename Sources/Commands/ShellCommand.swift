import ArgumentParser
import CheckTool

/// A command of the program: its options by ArgumentParser, its effects through a shell.
protocol ShellCommand: ParsableCommand {
  /// What every command takes; declare it as `@OptionGroup var global: GlobalOptions`.
  var global: GlobalOptions { get }

  /// What `--format` may say; `text` and `json` unless a command has more.
  static var formats: [String] { get }

  /// Does it; `settings` of the shell are those of this command line.
  ///
  /// - Throws: `Failure` for every refusal; a store's error ends with exit code 3.
  func run(in shell: Shell) throws -> Exit
}

extension ShellCommand {
  static var formats: [String] { ["text", "json"] }
  /// Those of a command that shows a page.
  static var pageFormats: [String] { ["text", "json", "markdown", "html"] }
  /// Those of a command that shows a page and is one table too.
  static var sheetFormats: [String] { pageFormats + ["csv"] }
}
