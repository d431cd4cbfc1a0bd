import ArgumentParser
import CheckTool
import Located

// What ArgumentParser says is English; what users meet most is said in Swedish here.

extension Shell {
  /// Reports what ArgumentParser could not read, or the help that it was asked for.
  func report(parsing error: any Error, _ arguments: [String]) -> Exit {
    let message = RootCommand.fullMessage(for: error)
    let language = settings.language
    guard !RootCommand.exitCode(for: error).isSuccess else {
      if message == RootCommand.helpMessage() {
        output(RootCommand.help(language))
      } else if language == .sv, message.hasPrefix("OVERVIEW: "),
        let help = SwedishHelp(askedIn: arguments)
      {
        output(help.page(width: width))
      } else {
        output(message + "\n")
      }
      return .fine
    }
    let fault = Text(parsing: RootCommand.message(for: error))
    // The format could not be read with the rest, but whoever asked for it reads only that.
    let asked = arguments.firstIndex(of: "--format").map { arguments[$0...].dropFirst().first }
    if asked == "json" || arguments.contains("--format=json") {
      report(
        Failure(.usage, [Failure.Problem(code: "usage/arguments", text: fault)]), asJSON: true)
    } else if language == .sv {
      errors("Fel: \(fault.sv)\n" + swedish(usageOf: message))
    } else {
      errors(message + "\n")
    }
    return .usage
  }

  /// The lines on how the command is written, which follow the message and the option's help.
  private func swedish(usageOf message: String) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("Usage: ") }) else { return "" }
    return lines[start...].map { line in
      if let usage = line.wholeMatch(of: #/Usage: (.*)/#)?.1 { return "Så skrivs det: \(usage)\n" }
      if let command = line.wholeMatch(of: #/ *See '(.*)' for more information\./#)?.1 {
        return "  Mer om det: \(command)\n"
      }
      return "\(line)\n"
    }.joined()
  }
}

extension Text {
  /// A message of ArgumentParser; in Swedish too where it is one of the common ones.
  init(parsing message: String) {
    self.init(sv: Text.swedish(message) ?? message, en: message)
  }

  private static func swedish(_ message: String) -> String? {
    if let said = message.wholeMatch(of: #/Unknown option '(.*?)'\. Did you mean '(.*)'\?/#) {
      return "'\(said.1)' finns inte, menar du '\(said.2)'?"
    }
    if let said = message.wholeMatch(of: #/Unknown option '(.*)'/#) {
      return "'\(said.1)' finns inte"
    }
    if let said = message.wholeMatch(of: #/Missing value for '(.*)'/#) {
      return "värdet saknas efter '\(said.1)'"
    }
    if let said = message.wholeMatch(of: #/Missing (?:expected argument|one of:) '(.*)'/#) {
      return "'\(said.1)' saknas"
    }
    if let said = message.wholeMatch(
      of: #/(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/#)
    {
      return "'\(said.1)' hör inte till något"
    }
    if let said = message.wholeMatch(
      of: #/The option '(.*)' does not take any value, but '(.*)' was specified\./#)
    {
      return "'\(said.1)' har inget värde: ta bort '\(said.2)'"
    }
    if let said = message.wholeMatch(
      of: #/The value '(.*?)' is invalid for '(.*?)'(?:\. Please provide one of (.*)\.)?/#)
    {
      let choices = said.3.map {
        ": välj " + $0.replacing(" and ", with: " eller ").replacing(" or ", with: " eller ")
      }
      return "'\(said.1)' duger inte för '\(said.2)'\(choices ?? "")"
    }
    return nil
  }
}
