import RandomTesting

extension Country {
  /// The regions' own cases of the answers to this autumn's consultations: one scenario for each
  /// consultation, a case for each region that has opened one.
  func replies(_ random: inout SeededRandom) -> [Story] {
    rounds.compactMap { round in
      var story = Story("svar-\(round.product)")
      for region in regions where random.chance(40) {
        reply(&story, from: region, in: round, &random)
      }
      return story.isEmpty ? nil : story
    }
  }

  private func reply(
    _ story: inout Story, from region: String, in round: Round, _ random: inout SeededRandom
  ) {
    let (area, group) = (Self.lpo(region, round.subject), Self.lag(region, round.subject))
    story.open(
      "svar-\(round.product)-\(Self.code(of: region))", "remiss-reply@1", title: round.title,
      inputs: "subject: \(round.title), respondent: \(region), answer-by: \(round.closes), "
        + "remiss: \(round.product)",
      roles: "svarande: \(area), skrivare: \(group), rad: \(Self.council(region))", on: round.opens)

    // How far it has come: not assigned, assigned, written, approved, sent.
    let steps = random.one(of: [0, 1, 1, 1, 2, 2, 3, 4])
    let days =
      round.isOpen
      ? [17, 19, 20, 23].map { day(2026, 11, $0) } : [2, 9, 16, 30].map { day(2026, 10, $0) }
    guard steps > 0 else { return }
    story.act(
      "svar", "delegate", for: area, on: days[0],
      "{to: \(group), deadline: \(round.isOpen ? day(2027, 1, 15) : day(2026, 10, 23))}")
    guard steps > 1 else { return }
    story.act("svar", "draft", for: group, on: days[1], "{at: svar.docx, stance: endorse}")
    guard steps > 2 else { return }
    story.act("svar", "approve", for: area, on: days[2])
    guard steps > 3 else { return }
    story.act(
      "svar", "send", for: area, on: days[3], "{diary-number: RS \(random.whole(1000...9999))}")
  }
}
