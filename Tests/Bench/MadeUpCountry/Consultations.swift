import RandomTesting

// The two things that all national documents have in common: they are consulted on, and the regions
// take a stand on them.

/// A document that is out for consultation on the day when the country is looked at, or has just been:
/// then what was said in the answers waits to be dealt with.
struct Round {
  let product: String
  let title: String
  /// What it is about, by the name of its programme area.
  let subject: String
  let isOpen: Bool

  /// The year's last two national rounds, moved from a Sunday.
  var opens: String { isOpen ? day(2026, 11, 16) : day(2026, 9, 15) }
  var closes: String { isOpen ? day(2027, 2, 12) : day(2026, 11, 13) }
  /// When the draft was ready: in time for its round and not for the one before.
  var drafted: String { isOpen ? day(2026, 10, 20) : day(2026, 8, 20) }
}

extension Country {
  /// The consultations of this autumn.
  var rounds: [Round] {
    (1...size.programmes).compactMap { programmeRound($0) }
      + (1...size.pathways).compactMap { pathwayRound($0) }
  }

  /// An old consultation: most regions answered with a comment, and all were dealt with.
  func consult(
    _ story: inout Story, collects: String, disposes: String, year: Int,
    _ random: inout SeededRandom
  ) {
    for (number, region) in regions.enumerated() where number == 0 || random.chance(80) {
      respond(
        &story, [region], of: collects, on: day(year, 10, 1 + number),
        comments: random.whole(1...2), &random)
    }
    dispose(&story, for: disposes, on: day(year, 11, 20), every: 1, &random)
    story.act("remiss", "compile", for: collects, on: day(year, 11, 25))
  }

  /// A consultation of this autumn: the first have answered, or all who will.
  func consult(
    _ story: inout Story, in round: Round, collects: String, disposes: String,
    _ random: inout SeededRandom
  ) {
    guard !round.isOpen else {
      for region in regions where random.chance(10) {
        respond(
          &story, [region], of: collects, on: day(2026, 11, random.whole(17...23)),
          comments: random.whole(0...8), &random)
      }
      return
    }
    for (number, party) in (regions + associations).enumerated() where random.chance(65) {
      respond(
        &story, [party], of: collects, on: day(2026, 10, 1 + number / 2),
        comments: random.whole(2...24), &random)
    }
    // Some groups are halfway through, and others have not begun.
    if random.chance(50) {
      dispose(&story, for: disposes, on: day(2026, 11, 19), every: 2, &random)
    }
  }

  private var associations: [String] {
    ["professional-associations", "patient-associations"].flatMap { members(of: $0) }
  }

  private func respond(
    _ story: inout Story, _ parties: [String], of collector: String, on day: String, comments: Int,
    _ random: inout SeededRandom
  ) {
    let stance =
      comments == 0
      ? "no-comments" : random.one(of: ["endorse", "endorse", "with-reservation", "oppose"])
    let rows = (0..<comments).map { _ in
      "{chapter: \"\(random.whole(1...12)).\(random.whole(1...6))\", "
        + "category: \(random.one(of: ["medicine", "organisation", "economy", "editorial"])), "
        + "text: \(remark(&random))}"
    }.joined(separator: ", ")
    story.answered(
      comments, "remiss", for: collector, on: day,
      "{party: [\(parties.joined(separator: ", "))], stance: \(stance), comments: [\(rows)]}")
  }

  private func remark(_ random: inout SeededRandom) -> String {
    let what = random.one(of: [
      "Uppföljning inom fyra veckor", "Remissvägen till specialistvården", "Patientens egen plan",
      "Bedömning i primärvården", "Läkemedelsgenomgång", "Fysisk träning i grupp",
      "Kontaktsjuksköterska", "Rehabilitering efter utskrivning",
      "Registrering i kvalitetsregistret",
    ])
    let remark = random.one(of: [
      "kräver fler medarbetare än vi har", "bör beskrivas tydligare", "saknar stöd i studierna",
      "går inte att ordna i glesbygd", "hör hemma i ett annat kapitel", "är redan vår rutin",
      "behöver en egen indikator", "blir dyrare än beräknat",
    ])
    let place = random.one(of: ["på våra sjukhus", "på vårdcentralerna", "i kommunerna", "hos oss"])
    return "\(what) \(remark) \(place)"
  }

  private func dispose(
    _ story: inout Story, for body: String, on day: String, every step: Int,
    _ random: inout SeededRandom
  ) {
    let rows = story.comments.enumerated().filter { $0.offset % step == 0 }.map { _, comment in
      "{comment: \"\(comment)\", effect: "
        + random.one(of: ["accepted", "noted", "rejected, motive: Ligger utanför uppdraget"]) + "}"
    }
    guard !rows.isEmpty else { return }
    story.act(
      "remiss", "dispose", for: body, on: day, "{rows: [\(rows.joined(separator: ", "))]}")
  }

  /// What the regions make of a version from the summer of a year on: each at its own pace, some never.
  func adopt(
    _ story: inout Story, version: String, year: Int, indicator: String,
    _ random: inout SeededRandom
  ) {
    for (number, region) in regions.enumerated() where random.chance(75) {
      let stand = random.one(of: [
        "adopted", "adopted", "adopted", "partly, reason: Resurserna räcker inte",
        "adopted-with-supplement, supplement: tillagg-\(Self.code(of: region))-\(version).pdf",
      ])
      story.act(
        "lokal-anpassning", "report", for: region, on: day(year, 6 + number % 6, 1 + number),
        "{stand: \(stand)}", lane: region)
      guard random.chance(70) else { continue }
      introduce(&story, in: region, from: year + 1, indicator: indicator, &random)
    }
  }

  private func introduce(
    _ story: inout Story, in region: String, from year: Int, indicator: String,
    _ random: inout SeededRandom
  ) {
    if random.chance(30) {
      story.act(
        "inforande", "plan", for: region, on: day(year, 1, 12),
        "{rows: [{task: Utbilda teamen, owner: Primärvården, due: \(day(year, 6, 30))}, "
          + "{task: Ändra remissvägen, owner: Medicinkliniken, due: \(day(year, 9, 30))}]}",
        lane: region)
    }
    story.act(
      "inforande", "coverage", for: region, on: day(year, 2, random.whole(1...28)),
      "{done: \(random.whole(1...29)), of: 29}", lane: region)
    guard random.chance(40) else { return }
    let women = random.whole(20...60)
    story.act(
      "inforande", "measure", for: region, on: day(year, 3, random.whole(1...28)),
      "{rows: [{indicator: \(indicator), period: \"\(year - 1)\", sex: women, "
        + "value: \"\(women)\", target: \"70\"}, {indicator: \(indicator), "
        + "period: \"\(year - 1)\", sex: men, value: \"\(women + random.whole(-5...5))\", "
        + "target: \"70\"}]}", lane: region)
  }
}
