public import StageKit

extension StartUp {
  /// A local working group, a programme area of a healthcare region, and what is refused.
  public static let examples: [Example] = [
    Example(
      sv: "En lokal arbetsgrupp startar när de fyra punkterna är klara.",
      en: "A local working group starts when the four things are settled.",
      settings: "{asks: [dialogue, consultation, duration, mandate]}", opening: opening(lpo),
      steps: [
        .says(
          lpo, "dialogue",
          "{members: 7, functions: [läkare, sjuksköterska, apotekare]}", on: day("2026-09-01")),
        .refused(lpo, "activate", "{}", on: day("2026-09-01"), code: "start-up/missing"),
        .says(
          lpo, "dialogue",
          "{ways-of-working: Möte varje månad, mandate: Gapanalys och införande av vårdförlopp KOL}",
          on: day("2026-09-01")),
        .says(
          lpo, "consult", "{body: governance-council-norrbotten, minutes: § 12}",
          on: day("2026-09-10")),
        .refused(
          lpo, "duration", "{term: temporary}", on: day("2026-09-10"), code: "start-up/no-end",
          at: "until"),
        .says(
          lpo, "duration", "{term: temporary, until: 2027-12-31}", on: day("2026-09-10")),
        .says(lpo, "mandate", "{by: lpo-25-lungor}", on: day("2026-09-10")),
        .says(lpo, "activate", "{}", on: day("2026-09-14")),
      ],
      ends: "active"),
    Example(
      sv: "Ett regionalt programområde bemannar sig fritt, men lämnar två försäkringar.",
      en: "A programme area of a healthcare region staffs itself freely, but states two things.",
      settings: "{asks: [statements]}", opening: opening(rpo),
      steps: [
        .says(
          rpo, "statements", "{anchoring: Läkare och sjuksköterskor från alla tre regionerna}",
          on: day("2026-09-01"))
      ],
      owes: [
        Owed(
          "statements", by: rpo,
          Text(sv: "Tillräckligt processtöd", en: "Enough process support"))
      ]),
  ]

  private static let lpo: Body = "lpo-25-lungor"
  private static let rpo: Body = "rpo-lunga-allergi-sydostra"

  private static func opening(_ owner: Body) -> Opening {
    Opening(on: day("2026-08-17"), owner: owner)
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
