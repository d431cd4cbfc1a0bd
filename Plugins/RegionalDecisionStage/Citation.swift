import StageKit

extension RegionalDecision {
  /// How a cited version stands to those that were handed on.
  enum Citation {
    /// It is the latest.
    case current
    /// A newer one was there.
    case older
    /// Nobody issued it.
    case unknown
    /// Nothing was handed on to compare it with: the case was taken over in mid-life.
    case unverified
  }

  /// The version that was the latest when the stage opened.
  var current: Version? { versions.last }

  /// How a label stands to the versions handed on.
  ///
  /// A version from an earlier case of the product is not among them; since councils name versions
  /// by their day, one dated before the current counts as older.
  func citation(_ label: String) -> Citation {
    guard let current else { return .unverified }
    if label == current.label { return .current }
    if versions.contains(where: { $0.label == label }) { return .older }
    guard let cited = CivilDate(label), let issued = CivilDate(current.label),
      cited.lastDay < issued.firstDay
    else { return .unknown }
    return .older
  }

  /// What the council recommended in a version; nil where it is not known.
  func nationalValue(in label: String) -> NationalValue? {
    versions.last { $0.label == label }.flatMap { NationalValue(rawValue: $0.name) }
  }

  /// What the council recommends now; nil where it is not known.
  var nationalValue: NationalValue? {
    current.flatMap { NationalValue(rawValue: $0.name) }
  }
}

extension RegionalDecision.Report {
  /// Whether it builds on a version older than the one that held.
  func isOlder(in stage: RegionalDecision) -> Bool {
    guard let label = act.recommendation else { return false }
    switch stage.citation(label) {
    case .current: return false
    case .older: return true
    case .unknown, .unverified: return act.older
    }
  }

  /// Whether it departs from the version that it cites.
  func departs(in stage: RegionalDecision) -> Bool {
    if act.deviation { return true }
    guard let label = act.recommendation, let value = stage.nationalValue(in: label) else {
      return false
    }
    return act.stand.departs(from: value)
  }
}
