import CheckTool
import Lifecycle
import Located
import StageKit

extension EngineAct {
  /// Those that a person does by `act`; taking back has a command of its own.
  static var spoken: [EngineAct] { allCases.filter { $0 != .annul } }

  /// Whether it can be about the whole case.
  var isOfCase: Bool { self == .cancel || self == .note || self == .tag }

  /// The command that a form says, about a case or a place in it.
  ///
  /// - Throws: `no`, with every fault of the form.
  func command(_ caseID: String, _ spot: Spot?, _ node: Node) throws(Failure) -> Command {
    switch EngineAct.command(rawValue, caseID, spot, node) {
    case .engine(let command): return command
    case .faults(let found):
      throw Failure(
        .no,
        found.map {
          Failure.Problem(code: $0.fault.code, text: $0.fault.text, place: $0.fault.place.option)
        })
    case .stage:
      throw Failure(.failure, "engine/internal", sv: "okänd åtgärd", en: "unknown act")
    }
  }
}
