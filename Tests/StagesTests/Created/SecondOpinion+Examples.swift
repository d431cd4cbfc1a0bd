public import StageKit

extension SecondOpinion {
  /// One for each outcome, and one for each refusal that a user may meet.
  public static let examples: [Example] = {
    guard let opened = CivilDate("2026-02-02"), let ended = CivilDate("2026-05-04") else {
      return []
    }
    let opening = Opening(on: opened, owner: "region-13")
    return [
      Example(
        sv: "Det görs klart", en: "It is finished", opening: opening,
        steps: [.says("region-13", "finish", "{}", on: ended)], ends: "finished"),
      Example(
        sv: "Resultatet ska anges", en: "The result must be told", settings: "{result: true}",
        opening: opening,
        steps: [
          .refused(
            "region-13", "finish", "{}", on: ended, code: "second-opinion/no-result", at: "result"),
          .says("region-13", "finish", "{result: Som väntat}", on: ended),
        ], ends: "finished"),
      Example(
        sv: "Det läggs ned", en: "It is given up", opening: opening,
        steps: [.says("region-13", "give-up", "{reason: Behövs inte längre}", on: ended)],
        ends: "given-up"),
    ]
  }()
}
