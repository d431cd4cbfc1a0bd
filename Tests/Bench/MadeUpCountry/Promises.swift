import RandomTesting
import Register

extension Country {
  /// Promises to patients in the healthcare regions that have a board for them; some without goals.
  func promises(_ random: inout SeededRandom) -> [Story] {
    let boards = organisation.bodies(on: Self.today, kind: "cooperation-board")
    return (1...size.promises).map { number in
      let board = boards[number % boards.count]
      let place = board.partOf.first?.body ?? ""
      return promise(number, in: place, of: board.id, &random)
    }
  }

  private func promise(
    _ number: Int, in place: String, of board: String, _ random: inout SeededRandom
  ) -> Story {
    let owner = "rpo-\(Self.subject(of: area(of: number)))-\(place)"
    let year = random.whole(2022...2025)
    var story = Story("lofte-\(number)")
    story.open(
      story.name, "patient-promise@1", title: "Löfte \(number)",
      inputs: "promise: Löfte \(number), healthcare-region: \(place)",
      roles: "programomrade: \(owner), namnd: \(board)", on: day(year, 11, 2), "at-stage: beslut")
    story.act(
      "beslut", "decide", for: board, on: day(year, 12, 1), "{outcome: adopt, minutes: § \(number)}"
    )
    // One of four has none yet.
    guard number % 4 != 0 else { return story }
    let goals = (1...3).map { goal in
      "{disease-group: Sjukdomsgrupp \(goal), indicator: Andel inom ledtid \(goal), "
        + "baseline: \(random.whole(20...50)), target: 70, unit: \"%\", "
        + "due: \(day(year + random.whole(1...3), 12, 31)), register: Kvalitetsregistret}"
    }.joined(separator: ", ")
    story.act("mal", "break-down", for: owner, on: day(year, 12, 14), "{rows: [\(goals)]}")
    story.act("mal", "finish", for: owner, on: day(year, 12, 14))
    for half in 1...4 {
      let said = half % 2 == 1 ? day(year + (half + 1) / 2, 6, 14) : day(year + half / 2, 12, 14)
      let values = (1...3).map { goal in
        "{indicator: Andel inom ledtid \(goal), value: \"\(random.whole(40...75))\", unit: \"%\"}"
      }.joined(separator: ", ")
      story.act(
        "uppfoljning", "measure", for: owner, on: said,
        "{period: \(said.prefix(4))H\((half + 1) % 2 + 1), register: Kvalitetsregistret, "
          + "rows: [\(values)]}")
      story.act("uppfoljning", "finish", for: owner, on: said, "{result: followed}")
    }
    return story
  }
}
