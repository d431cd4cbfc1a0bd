import StageKit

extension Cooperation {
  /// What a region wants.
  enum Wish: String, Choice {
    case wants, declines
    case noView = "no-view"

    var title: Text {
      switch self {
      case .wants: Text(sv: "Vill samverka", en: "Wants cooperation")
      case .declines: Text(sv: "Vill inte samverka", en: "Does not want it")
      case .noView: Text(sv: "Ingen uppfattning", en: "No view")
      }
    }
  }

  /// What speaks for acting together.
  ///
  /// https://samverkanlakemedel.se/process---ordnat-inforande/beslut-om-nationell-samverkan
  enum Criterion: String, Choice {
    case equalUse = "equal-use"
    case severity
    case resources
    case controversy

    var title: Text {
      switch self {
      case .equalUse: Text(sv: "Jämlik användning är viktig", en: "Equal use matters")
      case .severity: Text(sv: "Hög svårighetsgrad", en: "High severity")
      case .resources: Text(sv: "Stor påverkan på resurser", en: "Big effect on resources")
      case .controversy:
        Text(sv: "Etiskt eller politiskt svår fråga", en: "Ethically or politically hard")
      }
    }
  }

  /// What a council decides.
  enum Verdict: String, Choice {
    case into = "in"
    case out
    case referBack = "refer-back"

    var title: Text {
      switch self {
      case .into: Text(sv: "Nationell samverkan", en: "National cooperation")
      case .out: Text(sv: "Ingen nationell samverkan", en: "No national cooperation")
      case .referBack: Text(sv: "Återremitterad", en: "Referred back")
      }
    }

    var outcome: Outcome {
      switch self {
      case .into: .forward(rawValue, sv: title.sv, en: title.en)
      case .out: .diverting(rawValue, sv: title.sv, en: title.en)
      case .referBack: .optional(rawValue, sv: title.sv, en: title.en)
      }
    }
  }

  /// A wish as it was last said.
  struct Wished: Sendable, Equatable {
    let region: Body
    let wish: Wish
    let note: String?
    let on: CivilDate
  }

  /// The decision, and when.
  struct Decided: Sendable, Equatable {
    let act: Decide
    let on: CivilDate

    func reference(_ owner: Body) -> Version {
      // A version's label holds no number sign; people write "#41" for a paragraph.
      let paragraph = (act.minutes ?? "").split(separator: "#").joined(separator: "§")
      return Version(owner.description, paragraph.isEmpty ? on.description : "\(on) \(paragraph)")
    }
  }

  /// A region says what it wants; said again, it replaces what was said.
  struct Express: Act {
    static let name = "wish"
    static let title = Text(sv: "Registrera önskemål", en: "Register a wish")
    let wish: Wish
    let region: Body?
    let note: String?

    init(_ form: inout Form) {
      wish = form("wish", sv: "Önskemål", en: "Wish")
      region = form(
        "region", sv: "Region", en: "Region",
        help: Text(
          sv: "Den som registrerar, om inget annat anges.",
          en: "Who registers it, unless another is given."))
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: Cooperation, _ said: Said) -> [Fault] {
      let region = region ?? said.by
      guard !stage.asked.isEmpty, !stage.asked.contains(region) else {
        return stage.alreadyDecided
      }
      return stage.alreadyDecided + [
        Fault(
          "cooperation/not-asked", at: "region", sv: "\(region) är inte tillfrågad",
          en: "\(region) was not asked")
      ]
    }

    func fold(into stage: inout Cooperation, _ said: Said) {
      let wished = Wished(region: region ?? said.by, wish: wish, note: note, on: said.on)
      stage.wishes.replace(with: [wished], by: \.region)
    }
  }

  /// The council decides.
  struct Decide: Act {
    static let name = "decide"
    static let title = Text(sv: "Registrera beslut", en: "Register the decision")
    let outcome: Verdict
    let criteria: [Criterion]
    let minutes: String?
    let diaryNumber: String?
    let reason: String?

    init(_ form: inout Form) {
      outcome = form("outcome", sv: "Beslut", en: "Decision")
      criteria = form(
        "criteria", in: 0...4, sv: "Kriterier", en: "Criteria",
        help: Text(
          sv: "Minst ett när det blir nationell samverkan.",
          en: "At least one where there is to be cooperation."))
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
      diaryNumber = form("diary-number", in: 1...100, sv: "Diarienummer", en: "Diary number")
      reason = form(
        "reason", in: 1...2_000, sv: "Skäl", en: "Reason",
        help: Text(
          sv: "Krävs när det inte blir nationell samverkan och vid återremiss.",
          en: "Owed where there is to be none, and when referred back."))
    }

    func faults(in stage: Cooperation, _ said: Said) -> [Fault] {
      var faults = stage.alreadyDecided
      if outcome == .into, criteria.isEmpty {
        faults.append(
          Fault(
            "cooperation/no-criterion", at: "criteria",
            sv: "ange minst ett kriterium för nationell samverkan",
            en: "give at least one criterion for national cooperation"))
      }
      if outcome != .into, reason == nil {
        faults.append(
          Fault("cooperation/no-reason", at: "reason", sv: "skriv skälet", en: "write why"))
      }
      return faults
    }

    func fold(into stage: inout Cooperation, _ said: Said) {
      stage.decided = Decided(act: self, on: said.on)
    }
  }

  private var alreadyDecided: [Fault] {
    guard let decided else { return [] }
    let title = decided.act.outcome.title
    return [
      Fault(
        "cooperation/decided",
        sv: "beslut fattades \(decided.on) (\(title.sv.lowercased())): rätta det i stället",
        en: "it was decided \(decided.on) (\(title.en.lowercased())): correct that")
    ]
  }
}
