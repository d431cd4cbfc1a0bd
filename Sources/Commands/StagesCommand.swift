import ArgumentParser
import CheckTool
import Describing
import Located
import StageKit

/// `stafett stages`: what the stages of this build offer.
struct StagesCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "List the stages of this build, or tell one in full with examples.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A stage, as remiss or remiss@1; else all.") var stage: String?

  func run(in shell: Shell) throws -> Exit {
    let language = shell.settings.language
    guard let stage else {
      let list = StageList(shell.stages, language: language)
      shell.show(text: list.text, json: list.value)
      return .fine
    }
    let reference = StageReference(try contract(stage, in: shell.stages), language: language)
    shell.show(text: reference.text, json: reference.value)
    return .fine
  }

  // Without a level, the latest.
  private func contract(
    _ name: String, in catalogue: StageCatalogue
  ) throws(Failure) -> StageContract {
    let found = catalogue.contracts.last { $0.name.name == name || $0.name.description == name }
    if let found { return found }
    let names = catalogue.contracts.map {
      name.contains("@") ? $0.name.description : $0.name.name
    }
    let near = nearest(to: name, among: names)
    let known = names.joined(separator: ", ")
    throw Failure(
      .no, "stage/unknown",
      sv: "ingen fas heter '\(name)'" + (near.map { ", menar du '\($0)'?" } ?? ", bara \(known)"),
      en: "no stage is named '\(name)'"
        + (near.map { ", did you mean '\($0)'?" } ?? ", only \(known)"))
  }
}
