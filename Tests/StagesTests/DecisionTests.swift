import DecisionStage
import RandomTesting
import StageKit
import Testing

struct DecisionTests {
  private func opening(seats: Int = 0) -> Opening {
    Opening(
      on: CivilDate("2026-11-16") ?? .blank, owner: "sks",
      electorate: (0..<seats).compactMap { Body("plats-\($0 + 1)") })
  }

  private func decision(_ settings: String = "{}", seats: Int = 0) throws -> AttemptBench {
    try AttemptBench(Decision.self, settings: settings, opening(seats: seats))
  }

  @Test func `a decision is known by decider, day and paragraph`() throws {
    var stage = try decision()
    try stage.say(
      "decide", "{outcome: adopt, minutes: '#41', decider: sks}", on: "2027-04-20",
      by: "npo-hud-kon")
    #expect(
      stage.attempt.given == [
        Given(.decision, Version("sks", "2027-04-20 41")),
        Given(.decidedOn, CivilDate("2027-04-20") ?? .blank),
      ])
    #expect(stage.attempt.summary.line?.sv == "Fastställd 2027-04-20 av sks, #41")
  }

  @Test func `a decision known by its month stays a month`() throws {
    var stage = try decision()
    try stage.say("decide", "{outcome: adopt}", on: "2017-02", by: "sks")
    #expect(stage.attempt.given.map(\.value) == ["sks#2017-02", "2017-02"])
  }

  @Test func `options take the place of adopt and go forward`() throws {
    let prepared = try StageContract(Decision.self).prepare(
      node("{options: [light-round, full-round]}")
    ).prepared
    #expect(
      prepared?.outcomes.map { "\($0.name) \($0.flow)" } == [
        "light-round forward", "full-round forward", "refer-back diverting", "reject diverting",
      ])
  }

  @Test(arguments: [
    ("{options: [reject]}", "decision/reserved-option", "options.1"),
    ("{options: [light, light]}", "decision/repeated-option", "options.2"),
    ("{options: [light, full], ballot: true}", "decision/ballot-on-options", "ballot"),
    ("{quorum: 0}", "schema/out-of-bounds", "quorum"),
  ])
  func `settings that cannot work are told`(_ yaml: String, _ code: String, _ place: String) throws
  {
    let (prepared, found) = try StageContract(Decision.self).prepare(node(yaml))
    #expect(prepared == nil)
    #expect(found.map(\.fault.code) == [code])
    #expect(found.map(\.fault.place.description) == [place])
  }

  @Test func `a default is shown as it would be written`() {
    let fields = StageContract(Decision.self).settings.fields
    #expect(fields.map(\.fallback) == [nil, nil, "false", "simple-majority"])
  }

  @Test func `all reasons are told at once`() throws {
    var stage = try decision("{quorum: 3}", seats: 5)
    #expect(
      try stage.say("decide", "{outcome: refer-back}", on: "2027-04-20", by: "sks") == [
        "reason: decision/no-reason", "present: decision/no-present",
      ])
  }

  @Test func `a quorum that cannot be reached names the numbers`() throws {
    var stage = try decision("{quorum: 5}", seats: 5)
    try stage.say("recuse", "{member: plats-2}", on: "2027-04-20", by: "sks")
    let said = Said(on: CivilDate("2027-04-20") ?? .blank, by: "sks", number: 2)
    let decide = try #require(stage.attempt.index(ofAct: "decide"))
    guard
      case .refused(let found) = stage.attempt.decide(
        decide, try node("{outcome: adopt, present: 4}"), said)
    else {
      Issue.record("it was accepted")
      return
    }
    #expect(
      found.map(\.fault.text.sv) == [
        "beslutsförhet kräver 5, men av 5 ledamöter kan högst 4 delta"
      ])
  }

  @Test func `the minutes may know of more recusals than were registered, never of fewer`() throws {
    var stage = try decision(seats: 5)
    try stage.say("recuse", "{member: plats-2}", on: "2027-04-20", by: "sks")
    #expect(
      try stage.say("decide", "{outcome: adopt, recused: 0}", on: "2027-04-20", by: "sks")
        == ["recused: decision/recused-differs"])
    #expect(
      try stage.say(
        "decide", "{outcome: adopt, recused: 2, present: 4}", on: "2027-04-20", by: "sks")
        == ["present: decision/impossible-present"])
    #expect(
      try stage.say(
        "decide", "{outcome: adopt, recused: 2, present: 3}", on: "2027-04-20", by: "sks")
        == [])
    #expect(stage.fact("Avstod på grund av jäv") == "2 (plats-2)")
  }

  @Test func `a body whose composition nobody knows decides by its minutes`() throws {
    var stage = try decision("{ballot: true}")
    #expect(
      try stage.say("position", "{member: plats-1, stance: for}", on: "2027-04-20", by: "sks")
        == [": decision/no-electorate"])
    #expect(try stage.say("decide", "{outcome: adopt}", on: "2027-04-20", by: "sks") == [])
  }

  @Test func `positions are refused where the process asks for none`() throws {
    var stage = try decision(seats: 3)
    #expect(
      try stage.say("position", "{member: plats-1, stance: for}", on: "2027-04-20", by: "sks")
        == [": decision/no-ballot"])
  }

  @Test func `the decision follows the ballot, but referring back is free`() throws {
    var stage = try decision("{ballot: true, rule: two-thirds}", seats: 3)
    #expect(
      try stage.say("decide", "{outcome: adopt}", on: "2027-04-20", by: "sks")
        == ["outcome: decision/no-positions"])
    try stage.say("position", "{member: plats-1, stance: for}", on: "2027-04-20", by: "sks")
    #expect(
      try stage.say("decide", "{outcome: reject, reason: nej}", on: "2027-04-20", by: "sks")
        == ["outcome: decision/carried"])
    try stage.say("position", "{member: plats-2, stance: against}", on: "2027-04-20", by: "sks")
    #expect(
      try stage.say("decide", "{outcome: adopt}", on: "2027-04-20", by: "sks")
        == ["outcome: decision/not-carried"])
    #expect(
      try stage.say(
        "decide", "{outcome: refer-back, reason: mer data}", on: "2027-04-20", by: "sks")
        == [])
  }

  @Test func `in a ballot the silent owe a position and the owner the decision`() throws {
    var stage = try decision("{ballot: true}", seats: 4)
    try stage.say("position", "{member: plats-1, stance: for}", on: "2027-04-20", by: "sks")
    try stage.say("recuse", "{member: plats-3}", on: "2027-04-20", by: "sks")
    #expect(
      stage.attempt.owes == [
        Owed("position", by: "plats-2"), Owed("position", by: "plats-4"), Owed("decide", by: "sks"),
      ])
    #expect(stage.attempt.summary.line?.sv == "1 av 3 har tagit ställning")
    #expect(
      stage.rows("Ställningstaganden") == [
        ["plats-1", "För", "2027-04-20"], ["plats-2", "Uppgift saknas", ""],
        ["plats-3", "Jävig, deltar inte", ""], ["plats-4", "Uppgift saknas", ""],
      ])
  }

  @Test func `what is decided is corrected, not decided again`() throws {
    var stage = try decision()
    try stage.say("decide", "{outcome: adopt}", on: "2027-04-20", by: "sks")
    for (act, fields) in [
      ("decide", "{outcome: adopt}"), ("table", "{}"), ("recuse", "{member: plats-1}"),
    ] {
      #expect(try stage.say(act, fields, on: "2027-04-21", by: "sks") == [": decision/decided"])
    }
  }

  @Test(arguments: [
    ("2027-03", "2027-03-15", true), ("2027-03-15", "2027-03", true),
    ("2027-03-15", "2027-03-15", true), ("2027-03", "2027-02-28", false),
    ("2027-03-01", "2027-02", false),
  ])
  func `a month overlaps the days in it`(_ said: String, _ until: String, _ isAccepted: Bool) throws
  {
    var stage = try decision()
    let faults = try stage.say("table", "{until: \(until)}", on: said, by: "sks")
    #expect(faults == (isAccepted ? [] : ["until: decision/until-passed"]))
  }

  @Test(arguments: UInt64(1)...60)
  func `the ballot of a decision equals a recount of the accepted acts`(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    var stage = try decision("{ballot: true}", seats: 5)
    let anyone = (1...7).map { "plats-\($0)" }
    var last: [String: String] = [:]
    var recused: Set<String> = []
    for _ in 0..<30 {
      let member = dice.one(of: anyone)
      if dice.chance(15) {
        let faults = try stage.say("recuse", "{member: \(member)}", on: "2027-04-20", by: "sks")
        if faults.isEmpty { recused.insert(member) }
      } else {
        let stance = dice.one(of: Ballot.Stance.allCases)
        let faults = try stage.say(
          "position", "{member: \(member), stance: \(stance.rawValue)}", on: "2027-04-20", by: "sks"
        )
        #expect(faults.isEmpty == (anyone.prefix(5).contains(member) && !recused.contains(member)))
        if faults.isEmpty { last[member] = stance.title.sv }
      }
    }
    let expected = anyone.prefix(5).map { member in
      recused.contains(member) ? "Jävig, deltar inte" : last[member] ?? "Uppgift saknas"
    }
    #expect(stage.rows("Ställningstaganden").map { $0[1] } == expected)
  }
}
