public import StageKit

extension RegionalDecision {
  /// A region that follows, departs, waits and decides later, and what is refused.
  ///
  /// The national versions are real; the region and its decisions are made up.
  public static let examples: [Example] = [
    // FreeStyle Libre for type 2 diabetes: the versions of June 2020 and February 2022.
    Example(
      sv: "Inför, utifrån den gällande versionen", en: "Introduce, on the current version",
      opening: opening(.mayUse2020, .mayUse2022),
      steps: [
        .refused(
          region, "decide", "{stand: introduce, recommendation: 2022-02-18}", on: day("2022-03-24"),
          code: "regional-decision/unknown-version", at: "recommendation"),
        .refused(
          region, "decide", "{stand: introduce, recommendation: 2020-06-24}", on: day("2022-03-24"),
          code: "regional-decision/older-version", at: "recommendation"),
        .says(
          region, "decide",
          "{stand: introduce, recommendation: 2022-02-17, decider: HSD, diary-number: 'RS220123'}",
          on: day("2022-03-24")),
      ],
      ends: "introduce"),
    Example(
      sv: "Ett beslut på en äldre version registreras och märks",
      en: "A decision on an older version is recorded and marked",
      opening: opening(.mayUse2020, .mayUse2022),
      steps: [
        .says(
          region, "decide", "{stand: in-part, recommendation: 2020-06-24, older: true}",
          on: day("2021-01"))
      ],
      ends: "in-part"),
    // Kymriah for B-cell acute lymphoblastic leukaemia: wait in March 2019, use in May.
    Example(
      sv: "Under avvakta kan regionen följa det eller besluta senare",
      en: "During a wait a region can follow it or decide later",
      opening: opening(.wait2019),
      steps: [
        .refused(
          region, "decide", "{stand: introduce, recommendation: 2019-03}", on: day("2019-04-10"),
          code: "regional-decision/wait", at: "stand"),
        .says(
          region, "decide", "{stand: follow-wait, recommendation: 2019-03}", on: day("2019-04-10")),
      ],
      ends: "follow-wait"),
    Example(
      sv: "Avstå fast rådet säger bör: skäl krävs",
      en: "Refrain though the council says should: a reason is owed",
      opening: opening(.wait2019, .shouldUse2019),
      steps: [
        .refused(
          region, "decide", "{stand: follow-wait, recommendation: 2019-05}", on: day("2019-06-03"),
          code: "regional-decision/no-wait", at: "stand"),
        .refused(
          region, "decide", "{stand: refrain, recommendation: 2019-05}", on: day("2019-06-03"),
          code: "regional-decision/no-reason", at: "reason"),
        .says(
          region, "decide",
          "{stand: refrain, recommendation: 2019-05, reason: patienterna remitteras till en annan region}",
          on: day("2019-06-03")),
      ],
      ends: "refrain"),
    // Kymriah for diffuse large B-cell lymphoma: refrain in June 2019.
    Example(
      sv: "Inför fast rådet säger avstå: skäl krävs",
      en: "Introduce though the council says refrain: a reason is owed",
      opening: opening(.refrain2019),
      steps: [
        .refused(
          region, "decide", "{stand: introduce}", on: day("2019-08-20"),
          code: "regional-decision/no-recommendation", at: "recommendation"),
        .refused(
          region, "decide", "{stand: introduce, recommendation: 2019-06}", on: day("2019-08-20"),
          code: "regional-decision/no-reason", at: "reason"),
        .refused(
          region, "decide", "{stand: refrain, recommendation: 2019-06}", on: day("2019-05-31"),
          code: "regional-decision/before-version", at: "recommendation"),
        .says(region, "decide", "{stand: refrain, recommendation: 2019-06}", on: day("2019-06")),
      ],
      ends: "refrain"),
    Example(
      sv: "Beslut senare lämnar fasen öppen", en: "Later leaves the stage open",
      opening: opening(.mayUse2022),
      steps: [
        .refused(
          region, "decide", "{stand: later, reason: prioriteras i rådet, until: 2022-02}",
          on: day("2022-03-01"),
          code: "regional-decision/until-passed", at: "until"),
        .says(
          region, "decide", "{stand: later, reason: prioriteras i rådet, until: 2022-04}",
          on: day("2022-03-01")),
      ],
      owes: [
        Owed(
          "decide", by: region,
          Text(sv: "Beslut väntas 2022-04", en: "Decision expected 2022-04"))
      ]),
  ]
}

private let region: Body = "region-exempel"

private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

private func opening(_ versions: Version...) -> Opening {
  Opening(
    on: versions.last.flatMap { CivilDate($0.label) } ?? .blank, owner: region,
    taken: versions.map { Given(.recommendation, $0) })
}

extension Version {
  fileprivate static let mayUse2020 = Version("may-use", "2020-06-24")
  fileprivate static let mayUse2022 = Version("may-use", "2022-02-17")
  fileprivate static let wait2019 = Version("wait", "2019-03")
  fileprivate static let shouldUse2019 = Version("should-use", "2019-05")
  fileprivate static let refrain2019 = Version("refrain", "2019-06")
}
