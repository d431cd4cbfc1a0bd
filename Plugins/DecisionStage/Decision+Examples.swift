public import StageKit

extension Decision {
  /// A decision by its minutes alone; each outcome; put off; with a quorum; with a ballot.
  public static var examples: [Example] { byMinutes + byCount }

  private static var byMinutes: [Example] {
    [
      Example(
        sv:
          "RCC i samverkan fastställer ett vårdprogram: beslut, paragraf och diarienummer räcker.",
        en: "A care programme is adopted: decision, paragraph and diary number are enough.",
        opening: opening(of: "rcc-samverkan"),
        steps: [
          .says(
            "rcc-samverkan", "decide", "{outcome: adopt, minutes: § 41, diary-number: RS 2027-118}",
            on: day("2027-04-20"))
        ],
        ends: "adopt"),
      Example(
        sv: "I en återremiss står vad som ska göras om.",
        en: "What is referred back says what is to be done again.",
        opening: opening(of: "sks"),
        steps: [
          .refused(
            "sks", "decide", "{outcome: refer-back}", on: day("2027-04-20"),
            code: "decision/no-reason", at: "reason"),
          .says(
            "sks", "decide",
            "{outcome: refer-back, reason: Konsekvensbeskrivningen saknar kommunernas del}",
            on: day("2027-04-20")),
        ],
        ends: "refer-back"),
      Example(
        sv: "Ett beslut om att inte fastställa har skäl och kan ha fattats av ett annat organ.",
        en: "A decision not to adopt has reasons, and another body may have taken it.",
        opening: opening(of: "npo-hud-kon"),
        steps: [
          .says(
            "npo-hud-kon", "decide",
            "{outcome: reject, decider: sks, reason: Underlaget räcker inte, minutes: § 7}",
            on: day("2027-04-20"))
        ],
        ends: "reject"),
      Example(
        sv: "Bordlagd till nästa möte: beslutet är inte fattat, och den ansvariga påminns.",
        en: "Tabled until the next meeting: nothing is decided, and the owner is reminded.",
        opening: opening(of: "sks"),
        steps: [
          .refused(
            "sks", "table", "{until: 2027-03-01}", on: day("2027-04-20"),
            code: "decision/until-passed", at: "until"),
          .says("sks", "table", "{until: 2027-05-18}", on: day("2027-04-20")),
        ],
        owes: [
          Owed(
            "decide", by: "sks",
            Text(sv: "Bordlagd till 2027-05-18", en: "Tabled until 2027-05-18"))
        ]),
      Example(
        sv:
          "Beslutspunkt 2: programområdet väljer granskningsväg, och alternativen står i processen.",
        en: "Gate 2: the programme area chooses a route, and the process names the options.",
        settings: "{options: [light-round, full-round]}", opening: opening(of: "npo-hud-kon"),
        steps: [
          .refused(
            "npo-hud-kon", "decide", "{outcome: adopt}", on: day("2026-11-24"),
            code: "decision/unknown-outcome", at: "outcome"),
          .says("npo-hud-kon", "decide", "{outcome: light-round}", on: day("2026-11-24")),
        ],
        ends: "light-round"),
      Example(
        sv: "Ändras konsekvenserna för regionerna blir det full remiss.",
        en: "Where the consequences for the regions change it goes on a full consultation.",
        settings: "{options: [light-round, full-round]}", opening: opening(of: "npo-hud-kon"),
        steps: [
          .says("npo-hud-kon", "decide", "{outcome: full-round}", on: day("2026-11-24"))
        ],
        ends: "full-round"),
    ]
  }

  private static var byCount: [Example] {
    [
      Example(
        sv: "Jäviga ledamöter räknas bort: beslutsförheten räknas på dem som kan delta.",
        en:
          "Recused members leave the denominator: the quorum is measured by those who may take part.",
        settings: "{quorum: 4}", opening: opening(of: "nt-radet", seats: 5),
        steps: [
          .says(
            "nt-radet", "recuse", "{member: plats-5, reason: Uppdrag för företaget}",
            on: day("2027-02-10")),
          .refused(
            "nt-radet", "decide", "{outcome: adopt, present: 5}", on: day("2027-02-10"),
            code: "decision/impossible-present", at: "present"),
          .refused(
            "nt-radet", "decide", "{outcome: adopt, present: 3}", on: day("2027-02-10"),
            code: "decision/no-quorum", at: "present"),
          .says("nt-radet", "decide", "{outcome: adopt, present: 4}", on: day("2027-02-10")),
        ],
        ends: "adopt"),
      Example(
        sv:
          "När gruppen inte kan bli beslutsför framgår det av siffrorna, och frågan kan bordläggas.",
        en:
          "A quorum that cannot be reached is told with the numbers, and the matter can be tabled.",
        settings: "{quorum: 7}", opening: opening(of: "nt-radet", seats: 5),
        steps: [
          .refused(
            "nt-radet", "decide", "{outcome: adopt, present: 5}", on: day("2027-02-10"),
            code: "decision/impossible-quorum"),
          .says("nt-radet", "table", "{}", on: day("2027-02-10")),
        ],
        owes: [Owed("decide", by: "nt-radet", Text(sv: "Bordlagd", en: "Tabled"))]),
      Example(
        sv: "Per ledamot: den sista ståndpunkten räknas, en jävig räknas aldrig.",
        en: "By member: the last position counts, and one who is recused is never counted.",
        settings: "{ballot: true, quorum: 3}", opening: opening(of: "nt-radet", seats: 4),
        steps: [
          .says(
            "nt-radet", "position", "{member: plats-1, stance: against}", on: day("2027-02-10")),
          .says("nt-radet", "position", "{member: plats-2, stance: for}", on: day("2027-02-10")),
          .says(
            "nt-radet", "position", "{member: plats-4, stance: against}", on: day("2027-02-10")),
          .says("nt-radet", "recuse", "{member: plats-4}", on: day("2027-02-10")),
          .refused(
            "nt-radet", "position", "{member: plats-4, stance: for}", on: day("2027-02-10"),
            code: "decision/recused", at: "member"),
          .refused(
            "nt-radet", "position", "{member: plats-9, stance: for}", on: day("2027-02-10"),
            code: "decision/not-a-member", at: "member"),
          .refused(
            "nt-radet", "decide", "{outcome: adopt}", on: day("2027-02-10"),
            code: "decision/no-quorum", at: "present"),
          .says(
            "nt-radet", "position", "{member: plats-3, stance: abstain}", on: day("2027-02-10")),
          .refused(
            "nt-radet", "decide", "{outcome: adopt}", on: day("2027-02-10"), code: "decision/tied",
            at: "reason"),
          .says("nt-radet", "position", "{member: plats-1, stance: for}", on: day("2027-02-10")),
          .says("nt-radet", "decide", "{outcome: adopt, minutes: § 3}", on: day("2027-02-10")),
        ],
        ends: "adopt"),
    ]
  }

  private static func opening(of body: Body, seats: Int = 0) -> Opening {
    Opening(
      on: day("2026-11-16"), owner: body,
      electorate: (0..<seats).compactMap { Body("plats-\($0 + 1)") },
      taken: [Given(.document, Version("consultation-draft", "4.0"))])
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
