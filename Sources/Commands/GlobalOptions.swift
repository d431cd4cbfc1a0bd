import ArgumentParser
import CheckTool
package import Located

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "The language of what is printed: sv or en; else as the environment says.")
  var language: LanguageOption?

  @Option(help: "The store: a path or sqlite:PATH; else $STAFETT_STORE or ./stafett.sqlite.")
  var store: String?

  @Option(help: "The folder of definitions and register; else $STAFETT_PIPELINES or ./Pipelines.")
  var pipelines: String?

  // The root reads it before any command is known, so each command says which ones it has.
  @Option(
    help: "How data is printed: text or json; what shows cases also markdown, html and often csv.")
  var format: String?
}

/// The languages as the command line names them.
enum LanguageOption: String, CaseIterable, ExpressibleByArgument, Sendable {
  case sv, en

  var language: Language { self == .sv ? .sv : .en }
}

/// What holds for one command line: its options, else the environment, else a default.
package struct Settings: Sendable {
  package var language = Language.en
  /// One of the command's formats.
  var format = "text"
  var store = "./stafett.sqlite"
  var pipelines = "./Pipelines"

  package init() {}

  init(_ options: GlobalOptions, formats: [String], environment: [String: String]) throws(Failure) {
    language = options.language?.language ?? Language(asking: environment)
    format = options.format ?? format
    store = options.store ?? environment["STAFETT_STORE"] ?? store
    pipelines = options.pipelines ?? environment["STAFETT_PIPELINES"] ?? pipelines
    guard formats.contains(format) else {
      let known = formats.joined(separator: ", ")
      throw Failure(
        .usage, "usage/unknown-format", at: "--format",
        sv: "det finns inget format '\(format)' här, bara \(known)",
        en: "there is no format '\(format)' here, only \(known)")
    }
  }

  /// Whether a program reads what is printed.
  var isJSON: Bool { format == "json" }
}
