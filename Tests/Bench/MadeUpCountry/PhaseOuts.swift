import RandomTesting

extension Country {
  /// Drugs and methods on their way out of use in some regions, with what is left to do.
  func phaseOuts(_ random: inout SeededRandom) -> [Story] {
    (1...size.phaseOuts).map { number in
      let region = regions[number * 5 % regions.count]
      let subject = Self.subject(of: area(of: number))
      let kind = number % 3 == 0 ? "method" : "drug"
      var story = Story("utfasning-\(number)")
      story.open(
        story.name, "ordered-phase-out@1", title: "Utfasning \(number) i \(name(of: region))",
        kind: kind, inputs: "name: Utfasning \(number), region: \(region), subject: \(kind)",
        roles: "arbetsgrupp: \(Self.lag(region, subject)), "
          + "programomrade: \(Self.lpo(region, subject)), beslutare: \(Self.council(region)), "
          + "lakemedelskommitte: lakemedelskommitte-\(Self.code(of: region))",
        on: day(2026, 2, 2), "at-stage: beslut")
      wind(&story, Self.lag(region, subject), Self.council(region), kind, &random)
      return story
    }
  }

  private func wind(
    _ story: inout Story, _ group: String, _ council: String, _ kind: String,
    _ random: inout SeededRandom
  ) {
    let stage = kind == "drug" ? "avveckling-lakemedel" : "avveckling"
    story.act(
      "beslut", "decide", for: council, on: day(2026, 3, 10), "{outcome: adopt, minutes: § 4}")
    story.act(
      stage, "plan", for: group, on: day(2026, 3, 24),
      "{scope: full, reason: \(random.one(of: ["low-value", "superseded", "not-cost-effective"])), "
        + "no-replacement: true}")
    story.act(
      stage, "dates", for: group, on: day(2026, 3, 24),
      "{stop-new: \(day(2026, 6, 1)), last-use: \(day(2026, random.whole(10...12), 1))}")
    story.act(
      stage, "residual", for: group, on: day(2026, 10, 5),
      "{rows: [{place: Medicinkliniken, amount: \(random.whole(0...30)), unit: patienter, "
        + "period: 2026Q3, target: 2}]}")
  }
}
