public import StageKit

extension PhaseOut {
  /// What leaves use.
  enum Kind: String, Choice {
    case drug
    case method
    case document

    var title: Text {
      switch self {
      case .drug: Text(sv: "Läkemedel", en: "Drug")
      case .method: Text(sv: "Metod", en: "Method")
      case .document: Text(sv: "Dokument", en: "Document")
      }
    }
  }

  /// How much of it.
  enum Scope: String, Choice {
    case full
    case partial

    var title: Text {
      switch self {
      case .full: Text(sv: "Helt", en: "In full")
      case .partial: Text(sv: "Delvis", en: "In part")
      }
    }
  }

  /// Why it leaves use.
  enum Reason: String, Choice {
    case noEffect = "no-effect"
    case unsafe
    case notCostEffective = "not-cost-effective"
    case lowValue = "low-value"
    case superseded
    case withdrawn
    case other

    var title: Text {
      switch self {
      case .noEffect: Text(sv: "Saknar effekt", en: "No effect")
      case .unsafe: Text(sv: "Inte säkert", en: "Unsafe")
      case .notCostEffective: Text(sv: "Inte kostnadseffektivt", en: "Not cost-effective")
      case .lowValue: Text(sv: "Lågvärdevård", en: "Low-value care")
      case .superseded: Text(sv: "Ersatt av något bättre", en: "Superseded")
      case .withdrawn: Text(sv: "Tillhandahålls inte längre", en: "Withdrawn")
      case .other: Text(sv: "Annat", en: "Other")
      }
    }
  }

  /// What leaves use.
  public struct Settings: Record {
    let kind: Kind

    /// Asks for the settings.
    public init(_ form: inout Form) {
      kind = form("kind", default: .document, sv: "Avser", en: "Kind")
    }
  }
}
