import RandomTesting

extension Country {
  /// Initiatives of all programme areas, from a proposal to what it led to.
  func initiatives(_ random: inout SeededRandom) -> [Story] {
    (1...size.initiatives).map { initiative($0, &random) }
  }

  private func initiative(_ number: Int, _ random: inout SeededRandom) -> Story {
    let area = area(of: number)
    // Those of next year wait for the steering group to decide.
    let year = random.whole(2021...2027)
    var story = Story("insats-\(number)")
    story.open(
      "insats-\(number)", "initiative@1", title: "Insats \(number)",
      inputs: "subject: Insats \(number)", roles: "grupp: \(area)", on: day(year - 1, 10, 1),
      "at-stage: forslag")
    propose(&story, number, area, year, &random)
    story.act("beredning", "approve", for: "beredningsgrupp", on: day(year - 1, 11, 16))
    story.act(
      "beslut", "decide", for: "sks", on: day(year, 2, 20), "{outcome: adopt, minutes: § \(number)}"
    )
    guard random.chance(70) else { return story }
    story.act(
      "genomforande", "budget", for: area, on: day(year, 10, 15),
      "{rows: [{year: \(year), granted: \(random.whole(1...9))00000, "
        + "used: \(random.whole(1...9))0000}]}")
    story.act("genomforande", "deliver", for: area, on: day(year + 1, 5, 1))
    guard random.chance(50) else { return story }
    story.act(
      "genomforande", "show", for: area, on: day(year + 1, 11, 1),
      "{result: effect-shown, measure: Andel, value: \"\(random.whole(10...60))\", unit: \"%\", "
        + "source: Kvalitetsregistret}")
    return story
  }

  private func propose(
    _ story: inout Story, _ number: Int, _ area: String, _ year: Int, _ random: inout SeededRandom
  ) {
    let kind = random.one(of: ["knowledge-support", "managed-introduction", "stronger-follow-up"])
    let goal = random.one(of: [
      "equal", "safe", "individual", "accessible", "efficient", "knowledge-based",
    ])
    story.act(
      "forslag", "describe", for: area, on: day(year - 1, 10, 14),
      "{kind: \(kind), benefit: Lika vård, care-goals: [\(goal)]}")
    story.act(
      "forslag", "grounds", for: area, on: day(year - 1, 10, 20),
      "{outcome-differences: stora, difference-to-be-made: ja, fit-for-joint-work: ja}")
    story.act(
      "forslag", "measure", for: area, on: day(year - 1, 10, 21),
      "{measure: Andel, value: \"\(random.whole(10...60))\", unit: \"%\"}")
    story.act(
      "forslag", "focus", for: area, on: day(year - 1, 10, 22),
      "{area: Område \(number), from: \(day(year, 1, 1)), to: \(day(year + 1, 12, 31)), "
        + "working-group: nag-\(number)}")
    story.act("forslag", "submit", for: area, on: day(year - 1, 10, 29))
  }
}
