import RandomTesting

extension Country {
  /// National care programmes for cancer: most of them adopted and introduced, some revised, some on
  /// consultation now.
  func programmes(_ random: inout SeededRandom) -> [Story] {
    (1...size.programmes).map { number in
      programmeRound(number).map { programme(number, in: $0, &random) }
        ?? programme(number, from: random.whole(2020...2024), &random)
    }
  }

  func programmeRound(_ number: Int) -> Round? {
    guard number > size.programmes * 85 / 100 else { return nil }
    return Round(
      product: "vardprogram-\(number)", title: "Vårdprogram \(number)", subject: "cancer",
      isOpen: number % 3 != 0)
  }

  private func opened(
    _ number: Int, on opened: String, at centre: String
  ) -> Story {
    var story = Story("vardprogram-\(number)")
    story.open(
      "vardprogram-\(number)", "cancer-care-programme@3", title: "Vårdprogram \(number)",
      inputs: "diagnosis: " + (number < 100 ? "C\(twoDigits(number))" : "D\(number - 100)0"),
      roles: "stodjande-rcc: \(centre), vardprogramgrupp: vpg-\(number)", on: opened)
    return story
  }

  private func centre(_ random: inout SeededRandom) -> String {
    random.one(of: ["rcc-norr", "rcc-mellansverige", "rcc-vast", "rcc-syd"])
  }

  private static let drafts = ["consultation-draft", "impact-statement", "cover-letter"]

  private func programme(
    _ number: Int, in round: Round, _ random: inout SeededRandom
  ) -> Story {
    let (group, centre) = ("vpg-\(number)", centre(&random))
    var story = opened(number, on: day(2026, 3, 2), at: centre)
    story.draft("utkast", Self.drafts, for: group, on: round.drafted)
    consult(&story, in: round, collects: centre, disposes: group, &random)
    return story
  }

  private func programme(
    _ number: Int, from year: Int, _ random: inout SeededRandom
  ) -> Story {
    let (group, centre) = ("vpg-\(number)", centre(&random))
    var story = opened(number, on: day(year, 3, 2), at: centre)
    story.draft("utkast", Self.drafts, for: group, on: day(year, 8, 20))
    consult(&story, collects: centre, disposes: group, year: year, &random)
    let indicator = "Andel inom ledtid"
    publish(&story, "1.0", number, for: group, year: year + 1, &random)
    adopt(&story, version: "1.0", year: year + 1, indicator: indicator, &random)

    // Every year somebody asks whether it still holds; in the third, what changed goes in without a
    // new consultation.
    for later in [year + 2, year + 3] where random.chance(70) {
      story.act("oversyn", "review", for: group, on: day(later, 4, 12), "{result: none}")
    }
    guard random.chance(40), year + 3 < 2026 else { return story }
    story.act(
      "oversyn", "review", for: group, on: day(year + 3, 5, 10),
      "{result: small-revision, reason: Nya studier}")
    story.current += "-2"
    story.draft("utkast", Self.drafts, for: group, on: day(year + 3, 9, 1))
    publish(&story, "2.0", number, for: group, year: year + 4, &random)
    adopt(&story, version: "2.0", year: year + 4, indicator: indicator, &random)
    return story
  }

  private func publish(
    _ story: inout Story, _ version: String, _ number: Int, for group: String, year: Int,
    _ random: inout SeededRandom
  ) {
    story.act(
      "bearbetning", "attach", for: group, on: day(year, 3, 10),
      "{document: final-version, at: slutversion.pdf, version: \"\(version)\"}")
    story.act("bearbetning", "submit", for: group, on: day(year, 3, 10))
    story.act(
      "faststallande", "decide", for: "rcc-samverkan", on: day(year, 4, 20),
      "{outcome: adopt, minutes: § \(number)}")
    story.act(
      "publicering", "publish", for: "rcc-samverkan", on: day(year, 5, 4),
      "{version: \"\(version)\", found-at: [vardprogram-\(number).pdf]}")
  }
}
