package import Canonical
package import Located
package import StageKit
import YAMLReading

/// What a stage plugin offers to the author of a definition: settings, acts, outcomes, examples.
package struct StageReference: Sendable {
  let contract: StageContract
  let say: Phrasing

  /// The reference of a stage.
  package init(_ contract: StageContract, language: Language) {
    self.contract = contract
    say = Phrasing(language: language)
  }

  /// Whether an outcome is there only where the settings name it, as an example's do.
  func isNamedBySettings(_ outcome: Outcome) -> Bool {
    guard let node = YAMLReader.read(Array("{}".utf8), path: "").root,
      let prepared = contract.prepare(node).prepared
    else { return false }
    return !prepared.outcomes.contains { $0.name == outcome.name }
  }

  // Which outcomes there are may depend on settings: those of the examples show them all.
  var outcomes: [Outcome] {
    var all: [Outcome] = []
    for example in contract.examples {
      guard let node = YAMLReader.read(Array(example.settings.utf8), path: "").root else {
        continue
      }
      for outcome in contract.prepare(node).prepared?.outcomes ?? []
      where !all.contains(where: { $0.name == outcome.name }) { all.append(outcome) }
    }
    return all
  }

  func flow(_ flow: Outcome.Flow) -> String {
    switch flow {
    case .forward: say("går vidare av sig självt", "goes on by itself")
    case .diverting:
      say("definitionen måste säga vart det leder", "the definition must say where it leads")
    case .optional:
      say(
        "erbjuds om definitionen säger vart det leder",
        "offered where the definition says where it leads")
    }
  }
}

/// The stages of a build.
package struct StageList: Sendable {
  let catalogue: StageCatalogue
  let language: Language

  /// All stages of a catalogue.
  package init(_ catalogue: StageCatalogue, language: Language) {
    self.catalogue = catalogue
    self.language = language
  }

  /// A few lines for each stage, and the digest of all.
  package var text: String {
    let say = Phrasing(language: language)
    var page = Page()
    for contract in catalogue.contracts {
      let reference = StageReference(contract, language: language)
      page.line("\(contract.name)  \(contract.title[language])  (\(contract.module))")
      for (label, names) in reference.brief where !names.isEmpty {
        page.paragraph(
          names.joined(separator: ", "), first: "  \(label.padded(to: 14))",
          hanging: String(repeating: " ", count: 16))
      }
      page.line()
    }
    page.line(
      say(
        "\(catalogue.contracts.count) faser; programmets fingeravtryck \(catalogue.digest)",
        "\(catalogue.contracts.count) stages; digest of the set \(catalogue.digest)"))
    page.line(
      say(
        "Mer om en fas, med exempel: stafett stages NAMN",
        "More about a stage, with examples: stafett stages NAME"))
    return page.text
  }

  /// The stages for a machine, each in full.
  package var value: Value {
    .record([
      "digest": .text(catalogue.digest.description),
      "stages": .list(
        catalogue.contracts.map { StageReference($0, language: language).value }),
    ])
  }
}
