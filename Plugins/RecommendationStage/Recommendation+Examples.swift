public import StageKit

extension Recommendation {
  /// Histories of both councils, by their published recommendations, and what is refused.
  public static let examples: [Example] = [
    // Kymriah for B-cell acute lymphoblastic leukaemia up to 25 years, 2019.
    Example(
      sv: "Avvakta i mars, bör användas i maj", en: "Wait in March, use in May",
      opening: opening("2019-03"),
      steps: [
        .says(
          nt, "recommend", "{value: wait, awaits: hälsoekonomisk värdering}", on: day("2019-03")),
        .refused(
          nt, "recommend", "{value: should-use, version: 2019-03}", on: day("2019-05"),
          code: "recommendation/version-taken", at: "version"),
        .says(nt, "recommend", "{value: should-use}", on: day("2019-05")),
      ],
      ends: "should-use"),
    // Kymriah for diffuse large B-cell lymphoma, 2019.
    Example(
      sv: "Avstå, när underlaget inte går att värdera",
      en: "Refrain where no assessment is possible",
      opening: opening("2019-03"),
      steps: [
        .says(nt, "recommend", "{value: wait}", on: day("2019-03")),
        .says(
          nt, "recommend", "{value: refrain, reason: TLV kunde inte värdera kostnaden}",
          on: day("2019-06")),
      ],
      ends: "refrain"),
    // Leqembi for early Alzheimer's disease, 2025.
    Example(
      sv: "Fasen är öppen under avvakta", en: "The stage stays open during a wait",
      opening: opening("2025-04-16"),
      steps: [
        .says(
          nt, "recommend", "{value: wait, awaits: 'TLV:s hälsoekonomiska värdering'}",
          on: day("2025-05"))
      ],
      owes: [
        Owed(
          "recommend", by: nt,
          Text(
            sv: "Avvakta sedan 2025-05, i väntan på TLV:s hälsoekonomiska värdering",
            en: "Wait since 2025-05, awaiting TLV:s hälsoekonomiska värdering"))
      ]),
    Example(
      sv: "Avvakta gör fasen klar, där regionerna ska kunna följa det",
      en: "A wait closes the stage where regions are to follow it",
      settings: "{wait: closes}", opening: opening("2019-03"),
      steps: [.says(nt, "recommend", "{value: wait}", on: day("2019-03"))],
      ends: "wait"),
    // FreeStyle Libre for type 2 diabetes, the version of February 2022.
    Example(
      sv: "Ett medicintekniskt råd: kan införas", en: "A device council: may be introduced",
      settings: "{council: mtp, reassess: 24 months}",
      opening: Opening(on: day("2022-02-01"), owner: "mtp-radet"),
      steps: [
        .says(
          "mtp-radet", "recommend",
          "{value: may-use, criteria: HbA1c över 60 mmol/mol med bas- och måltidsinsulin}",
          on: day("2022-02-17"))
      ],
      ends: "may-use"),
    Example(
      sv: "Vad som inte kan registreras", en: "What is refused",
      opening: opening("2019-03"),
      steps: [
        .refused(
          nt, "recommend", "{value: refrain, awaits: underlag}", on: day("2019-03"),
          code: "recommendation/awaits-nothing", at: "awaits"),
        .refused(
          nt, "recommend", "{value: refrain, version: 'a#1'}", on: day("2019-03"),
          code: "recommendation/bad-version", at: "version"),
        .says(nt, "recommend", "{value: wait}", on: day("2019-03-12")),
        .refused(
          nt, "recommend", "{value: refrain}", on: day("2019-02"),
          code: "recommendation/out-of-order"),
      ],
      owes: [
        Owed(
          "recommend", by: nt, Text(sv: "Avvakta sedan 2019-03-12", en: "Wait since 2019-03-12"))
      ]),
  ]
}

private let nt: Body = "nt-radet"

private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

private func opening(_ on: String) -> Opening { Opening(on: day(on), owner: nt) }
