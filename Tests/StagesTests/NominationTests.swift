import NominationStage
import StageKit
import Testing

@Suite struct NominationTests {
  private func nomination(
    _ settings: String = "{route: working-group, confirmers: [npo-ogon]}"
  ) throws -> AttemptBench {
    try AttemptBench(
      Nomination.self, settings: settings,
      Opening(
        on: CivilDate("2026-09-01") ?? .blank, owner: "npo-ogon",
        sets: [.init("npo-ogon", ["npo-ogon"]), .init("sks", ["sks"])]))
  }

  private func form(_ person: String, _ rest: String = "") -> String {
    "{person: \(person), seat: Expert, manager-consent: true, competence: A, position: B, "
      + "mandate-description: C\(rest)}"
  }

  @Test func `each field of the template that is missing is told`() throws {
    var stage = try nomination()
    #expect(
      try stage.say("nominate", "{person: p-1, seat: Expert}", on: "2026-09-02") == [
        "manager-consent: nomination/missing-field", "competence: nomination/missing-field",
        "position: nomination/missing-field", "mandate-description: nomination/missing-field",
      ])
  }

  @Test(arguments: [("region-25", []), ("npo-ogon", ["person: nomination/wrong-confirmer"])])
  func `a region confirms its own representative`(_ by: String, _ faults: [String]) throws {
    var stage = try nomination()
    try stage.say("nominate", form("p-1", ", represents: region-25"), on: "2026-09-02")
    try stage.say("declare", "{person: p-1, conflict: clear}", on: "2026-09-02")
    #expect(
      try stage.say("confirm-member", "{person: p-1}", on: "2026-09-03", by: Body(by)) == faults)
  }

  @Test func `who must not decline is told as well`() throws {
    var stage = try nomination()
    try stage.say("nominate", form("p-1"), on: "2026-09-02")
    #expect(
      try stage.say("decline", "{person: p-1, reason: nej}", on: "2026-09-03", by: "region-25")
        == ["person: nomination/wrong-confirmer"])
  }

  @Test func `to a national group the seat's region does not confirm`() throws {
    var stage = try nomination("{route: national-group, confirmers: [sks]}")
    try stage.say("nominate", form("p-1", ", represents: norra"), on: "2026-09-02")
    try stage.say("declare", "{person: p-1, conflict: clear}", on: "2026-09-02")
    #expect(stage.attempt.owes.map(\.act) == ["prepare"])
    try stage.say("prepare", "{person: p-1}", on: "2026-09-03", by: "beredningsgrupp")
    #expect(stage.attempt.owes == [Owed("confirm-member", by: "sks", Text("p-1"))])
    #expect(try stage.say("confirm-member", "{person: p-1}", on: "2026-09-04", by: "sks") == [])
    #expect(try stage.say("finish", "{}", on: "2026-09-05") == [])
    #expect(stage.attempt.outcome?.name == "confirmed")
  }

  @Test func `those who were confirmed are handed on when all is settled`() throws {
    var stage = try nomination("{route: national-group, confirmers: [sks]}")
    for person in ["p-1", "p-2"] {
      try stage.say("nominate", form(person, ", represents: norra"), on: "2026-09-02")
      try stage.say("declare", "{person: \(person), conflict: clear}", on: "2026-09-03")
      try stage.say("prepare", "{person: \(person)}", on: "2026-09-04", by: "beredningsgrupp")
    }
    try stage.say("confirm-member", "{person: p-1, minutes: § 9 a}", on: "2026-09-24", by: "sks")
    try stage.say("decline", "{person: p-2, reason: nej}", on: "2026-09-24", by: "sks")
    #expect(stage.given("confirmed-member") == [])
    try stage.say("finish", "{}", on: "2026-09-25")
    #expect(
      stage.given("confirmed-member") == ["p-1 norra sks 2026-09-24 2026-09-03 clear § 9 a"])
  }

  @Test func `who confirms sees the nomination file`() throws {
    var stage = try nomination()
    try stage.say("nominate", form("p-1"), on: "2026-09-02")
    #expect(stage.rows("Nomineringsunderlag") == [["p-1", "A", "B", "C", "Finns"]])
  }

  @Test func `a declaration is missing until it is there, and the state is a word of its own`()
    throws
  {
    var stage = try nomination()
    try stage.say("nominate", form("p-1"), on: "2026-09-02")
    #expect(
      stage.rows("Nomineringar") == [
        ["p-1", "Expert", "", "npo-ogon", "Saknas", "Nominerad", "", "", ""]
      ])
    #expect(stage.attempt.owes.map(\.act) == ["declare"])
    try stage.say("declare", "{person: p-1, conflict: clear}", on: "2026-09-02")
    try stage.say("confirm-member", "{person: p-1}", on: "2026-09-03")
    #expect(
      stage.rows("Nomineringar") == [
        ["p-1", "Expert", "", "npo-ogon", "Inget jäv", "Fastställd", "npo-ogon", "2026-09-03", ""]
      ])
    #expect(
      try stage.say("confirm-member", "{person: p-1}", on: "2026-09-04")
        == ["person: nomination/already-settled"])
  }
}
