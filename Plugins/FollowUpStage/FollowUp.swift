public import StageKit

/// What was put to use is followed in figures from a register, period after period.
///
/// A figure is of an indicator, for women, men or all, for a region or the whole, in a period. Only
/// such figures are kept: nothing about a single patient.
public struct FollowUp: Stage {
  /// The name in definitions.
  public static let name: StageName = "follow-up@1"
  /// What a person sees.
  public static let title = Text(sv: "Uppföljning", en: "Follow-up")
  /// What it is for.
  public static let help = Text(
    sv: "Indikatorer följs i ett kvalitetsregister eller i statistik, uppdelade på kön och region, "
      + "period för period. Det syns vilken uppdelning som saknas. Bara uppgifter på gruppnivå "
      + "registreras, aldrig om enskilda patienter.",
    en: "Indicators are followed in a quality register or in statistics, split by sex and region, "
      + "period after period. It shows which split is missing. Only figures of groups are "
      + "registered, never of single patients.")
  /// Its acts.
  public static let acts: [any Act<FollowUp>.Type] = [Measure.self, Finish.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "follow-up/code-differs", "follow-up/finished", "follow-up/no-indicator",
    "follow-up/no-measurement", "follow-up/no-note", "follow-up/no-period",
    "follow-up/not-yet", "follow-up/repeated-value", "follow-up/unknown-code",
    "follow-up/unknown-indicator", "follow-up/unknown-region",
  ]

  /// Followed further, or with a result; that the target was missed and that it was stopped are
  /// offered where the definition says what then.
  public static func outcomes(_ settings: Settings) -> [Outcome] { Result.allCases.map(\.outcome) }

  let settings: Settings
  let owner: Body
  /// The regions that a figure is expected from, in the register's order.
  let regions: [Body]
  var measured: [Measured] = []
  /// Where each figure stands in the list: a year of every region has thousands.
  var places: [Measured.Key: Int] = [:]
  var finished: Finished?

  /// How it was finished, and when.
  struct Finished: Sendable, Equatable {
    let act: Finish
    let on: CivilDate
  }

  /// Opens an attempt; the regions are those of that day.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    regions = opening.bodies(settings.regions)
  }

  /// The result, once somebody says that it is finished.
  public var outcome: Outcome? { finished?.act.result.outcome }

  /// The owner figures, then the result, with what is missing.
  public var owes: [Owed] {
    guard finished == nil else { return [] }
    guard !measured.isEmpty else { return [Owed("measure", by: owner)] }
    let count = gaps.count
    let missing = Text(
      sv: count == 1
        ? "Uppdelning saknas för en indikator" : "Uppdelning saknas för \(count) indikatorer",
      en: count == 1
        ? "A split is missing for one indicator" : "A split is missing for \(count) indicators"
    )
    return [Owed("finish", by: owner, count == 0 ? nil : missing)]
  }
}

extension FollowUp {
  /// How it ends.
  enum Result: String, Choice {
    case followed
    case targetMet = "target-met"
    case targetNotMet = "target-not-met"
    case stopped

    var title: Text {
      switch self {
      case .followed: Text(sv: "Följs vidare", en: "Followed further")
      case .targetMet: Text(sv: "Målet nått", en: "Target met")
      case .targetNotMet: Text(sv: "Målet inte nått", en: "Target not met")
      case .stopped: Text(sv: "Uppföljningen avslutad", en: "Follow-up stopped")
      }
    }

    var outcome: Outcome {
      switch self {
      case .followed, .targetMet: .forward(rawValue, sv: title.sv, en: title.en)
      case .targetNotMet, .stopped: .optional(rawValue, sv: title.sv, en: title.en)
      }
    }
  }

  /// Says that the period is done, or the whole follow-up.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Avsluta perioden eller uppföljningen", en: "Finish")
    let result: Result
    let note: String?

    init(_ form: inout Form) {
      result = form("result", sv: "Resultat", en: "Result")
      note = form(
        "note", in: 1...2_000, sv: "Kommentar", en: "Note",
        help: Text(
          sv: "Krävs när målet inte är nått och när uppföljningen avslutas utan resultat.",
          en: "Owed when the target is not met, and when it is stopped."))
    }

    func faults(in stage: FollowUp, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished
      if result != .stopped, stage.measured.isEmpty {
        faults.append(
          Fault(
            "follow-up/no-measurement",
            sv: "det finns inga mätvärden: registrera dem först, eller avsluta uppföljningen",
            en: "there are no figures: register them first, or stop the follow-up"))
      }
      if result == .stopped || result == .targetNotMet, note == nil {
        faults.append(
          Fault("follow-up/no-note", at: "note", sv: "skriv varför", en: "write why"))
      }
      return faults
    }

    func fold(into stage: inout FollowUp, _ said: Said) {
      stage.finished = Finished(act: self, on: said.on)
    }
  }

  var alreadyFinished: [Fault] {
    guard let finished else { return [] }
    let title = finished.act.result.title
    return [
      Fault(
        "follow-up/finished",
        sv:
          "uppföljningen avslutades \(finished.on) (\(title.sv.lowercased())): rätta det i stället",
        en: "it was finished \(finished.on) (\(title.en.lowercased())): correct that")
    ]
  }
}
