import Canonical
import Located
import Store

/// Why a command was not done: what, where, what to do; and the exit code.
struct Failure: Error {
  /// One thing that stands in the way.
  struct Problem: Sendable {
    /// A stable name, such as `case/unknown`.
    let code: String
    let text: Text
    /// An option, or a place in a file; nil when it is about the whole.
    var place: String?
    /// What to do about it.
    var help: Text?
  }

  let exit: Exit
  let problems: [Problem]

  init(_ exit: Exit, _ problems: [Problem]) {
    self.exit = exit
    self.problems = problems
  }

  /// A single problem.
  init(_ exit: Exit, _ code: String, at place: String? = nil, sv: String, en: String) {
    self.init(exit, [Problem(code: code, text: Text(sv: sv, en: en), place: place)])
  }
}

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
  /// More than this many problems at once help nobody on a terminal; a program gets them all.
  private static let manyProblems = 20

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
    let language = settings.language
    if asJSON {
      return say(
        json: .record([
          "exit": .whole(Int(failure.exit.rawValue)),
          "problems": .list(
            failure.problems.map { problem in
              .record([
                "code": .text(problem.code), "at": problem.place.map { .text($0) },
                "text": .text(problem.text[language]),
                "help": problem.help.map { .text($0[language]) },
              ])
            }),
        ]))
    }
    let refused =
      failure.exit == .no
      ? Text(sv: "Går inte: ", en: "Refused: ")[language]
      : Text(sv: "Fel: ", en: "Error: ")[language]
    for problem in failure.problems.prefix(Shell.manyProblems) {
      let place = problem.place.map { "\($0): " } ?? ""
      errors("\(refused)\(place)\(problem.text[language]) [\(problem.code)]\n")
      if let help = problem.help { errors("  \(help[language])\n") }
    }
    let more = failure.problems.count - Shell.manyProblems
    if more > 0 { errors(Text(sv: "… och \(more) till\n", en: "… and \(more) more\n")[language]) }
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
