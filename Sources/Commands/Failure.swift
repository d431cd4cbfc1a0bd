import CheckTool
import Located
import Store

extension Failure {
  /// The same, with rows of a file named by their place in it.
  func pointing(into files: [String: String]) -> Failure {
    Failure(
      exit,
      problems.map { problem in
        var problem = problem
        for (option, file) in files.sorted(by: { $0.key < $1.key })
        where problem.place?.hasPrefix("--\(option) ") == true {
          problem.place = problem.place.map { "\($0) (\(file))" }
        }
        return problem
      })
  }
}

extension Shell {
  /// Reports why a command was not done.
  func report(_ error: any Error) -> Exit {
    let failure =
      switch error {
      case let failure as Failure: failure
      case let error as StoreError: Failure(error)
      default:
        Failure(
          .failure, [Failure.Problem(code: "program/failed", text: Text("\(error)"))])
      }
    report(failure, asJSON: settings.isJSON)
    return failure.exit
  }

  func report(_ failure: Failure, asJSON: Bool) {
    if asJSON { return say(json: failure.value(settings.language)) }
    errors(failure.text(settings.language))
  }
}

extension Failure {
  /// A fault of the store; a store that is not there is an input that is not there.
  init(_ error: StoreError) {
    let (exit, code): (Exit, String) =
      switch error {
      case .missing: (.noInput, "store/missing")
      case .full: (.failure, "store/full")
      case .notAStore: (.failure, "store/not-a-store")
      case .failed: (.failure, "store/failed")
      }
    self.init(exit, [Problem(code: code, text: error.text)])
  }
}
