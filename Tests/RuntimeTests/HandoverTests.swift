import Canonical
import CivilTime
import Definitions
import Foundation
import Lifecycle
import Located
import Register
import Runtime
import StageKit
import StageRegistry
import Store
import Testing
import YAMLReading

struct HandoverTests {
  @Test func `a lane mirrors the case that carries it`() throws {
    let handover = try Handing()
    #expect(handover.lane("region-25").status == .waiting)
    _ = try handover.receive("region-25")
    #expect(handover.lane("region-25").line == "Mottaget i vp-kol-region-25-1")
    try handover.decide("region-25", "adopted")
    #expect(handover.lane("region-25").outcome == "adopted")
    #expect(handover.lane("region-13").status == .waiting)
    #expect(try handover.runner.store.outbox().isEmpty)
    #expect(try handover.runner.verify().faults == [])
  }

  @Test func `what was handed over is what the receiver's case begins with`() throws {
    let handover = try Handing()
    let receipt = try #require(try handover.receive("region-25").receipt)
    #expect(receipt.state.cases[0].given == [Binding("document", "text#1")])
    let opening = try #require(receipt.state.cases[0].attempts[0].last?.opening)
    #expect(opening.take(.document) == Version("text", "1"))
  }

  @Test(arguments: [
    ("vp-kol-1", "overlamning", "region-99"), ("vp-kol-1", "utkast", "region-25"),
    ("vp-kol-9", "overlamning", "region-25"),
  ])
  func `no case carries a lane that is not there`(
    caseID: String, stage: String, lane: String
  ) throws {
    let handover = try Handing()
    let answer = try handover.receive(lane, from: caseID, stage, as: "vp-kol-x", by: "region-25")
    guard case .refused(let refusals) = answer else {
      Issue.record("it was opened")
      return
    }
    #expect(refusals.map(\.code) == ["handover/no-lane"])
    #expect(try handover.runner.state(of: "vp-kol-x").version == 0)
  }

  @Test func `a lane is carried by one case`() throws {
    let handover = try Handing()
    _ = try handover.receive("region-25")
    _ = try handover.receive("region-25", as: "vp-kol-again")
    // It is open, and the lane goes on with the first; the tick says so.
    #expect(handover.lane("region-25").line == "Mottaget i vp-kol-region-25-1")
    let ticked = try handover.runner.tick(on: try date("2027-04-02"))
    #expect(ticked.failed.map(\.product) == ["vp-kol-again"])
  }

  @Test func `what could not be told at once is told by the next tick, once`() throws {
    let handover = try Handing()
    let rival = handover.rival
    // Whoever writes between sees to it that the lane cannot be told now.
    rival.refuses = true
    _ = try handover.receive("region-25")
    #expect(handover.lane("region-25").status == .waiting)
    rival.refuses = false
    for _ in 0..<2 { #expect(try handover.runner.tick(on: try date("2027-04-02")).failed.isEmpty) }
    #expect(handover.lane("region-25").line == "Mottaget i vp-kol-region-25-1")
  }

  @Test func `a lane that is done learns of nothing but a new result`() throws {
    let handover = try Handing()
    _ = try handover.receive("region-25")
    try handover.decide("region-25", "adopted")
    try handover.review("region-25")
    #expect(handover.lane("region-25").outcome == "adopted")
    #expect(try handover.runner.store.outbox().isEmpty)
  }

  @Test func `a region that decides anew is a new report in its lane`() throws {
    let handover = try Handing()
    _ = try handover.receive("region-25")
    try handover.decide("region-25", "adopted")
    try handover.review("region-25")
    try handover.decide("region-25", "declined", of: "vp-kol-region-25-2")
    #expect(handover.lane("region-25").outcome == "declined")
    #expect(try handover.runner.store.outbox().isEmpty)
  }
}

/// A national case that has come to its handover, and what regions do with it.
private struct Handing {
  let rival: Refusing
  let runner: Runner

  init() throws {
    let workspace = try Workspace.shared.get()
    let nodes = [national, regional].compactMap { YAMLReader.read(Array($0.utf8), path: "p").root }
    let definitions = DefinitionReader(
      stages: StageCatalogue(registeredStages), organisation: workspace.organisation
    ).read(nodes).definitions
    try #require(definitions.count == 2)
    rival = Refusing()
    runner = Runner(
      store: rival, stages: StageCatalogue(registeredStages),
      organisation: workspace.organisation, definitions: definitions,
      clock: { Instant(milliseconds: 1_800_000_000_000) })
    _ = try perform(
      .open(
        Command.OpenCase(
          title: Text("KOL"), pipeline: .latest(id: "nationellt"),
          inputs: [Binding("diagnosis", "J44")], roles: [])), "vp-kol", "sks")
    try act("vp-kol", "utkast", "attach", ["document": "text", "at": "x"], "sks")
    try act("vp-kol", "utkast", "submit", [:], "sks")
  }

