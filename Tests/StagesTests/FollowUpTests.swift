import FollowUpStage
import StageKit
import Testing

struct FollowUpTests {
  private func quarter(_ settings: String = "{regions: [regions]}") throws -> AttemptBench {
    try AttemptBench(
      FollowUp.self, settings: settings,
      Opening(
        on: CivilDate("2027-01-04") ?? .blank, owner: "livscykelfunktionen",
        sets: [.init("regions", ["region-08", "region-24", "region-25"])]))
  }

  private func measure(_ stage: inout AttemptBench, _ row: String) throws -> [String] {
    try stage.say("measure", "{rows: [{\(row)}]}", on: "2027-07-05")
  }

  @Test(arguments: [
    ("2027K2", "2027Q2"), ("2027-kv2", "2027Q2"), ("2027 q2", "2027Q2"), ("2027h1", "2027H1"),
    ("2027T1", "2027T1"), ("2027-03", "2027-03"), ("2027", "2027"),
  ])
  func `a period is kept in one form`(_ written: String, _ kept: String) throws {
    var stage = try quarter()
    #expect(
      try measure(&stage, "indicator: Andel, period: '\(written)', value: '41'").isEmpty)
    #expect(stage.rows("Mätvärden").map { $0[5] } == [kept])
  }

  @Test(arguments: ["2027Q5", "2027-13", "2027H0", "27Q1", "2027W3", "2027-", "2027Q", "2027 03"])
  func `what is no period is refused`(_ written: String) throws {
    var stage = try quarter()
    #expect(
      try measure(&stage, "indicator: Andel, period: '\(written)', value: '41'")
        == ["rows.1.period: schema/wrong-form"])
  }

  @Test func `a code without its zero is mended and said to be`() throws {
    var stage = try quarter()
    try stage.say(
      "measure",
      "{indicator: DDD, period: 2027Q1, rows: [{region-code: '8', value: '1'}, {region-code: '25', value: '2'}]}",
      on: "2027-04-05")
    #expect(stage.rows("Mätvärden").map { $0[4] } == ["region-08", "region-25"])
    #expect(stage.fact("Koder som saknade nolla") == "8 → 08")
  }

  @Test(arguments: [
    ("region-code: '02'", "rows.1.region-code: follow-up/unknown-code"),
    ("region: region-99", "rows.1.region: follow-up/unknown-region"),
    ("region: region-25, region-code: '08'", "rows.1.region-code: follow-up/code-differs"),
    ("region-code: '0'", "rows.1.region-code: schema/wrong-form"),
  ])
  func `a region that is not followed is refused`(_ row: String, _ fault: String) throws {
    var stage = try quarter()
    #expect(
      try measure(&stage, "indicator: DDD, period: 2027Q1, value: '1', \(row)") == [fault])
  }

  @Test func `the same figure again replaces it, and that is counted`() throws {
    var stage = try quarter()
    for value in ["41,5", "42,0"] {
      _ = try measure(
        &stage, "indicator: Andel, period: 2027Q1, sex: women, value: '\(value)', target: 70")
    }
    _ = try measure(&stage, "indicator: Andel, period: 2027Q2, sex: women, value: '43'")
    #expect(stage.rows("Mätvärden").map { $0[6] } == ["42,0", "43"])
    #expect(stage.fact("Ersatta värden") == "1")
    #expect(stage.attempt.summary.line?.sv == "Värden till och med 2027Q2")
  }

  @Test func `a missing split by sex and region is told of the latest period`() throws {
    var stage = try quarter("{indicators: [{name: Andel}, {name: Antal}], regions: [regions]}")
    #expect(stage.rows("Saknad uppdelning").map { $0[1] } == ["Uppgift saknas", "Uppgift saknas"])
    for sex in ["women", "men"] {
      _ = try measure(
        &stage, "indicator: Andel, period: 2027Q1, sex: \(sex), region: region-25, value: '41'")
    }
    #expect(
      stage.rows("Saknad uppdelning").first
        == ["Andel", "2027Q1", "", "region-08, region-24"])
    _ = try measure(&stage, "indicator: Andel, period: 2027Q2, sex: women, value: '41'")
    #expect(
      stage.rows("Saknad uppdelning").first
        == ["Andel", "2027Q2", "Män", "region-08, region-24, region-25"])
  }

  @Test func `an indicator brings its unit, register, baseline and target`() throws {
    var stage = try quarter(
      "{indicators: [{name: Andel, unit: '%', register: NPCR, baseline: '41', target: '70'}]}")
    _ = try measure(&stage, "period: 2027Q1, value: '44'")
    #expect(
      stage.rows("Mätvärden") == [
        ["Andel", "%", "NPCR", "Alla", "", "2027Q1", "44", "41", "70"]
      ])
  }

  @Test func `an indicator that stands twice in the settings is told`() throws {
    #expect(
      try faults(FollowUp.self, settings: "{indicators: [{name: A}, {name: A}]}")
        == ["follow-up/repeated-indicator"])
  }
}
