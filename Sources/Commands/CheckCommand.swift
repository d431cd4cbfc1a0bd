import ArgumentParser
import CheckTool

/// `stafett check`: what `stafett-check` does, word for word, as a command of the whole program.
///
/// Its words are never read by ArgumentParser, so that both programs have one table of options; what
/// stands here is its line in the list of commands.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every fault of definitions, registers and scenarios.")

  /// The words of a check, where a command line asks for one: those after `check`, with the options
  /// that every command takes and that stand before it.
  static func words(of arguments: [String]) -> [String]? {
    var before: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "help" {
        return rest.first == configuration.commandName ? ["--help"] + before : nil
      }
      guard word != configuration.commandName else { return before + rest }
      guard let option = options.first(where: { word == $0 || word.hasPrefix("\($0)=") }) else {
        return nil
      }
      let operand = word == option ? rest.popFirst() : nil
      // A store is nothing to a check.
      if option != "--store" { before += [word] + [operand].compactMap { $0 } }
    }
    return nil
  }

  private static let options = ["--language", "--store", "--pipelines", "--format"]

  /// What a check may touch of what a command may.
  static func world(_ shell: Shell) -> CheckWorld {
    CheckWorld(
      program: "stafett check", stages: shell.stages, environment: shell.environment,
      isTerminal: shell.isTerminal, hasProgress: shell.hasProgress, input: Terminal.read,
      output: shell.output, errors: shell.errors)
  }
}
