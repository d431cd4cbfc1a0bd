public import StageKit

extension Nomination {
  /// Both routes, who may not confirm, and what a nomination must hold.
  public static let examples: [Example] = [
    Example(
      sv: "Regionen fastställer sin företrädare, programområdet de andra.",
      en: "A region confirms its representative, the programme area the others.",
      settings: workingGroup, opening: opening(npo),
      steps: [
        .refused(
          npo, "nominate", "{person: ledamot-1, seat: expert, competence: barnläkare}",
          on: day("2026-09-01"), code: "nomination/missing-field", at: "manager-consent"),
        .says(npo, "nominate", nomination("ledamot-1", "Expert"), on: day("2026-09-01")),
        .says(
          npo, "nominate", nomination("ledamot-2", "Regional företrädare", "norra"),
          on: day("2026-09-01")),
        .refused(
          npo, "confirm-member", "{person: ledamot-1}", on: day("2026-09-14"),
          code: "nomination/no-declaration", at: "person"),
        .says(npo, "declare", "{person: ledamot-1, conflict: clear}", on: day("2026-09-07")),
        .says(npo, "declare", "{person: ledamot-2, conflict: manageable}", on: day("2026-09-07")),
        .refused(
          npo, "confirm-member", "{person: ledamot-2}", on: day("2026-09-14"),
          code: "nomination/wrong-confirmer", at: "person"),
        .says("norra", "confirm-member", "{person: ledamot-2}", on: day("2026-09-14")),
        .says(npo, "confirm-member", "{person: ledamot-1, minutes: § 5}", on: day("2026-09-14")),
        .refused(npo, "finish", "{}", on: day("2026-09-15"), code: "nomination/not-certified"),
        .says(npo, "certify", "{process-leader: processledare-1}", on: day("2026-09-15")),
        .says(npo, "finish", "{}", on: day("2026-09-15")),
      ],
      ends: "confirmed"),
    Example(
      sv: "En nationell grupp: beredningsgruppen bereder och styrgruppen fastställer.",
      en: "A national group: the preparatory group prepares and the steering group confirms.",
      settings: nationalGroup, opening: opening(support),
      steps: [
        .says(
          support, "nominate", nomination("ledamot-1", "Ledamot", "sodra"), on: day("2026-09-01")),
        .says(support, "declare", "{person: ledamot-1, conflict: clear}", on: day("2026-09-07")),
        .refused(
          "sks", "confirm-member", "{person: ledamot-1}", on: day("2026-09-10"),
          code: "nomination/not-prepared", at: "person"),
        .says("beredningsgrupp", "prepare", "{person: ledamot-1}", on: day("2026-09-10")),
        .refused(
          "sodra", "confirm-member", "{person: ledamot-1}", on: day("2026-09-14"),
          code: "nomination/wrong-confirmer", at: "person"),
        .says("sks", "confirm-member", "{person: ledamot-1, minutes: § 9}", on: day("2026-09-24")),
        .says(support, "finish", "{}", on: day("2026-09-25")),
      ],
      ends: "confirmed"),
    Example(
      sv: "Ett jäv hindrar, och ingen fastställs.", en: "A conflict bars, and nobody is confirmed.",
      settings: workingGroup, opening: opening(npo),
      steps: [
        .refused(npo, "finish", "{}", on: day("2026-09-01"), code: "nomination/not-nominated"),
        .says(npo, "nominate", nomination("ledamot-1", "Expert"), on: day("2026-09-01")),
        .says(npo, "declare", "{person: ledamot-1, conflict: blocking}", on: day("2026-09-07")),
        .refused(
          npo, "confirm-member", "{person: ledamot-1}", on: day("2026-09-14"),
          code: "nomination/conflict",
          at: "person"),
        .refused(npo, "finish", "{}", on: day("2026-09-14"), code: "nomination/open"),
        .says(npo, "decline", "{person: ledamot-1, reason: jäv}", on: day("2026-09-14")),
        .says(npo, "certify", "{process-leader: processledare-1}", on: day("2026-09-15")),
        .says(npo, "finish", "{}", on: day("2026-09-15")),
      ],
      ends: "not-confirmed"),
    Example(
      sv: "Det syns vem som väntar på beslut.", en: "Who waits for a decision shows.",
      settings: workingGroup, opening: opening(npo),
      steps: [
        .says(
          npo, "nominate", nomination("ledamot-2", "Regional företrädare", "norra"),
          on: day("2026-09-01")),
        .refused(
          npo, "prepare", "{person: ledamot-2}", on: day("2026-09-02"),
          code: "nomination/not-prepared-here"),
        .says(npo, "declare", "{person: ledamot-2, conflict: clear}", on: day("2026-09-07")),
      ],
      owes: [Owed("confirm-member", by: "norra", Text("ledamot-2"))]),
  ]

  private static let npo: Body = "npo-lunga-allergi"
  private static let support: Body = "nationell-stod"
  private static let workingGroup = "{route: working-group, confirmers: [npo-lunga-allergi]}"
  private static let nationalGroup = "{route: national-group, confirmers: [sks]}"

  private static func opening(_ owner: Body) -> Opening {
    Opening(
      on: day("2026-08-17"), owner: owner,
      sets: [.init("npo-lunga-allergi", [npo]), .init("sks", ["sks"])])
  }

  /// A nomination with the whole template filled in.
  private static func nomination(
    _ person: String, _ seat: String, _ represents: String? = nil
  ) -> String {
    """
    person: \(person)
    seat: \(seat)
    manager-consent: true
    competence: Allergologi och primärvård
    position: Överläkare
    mandate-description: uppdrag.pdf
    """ + (represents.map { "\nrepresents: \($0)" } ?? "")
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
