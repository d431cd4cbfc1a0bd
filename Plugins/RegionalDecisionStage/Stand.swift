import StageKit

extension RegionalDecision {
  /// What a region does with a recommendation.
  enum Stand: String, Choice {
    case introduce
    case inPart = "in-part"
    case refrain
    case followWait = "follow-wait"
    case later

    var title: Text {
      switch self {
      case .introduce: Text(sv: "Inför", en: "Introduce")
      case .inPart: Text(sv: "Inför delvis", en: "Introduce in part")
      case .refrain: Text(sv: "Avstå", en: "Refrain")
      case .followWait: Text(sv: "Följ avvakta", en: "Follow the wait")
      case .later: Text(sv: "Beslut senare", en: "Decide later")
      }
    }

    /// How the stage ends; nil for "later", which is reported and leaves it open.
    var outcome: Outcome? {
      switch self {
      case .introduce, .inPart: .forward(rawValue, sv: title.sv, en: title.en)
      case .refrain, .followWait: .diverting(rawValue, sv: title.sv, en: title.en)
      case .later: nil
      }
    }

    /// Whether it may be taken while the national value is to wait.
    var respectsWait: Bool { self == .followWait || self == .later }

    /// Whether it departs from a national value: a "may" leaves the choice to the region.
    func departs(from value: NationalValue) -> Bool {
      switch (value, self) {
      case (.shouldUse, .inPart), (.shouldUse, .refrain): true
      case (.refrain, .introduce), (.refrain, .inPart): true
      default: false
      }
    }
  }

  /// A council's value, as the name of a version of its recommendation.
  enum NationalValue: String {
    case shouldUse = "should-use"
    case mayUse = "may-use"
    case refrain
    case wait

    /// In the words that the councils share.
    var title: Text {
      switch self {
      case .shouldUse: Text(sv: "Bör", en: "Should")
      case .mayUse: Text(sv: "Kan", en: "May")
      case .refrain: Text(sv: "Avstå", en: "Refrain")
      case .wait: Text(sv: "Avvakta", en: "Wait")
      }
    }
  }
}
