import Located

/// The words of a command line, told apart: what was asked for, and what was named.
struct CommandLineReader {
  /// The options with their words, in the order in which they were written.
  private(set) var options: [(option: Option, word: String)] = []
  /// The rest: paths, and `-` for standard input.
  private(set) var paths: [String] = []

  /// Reads a command line.
  ///
  /// - Throws: `usage` with the first word that belongs to nothing.
  init(_ words: [String]) throws(Failure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        paths += rest
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        paths.append(word)
        continue
      }
      let equals = word.firstIndex(of: "=")
      let name = String(word[..<(equals ?? word.endIndex)])
      var operand = equals.map { String(word[word.index(after: $0)...]) }
      let option = try Self.option(named: name)
      switch option.operand {
      case .none:
        if let operand {
          throw Failure(
            .usage, "usage/no-operand", at: name, sv: "har inget värde: ta bort '=\(operand)'",
            en: "takes no value: remove '=\(operand)'")
        }
      case .perhaps: break
      case .word, .choice:
        // A forgotten value does not swallow the next option.
        if operand == nil, let next = rest.first, !next.hasPrefix("-") || next == "-" {
          operand = rest.popFirst()
        }
        if operand == nil {
          throw Failure(
            .usage, "usage/no-value", at: name, sv: "värdet saknas: \(option.usage(.sv))",
            en: "its value is missing: \(option.usage(.en))")
        }
      }
      if let operand { try option.check(operand) }
      options.append((option, operand ?? ""))
    }
  }

  /// The word of an option, the last where it was written twice; empty where it has none.
  subscript(option: Option) -> String? {
    options.last { $0.option == option }?.word
  }

  private static func option(named name: String) throws(Failure) -> Option {
    if let known = Option.allCases.first(where: { "--\($0.rawValue)" == name || $0.alias == name })
    {
      return known
    }
    let near = nearest(to: name, among: Option.allCases.map { "--\($0.rawValue)" })
    throw Failure(
      .usage, "usage/unknown-option", at: name,
      sv: "finns inte" + (near.map { ", menar du '\($0)'?" } ?? "; se --help"),
      en: "is no option" + (near.map { ", did you mean '\($0)'?" } ?? "; see --help"))
  }
}

extension Option {
  /// `--format text|short|json`.
  func usage(_ language: Language) -> String {
    switch operand {
    case .none: "--\(rawValue)"
    case .word(let word): "--\(rawValue) \(word[language])"
    case .choice(let choices): "--\(rawValue) \(choices.joined(separator: "|"))"
    case .perhaps(let choices): "--\(rawValue)[=\(choices.joined(separator: "|"))]"
    }
  }

  fileprivate func check(_ word: String) throws(Failure) {
    switch operand {
    case .choice(let choices), .perhaps(let choices):
      guard !choices.contains(word) else { return }
      let known = choices.joined(separator: ", ")
      // The name that this fault has in every command.
      if self == .format {
        throw Failure(
          .usage, "usage/unknown-format", at: "--format",
          sv: "det finns inget format '\(word)' här, bara \(known)",
          en: "there is no format '\(word)' here, only \(known)")
      }
      let near = nearest(to: word, among: choices)
      throw Failure(
        .usage, "usage/bad-value", at: "--\(rawValue)",
        sv: "'\(word)' duger inte" + (near.map { ", menar du '\($0)'?" } ?? ": välj av \(known)"),
        en: "'\(word)' will not do"
          + (near.map { ", did you mean '\($0)'?" } ?? ": one of \(known)"))
    case .word:
      guard word.isEmpty else { return }
      throw Failure(
        .usage, "usage/no-value", at: "--\(rawValue)", sv: "värdet är tomt",
        en: "its value is empty")
    case .none: return
    }
  }
}