  func lane(_ region: String) -> (status: LaneState.Status, line: String?, outcome: String?) {
    guard let one = try? runner.state(of: "vp-kol")["vp-kol-1"],
      let lane = one.runs[0].lanes.first(where: { $0.body == region })
    else { return (.cancelled, nil, nil) }
    let last = lane.attempts[0].last
    return (lane.status(in: one.runs[0]), last?.attempt.summary.line?.sv, last?.outcome)
  }

  func receive(
    _ region: String, from caseID: String = "vp-kol-1", _ stage: String = "overlamning",
    as product: String? = nil, by body: String? = nil
  ) throws -> Answer {
    var opening = Command.OpenCase.Opening()
    opening.carries = Carried(product: "vp-kol", caseID: caseID, stage: stage, lane: region)
    let own = product ?? "vp-kol-\(region)"
    return try perform(
      .open(
        Command.OpenCase(
          title: Text("KOL"), pipeline: .latest(id: "mottagande"),
          inputs: [
            Binding("document", "vp-kol"), Binding("region", body ?? region),
            Binding("number", own),
          ],
          roles: [Binding("lpo", "lpo-x")], opening: opening)), own, body ?? region)
  }

  func decide(_ region: String, _ outcome: String, of caseID: String? = nil) throws {
    try act(
      "vp-kol-\(region)", "beslut", "decide", ["outcome": outcome], "lpo-x", of: caseID)
  }

  func review(_ region: String) throws {
    try act("vp-kol-\(region)", "oversyn", "review", ["result": "large-revision"], "lpo-x")
  }

  private func act(
    _ product: String, _ stage: String, _ name: String, _ fields: [String: String], _ body: String,
    of caseID: String? = nil
  ) throws {
    var builder = TreeBuilder(path: "")
    let mark = Mark(line: 0, column: 1)
    builder.open(.mapping, mark)
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      builder.scalar(key, .argument, mark, mark)
      builder.scalar(value, .argument, mark, mark)
    }
    builder.close(mark)
    let answer = try perform(
      .act(
        caseID: caseID ?? "\(product)-1", spot: Spot(stage), act: name,
        form: try #require(builder.finish()), corrects: nil), product, body)
    try #require(answer.receipt != nil, "\(answer)")
  }

  private func perform(_ command: Command, _ product: String, _ body: String) throws -> Answer {
    let id = runner.newID()
    return try runner.perform(
      Order(
        command, on: product,
        Context(on: try date("2027-04-01"), by: Body(stringLiteral: body)), id: id,
        request: ContentHash(hashing: id), actor: "test"))
  }
}

private let national = """
  pipeline: nationellt
  version: "1"
  valid: {from: 2020-01-01}
  title: {sv: Nationellt, en: National}
  product: care-programme
  key: [diagnosis]
  owner: sks
  inputs: {diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}}
  remind: [4 weeks]
  stages:
    - {id: utkast, uses: draft@1, within: 1 month, with: {documents: [text]}}
    - id: overlamning
      uses: handover@1
      for-each: regions
      within: 6 months
      with: {pipeline: mottagande, stage: beslut, results: [adopted, declined]}
      proceed: {at-least: 15}
  """

private let regional = """
  pipeline: mottagande
  version: "1"
  valid: {from: 2020-01-01}
  title: {sv: Mottagande, en: Reception}
  product: regional-adoption
  key: [document, region, number]
  owner: lpo
  roles: {lpo: lpo}
  inputs:
    document: {type: product, title: {sv: Dokument, en: Document}}
    region: {type: body, title: {sv: Region, en: Region}}
    number: {type: text, title: {sv: Nummer, en: Number}}
  remind: [1 week]
  stages:
    - id: beslut
      uses: decision@1
      within: 1 month
      with: {options: [adopted, declined]}
      outcomes: {refer-back: end, reject: end}
      in-force: [adopted, declined]
    - {id: oversyn, uses: review@1, every: 12 months, outcomes: {small-revision: new-case, large-revision: new-case, retire: end}}
  """
