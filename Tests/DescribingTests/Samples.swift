import CivilTime
import Definitions
import Foundation
import Located
import Register
import StageKit
import StageRegistry
import Testing
import YAMLReading

/// The register and the pipelines of this project, and a sample with the rules that they lack.
enum Samples {
  private static let pipelines = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Pipelines").standardizedFileURL

  static let organisation: Organisation = {
    let nodes = Self.nodes(in: pipelines.appending(path: "register"))
    let (organisation, diagnostics) = Organisation.load(nodes)
    guard let organisation else { preconditionFailure("\(diagnostics)") }
    return organisation
  }()

  static let catalogue = StageCatalogue(registeredStages)

  static let definitions: [PipelineDefinition] = {
    let reader = DefinitionReader(stages: catalogue, organisation: organisation)
    let found = nodes(in: pipelines) + nodes(in: pipelines.appending(path: "cancer-care-programme"))
    return reader.read(found + [sample]).definitions
  }()

  static func definition(_ reference: String) throws -> PipelineDefinition {
    try #require(definitions.first { $0.reference == reference })
  }

  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private static func nodes(in folder: URL) -> [Node] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "yaml" }
      .sorted { $0.path() < $1.path() }
      .compactMap { file in
        let bytes = try? Data(contentsOf: file)
        return bytes.flatMap { YAMLReader.read([UInt8]($0), path: file.lastPathComponent).root }
      }
  }

  private static var sample: Node {
    guard let root = YAMLReader.read(Array(text.utf8), path: "sample.yaml").root else {
      preconditionFailure("the sample is YAML")
    }
    return root
  }

  /// A gate with two ways, stages side by side, an optional run, a way back within a lane.
  private static let text = """
    pipeline: sample
    version: "2"
    valid: {from: 2025-01-01, to: 2027-12-31}
    title: {sv: Riktlinje med vägval, en: Guideline with a gate}
    help: {sv: Visar alla regler., en: Shows every rule.}
    product: guideline
    key: [subject]
    owner: npo-hud-kon
    roles: {skrivgrupp: nag}
    inputs:
      subject: {type: text, title: {sv: Ämne, en: Subject}}
      scope: {type: enum, values: [light, full], title: {sv: Omfattning, en: Scope}}
      needed: {type: date, optional: true, title: {sv: Önskat datum, en: Wanted date}}
    remind: [2 weeks, 1 day]
    escalate: {after: 2 weeks, to: npo-hud-kon}
    stages:
      - id: utkast
        uses: draft@1
        owner: skrivgrupp
        due: 6 months before needed
        with: {documents: [consultation-draft], checklist: [etik, jämlik vård], declarations: true}
      - id: vagval
        title: {sv: Vägval, en: "Gate \\"one\\""}
        uses: decision@1
        within: 1 month
        with: {options: [light-round, full-round]}
        outcomes:
          light-round: synpunkter
          full-round: next
          refer-back: {to: utkast, at-most: 2}
          reject: end
      - id: remiss
        uses: remiss@1
        acts: {dispose: skrivgrupp, extend: [sks, skr]}
        window: national-remiss
        with: {parties: [regions, npo-cancer], late: refuse}
      - id: synpunkter
        title: {sv: Synpunktsinhämtning, en: Light consultation}
        uses: remiss@1
        window: light-round
        with: {parties: [regions]}
      - id: konsekvens
        title: {sv: Konsekvensbeskrivning, en: Impact statement}
        uses: draft@1
        owner: skrivgrupp
        after: [remiss, synpunkter]
        optional: true
        within: 10 working days
        remind: []
        with: {documents: [impact-statement]}
      - id: lokalt
        title: {sv: Genomläsning, en: Reading}
        uses: draft@1
        owner: skrivgrupp
        after: [remiss, synpunkter]
        when: {scope: full, edition: first}
        within: 3 weeks
        with: {documents: [report]}
      - id: publicering
        uses: publication@1
        after: [konsekvens, lokalt]
        within: 2 weeks
        in-force: published
      - id: lokal-anpassning
        uses: local-adaptation@1
        for-each: regions
        optional: true
        within: 6 months
      - id: inforande
        uses: implementation@1
        for-each: regions
        owner: skrivgrupp
        within: 12 months
        outcomes: {partly: {to: lokal-anpassning, at-most: 1}}
      - id: oversyn
        uses: review@1
        every: 3 months
        align: quarter
        remind: [1 week]
        with: {results: [large-revision, retire]}
        outcomes: {large-revision: {new-case: sample}, retire: utfasning}
      - id: utfasning
        uses: phase-out@1
        within: 6 months
        with: {kind: document}
        out-of-force: archived
    """
}
