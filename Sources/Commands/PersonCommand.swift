import ArgumentParser
import Canonical
import CheckTool
import Lifecycle
import Located
import Runtime
import StageKit
import Store

/// `stafett person`: keeps who a reference word stands for, beside the chain.
struct PersonCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "Keep who a reference word stands for; without a word, list them.",
    discussion: """
      stafett person ledamot-norra --name "…" --mail … --sex woman

      Cases and groups name people by reference words only. Who they stand for is kept here, is no part \
      of any history, and can be erased: stafett erase WORD.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The reference word: letters a-z, digits, hyphens.") var word: String?
  @Option(help: "The name.") var name: String?
  @Option(help: "The mail address.") var mail: String?
  @Option(help: "woman or man, counted for the balance of groups and nothing else.") var sex:
    String?

  func run(in shell: Shell) throws -> Exit {
    guard let word else {
      let persons = try shell.runner(.look).store.persons()
      shell.show(
        text: persons.isEmpty
          ? Text(sv: "inga personer är registrerade\n", en: "nobody is kept\n")[
            shell.settings.language]
          : persons.map { "\($0.id)  \($0.name)\n" }.joined(),
        json: .list(persons.map(\.value)))
      return .fine
    }
    guard let id = Name(word) else {
      throw Failure(
        .usage, "usage/no-id", at: "WORD",
        sv:
          "'\(word)' är inget referensord: skriv a-z, siffror och bindestreck, med en bokstav först",
        en: "'\(word)' is no reference word: write a-z, digits and hyphens, a letter first")
    }
    let runner = try shell.runner(.begin)
    let known = try runner.store.persons().first { $0.id == id }
    guard let name = name ?? known?.name else {
      throw Failure(
        .usage, "usage/no-name", at: "--name", sv: "ange namnet", en: "give the name")
    }
    let choice = try sex.map { word throws(Failure) in try Self.sex(word) }
    try runner.store.keep(
      Person(id: id, name: name, mail: mail ?? known?.mail, sex: choice ?? known?.sex))
    shell.say(Text(sv: "\(id) är \(name)", en: "\(id) is \(name)"))
    return .fine
  }

  private static func sex(_ word: String) throws(Failure) -> Person.Sex {
    let all = Person.Sex.allCases
    guard
      let found = all.first(where: {
        $0.rawValue == word
          || [$0.title.sv, $0.title.en].contains { $0.lowercased() == word.lowercased() }
      })
    else {
      throw Failure(
        .usage, "usage/bad-choice", at: "--sex", sv: "skriv kvinna eller man, inte '\(word)'",
        en: "write woman or man, not '\(word)'")
    }
    return found
  }
}

/// `stafett erase`: takes away who a reference word stands for, for good.
struct EraseCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase a person, for good; the history stays whole.",
    discussion: """
      Takes away the name and address behind a reference word, and the texts of acts that are about the \
      person. The acts themselves stay, with the word: what was decided, when and by which body.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The reference word.") var word: String

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.register)
    let erasure = try runner.erase(person: word)
    guard erasure.wasKnown || erasure.texts > 0 else {
      throw Failure(
        .no, "person/unknown", at: word, sv: "det finns inga uppgifter om \(word) att radera",
        en: "nothing is kept about \(word)")
    }
    shell.say(
      Text(
        sv:
          "\(word) är raderad, med \(erasure.texts) texter. Händelserna finns kvar och kedjan är hel.",
        en:
          "\(word) is erased, with \(erasure.texts) texts. The events are there and the chain is whole."
      ))
    return .fine
  }
}
