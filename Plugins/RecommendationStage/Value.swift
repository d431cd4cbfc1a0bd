import StageKit

extension Recommendation {
  /// What the council advises; where a person types, in the words that both councils share.
  enum Value: String, Choice {
    case shouldUse = "should-use"
    case mayUse = "may-use"
    case refrain
    case wait

    var title: Text {
      switch self {
      case .shouldUse: Text(sv: "Bör", en: "Should")
      case .mayUse: Text(sv: "Kan", en: "May")
      case .refrain: Text(sv: "Avstå", en: "Refrain")
      case .wait: Text(sv: "Avvakta", en: "Wait")
      }
    }

    /// The value in the words of a council.
    func title(of council: Council) -> Text {
      switch (self, council) {
      case (.shouldUse, .nt): Text(sv: "Bör användas", en: "Should be used")
      case (.shouldUse, .mtp): Text(sv: "Bör införas", en: "Should be introduced")
      case (.mayUse, .nt): Text(sv: "Kan användas", en: "May be used")
      case (.mayUse, .mtp): Text(sv: "Kan införas", en: "May be introduced")
      case (.refrain, _), (.wait, _): title
      }
    }
  }

  /// Whose words are used.
  enum Council: String, Choice {
    case nt
    case mtp

    var title: Text {
      switch self {
      case .nt: Text(sv: "NT-rådet", en: "New Therapies Council")
      case .mtp: Text(sv: "MTP-rådet", en: "Medical Technology Council")
      }
    }
  }

  /// What a wait does to the stage.
  enum Wait: String, Choice {
    case stays
    case closes

    var title: Text {
      switch self {
      case .stays:
        Text(
          sv: "fasen är öppen tills rådet har bedömt", en: "the stage is open until assessed")
      case .closes:
        Text(
          sv: "fasen blir klar, och regionerna kan följa", en: "the stage closes, regions follow")
      }
    }
  }
}
