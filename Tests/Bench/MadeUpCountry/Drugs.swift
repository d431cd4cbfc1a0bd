import RandomTesting

extension Country {
  /// Drugs of this year, each from the horizon scan to what the regions decided and use.
  func drugs(_ random: inout SeededRandom) -> [Story] {
    (1...size.drugs).map { drug($0, &random) }
  }

  /// Drugs of earlier years, by the process of the time: it knew no costs and no follow-up.
  func earlierDrugs(_ random: inout SeededRandom) -> [Story] {
    (1...max(1, size.drugs / 3)).map { number in
      var story = Story("tidigare-lakemedel-\(number)")
      let year = random.whole(2021...2024)
      let version = day(year, random.whole(1...12), 15)
      story.open(
        story.name, "drug-introduction@1", title: "Läkemedel \(number), indikation från \(year)",
        inputs: "substance: provsubstans-\(number), indication: Indikation från \(year)",
        on: day(year, 1, 4), "at-stage: rekommendation")
      recommend(&story, version, &random)
      return story
    }
  }

  private func drug(_ number: Int, _ random: inout SeededRandom) -> Story {
    let id = "lakemedel-\(number)"
    let patients = random.whole(10...900)
    let cost = patients * random.whole(40...900) * 1_000
    // The agreements end at the end of a year; of some nothing is known.
    let agreement =
      random.chance(80) ? ", agreement-until: \(day(random.whole(2026...2028), 12, 31))" : ""
    var story = Story(id)
    story.open(
      id, "drug-introduction@2", title: "Läkemedel \(number), indikation \(number % 7 + 1)",
      inputs: "substance: provsubstans-\(number), indication: Indikation \(number % 7 + 1), "
        + "approval: \(day(2026, 9, 1)), patients: \(patients), cost: \(cost), "
        + "budget-year: \(random.whole(2026...2027))\(agreement)", on: day(2026, 1, 5))
    scan(&story, &random)
    let version = day(2026, random.whole(4...10), 15)
    recommend(&story, version, &random)
    measure(&story, from: version, &random)
    return story
  }

  private func scan(_ story: inout Story, _ random: inout SeededRandom) {
    story.act(
      "horisontspaning", "criteria", for: "livscykelfunktionen", on: day(2026, 1, 12),
      "{criteria: [cost, \(random.one(of: ["morbidity", "pace"]))], approval: 2026-09}")
    story.act(
      "horisontspaning", "report", for: "livscykelfunktionen", on: day(2026, 2, 2),
      "{at: tidig-bedomning.pdf, version: \"1\"}")
    story.act("horisontspaning", "select", for: "livscykelfunktionen", on: day(2026, 2, 9))
    for region in regions where random.chance(60) {
      story.act(
        "samverkan", "wish", for: region, on: day(2026, 2, random.whole(10...28)),
        "{wish: \(random.one(of: ["wants", "wants", "no-view", "declines"]))}")
    }
    story.act(
      "samverkan", "decide", for: "nt-radet", on: day(2026, 3, 19),
      "{outcome: in, criteria: [equal-use, resources], minutes: § 12}")
  }

  /// The council recommends, and the regions decide: most of them soon, some later, a few not yet.
  private func recommend(
    _ story: inout Story, _ version: String, _ random: inout SeededRandom
  ) {
    let value = random.one(of: ["should-use", "may-use", "may-use"])
    story.act(
      "rekommendation", "recommend", for: "nt-radet", on: version,
      "{value: \(value), version: \(version)}")
    let year = Int(version.prefix(4)) ?? 0
    let month = Int(version.dropFirst(5).prefix(2)) ?? 0
    for (number, region) in regions.enumerated() where random.chance(85) {
      let later = month + random.whole(1...3)
      let decided = day(year + (later - 1) / 12, (later - 1) % 12 + 1, 1 + number)
      let stand =
        random.chance(75)
        ? "introduce"
        : random.one(of: [
          "refrain, reason: Prioriteras inte i år", "in-part, reason: Till en grupp först",
        ])
      story.act(
        "regionalt-beslut", "decide", for: region, on: decided,
        "{stand: \(stand), recommendation: \(version), decider: HSD, "
          + "diary-number: RS \(random.whole(100...999))}", lane: region)
    }
  }

  /// Each quarter's sales in every region, also in those that have not decided.
  private func measure(
    _ story: inout Story, from version: String, _ random: inout SeededRandom
  ) {
    for quarter in 2...3 where version < day(2026, quarter * 3, 30) {
      let rows = regions.map { region in
        "{region-code: \"\(Self.code(of: region))\", "
          + "value: \"\(random.chance(15) ? 0 : random.whole(1...400))\"}"
      }.joined(separator: ", ")
      let reported = day(2026, quarter * 3 + 2, 10)
      story.act(
        "uppfoljning", "measure", for: "livscykelfunktionen", on: reported,
        "{indicator: Försäljning, register: E-hälsomyndigheten, unit: DDD, "
          + "period: 2026Q\(quarter), rows: [\(rows)]}")
      story.act(
        "uppfoljning", "finish", for: "livscykelfunktionen", on: reported, "{result: followed}")
    }
  }
}
