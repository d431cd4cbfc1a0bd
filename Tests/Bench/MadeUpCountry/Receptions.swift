import RandomTesting

extension Country {
  /// What regions make of older pathways in cases of their own, taken over as they stood when the
  /// document began to apply there: half-yearly reports, some missed, and figures by sex.
  func receptions(_ random: inout SeededRandom) -> [Story] {
    (1...size.receptions).map { number in
      var story = Story("mottagande-\(number)")
      // Halland, Västra Götaland and Norrbotten receive by processes of their own.
      let receiving = regions.filter { !["region-13", "region-14", "region-25"].contains($0) }
      let first = random.whole(0...receiving.count - 1)
      for place in 0..<4 {
        receive(&story, number, in: receiving[(first + place * 4) % receiving.count], &random)
      }
      return story
    }
  }

  private func receive(
    _ story: inout Story, _ number: Int, in region: String, _ random: inout SeededRandom
  ) {
    let subject = Self.subject(of: area(of: number))
    let (area, group) = (Self.lpo(region, subject), Self.lag(region, subject))
    let code = Self.code(of: region)
    let year = random.whole(2024...2025)
    let start = day(year, random.whole(1...12), 1)
    story.open(
      "vardforlopp-\(number)-\(code)", "regional-reception@1",
      title: "Vårdförlopp \(number) i \(name(of: region))",
      inputs: "document: vardforlopp-\(number), region: \(region)",
      roles: "lpo: \(area), lag: \(group), beslutare: \(Self.council(region)), "
        + "linjen: primarvarden-\(code)", on: start, "at-stage: inforande", "in-force: \(start)")
    story.act(
      "inforande", "plan", for: group, on: day(year + 1, 1, 12),
      "{rows: [{task: Utbilda teamen, owner: Primärvården, due: \(day(year + 1, 6, 30))}]}")
    story.act(
      "inforande", "coverage", for: group, on: day(year + 1, 2, 9),
      "{done: \(random.whole(1...29)), of: 29}")
    for half in 0..<4 where random.chance(70) {
      let (of, part) = (year + (half + 1) / 2, (half + 1) % 2 + 1)
      let said = part == 1 ? day(of, 7, 1) : day(of + 1, 1, 11)
      story.act(
        "aterrapport", "report", for: group, on: said,
        "{period: \(of)H\(part), status: Infört på \(random.whole(1...29)) av 29 vårdcentraler}")
      let women = random.whole(30...60)
      story.act(
        "uppfoljning", "measure", for: group, on: said,
        "{indicator: Andel enligt vårdförloppet, register: Kvalitetsregistret, unit: \"%\", "
          + "period: \(of)H\(part), rows: [{sex: women, value: \"\(women)\", baseline: \"22\", "
          + "target: \"70\"}, {sex: men, value: \"\(women - 3)\", baseline: \"24\", target: \"70\"}]}"
      )
      story.act("uppfoljning", "finish", for: area, on: said, "{result: followed}")
    }
  }
}
