import StageKit

/// How a region takes in a national version.
enum Stand: String, Choice {
  case adopted
  case adoptedWithSupplement = "adopted-with-supplement"
  case partly
  case notApplicable = "not-applicable"
  case declined
  case later
  case undecided

  var title: Text {
    switch self {
    case .adopted: Text(sv: "Tillämpas", en: "Adopted")
    case .adoptedWithSupplement:
      Text(sv: "Tillämpas med regionalt tillägg", en: "Adopted with a supplement")
    case .partly: Text(sv: "Tillämpas delvis", en: "Adopted in part")
    case .notApplicable: Text(sv: "Ej aktuellt i regionen", en: "Not applicable in the region")
    case .declined: Text(sv: "Tillämpas inte", en: "Declined")
    case .later: Text(sv: "Beslut senare", en: "To be decided later")
    case .undecided: Text(sv: "Ej beslutat", en: "Undecided")
    }
  }

  /// How the attempt ends by it; the two that decide nothing leave it open.
  var outcome: Outcome? {
    switch self {
    case .adopted, .adoptedWithSupplement, .partly:
      .forward(rawValue, sv: title.sv, en: title.en)
    case .notApplicable, .declined: .diverting(rawValue, sv: title.sv, en: title.en)
    case .later, .undecided: nil
    }
  }

  /// Whether others will ask why.
  var owesReason: Bool {
    switch self {
    case .partly, .notApplicable, .declined, .later: true
    case .adopted, .adoptedWithSupplement, .undecided: false
    }
  }

  /// Whether it presumes that the region has compared with its own state.
  var owesGapAnalysis: Bool {
    switch self {
    case .adopted, .adoptedWithSupplement, .partly, .declined: true
    case .notApplicable, .later, .undecided: false
    }
  }
}
