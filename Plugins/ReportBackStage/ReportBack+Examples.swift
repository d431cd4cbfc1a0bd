public import StageKit

extension ReportBack {
  /// In time, late, and twice.
  public static var examples: [Example] {
    [
      Example(
        sv: "En arbetsgrupp återrapporterar halvåret", en: "A working group reports the half-year",
        settings: "{to: [lpo]}", opening: opening,
        steps: [
          .says(
            group, "report",
            "{period: 2026H2, status: Infört på 14 av 29 vårdcentraler}", on: day("2026-12-14"))
        ],
        ends: "received"),
      Example(
        sv: "En rapport efter sista dag registreras ändå", en: "A late report is registered",
        opening: opening,
        steps: [
          .says(
            group, "report",
            "{period: 2026H2, status: Alla har startat, results: Fler undersöks i tid, reference: rapport.pdf}",
            on: day("2027-01-20"))
        ],
        ends: "received"),
      Example(
        sv: "Rapporten är väntad", en: "The report is owed", opening: opening,
        steps: [.extended(to: day("2027-01-31"))], owes: [Owed("report", by: group)]),
    ]
  }

  private static let group: Body = "lag-25-kol"

  private static var opening: Opening {
    Opening(
      on: day("2026-07-01"), closes: day("2026-12-31"), owner: group,
      sets: [.init("lpo", ["lpo-25-lungor"])])
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
