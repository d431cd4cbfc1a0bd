import Canonical
import CivilTime
import Definitions
import Lifecycle
import Located
import Register
import StageKit
import StageRegistry
import Testing
import Views
import YAMLReading

/// A product as its users make it: acts go through the engine, the state is a fold of the events.
final class Story {
  let engine: Engine
  let names: Names
  private(set) var events: [Event] = []
  private(set) var state: ProductState
  private var texts: [ContentHash: String] = [:]

  init(_ stream: String, pipeline: String = Story.careProgramme) throws {
    let organisation = try Story.organisation()
    let reading = DefinitionReader(
      stages: StageCatalogue(registeredStages), organisation: organisation
    ).read([try Story.node(pipeline)])
    guard reading.diagnostics.isEmpty else { throw Unreadable(reading.diagnostics) }
    let pinned = reading.definitions.map { Pinned($0) }
    let fold = Fold { hash in pinned.first { $0.definition.hash == hash } }
    engine = Engine(organisation: organisation, definitions: pinned, fold: fold)
    names = Names(organisation, on: date("2026-01-01"))
    state = ProductState(stream: stream)
  }

  var prose: ProseLookup {
    let texts = texts
    return { texts[$0] }
  }

  /// Opens the first case.
  func open(_ title: String, on day: String) throws {
    try perform(
      .open(
        Command.OpenCase(
          title: Text(sv: title, en: "\(title) (en)"), pipeline: .latest(id: "vardprogram"),
          inputs: [Binding("diagnosis", "C61")], roles: [Binding("grupp", "vpg-prostata")])),
      on: day, for: "samverkan")
  }

  /// Does an act of a stage in the case of the stream's latest edition.
  @discardableResult
  func act(
    _ stage: String, _ act: String, on day: String, for body: String, lane: String? = nil,
    corrects: Int? = nil, _ form: String = "{}"
  ) throws -> Int {
    try perform(
      .act(
        caseID: caseID, spot: Spot(stage, lane: lane), act: act, form: try Story.node(form),
        corrects: corrects), on: day, for: body)
    return events.last { $0.type == ActSaid.type }?.sequence ?? 0
  }

  var caseID: String { state.cases.last?.id ?? "" }

  func perform(_ command: Command, on day: String, for body: String) throws {
    let context = Context(on: date(day), by: Body(stringLiteral: body))
    switch engine.decide(command, on: state, context) {
    case .refused(let refusals): throw Refused(refusals)
    case .accepted(let drafts, _):
      for draft in drafts {
        for text in draft.prose { texts[ContentHash(hashing: text)] = text }
        let event = Event(
          stream: state.stream, sequence: events.count + 1, caseID: draft.caseID,
          id: "event-\(events.count + 1)", type: draft.type, recordedAt: Instant(milliseconds: 0),
          effectiveAt: draft.on, actor: "tester", onBehalfOf: body, command: "command",
          definition: draft.definition, payload: draft.payload)
        events.append(event)
        engine.fold.apply(event, to: &state)
      }
    }
  }

  /// A text that an archive rule takes away.
  func forget(_ text: String) {
    texts[ContentHash(hashing: text)] = nil
  }

  static func organisation() throws -> Organisation {
    let (organisation, diagnostics) = Organisation.load([try node(register)])
    guard let organisation, diagnostics.isEmpty else { throw Unreadable(diagnostics) }
    return organisation
  }

  static func node(_ text: String) throws -> Node {
    let read = YAMLReader.read(Array(text.utf8), path: "test.yaml")
    guard let root = read.root, read.diagnostics.isEmpty else { throw Unreadable(read.diagnostics) }
    return root
  }
}

struct Unreadable: Error, CustomStringConvertible {
  let description: String

  init(_ diagnostics: [Diagnostic]) {
    description = diagnostics.map { "\($0.span.start.line): \($0.code): \($0.message.en)" }
      .joined(separator: "\n")
  }
}

