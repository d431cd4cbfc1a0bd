public import StageKit

/// A group reports back at an agreed interval to the one that gave it its mandate.
///
/// Under `every:` each time is an attempt of its own, with its own last day; one that came after it
/// is registered and marked.
public struct ReportBack: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let to: [Bodies]

    /// Asks for the settings.
    public init(_ form: inout Form) {
      to = form("to", in: 0...20, sv: "Rapporterar till", en: "Reports to")
    }
  }

  /// The name in definitions.
  public static let name: StageName = "report-back@1"
  /// What a person sees.
  public static let title = Text(sv: "Återrapportering", en: "Report back")
  /// What it is for.
  public static let help = Text(
    sv: "Gruppen återrapporterar som överenskommet till den som gav uppdraget: period, läge och, "
      + "om det finns, resultat. En rapport efter sista dag registreras som sent inkommen.",
    en: "The group reports as agreed to the one that gave the mandate: period, status and, where "
      + "there are any, results. A report after the last day is registered as late.")
  /// Its acts.
  public static let acts: [any Act<ReportBack>.Type] = [Report.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = ["report-back/reported"]

  /// It came.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [received] }

  private static let received = Outcome.forward("received", sv: "Inkommen", en: "Received")

  let owner: Body
  let receivers: [Body]
  var closes: CivilDate?
  var report: Reported?

  /// The report, and when it came.
  struct Reported: Sendable, Equatable {
    let act: Report
    let on: CivilDate
  }

  /// Says how it goes.
  struct Report: Act {
    static let name = "report"
    static let title = Text(sv: "Återrapportera", en: "Report back")
    let period: String
    let status: String
    let results: Prose?
    let reference: String?

    init(_ form: inout Form) {
      period = form(
        "period", in: 1...40, sv: "Period", en: "Period",
        help: Text(sv: "Som 2026H2 för andra halvåret.", en: "Such as 2026H2 for the second half."))
      status = form("status", in: 1...500, sv: "Läge", en: "Status")
      results = form("results", in: 1...20_000, sv: "Resultat", en: "Results")
      reference = form("reference", in: 1...1_000, sv: "Rapporten finns på", en: "Found at")
    }

    func faults(in stage: ReportBack, _ said: Said) -> [Fault] {
      guard let report = stage.report else { return [] }
      return [
        Fault(
          "report-back/reported", sv: "rapporten kom redan \(report.on): rätta den i stället",
          en: "the report came \(report.on): correct it")
      ]
    }

    func fold(into stage: inout ReportBack, _ said: Said) {
      stage.report = Reported(act: self, on: said.on)
    }
  }

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    owner = opening.owner
    receivers = opening.bodies(settings.to)
    closes = opening.closes
  }

  /// Learns its new last day.
  public mutating func extend(to closes: CivilDate) { self.closes = closes }

  /// Received, once it is.
  public var outcome: Outcome? { report == nil ? nil : Self.received }

  /// The owner the report.
  public var owes: [Owed] { report == nil ? [Owed("report", by: owner)] : [] }

  /// Whether it came after the last day; a month that holds that day may have been in time.
  var isLate: Bool {
    guard let closes, let report else { return false }
    return report.on.firstDay > closes.lastDay
  }

  /// The report, its period, and whether it came in time.
  public var summary: Summary {
    guard let report else { return Summary(tables: receivers.isEmpty ? [] : [table]) }
    let late = Text(sv: "Sent inkommen", en: "Late")
    let title = isLate ? late : Self.received.title
    return Summary(
      standing: title,
      line: Text("\(report.act.period): \(report.act.status)"),
      facts: report.act.reference.map {
        [.init(sv: "Rapporten finns på", en: "Found at", Text($0))]
      } ?? [],
      tables: [table])
  }

  // Before it has come, too: by when it is owed, and to whom it goes.
  private var table: Summary.Table {
    Summary.Table(
      "reports", sv: "Återrapportering", en: "Reports",
      columns: [
        .init("period", sv: "Period", en: "Period"), .init("due", sv: "Senast", en: "Due"),
        .init("received", sv: "Inkom", en: "Received"),
        .init("status", sv: "Läge", en: "Status"), .init("late", sv: "Sent", en: "Late"),
        .init("results", sv: "Resultat", en: "Results"),
        .init("to", sv: "Till", en: "To"),
      ],
      rows: [
        [
          Cell(report?.act.period), Cell(closes), Cell(report?.on), Cell(report?.act.status),
          report == nil ? .none : Cell(isLate), Cell(report?.act.results), Cell(receivers),
        ]
      ])
  }
}
