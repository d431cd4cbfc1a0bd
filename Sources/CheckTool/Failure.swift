package import Canonical
package import Located

/// Why a command was not done: what, where, what to do; and the exit code.
package struct Failure: Error {
  /// One thing that stands in the way.
  package struct Problem: Sendable {
    /// A stable name, such as `case/unknown`.
    package let code: String
    package let text: Text
    /// An option, or a place in a file; nil when it is about the whole.
    package var place: String?
    /// What to do about it.
    package var help: Text?

    package init(code: String, text: Text, place: String? = nil, help: Text? = nil) {
      self.code = code
      self.text = text
      self.place = place
      self.help = help
    }
  }

  package let exit: Exit
  package let problems: [Problem]

  package init(_ exit: Exit, _ problems: [Problem]) {
    self.exit = exit
    self.problems = problems
  }

  /// A single problem.
  package init(
    _ exit: Exit, _ code: String, at place: String? = nil, sv: String, en: String,
    help: Text? = nil
  ) {
    self.init(
      exit, [Problem(code: code, text: Text(sv: sv, en: en), place: place, help: help)])
  }
}

extension Failure {
  /// More than this many problems at once help nobody on a terminal; a program gets them all.
  private static let manyProblems = 20

  /// The problems for people, each on a line, with help below it.
  package func text(_ language: Language) -> String {
    let refused =
      exit == .no
      ? Text(sv: "Går inte: ", en: "Refused: ")[language]
      : Text(sv: "Fel: ", en: "Error: ")[language]
    var lines = ""
    for problem in problems.prefix(Self.manyProblems) {
      let place = problem.place.map { "\($0): " } ?? ""
      lines += "\(refused)\(place)\(problem.text[language]) [\(problem.code)]\n"
      if let help = problem.help { lines += "  \(help[language])\n" }
    }
    let more = problems.count - Self.manyProblems
    if more > 0 { lines += Text(sv: "… och \(more) till\n", en: "… and \(more) more\n")[language] }
    return lines
  }

  /// The problems for a program.
  package func value(_ language: Language) -> Value {
    .record([
      "exit": .whole(Int(exit.rawValue)),
      "problems": .list(
        problems.map { problem in
          .record([
            "code": .text(problem.code), "at": problem.place.map { .text($0) },
            "text": .text(problem.text[language]),
            "help": problem.help.map { .text($0[language]) },
          ])
        }),
    ])
  }
}
