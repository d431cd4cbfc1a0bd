public import StageKit

/// A new drug, device or indication is seen coming, and judged before it is approved.
///
/// At least one criterion of selection is what makes it a candidate. What is known stands in an
/// early assessment report, so that the regions can say whether they want to act together.
public struct HorizonScan: Stage {
  /// The name in definitions.
  public static let name: StageName = "horizon-scan@1"
  /// What a person sees.
  public static let title = Text(sv: "Horisontspaning", en: "Horizon scan")
  /// What it is for.
  public static let help = Text(
    sv: "Något nytt som väntas bli godkänt bedöms mot urvalskriterierna. Uppfyller det minst ett, "
      + "och finns en tidig bedömningsrapport, kan det väljas ut.",
    en: "Something new that is expected to be approved is judged by the criteria of selection. If "
      + "it meets at least one, and there is an early assessment report, it can be selected.")
  /// Its acts.
  public static let acts: [any Act<HorizonScan>.Type] = [
    Judge.self, Report.self, Select.self, Drop.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "horizon-scan/decided", "horizon-scan/no-criterion", "horizon-scan/no-report",
    "horizon-scan/repeated-criterion",
  ]
  /// The early assessment report.
  public static let gives: [Topic] = [TypedTopic<Version>.document.topic]

  /// It goes on, or it is dropped.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [selected, dropped] }

  private static let selected = Outcome.forward("selected", sv: "Utvald", en: "Selected")
  private static let dropped = Outcome.diverting("dropped", sv: "Väljs inte ut", en: "Dropped")

  let owner: Body
  var judged: Judge?
  var report: Reported?
  var ending: Ending?

  /// A report that was written.
  struct Reported: Sendable, Equatable {
    let act: Report
    let on: CivilDate
  }

  /// How it ended, and when.
  struct Ending: Sendable, Equatable {
    let reason: String?
    let isSelected: Bool
    let on: CivilDate
  }

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Selected or dropped, once it is.
  public var outcome: Outcome? {
    ending.map { $0.isSelected ? Self.selected : Self.dropped }
  }

  /// The owner the criteria, then the report, then to select or drop it.
  public var owes: [Owed] {
    guard ending == nil else { return [] }
    if judged == nil { return [Owed("criteria", by: owner)] }
    return [Owed(report == nil ? "report" : "select", by: owner)]
  }

  /// The report, by its version or its day.
  public var given: [Given] {
    guard let report else { return [] }
    // A version's label holds no number sign; people write "#2" for the second.
    let written = (report.act.version ?? "").split(separator: "#").joined()
    let label = written.isEmpty ? report.on.description : written
    return [Given(.document, Version("early-assessment-report", label))]
  }

  /// The criteria, the report and when approval is expected.
  public var summary: Summary {
    let facts: [Summary.Fact?] = [
      judged?.approval.map {
        .init(sv: "Väntat godkännande", en: "Expected approval", Text($0.description))
      },
      report.map {
        .init(
          sv: "Tidig bedömningsrapport", en: "Early assessment report",
          Text("\($0.act.at), \($0.on)"))
      },
      ending?.reason.map { .init(sv: "Skäl", en: "Reason", Text($0)) },
    ]
    return Summary(
      standing: outcome?.title, line: line, facts: facts.compactMap(\.self),
      tables: judged.map { [table($0)] } ?? [])
  }

  private var line: Text? {
    if let ending, let title = outcome?.title {
      return Text(sv: "\(title.sv), \(ending.on)", en: "\(title.en), \(ending.on)")
    }
    guard let judged else { return nil }
    let count = judged.criteria.count
    return Text(
      sv: count == 1 ? "Uppfyller ett urvalskriterium" : "Uppfyller \(count) urvalskriterier",
      en: count == 1 ? "Meets one criterion" : "Meets \(count) criteria")
  }

  private func table(_ judged: Judge) -> Summary.Table {
    Summary.Table(
      "criteria", sv: "Urvalskriterier", en: "Criteria of selection",
      columns: [.init("criterion", sv: "Uppfyllt kriterium", en: "Criterion met")],
      rows: judged.criteria.map { [Cell($0)] })
  }
}
