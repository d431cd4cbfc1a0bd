import Canonical
import Located

/// A check of files, from the words of a command line to its exit code: what `stafett check` and
/// `stafett-check` both are.
package enum Check {
  /// Checks what the words ask for.
  package static func run(_ words: [String], in world: CheckWorld) -> Exit {
    do {
      if let answer = question(words, world) {
        world.output(answer)
        return .fine
      }
      return try CheckRun(CheckRequest(try CommandLineReader(words), in: world), world).run()
    } catch {
      let language = Language(askedIn: words) ?? Language(asking: world.environment)
      // The format could not be read with the rest, but whoever asked for it reads only that.
      if asksForJSON(words) {
        world.output(String(decoding: error.value(language).json, as: UTF8.self) + "\n")
      } else {
        world.errors(error.text(language))
        if error.exit == .usage {
          let hint = Text(
            sv: "  Mer om det: \(world.program) --help\n", en: "  See '\(world.program) --help'.\n")
          world.errors(hint[language])
        }
      }
      return error.exit
    }
  }

  // Help is given whatever else is wrong.
  private static func question(_ words: [String], _ world: CheckWorld) -> String? {
    let options = words.prefix { $0 != "--" }
    let language = Language(askedIn: words) ?? Language(asking: world.environment)
    if options.contains("--help") || options.contains("-h") {
      return CheckHelp.page(world.program, language)
    }
    guard options.contains("--version") else { return nil }
    let name = world.program.prefix { $0 != " " }
    return "\(name) \(Version.number)\n"
  }

  private static func asksForJSON(_ words: [String]) -> Bool {
    words.contains("--format=json")
      || zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == "json" }
  }
}
