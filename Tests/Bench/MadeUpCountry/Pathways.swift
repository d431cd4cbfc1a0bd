import RandomTesting

extension Country {
  /// Care pathways of all programme areas: older ones with a lane for each region, this year's handed
  /// over to cases of the regions' own, and some on consultation now.
  func pathways(_ random: inout SeededRandom) -> [Story] {
    (1...size.pathways).map { number in
      if let round = pathwayRound(number) { return pathway(number, in: round, &random) }
      return number % 10 == 0
        ? handedOver(number, &random) : pathway(number, from: random.whole(2021...2024), &random)
    }
  }

  func pathwayRound(_ number: Int) -> Round? {
    guard number > size.pathways * 90 / 100 else { return nil }
    return Round(
      product: "vardforlopp-\(number)", title: "Vårdförlopp \(number)",
      subject: Self.subject(of: area(of: number)), isOpen: number % 4 != 0)
  }

  func area(of number: Int) -> String { areas[number % areas.count] }

  private func opened(_ number: Int, _ version: String, on opened: String) -> Story {
    var story = Story("vardforlopp-\(number)")
    story.open(
      "vardforlopp-\(number)", "care-pathway@\(version)", title: "Vårdförlopp \(number)",
      inputs: "condition: Tillstånd \(number)",
      roles: "programomrade: \(area(of: number)), arbetsgrupp: nag-\(number)", on: opened)
    return story
  }

  /// From the proposal to a draft that can go out.
  private func draft(_ story: inout Story, _ number: Int, year: Int, done: String) {
    let area = area(of: number)
    story.draft("forslag", ["proposal"], for: area, on: day(year, 2, 1))
    story.act("val", "decide", for: "sks", on: day(year, 3, 1), "{outcome: adopt, minutes: § 3}")
    story.draft("bemanning", ["mandate", "member-list"], for: area, on: day(year, 4, 12))
    story.draft(
      "utkast", ["consultation-draft", "impact-statement", "indicators"], for: "nag-\(number)",
      on: done)
  }

  private func pathway(
    _ number: Int, in round: Round, _ random: inout SeededRandom
  ) -> Story {
    var story = opened(number, "2", on: day(2026, 1, 12))
    draft(&story, number, year: 2026, done: round.drafted)
    consult(
      &story, in: round, collects: "nationell-stod", disposes: "nag-\(number)", &random)
    return story
  }

  private func pathway(
    _ number: Int, from year: Int, _ random: inout SeededRandom
  ) -> Story {
    var story = opened(number, "1", on: day(year, 1, 11))
    draft(&story, number, year: year, done: day(year, 8, 25))
    consult(
      &story, collects: "nationell-stod", disposes: "nag-\(number)", year: year, &random)
    publish(&story, number, year: year + 1)
    adopt(
      &story, version: "1.0", year: year + 1, indicator: "Andel enligt vårdförloppet", &random)
    return story
  }

  private func publish(_ story: inout Story, _ number: Int, year: Int) {
    let (area, group) = (area(of: number), "nag-\(number)")
    story.act(
      "bearbetning", "attach", for: group, on: day(year, 3, 14),
      "{document: final-version, at: slutversion.pdf, version: \"1.0\"}")
    story.act("bearbetning", "submit", for: group, on: day(year, 3, 14))
    story.act(
      "programomradets-beslut", "decide", for: area, on: day(year, 4, 4),
      "{outcome: adopt, minutes: § 2}")
    story.act(
      "godkannande", "decide", for: "sks", on: day(year, 5, 2), "{outcome: adopt, minutes: § 8}")
    story.act(
      "publicering", "publish", for: "nationella-redaktionen", on: day(year, 5, 20),
      "{version: \"1.0\", found-at: [vardforlopp-\(number).pdf]}")
  }

  /// One of this year: some regions have said what became of it, some have a case of their own.
  private func handedOver(_ number: Int, _ random: inout SeededRandom) -> Story {
    var story = opened(number, "2", on: day(2025, 1, 13))
    draft(&story, number, year: 2025, done: day(2025, 8, 25))
    consult(
      &story, collects: "nationell-stod", disposes: "nag-\(number)", year: 2025, &random)
    publish(&story, number, year: 2026)
    for region in regions where random.chance(40) {
      story.act(
        "overlamning", "report", for: region, on: day(2026, random.whole(7...11), 9),
        "{result: \(random.one(of: ["adopted", "adopted", "partly"]))}", lane: region)
    }
    return story
  }
}
