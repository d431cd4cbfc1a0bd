public import StageKit

/// A group compares a named version of a document with how it is today, and says what it takes.
///
/// The analysis belongs to one version, so that it shows when a newer one makes it stale.
public struct GapAnalysis: Stage {
  /// The name in definitions.
  public static let name: StageName = "gap-analysis@1"
  /// What a person sees.
  public static let title = Text(
    sv: "Gap- och konsekvensanalys", en: "Gap and consequence analysis")
  /// What it is for.
  public static let help = Text(
    sv: "Läget i dag jämförs med dokumentets rekommendationer: hur stort gapet är, vad det får för "
      + "konsekvenser, vad det kostar och vem som ansvarar. Analysen gäller en namngiven version.",
    en: "The state of today is compared with the document's recommendations: how large the gap is, "
      + "its consequences, cost and who is responsible. The analysis is of a named version.")
  /// Its acts.
  public static let acts: [any Act<GapAnalysis>.Type] = [Analyse.self, Submit.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "gap-analysis/no-gaps", "gap-analysis/no-version", "gap-analysis/repeated-recommendation",
    "gap-analysis/submitted",
  ]
  /// The version that was analysed.
  public static let gives: [Topic] = [TypedTopic<Version>.document.topic]

  /// It is ready to be decided on.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [analysed] }

  private static let analysed = Outcome.forward(
    "analysed", sv: "Klar för beslut", en: "Ready for decision")

  let owner: Body
  var gaps: [RecommendationGap] = []
  var version: String?
  var submitted: Submitted?

  /// That it was handed on.
  struct Submitted: Sendable, Equatable {
    let note: String?
    let on: CivilDate
  }

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Ready, once it is handed on.
  public var outcome: Outcome? { submitted == nil ? nil : Self.analysed }

  /// The owner its rows, then to hand it on.
  public var owes: [Owed] {
    guard submitted == nil else { return [] }
    return [gaps.isEmpty ? Owed("gap", by: owner) : Owed("submit", by: owner, gaps.summed)]
  }

  /// The national document, in the version that was analysed.
  public var given: [Given] {
    // A version's label holds no number sign.
    guard submitted != nil, let version else { return [] }
    let label = version.split(separator: "#").joined()
    return label.isEmpty ? [] : [Given(.document, Version("national-document", label))]
  }

  /// How much is to be done, and row by row.
  public var summary: Summary {
    let facts: [Summary.Fact?] = [
      version.map { .init(sv: "Gäller version", en: "Of version", Text($0)) },
      gaps.isEmpty ? nil : .init(sv: "Sammanfattning", en: "In all", gaps.summed),
      submitted?.note.map { .init(sv: "Kommentar", en: "Note", Text($0)) },
    ]
    return Summary(
      standing: outcome?.title, line: gaps.isEmpty ? nil : gaps.summed,
      facts: facts.compactMap(\.self), tables: gaps.isEmpty ? [] : [gaps.table])
  }
}
