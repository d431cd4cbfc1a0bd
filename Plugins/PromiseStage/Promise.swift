public import StageKit

/// A promise to patients is broken down to goals that can be followed, for each group of diseases.
public struct Promise: Stage {
  /// The name in `uses:`.
  public static let name: StageName = "promise@1"
  /// What a person sees.
  public static let title = Text(sv: "Mål för patientlöftet", en: "Goals of the patient promise")
  /// What it is for.
  public static let help = Text(
    sv: "Löftet bryts ned till mätbara mål per sjukdomsgrupp: indikator, utgångsvärde, målvärde, "
      + "dag, kvalitetsregister och ansvarig.",
    en: "The promise is broken down to measurable goals for each group of diseases: indicator, "
      + "baseline, target, day, quality register and who is responsible.")
  /// Its acts.
  public static let acts: [any Act<Promise>.Type] = [BreakDown.self, Finish.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "promise/due-passed", "promise/finished", "promise/no-goals", "promise/repeated-goal",
  ]
  /// The goals, by their day.
  public static let gives: [Topic] = [TypedTopic<Version>.document.topic]

  static let brokenDown = Outcome.forward("broken-down", sv: "Mål satta", en: "Goals set")

  /// Broken down.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [brokenDown] }

  let owner: Body
  var goals: [BreakDown.Goal] = []
  var finished: CivilDate?

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Broken down, once all goals are there.
  public var outcome: Outcome? { finished == nil ? nil : Self.brokenDown }

  /// The owner goals, and then that these are all.
  public var owes: [Owed] {
    guard finished == nil else { return [] }
    return [
      goals.isEmpty ? Owed("break-down", by: owner, Self.noGoals) : Owed("finish", by: owner)
    ]
  }

  /// The goals with the day they were set.
  public var given: [Given] {
    finished.map { [Given(.document, Version("goals", $0.description))] } ?? []
  }

  private static let noGoals = Text(sv: "Löftet saknar mål", en: "The promise has no goals")

  /// The goals; a promise without any says so.
  public var summary: Summary {
    let line =
      goals.isEmpty
      ? Self.noGoals
      : Text(sv: "\(goals.count) mål", en: goals.count == 1 ? "1 goal" : "\(goals.count) goals")
    // The table is there also when it is empty: a view finds the promises that have no goals by it.
    return Summary(standing: outcome?.title, line: line, tables: [table])
  }

  private var table: Summary.Table {
    Summary.Table(
      "goals", sv: "Mål", en: "Goals",
      columns: [
        .init("disease-group", sv: "Sjukdomsgrupp", en: "Disease group"),
        .init("indicator", sv: "Indikator", en: "Indicator"),
        .init("baseline", sv: "Utgångsvärde", en: "Baseline"),
        .init("target", sv: "Målvärde", en: "Target"), .init("unit", sv: "Enhet", en: "Unit"),
        .init("due", sv: "Nås senast", en: "Due"),
        .init("register", sv: "Kvalitetsregister", en: "Quality register"),
        .init("owner", sv: "Ansvarig", en: "Responsible"),
      ],
      rows: goals.map { goal in
        [
          Cell(goal.diseaseGroup), Cell(goal.indicator), Cell(goal.baseline), Cell(goal.target),
          Cell(goal.unit), Cell(goal.due), Cell(goal.register), Cell(goal.owner ?? owner),
        ]
      })
  }
}
