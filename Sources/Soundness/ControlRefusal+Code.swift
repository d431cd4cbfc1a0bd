package import Definitions

extension ControlRefusal {
  /// The code by which the engine refuses it, as a scenario names it.
  package var code: String {
    switch self {
    case .notOpen: "case/not-open"
    case .atBound: "flow/at-bound"
    case .targetUnderWay: "flow/under-way"
    case .nothingBetween: "flow/nothing-between"
    case .caseInPreparation: "case/in-preparation"
    }
  }
}
