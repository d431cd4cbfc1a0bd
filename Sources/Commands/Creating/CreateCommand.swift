import ArgumentParser
import Canonical
import CheckTool
import Located
import StageKit

/// `stafett create`: something to begin from, that checks and tests green at once.
struct CreateCommand: ShellCommand {
  /// What can be made.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case pipeline, stage
  }

  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Write a new pipeline with a scenario, or a new stage with its tests.",
    discussion: """
      A pipeline goes to the --pipelines folder. A stage goes to the package in this folder: a \
      checkout of Stafett or a package made here; in a folder without one a whole package is \
      written. No file is ever overwritten.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "What is to be made: pipeline or stage.") var kind: Kind
  @Argument(help: "Its name, in small letters, digits and hyphens: regional-riktlinje.")
  var name: String
  @Option(name: .customLong("in"), help: "The folder of the package; else this one.")
  var folder = "."
  @Option(help: "Where Stafett is, for a new package: a folder, or the address of a repository.")
  var stafett: String?

  func run(in shell: Shell) throws -> Exit {
    let created: Created
    switch kind {
    case .pipeline: created = try newPipeline(in: shell)
    case .stage: created = try newStage(in: shell)
    }
    try created.write()
    shell.show(
      text: created.text(shell.settings.language),
      json: .record([
        "created": .list(created.files.map { .text($0.path) }),
        "changed": .list(created.changed.map { .text($0.path) }),
      ]))
    return .fine
  }

  /// The name, if it is one.
  func checkedName(_ reserved: [String]) throws(Failure) -> String {
    let ambiguous = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    guard Name(name) != nil, !name.hasSuffix("-"), !name.contains("--"), !ambiguous.contains(name)
    else {
      throw Failure(
        .usage, "create/bad-name", at: name,
        sv: "ett namn är små bokstäver a–z, siffror och enkla bindestreck, börjar med en bokstav "
          + "och har högst 64 tecken",
        en: "a name is small letters a–z, digits and single hyphens, begins with a letter and has "
          + "at most 64 characters")
    }
    guard !reserved.contains(name) else {
      throw Failure(
        .usage, "create/taken-name", at: name, sv: "namnet är upptaget: välj ett annat",
        en: "the name is taken: choose another")
    }
    return name
  }
}
