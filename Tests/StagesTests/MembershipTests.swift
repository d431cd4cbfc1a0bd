import MembershipStage
import StageKit
import Testing

@Suite struct MembershipTests {
  /// A group of which these were confirmed in the nomination of the case.
  private func group(
    confirmed: [ConfirmedMember] = [], settings: String = "{kind: nag, confirmed: true}"
  ) throws -> AttemptBench {
    try AttemptBench(
      Membership.self, settings: settings,
      Opening(
        on: CivilDate("2026-10-01") ?? .blank, owner: "npo-ogon",
        taken: confirmed.map { Given(.confirmedMember, $0) }))
  }

  private func confirmed(_ person: Name, of region: Body? = nil) -> ConfirmedMember {
    ConfirmedMember(
      person, represents: region, by: region ?? "npo-ogon", on: CivilDate("2026-09-24") ?? .blank,
      minutes: "§ 9, punkt 2", declaredOn: CivilDate("2026-09-14"), conflict: .manageable)
  }

  @Test func `who was confirmed takes the seat with what the nomination knew`() throws {
    var stage = try group(confirmed: [confirmed("p-1", of: "norra"), confirmed("p-2")])
    #expect(
      stage.attempt.owes == [
        Owed("seat", by: "npo-ogon", Text("p-1")), Owed("seat", by: "npo-ogon", Text("p-2")),
      ])
    #expect(stage.attempt.summary.line?.sv == "0 ledamöter, 2 väntar på sin plats")
    #expect(try stage.say("seat", "{person: p-1, seat: member}", on: "2026-10-05") == [])
    #expect(
      stage.rows("Ledamöter") == [
        [
          "p-1", "Ledamot", "norra", "", "", "2026-10-05", "2029-10-05", "0", "2026-09-14",
          "Kan hanteras", "",
        ]
      ])
    #expect(
      stage.rows("Fastställda") == [
        ["p-1", "Ledamot", "norra", "2026-09-24", "§ 9, punkt 2"],
        ["p-2", "Väntar på sin plats", "npo-ogon", "2026-09-24", "§ 9, punkt 2"],
      ])
    try stage.say("leave", "{person: p-2}", on: "2026-10-06")
    #expect(stage.attempt.owes == [])
    #expect(
      try stage.say("seat", "{person: p-2, seat: member}", on: "2026-10-07")
        == ["person: membership/not-confirmed"])
  }

  @Test(arguments: [
    ("seat: member", ["person: membership/not-confirmed"]),
    ("seat: process-leader", []), ("seat: co-opted", []),
    ("seat: member, confirmed-by: sodra", ["confirmed-on: membership/not-confirmed"]),
    ("seat: member, confirmed-on: 2026-09-01", ["confirmed-by: membership/not-confirmed"]),
    (
      "seat: member, confirmed-by: sodra, confirmed-on: 2026-12-01",
      ["confirmed-on: membership/not-confirmed"]
    ),
    ("seat: member, confirmed-by: sodra, confirmed-on: 2026-09-01", []),
    // Who sat there before the group was taken in is taken in as it is.
    ("seat: member, from: 2025-10-01", []),
  ])
  func `nobody new takes a seat without being confirmed`(_ seat: String, _ faults: [String]) throws
  {
    var stage = try group()
    try stage.say("declare", "{person: p-1}", on: "2026-10-02")
    #expect(try stage.say("seat", "{person: p-1, \(seat)}", on: "2026-10-05") == faults)
  }

  @Test func `a group that was nominated here has no seats from before`() throws {
    var stage = try group(confirmed: [confirmed("p-1")])
    try stage.say("declare", "{person: p-2}", on: "2026-10-02")
    #expect(
      try stage.say("seat", "{person: p-2, seat: member, from: 2025-10-01}", on: "2026-10-05")
        == ["person: membership/not-confirmed"])
  }

  @Test func `a group that staffs itself asks for no confirmation`() throws {
    var stage = try group(settings: "{kind: rpo}")
    try stage.say("declare", "{person: p-1}", on: "2026-10-02")
    #expect(try stage.say("seat", "{person: p-1, seat: member}", on: "2026-10-05") == [])
  }

  @Test(arguments: ["p-1 - sks 2026-09-24 - - -", "p-1 norra sks 2026-09 2026-09-14 clear § 9 a"])
  func `a confirmed member is the text that says it`(_ text: String) throws {
    #expect(try #require(ConfirmedMember(text)).description == text)
  }
}
