import GateStage
import StageKit
import Testing

@Suite struct GateTests {
  private func gate(_ settings: String = "{}") throws -> AttemptBench {
    try AttemptBench(
      Gate.self, settings: settings,
      Opening(
        on: CivilDate("2026-09-01") ?? .blank, owner: "npo-hud-kon",
        taken: [Given(.document, Version("text", "2"))]))
  }

  @Test(arguments: [
    ("{}", ["approved", "refer-back"]),
    ("{asks-consequences: true}", ["light-round", "full-round", "refer-back"]),
  ])
  func `only where the question is asked does the answer choose the way`(
    _ settings: String, _ names: [String]
  ) throws {
    #expect(try gate(settings).prepared.outcomes.map(\.name) == names)
  }

  @Test func `until it is passed it says whose approval is missing`() throws {
    var gate = try gate("{asks-consequences: true}")
    #expect(gate.attempt.summary.line?.sv == "Godkännande saknas (npo-hud-kon)")
    try gate.say("approve", "{consequences-changed: false, minutes: § 7}", on: "2026-11-23")
    #expect(gate.attempt.summary.line?.sv == "Godkänd för synpunktsinhämtning 2026-11-23")
    #expect(gate.fact("Konsekvenserna för regionerna") == "Ändras inte")
    #expect(gate.fact("Underlag") == "text#2")
    #expect(gate.attempt.owes == [])
  }

  @Test func `what was approved is not approved again`() throws {
    var gate = try gate()
    try gate.say("approve", "{}", on: "2026-11-23")
    #expect(try gate.say("approve", "{}", on: "2026-11-24") == [": gate/passed"])
    #expect(try gate.say("refer-back", "{reason: ja}", on: "2026-11-24") == [": gate/passed"])
  }
}