struct Refused: Error, CustomStringConvertible {
  let description: String

  init(_ refusals: [Refusal]) {
    description = refusals.map { "\($0.code): \($0.text.en)" }.joined(separator: "\n")
  }
}

/// A date that the tests know to be one.
func date(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}

// MARK: - What the stories go by

extension Story {
  static let register = """
    register: small
    powers:
      - {id: decide, title: {sv: Besluta, en: Decide}}
      - {id: consult, title: {sv: Lämna remissvar, en: Answer consultations}}
    kinds:
      - {id: region, title: Region, level: region, powers: [decide, consult]}
      - {id: group, title: {sv: Samverkansgrupp, en: Cooperation group}, level: national, powers: [decide]}
      - {id: working-group, title: {sv: Arbetsgrupp, en: Working group}, level: national, open: true}
      - {id: association, title: {sv: Förening, en: Association}, level: national, powers: [consult]}
    sets:
      - {id: regions, title: {sv: Regionerna, en: The regions}, kind: region}
    bodies:
      - {id: region-01, kind: region, code: "01", name: {sv: Region Stockholm, en: Stockholm Region}}
      - {id: region-08, kind: region, code: "08", name: {sv: Region Kalmar län, en: Kalmar Region}}
      - {id: region-24, kind: region, code: "24", name: {sv: Region Västerbotten, en: Västerbotten Region}}
      - {id: region-25, kind: region, code: "25", name: {sv: Region Norrbotten, en: Norrbotten Region}}
      - {id: samverkan, kind: group, name: {sv: RCC i samverkan, en: RCC in cooperation}}
      - {id: lpo-cancer, kind: working-group, name: LPO cancer, acting-for: [{body: region-25, from: 2020}]}
      - {id: urologerna, kind: association, name: {sv: Svensk urologisk förening, en: Swedish Urology Association}}
    calendar:
      saturday-works: false
      holidays:
        - {name: {sv: nyårsdagen, en: New Year's Day}, day: "01-01"}
        - {name: {sv: långfredagen, en: Good Friday}, easter: -2}
        - {name: {sv: juldagen, en: Christmas Day}, day: "12-25"}
    windows:
      - id: national-remiss
        title: {sv: Nationell remiss, en: National consultation}
        opens-shift: forward
        closes-shift: back
        rounds:
          - {opens: "04-15", closes: "06-14"}
          - {opens: "11-15", closes: "02-14"}

    """

  static let careProgramme = """
    pipeline: vardprogram
    version: "1"
    valid: {from: 2020-01-01}
    title: {sv: Nationellt vårdprogram, en: National care programme}
    product: care-programme
    key: diagnosis
    owner: samverkan
    roles: {grupp: working-group}
    inputs:
      diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}
    remind: [4 weeks, 1 week]
    escalate: {after: 2 weeks, to: samverkan}
    stages:
      - id: utkast
        title: {sv: Utkast, en: Draft}
        uses: draft@1
        owner: grupp
        within: 3 months
        with: {documents: [consultation-draft]}
      - id: remiss
        title: {sv: Remiss, en: Consultation}
        uses: remiss@1
        owner: grupp
        window: national-remiss
        when: {edition: first}
        acts: {extend: samverkan}
        with: {parties: [regions, urologerna]}
      - id: beslut
        title: {sv: Fastställande, en: Adoption}
        uses: decision@1
        within: 3 months
        outcomes: {refer-back: {to: beslut, at-most: 1}, reject: end}
      - id: publicering
        title: {sv: Publicering, en: Publication}
        uses: publication@1
        within: 4 weeks
        in-force: published
      - id: anpassning
        title: {sv: Regional anpassning, en: Local adaptation}
        uses: local-adaptation@1
        for-each: regions
        within: 6 months
      - id: oversyn
        title: {sv: Översyn, en: Review}
        uses: review@1
        every: 12 months
        outcomes: {small-revision: new-case, large-revision: new-case, retire: end}

    """
}
