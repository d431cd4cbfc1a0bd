import CivilTime
import Foundation
import RandomTesting
import Register

/// A country at work, made up from a seed: care programmes, care pathways and initiatives of all
/// programme areas with their histories, as scenarios.
///
/// The same seed is the same country on every machine. Nothing in it is true.
struct Country {
  private var random: SeededRandom
  private let areas: [String]
  private let regions: [String]

  init(seed: UInt64, _ organisation: Organisation) {
    random = SeededRandom(seed, run: 0)
    let day = CivilDate(year: 2026, month: 11, day: 23) ?? .latest
    areas = organisation.members(of: "npo", on: day)
    regions = organisation.members(of: "regions", on: day)
  }

  /// 100 cancer care programmes, 200 care pathways and 150 initiatives, each a scenario.
  mutating func scenarios() -> [(name: String, text: String)] {
    ((1...100).map { programme($0) } + (1...200).map { pathway($0) }
      + (1...150).map { initiative($0) }).map { ($0.name, $0.text) }
  }

  private mutating func programme(_ number: Int) -> Story {
    let group = "vpg-\(number)"
    let centre = random.one(of: ["rcc-norr", "rcc-mellansverige", "rcc-vast", "rcc-syd"])
    let year = random.whole(2020...2024)
    var story = Story(
      "vardprogram-\(number)", pipeline: "cancer-care-programme@3",
      title: "Vårdprogram \(number)",
      inputs: "diagnosis: C\(number % 100 < 10 ? "0" : "")\(number % 100)",
      roles: "stodjande-rcc: \(centre), vardprogramgrupp: \(group)", opened: "\(year)-03-02")
    let key = number % 100 == 0 ? "D00" : nil
    if let key { story.replaceInput(with: "diagnosis: \(key)") }
    story.draft(
      "utkast", ["consultation-draft", "impact-statement", "cover-letter"], group, "\(year)-08-20")
    consult(&story, "remiss", collects: centre, disposes: group, opens: "\(year)-09-20", year: year)
    guard random.chance(85) else { return story }
    story.draft("bearbetning", ["final-version"], group, "\(year + 1)-03-10")
    story.act(
      "faststallande", "decide", "rcc-samverkan", "\(year + 1)-04-20",
      "{outcome: adopt, minutes: § \(number)}")
    story.act(
      "publicering", "publish", "rcc-samverkan", "\(year + 1)-05-04",
      "{version: \"\(random.whole(1...6)).0\", found-at: [vardprogram.pdf]}")
    adapt(&story, year: year + 1)
    return story
  }

  private mutating func pathway(_ number: Int) -> Story {
    let area = areas[number % areas.count]
    let group = "nag-\(number)"
    let year = random.whole(2021...2024)
    var story = Story(
      "vardforlopp-\(number)", pipeline: "care-pathway", title: "Vårdförlopp \(number)",
      inputs: "condition: Tillstånd \(number)",
      roles: "programomrade: \(area), arbetsgrupp: \(group)", opened: "\(year)-01-11")
    story.draft("forslag", ["proposal"], area, "\(year)-02-01")
    story.act("val", "decide", "sks", "\(year)-03-01", "{outcome: adopt, minutes: § 3}")
    story.draft("bemanning", ["mandate", "member-list"], area, "\(year)-04-12")
    story.draft(
      "utkast", ["consultation-draft", "impact-statement", "indicators"], group, "\(year)-08-25")
    consult(
      &story, "remiss", collects: "nationell-stod", disposes: group, opens: "\(year)-09-20",
      year: year)
    guard random.chance(80) else { return story }
    story.draft("bearbetning", ["final-version"], group, "\(year + 1)-03-14")
    story.act(
      "programomradets-beslut", "decide", area, "\(year + 1)-04-04",
      "{outcome: adopt, minutes: § 2}")
    story.act("godkannande", "decide", "sks", "\(year + 1)-05-02", "{outcome: adopt, minutes: § 8}")
    story.act(
      "publicering", "publish", "nationella-redaktionen", "\(year + 1)-05-20",
      "{version: \"1.0\", found-at: [vardforlopp.pdf]}")
    adapt(&story, year: year + 1)
    return story
  }

  private mutating func consult(
    _ story: inout Story, _ stage: String, collects: String, disposes: String, opens: String,
    year: Int
  ) {
    let stances = ["endorse", "with-reservation", "no-comments", "oppose"]
    for (number, region) in regions.enumerated() where random.chance(80) {
      let day = "\(year)-10-\(String(format: "%02d", 1 + number))"
      story.act(
        stage, "respond", collects, day,
        "{party: [\(region)], stance: \(random.one(of: stances)), comments: [{chapter: \"\(random.whole(1...12))\", category: organisation, text: Synpunkt från \(region)}]}"
      )
    }
    let rows = (1...story.acts(of: "respond")).map {
      "{comment: \"\($0).1\", effect: \(random.one(of: ["accepted", "noted"]))}"
    }.joined(separator: ", ")
    story.act(stage, "dispose", disposes, "\(year)-11-20", "{rows: [\(rows)]}")
    story.act(stage, "compile", collects, "\(year)-11-25", "{}")
  }

