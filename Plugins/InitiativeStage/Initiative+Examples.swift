public import StageKit

extension Initiative {
  /// Submitted with all that is asked; what is refused.
  public static let examples: [Example] = [
    Example(
      sv: "Ett förslag med nytta, grunder och resultatmått.",
      en: "A proposal with benefit, grounds and an outcome measure.", opening: opening,
      steps: [
        .says(
          npo, "describe",
          """
          kind: knowledge-support
          benefit: Barn med fetma får samma hjälp i hela landet
          care-goals: [equal, knowledge-based]
          tags: [nära vård]
          """,
          on: day("2019-10-01")),
        .says(
          npo, "grounds",
          "{outcome-differences: Stora skillnader, difference-to-be-made: Tidigt stöd}",
          on: day("2019-10-01")),
        .refused(npo, "submit", "{}", on: day("2019-10-01"), code: "initiative/no-grounds"),
        .says(
          npo, "grounds", "{fit-for-joint-work: Ett gemensamt vårdprogram}", on: day("2019-10-15")),
        .refused(
          npo, "measure", "{measure: Andel barn med fetma}", on: day("2019-10-15"),
          code: "initiative/no-value", at: "value"),
        .says(
          npo, "measure", "{measure: Andel barn med fetma, unknown: true}", on: day("2019-10-15")),
        .says(
          npo, "focus",
          """
          area: Barnfetma
          diagnoses: [E66]
          from: 2020-01-01
          to: 2021-12-31
          working-group: nag-barnfetma
          """,
          on: day("2019-10-15")),
        .says(npo, "submit", "{}", on: day("2019-11-01")),
      ],
      ends: "submitted"),
    Example(
      sv: "En statlig satsning har en motpart.", en: "A state initiative has a counterpart.",
      opening: opening,
      steps: [
        .refused(
          npo, "describe", "{kind: state-initiative, benefit: Jämlik vård}", on: day("2019-10-01"),
          code: "initiative/no-counterpart", at: "counterpart"),
        .says(
          npo, "describe",
          """
          kind: state-initiative
          benefit: Jämlik vård
          counterpart: Socialdepartementet
          care-goals: [equal]
          """,
          on: day("2019-10-01")),
        .says(
          npo, "measure", "{measure: Räddade liv, value: 120, unit: per år}",
          on: day("2019-10-02")),
      ],
      owes: [Owed("submit", by: npo)]),
  ]

  private static let npo: Body = "npo-barn-ungdom"
  private static let opening = Opening(on: day("2019-09-02"), owner: npo)

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
