public import StageKit

/// A drug, a method or a document leaves use in good order: planned, dated, followed up, archived.
///
/// Sweden has no national step-by-step for it. The stage asks for what makes a phase-out orderly:
/// a deliberate position on a prepared basis, a replacement or the statement that there is none, a
/// day for the last new patient and a later one for the last use, and what remains.
public struct PhaseOut: Stage {
  /// The name in definitions.
  public static let name: StageName = "phase-out@1"
  /// What a person sees.
  public static let title = Text(sv: "Ordnad utfasning", en: "Orderly phase-out")
  /// What it is for.
  public static let help = Text(
    sv: "Ett läkemedel, en metod eller ett dokument slutar användas, helt eller delvis, "
      + "med ersättning, slutdatum och uppföljning av det som är kvar.",
    en: "A drug, a method or a document leaves use, in full or in part, "
      + "with a replacement, end dates and follow-up of what remains.")
  /// Its acts.
  public static let acts: [any Act<PhaseOut>.Type] = [
    Plan.self, SetDates.self, ReportResidual.self, ReportCitations.self, Archive.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "phase-out/last-use-first", "phase-out/left-over", "phase-out/no-affected",
    "phase-out/no-dates", "phase-out/no-explanation", "phase-out/no-link", "phase-out/no-plan",
    "phase-out/no-replacement", "phase-out/partial-document", "phase-out/replacement-both",
    "phase-out/replacement-missing", "phase-out/still-used",
  ]

  /// It ends in the archive.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [archived] }

  private static let archived = Outcome.forward("archived", sv: "Arkiverad", en: "Archived")

  let kind: Kind
  let owner: Body
  var plan: Plan?
  var dates: SetDates?
  /// What was reported as still in use, in order; the last row of a place and unit holds.
  var residual: [ResidualRow] = []
  /// What refers to it, each document once, with its latest state.
  var citations: [CitationRow] = []
  var archive: Archive?
  var archivedOn: CivilDate?

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    kind = settings.kind
    owner = opening.owner
  }

  /// Archived, once it is.
  public var outcome: Outcome? { archive == nil ? nil : Self.archived }

  /// The owner owes the plan, the dates where there is something to stop, and at last the archive.
  public var owes: [Owed] {
    guard outcome == nil else { return [] }
    var owed: [Owed] = []
    if plan == nil { owed.append(Owed("plan", by: owner)) }
    if needsDates, dates == nil { owed.append(Owed("dates", by: owner)) }
    return owed.isEmpty ? [Owed("archive", by: owner, leftText)] : owed
  }
}

extension PhaseOut {
  /// Whether something is used until a day, so that two dates are owed.
  var needsDates: Bool { kind != .document }

  /// The latest report of each place and unit, in the order they were first named.
  var latestResidual: [ResidualRow] {
    var latest: [ResidualRow] = []
    latest.replace(with: residual, by: \.key)
    return latest
  }

  /// The places where more is used than was aimed at.
  var aboveTarget: [ResidualRow] { latestResidual.filter(\.isAboveTarget) }

  /// The documents that still refer to it.
  var citing: [CitationRow] { citations.filter { !$0.updated } }

  /// What remains, in a few words; nil when nothing does.
  var leftText: Text? {
    let places = aboveTarget.count
    let documents = citing.count
    var sv: [String] = []
    var en: [String] = []
    if places > 0 {
      sv.append("\(places) \(places == 1 ? "ställe" : "ställen") över målvärdet")
      en.append("\(places) \(places == 1 ? "place" : "places") above target")
    }
    if documents > 0 {
      sv.append("\(documents) dokument hänvisar fortfarande")
      en.append(
        documents == 1
          ? "1 document still refers to it" : "\(documents) documents still refer to it")
    }
    guard !sv.isEmpty else { return nil }
    return Text(sv: sv.joined(separator: ", "), en: en.joined(separator: ", "))
  }
}