  private mutating func adapt(_ story: inout Story, year: Int) {
    for (number, region) in regions.enumerated() {
      guard random.chance(75) else { continue }
      let day =
        "\(year)-\(String(format: "%02d", 6 + number % 6))-\(String(format: "%02d", 1 + number))"
      let stand = random.one(of: ["adopted", "adopted", "adopted", "partly, reason: resurser"])
      story.act("lokal-anpassning", "report", region, day, "{stand: \(stand)}", lane: region)
      guard random.chance(70) else { continue }
      let done = random.whole(1...29)
      story.act(
        "inforande", "coverage", region, "\(year + 1)-02-\(String(format: "%02d", 1 + number))",
        "{done: \(done), of: 29}", lane: region)
    }
  }

  private mutating func initiative(_ number: Int) -> Story {
    let area = areas[number % areas.count]
    let year = random.whole(2021...2026)
    var story = Story(
      "insats-\(number)", pipeline: "initiative", title: "Insats \(number)",
      inputs: "subject: Insats \(number)", roles: "grupp: \(area)", opened: "\(year - 1)-10-01",
      atStage: "forslag")
    let kind = random.one(of: ["knowledge-support", "managed-introduction", "stronger-follow-up"])
    let goal = random.one(of: [
      "equal", "safe", "individual", "accessible", "efficient", "knowledge-based",
    ])
    story.act(
      "forslag", "describe", area, "\(year - 1)-10-14",
      "{kind: \(kind), benefit: Lika vård, care-goals: [\(goal)]}")
    story.act(
      "forslag", "grounds", area, "\(year - 1)-10-20",
      "{outcome-differences: stora, difference-to-be-made: ja, fit-for-joint-work: ja}")
    story.act(
      "forslag", "measure", area, "\(year - 1)-10-21",
      "{measure: Andel, value: \"\(random.whole(10...60))\", unit: \"%\"}")
    story.act(
      "forslag", "focus", area, "\(year - 1)-10-22",
      "{area: Område \(number), from: \(year)-01-01, to: \(year + 1)-12-31, working-group: nag-\(number)}"
    )
    story.act("forslag", "submit", area, "\(year - 1)-12-01", "{}")
    story.act("beredning", "approve", "beredningsgrupp", "\(year)-01-15", "{}")
    story.act("beslut", "decide", "sks", "\(year)-02-20", "{outcome: adopt, minutes: § \(number)}")
    guard random.chance(70) else { return story }
    story.act(
      "genomforande", "budget", area, "\(year)-12-15",
      "{rows: [{year: \(year), granted: \(random.whole(1...9))00000, used: \(random.whole(1...9))0000}]}"
    )
    story.act("genomforande", "deliver", area, "\(year + 1)-05-01", "{}")
    if random.chance(50) {
      story.act(
        "genomforande", "show", area, "\(year + 1)-11-01",
        "{result: effect-shown, measure: Andel, value: \"\(random.whole(10...60))\", unit: \"%\", source: Kvalitetsregistret}"
      )
    }
    return story
  }
}

/// A scenario being written.
private struct Story {
  let name: String
  private let opened: String
  private var first = ""
  private let head: (String) -> String
  private var inputs: String
  private var steps: [(day: String, text: String)] = []
  private var counts: [String: Int] = [:]

  init(
    _ id: String, pipeline: String, title: String, inputs: String, roles: String, opened: String,
    atStage: String? = nil
  ) {
    name = id
    self.opened = opened
    self.inputs = inputs
    head = { inputs in
      """
      scenario: \(id)
      pipeline: \(pipeline)
      product: {id: \(id), title: {sv: \(title), en: \(title)}, inputs: {\(inputs)}}
      edition: first
      roles: {\(roles)}
      opened: \(opened)
      \(atStage.map { "at-stage: \($0)\n" } ?? "")steps:

      """
    }
  }

  mutating func replaceInput(with inputs: String) { self.inputs = inputs }

  mutating func act(
    _ stage: String, _ act: String, _ body: String, _ day: String, _ with: String,
    lane: String? = nil
  ) {
    counts[act, default: 0] += 1
    if first.isEmpty { first = stage }
    let of = lane.map { ", lane: \($0)" } ?? ""
    steps.append(
      (
        day,
        "  - {at: \(day), stage: \(stage)\(of), act: \(act), for: \(body), with: \(with)}\n"
      ))
  }

  mutating func draft(_ stage: String, _ documents: [String], _ body: String, _ day: String) {
    for document in documents {
      act(stage, "attach", body, day, "{document: \(document), at: \(document).pdf}")
    }
    act(stage, "submit", body, day, "{}")
  }

  func acts(of act: String) -> Int { max(counts[act] ?? 0, 1) }

  /// The steps in the order of their days, and what must have come of the first stage.
  var text: String {
    let order = steps.indices.sorted { (steps[$0].day, $0) < (steps[$1].day, $1) }
    let last = order.last.map { steps[$0].day } ?? opened
    return head(inputs) + order.map { steps[$0].text }.joined()
      + "  - {at: \(last), expect: {stage: \(first), state: closed}}\n"
  }
}
