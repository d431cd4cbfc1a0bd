import StageKit

extension Prioritisation {
  /// What is proposed for, or decided on, one item of the list.
  enum Stand: String, Choice {
    case supported, later, declined

    var title: Text {
      switch self {
      case .supported: Text(sv: "Stöds", en: "Supported")
      case .later: Text(sv: "Tas upp senare", en: "Taken up later")
      case .declined: Text(sv: "Stöds inte", en: "Not supported")
      }
    }
  }

  /// How it ended.
  struct Verdict: Sendable, Equatable {
    let outcome: Outcome
    let by: Body
    let on: CivilDate
    let minutes: String?
    let reason: String?
  }

  var alreadyDecided: [Fault] {
    guard let verdict else { return [] }
    return [
      Fault(
        "prioritisation/decided", sv: "beslut fattades \(verdict.on): rätta det i stället",
        en: "it was decided \(verdict.on): correct that instead")
    ]
  }

  /// Ranks the proposals; a new list takes the place of the one before.
  struct Rank: Act {
    static let name = "rank"
    static let title = Text(sv: "Rangordna förslagen", en: "Rank the proposals")
    let rows: [Row]

    /// A proposal in its place.
    struct Row: Record {
      let item: String
      let rank: Int
      let criteria: [String]
      let stand: Stand?
      let note: String?

      init(_ form: inout Form) {
        item = form("item", in: 1...300, sv: "Förslag", en: "Proposal")
        rank = form("rank", in: 1...1_000, sv: "Rang", en: "Rank")
        criteria = form("criteria", in: 0...20, sv: "Kriterier", en: "Criteria")
        stand = form("decision", sv: "Beslut", en: "Decision")
        note = form("note", in: 1...1_000, sv: "Kommentar", en: "Note")
      }
    }

    init(_ form: inout Form) {
      rows = form("rows", in: 1...1_000, sv: "Prioriteringslista", en: "Ranking")
    }

    func faults(in stage: Prioritisation, _ said: Said) -> [Fault] {
      var faults = stage.alreadyDecided
      var items: Set<String> = []
      var ranks: Set<Int> = []
      for (index, row) in rows.enumerated() {
        if !items.insert(row.item).inserted {
          faults.append(
            Fault(
              "prioritisation/repeated-item", at: ["rows", .index(index), "item"],
              sv: "'\(row.item)' står redan i listan", en: "'\(row.item)' is in the list already"))
        }
        if !ranks.insert(row.rank).inserted {
          faults.append(
            Fault(
              "prioritisation/repeated-rank", at: ["rows", .index(index), "rank"],
              sv: "rang \(row.rank) är redan given: två förslag kan inte dela plats",
              en: "rank \(row.rank) is taken already: two proposals cannot share a place"))
        }
      }
      if let missing = (1...rows.count).first(where: { !ranks.contains($0) }),
        ranks.count == rows.count
      {
        faults.append(
          Fault(
            "prioritisation/gap-in-ranks", at: "rows",
            sv: "rang \(missing) saknas: rangordna 1, 2, 3 och så vidare",
            en: "rank \(missing) is missing: rank 1, 2, 3 and so on"))
      }
      return faults
    }

    func fold(into stage: inout Prioritisation, _ said: Said) {
      stage.ranking = rows.sorted { $0.rank < $1.rank }
    }
  }

  /// Decides on the list as it stands.
  struct Decide: Act {
    static let name = "decide"
    static let title = Text(sv: "Besluta om prioriteringen", en: "Decide on the ranking")
    let minutes: String?

    init(_ form: inout Form) {
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
    }

    func faults(in stage: Prioritisation, _ said: Said) -> [Fault] {
      guard stage.ranking.isEmpty else { return stage.alreadyDecided }
      return stage.alreadyDecided + [
        Fault(
          "prioritisation/no-ranking", sv: "rangordna förslagen först",
          en: "rank the proposals first")
      ]
    }

    func fold(into stage: inout Prioritisation, _ said: Said) {
      stage.verdict = Verdict(
        outcome: Prioritisation.decided, by: said.by, on: said.on, minutes: minutes, reason: nil)
    }
  }

  /// Sends the list back, and says what is to be done again.
  struct ReferBack: Act {
    static let name = "refer-back"
    static let title = Text(sv: "Återremittera", en: "Refer back")
    let reason: String
    let minutes: String?

    init(_ form: inout Form) {
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
    }

    func faults(in stage: Prioritisation, _ said: Said) -> [Fault] { stage.alreadyDecided }

    func fold(into stage: inout Prioritisation, _ said: Said) {
      stage.verdict = Verdict(
        outcome: Prioritisation.referredBack, by: said.by, on: said.on, minutes: minutes,
        reason: reason)
    }
  }
}
