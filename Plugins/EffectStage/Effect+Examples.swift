public import StageKit

extension Effect {
  /// Each result, the money, and what is refused.
  public static let examples: [Example] = [
    Example(
      sv: "Genomförd är inte samma sak som att effekten är visad.",
      en: "Delivered is not the same as effect shown.", opening: opening,
      steps: [
        .refused(
          npo, "show",
          "{result: effect-shown, measure: Andel, value: 70, source: NPCR}",
          on: day("2021-01-15"), code: "effect/not-delivered"),
        .says(npo, "deliver", "{report: slutrapport.pdf}", on: day("2021-01-15")),
      ],
      owes: [Owed("show", by: npo)]),
    Example(
      sv: "Effekten är visad, med mått, värde och källa.",
      en: "The effect is shown, with measure, value and source.", opening: opening,
      steps: [
        .says(
          npo, "budget", "{rows: [{year: 2020, granted: 400000, used: 385000}]}",
          on: day("2021-01-15")),
        .says(npo, "deliver", "{}", on: day("2021-01-15")),
        .refused(
          npo, "show", "{result: effect-shown, measure: Andel inom ledtid, source: NPCR}",
          on: day("2022-03-01"), code: "effect/no-value", at: "value"),
        .says(
          npo, "show",
          "{result: effect-shown, measure: Andel inom ledtid, value: 70, unit: '%', source: NPCR}",
          on: day("2022-03-01")),
      ],
      ends: "effect-shown"),
    Example(
      sv: "Ingen effekt är också ett resultat.", en: "No effect is a result too.",
      opening: opening,
      steps: [
        .says(npo, "deliver", "{}", on: day("2021-01-15")),
        .refused(
          npo, "show", "{result: no-effect, measure: Andel inom ledtid}", on: day("2022-03-01"),
          code: "effect/no-source", at: "source"),
        .says(
          npo, "show", "{result: no-effect, measure: Andel inom ledtid, source: NPCR}",
          on: day("2022-03-01")),
      ],
      ends: "no-effect"),
    Example(
      sv: "Effekten går inte att mäta, och skälet framgår.",
      en: "The effect cannot be measured, and the reason is given.", opening: opening,
      steps: [
        .says(npo, "deliver", "{}", on: day("2021-01-15")),
        .refused(
          npo, "show", "{result: not-measurable}", on: day("2022-03-01"), code: "effect/no-reason",
          at: "reason"),
        .says(
          npo, "show", "{result: not-measurable, reason: kvalitetsregister saknas}",
          on: day("2022-03-01")),
      ],
      ends: "not-measurable"),
  ]

  private static let npo: Body = "npo-barn-ungdom"
  private static let opening = Opening(on: day("2020-02-20"), owner: npo)

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
