package import Definitions
import Foundation
package import Lifecycle
package import Located
package import Register
import RemissStage
package import StageKit
import YAMLReading

/// The register that random definitions are read against: few bodies, the calendar and windows of
/// the repository.
package enum TrialGround {
  package static let organisation: Organisation = {
    let nodes = registers.compactMap { YAMLReader.read($0, path: "register").root }
    let (organisation, faults) = Organisation.load(nodes)
    guard let organisation else { preconditionFailure("\(faults.map(\.message.en))") }
    return organisation
  }()

  /// The files of the register.
  package static let registers: [[UInt8]] = {
    let calendar = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Pipelines/register/calendar.yaml").standardizedFileURL
    guard let dates = try? [UInt8](Data(contentsOf: calendar)) else {
      preconditionFailure("no calendar at \(calendar.path)")
    }
    return [dates, Array(bodies.utf8)]
  }()

  package static let catalogue = StageCatalogue([
    Step<Plain>.self, Step<Writing>.self, Step<Using>.self, Remiss.self,
  ])

  /// A definition, if its text has no fault; the generator writes no other.
  package static func definition(_ text: String) throws -> PipelineDefinition {
    let document = YAMLReader.read(Array(text.utf8), path: "made.yaml")
    guard let root = document.root else { throw Faulty(text, document.diagnostics) }
    let reader = DefinitionReader(stages: catalogue, organisation: organisation)
    let reading = reader.read(root)
    guard let definition = reading.definition else { throw Faulty(text, reading.diagnostics) }
    return definition
  }

  package static func engine(_ definitions: [PipelineDefinition]) -> Engine {
    let pinned = definitions.map { Pinned($0) }
    return Engine(
      organisation: organisation, definitions: pinned,
      fold: Fold { hash in pinned.first { $0.definition.hash == hash } })
  }

  /// A definition that was meant to be right and is not.
  package struct Faulty: Error, CustomStringConvertible {
    package let description: String

    package init(_ text: String, _ diagnostics: [Diagnostic]) {
      let said = diagnostics.map { "\($0.span.start.line): \($0.code): \($0.message.en)" }
      description = said.joined(separator: "\n") + "\n" + text
    }
  }

  private static let bodies = """
    register: bodies
    powers:
      - {id: decide, title: {sv: Besluta, en: Decide}}
    kinds:
      - {id: region, title: Region, level: region, powers: [decide]}
      - {id: board, title: {sv: Nämnd, en: Board}, level: national}
      - {id: group, title: {sv: Grupp, en: Group}, level: national, open: true}
    sets:
      - {id: solo, title: {sv: En, en: One}, bodies: [north]}
      - {id: pair, title: {sv: Två, en: Two}, bodies: [south, west]}
      - {id: trio, title: {sv: Tre, en: Three}, bodies: [east, south, west]}
      - {id: quad, title: {sv: Fyra, en: Four}, bodies: [north, east, south, west]}
    bodies:
      - {id: north, name: {sv: Norr, en: North}, kind: region}
      - {id: south, name: {sv: Söder, en: South}, kind: region}
      - {id: east, name: {sv: Öster, en: East}, kind: region}
      - {id: west, name: {sv: Väster, en: West}, kind: region}
      - {id: board, name: {sv: Nämnden, en: The board}, kind: board}
      - {id: office, name: {sv: Kansliet, en: The office}, kind: board, acting-for: board}
      - {id: stranger, name: {sv: En annan, en: Another}, kind: board}
    """
}
