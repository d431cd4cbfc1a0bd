public import StageKit

/// Where care stands against what people need: gaps, measures and their order.
public struct NeedsAnalysis: Stage {
  /// The name in `uses:`.
  public static let name: StageName = "needs-analysis@1"
  /// What a person sees.
  public static let title = Text(sv: "Behovs- och gapanalys", en: "Needs and gap analysis")
  /// What it is for.
  public static let help = Text(
    sv: "Gruppen beskriver behoven, dagsläget och gapen, föreslår åtgärder och rangordnar dem. Det "
      + "framgår om patienter har medverkat och hur.",
    en: "The group describes the needs, today's state and the gaps, proposes measures and ranks "
      + "them. It says whether patients took part and how.")
  /// Its acts.
  public static let acts: [any Act<NeedsAnalysis>.Type] = [
    Describe.self, Patients.self, Reasons.self, Finish.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "needs-analysis/finished", "needs-analysis/no-how", "needs-analysis/no-needs",
    "needs-analysis/no-order", "needs-analysis/patients-not-said", "needs-analysis/repeated-need",
  ]
  /// The analysis, by its day, for who decides on it.
  public static let gives: [Topic] = [TypedTopic<Version>.document.topic]

  static let analysed = Outcome.forward("analysed", sv: "Analyserad", en: "Analysed")

  /// Analysed.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [analysed] }

  let owner: Body
  var needs: [Need] = []
  var participation: Participation?
  var reasons: Reasons?
  var finished: CivilDate?

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Analysed, once the group says that it is finished.
  public var outcome: Outcome? { finished == nil ? nil : Self.analysed }

  /// The owner needs, then an order and what patients took part in.
  public var owes: [Owed] {
    finished == nil ? [Owed(needs.isEmpty ? "need" : "finish", by: owner)] : []
  }

  /// The analysis with its day.
  public var given: [Given] {
    finished.map { [Given(.document, Version("needs-analysis", $0.description))] } ?? []
  }

  /// Needs with a gap are ranked 1, 2, 3 and so on; those without may be.
  var isOrdered: Bool {
    let ranks = needs.compactMap(\.priority).sorted()
    return ranks == Array(1..<(ranks.count + 1))
      && needs.allSatisfy { $0.gap == Gap.none || $0.priority != nil }
  }

  /// By rank; what has none comes last, as it was said.
  private var ordered: [Need] {
    needs.filter { $0.priority != nil }.sorted { ($0.priority ?? 0) < ($1.priority ?? 0) }
      + needs.filter { $0.priority == nil }
  }

  /// The needs in their order, and who took part.
  public var summary: Summary {
    let large = needs.count { $0.gap == .large }
    var facts: [Summary.Fact] = []
    if let participation {
      facts.append(
        .init(sv: "Patienter har medverkat", en: "Patients took part", participation.text))
    }
    facts += reasons?.facts ?? []
    return Summary(
      standing: outcome?.title,
      line: needs.isEmpty
        ? nil
        : Text(
          sv: "\(needs.count) behov, \(large) med stort gap",
          en: "\(needs.count) needs, \(large) with a large gap"),
      facts: facts, tables: needs.isEmpty ? [] : [table])
  }

  private var table: Summary.Table {
    Summary.Table(
      "needs", sv: "Behov och gap", en: "Needs and gaps",
      columns: [
        .init("priority", sv: "Prioritet", en: "Priority"), .init("need", sv: "Behov", en: "Need"),
        .init("today", sv: "Dagsläge", en: "Today"), .init("gap", sv: "Gap", en: "Gap"),
        .init("measure", sv: "Åtgärd", en: "Measure"),
        .init("proposal", sv: "Förslag", en: "Proposal"),
      ],
      rows: ordered.map { need in
        [
          Cell(need.priority), Cell(need.need), Cell(need.today), Cell(need.gap),
          Cell(need.measure), Cell(need.proposal),
        ]
      })
  }
}
