public import StageKit

/// A body ranks what has been proposed, by criteria, and decides on the list.
public struct Prioritisation: Stage {
  /// The name in `uses:`.
  public static let name: StageName = "prioritisation@1"
  /// What a person sees.
  public static let title = Text(sv: "Prioritering", en: "Prioritisation")
  /// What it is for.
  public static let help = Text(
    sv: "Förslagen rangordnas med kriterier, över områden eller inom ett, och beslutet gäller "
      + "listan som den står.",
    en: "The proposals are ranked by criteria, across areas or within one, and the decision is on "
      + "the list as it stands.")
  /// Its acts.
  public static let acts: [any Act<Prioritisation>.Type] = [
    Rank.self, Decide.self, ReferBack.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "prioritisation/decided", "prioritisation/gap-in-ranks", "prioritisation/no-ranking",
    "prioritisation/repeated-item", "prioritisation/repeated-rank",
  ]
  /// The proposal that is ranked, where there is one.
  public static let takes: [Topic] = []
  /// The ranked list, where the decision stands in the minutes, and its day.
  public static let gives: [Topic] = [
    TypedTopic<Version>.document.topic, TypedTopic<Version>.decision.topic,
    TypedTopic<CivilDate>.decidedOn.topic,
  ]

  static let decided = Outcome.forward("decided", sv: "Prioritering beslutad", en: "Decided")
  static let referredBack = Outcome.diverting(
    "refer-back", sv: "Återremitterad", en: "Referred back")

  /// Decided, or referred back.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [decided, referredBack] }

  /// A mandate to decide.
  public static func demands(_ settings: NoSettings) -> [Demand] {
    [.power(["approve", "decide", "adopt", "recommend"])]
  }

  let owner: Body
  /// The list by rank.
  var ranking: [Rank.Row] = []
  var verdict: Verdict?

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Decided, or referred back.
  public var outcome: Outcome? { verdict?.outcome }

  /// The owner a list, and then a decision.
  public var owes: [Owed] {
    verdict == nil ? [Owed(ranking.isEmpty ? "rank" : "decide", by: owner)] : []
  }

  /// The list and the decision.
  public var given: [Given] {
    guard let verdict, verdict.outcome == Self.decided else { return [] }
    let (by, on) = (verdict.by, verdict.on)
    // A version's label holds no number sign; people write "#41" for a paragraph.
    let paragraph = (verdict.minutes ?? "").split(separator: "#").joined(separator: "§")
    return [
      Given(.document, Version("ranking", on.description)),
      Given(
        .decision,
        Version(by.description, paragraph.isEmpty ? on.description : "\(on) \(paragraph)")),
      Given(.decidedOn, on),
    ]
  }

  /// The list, and what was decided.
  public var summary: Summary {
    var facts: [Summary.Fact] = []
    if let verdict {
      facts.append(.init(sv: "Beslutas av", en: "Decided by", Text(verdict.by.description)))
      facts.append(
        .init(sv: "Beslutsdatum", en: "Decided on the day", Text(verdict.on.description)))
      if let minutes = verdict.minutes {
        facts.append(
          .init(sv: "Protokoll och paragraf", en: "Minutes and paragraph", Text(minutes)))
      }
      if let reason = verdict.reason {
        facts.append(.init(sv: "Skäl", en: "Reason", Text(reason)))
      }
    }
    return Summary(
      standing: outcome?.title, line: line, facts: facts, tables: ranking.isEmpty ? [] : [table])
  }

  private var line: Text? {
    if let verdict {
      let (title, on) = (verdict.outcome.title, verdict.on)
      return Text(sv: "\(title.sv) \(on)", en: "\(title.en) \(on)")
    }
    guard !ranking.isEmpty else { return nil }
    return Text(
      sv: "\(ranking.count) förslag rangordnade", en: "\(ranking.count) proposals ranked")
  }

  private var table: Summary.Table {
    Summary.Table(
      "ranking", sv: "Prioriteringslista", en: "Ranking",
      columns: [
        .init("rank", sv: "Rang", en: "Rank"), .init("item", sv: "Förslag", en: "Proposal"),
        .init("criteria", sv: "Kriterier", en: "Criteria"),
        .init("decision", sv: "Beslut", en: "Decision"), .init("note", sv: "Kommentar", en: "Note"),
      ],
      rows: ranking.map { row in
        [
          Cell(row.rank), Cell(row.item), Cell(row.criteria.joined(separator: ", ")),
          Cell(row.stand), Cell(row.note),
        ]
      })
  }
}
