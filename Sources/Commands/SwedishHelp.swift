import ArgumentParser
import CheckTool
import Located

/// The help of one command in Swedish.
///
/// ArgumentParser writes it in English; what it says is read from there and said in Swedish, so that
/// an option stands in both or in none.
package struct SwedishHelp {
  /// An argument, an option or a subcommand: how it is written, and what it is.
  private struct Entry {
    let label: String
    let help: String
  }

  private let name: String
  private let abstract: String
  private let usage: String
  private var sections: [(title: String, entries: [Entry])] = []

  /// Reads the help of a command.
  ///
  /// - Parameter path: the names from the first word after the program's on.
  init(_ command: any ParsableCommand.Type, _ path: [String]) {
    // No line is broken by a width that nobody has.
    let lines = RootCommand.helpMessage(for: command, columns: 100_000)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    name = (["stafett"] + path).joined(separator: " ")
    abstract = lines.first.map { String($0.trimmingPrefix("OVERVIEW: ")) } ?? ""
    usage = lines.first { $0.hasPrefix("USAGE: ") } ?? ""
    var pending: String?
    for line in lines {
      if let title = Self.titles[line] {
        sections.append((title, []))
      } else if !sections.isEmpty, line.hasPrefix("  "), !line.hasPrefix("  See '") {
        let label = line.prefix(Self.indent).trimmingPrefix("  ").trimmed
        // A label that is too long for its column has its help on a line of its own.
        if let long = pending {
          add(long, line.dropFirst(Self.indent).trimmed)
          pending = nil
        } else if line.count > Self.indent, line.dropFirst(Self.indent - 1).first == " " {
          add(label, line.dropFirst(Self.indent).trimmed)
        } else {
          pending = line.dropFirst(2).trimmed
        }
      }
    }
  }

  private mutating func add(_ label: String, _ help: String) {
    sections[sections.count - 1].entries.append(Entry(label: label, help: help))
  }

  /// The page, no line wider than the width where its words allow.
  func page(width: Int) -> String {
    var lines = Self.commands[abstract].map { [$0] } ?? [abstract]
    if let more = Self.discussions[abstract] {
      lines +=
        [""]
        + more.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
          $0.hasPrefix("stafett ") || $0.isEmpty || $0.hasPrefix(" ")
            ? [String($0)] : CheckHelp.wrapped(String($0), to: width)
        }
    }
    lines += ["", "Så skrivs det: \(written)"]
    for section in sections {
      lines += ["", section.title + ":"]
      for entry in section.entries {
        let label = "  " + shown(entry)
        let text = CheckHelp.wrapped(said(entry.help), to: max(width - Self.indent, 40))
        let pad = String(repeating: " ", count: Self.indent)
        if label.count > Self.indent - 2 {
          lines += [label] + text.map { pad + $0 }
        } else {
          let first = label + String(repeating: " ", count: Self.indent - label.count)
          lines += [first + (text.first ?? "")] + text.dropFirst().map { pad + $0 }
        }
      }
    }
    if sections.contains(where: { $0.title == "Kommandon" }) {
      lines += ["", "Mer om ett kommando: \(name) KOMMANDO --help"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is said here in English only.
  var untranslated: [String] {
    ([abstract] + sections.flatMap(\.entries).map { Self.split($0.help).text })
      .filter { Self.commands[$0] == nil && Self.words[$0] == nil }
  }

  // MARK: parts

  /// How the command is written: what must be given, and that there are options.
  private var written: String {
    if let whole = Self.usages[abstract] { return whole }
    if sections.contains(where: { $0.title == "Kommandon" }) { return "\(name) KOMMANDO" }
    var parts = [name]
    for section in sections {
      for entry in section.entries {
        let isOptional = usage.contains("[\(entry.label)")
        let isRepeated =
          usage.contains("\(entry.label) ...") || usage.contains("\(entry.label)] ...")
        let shown = shown(entry) + (isRepeated ? "…" : "")
        if section.title == "Argument" {
          parts.append(isOptional ? "[\(shown)]" : shown)
        } else if !isOptional, usage.contains(" \(entry.label)") {
          parts.append(shown)
        }
      }
    }
    return (parts + ["[VAL…]"]).joined(separator: " ")
  }

  /// `--for GRUPP` for `--for <for>`.
  private func shown(_ entry: Entry) -> String {
    guard let value = Self.words[Self.split(entry.help).text]?.value, !value.isEmpty,
      let open = entry.label.firstIndex(of: "<")
    else { return entry.label.replacing(" (default)", with: " (förval)") }
    return entry.label[..<open] + value
  }

  private func said(_ help: String) -> String {
    let (text, choices) = Self.split(help)
    let told = Self.words[text]?.text ?? Self.commands[text] ?? text
    guard let choices else { return told }
    return told + " ("
      + choices.replacing("values: ", with: "välj bland: ").replacing("default: ", with: "annars: ")
      + ")"
  }

  /// The help itself, and the values and the default that ArgumentParser puts after it.
  private static func split(_ help: String) -> (text: String, choices: String?) {
    guard help.hasSuffix(")"),
      let open = help.ranges(of: " (values: ").last ?? help.ranges(of: " (default: ").last
    else { return (help, nil) }
    return (
      String(help[..<open.lowerBound]),
      String(help[help.index(open.lowerBound, offsetBy: 2)...].dropLast())
    )
  }

  private static let indent = 26
  private static let titles = [
    "ARGUMENTS:": "Argument", "OPTIONS:": "Val", "SUBCOMMANDS:": "Kommandon",
  ]
}

extension SwedishHelp {
  /// The help of the command that a command line asks about.
  init?(askedIn arguments: [String]) {
    var command: any ParsableCommand.Type = RootCommand.self
    var path: [String] = []
    for word in ViewCommand.words(of: arguments) where !word.hasPrefix("-") && word != "help" {
      guard
        let next = command.configuration.subcommands.first(where: {
          $0.configuration.commandName == word
        })
      else {
        if path.isEmpty { continue }
        break
      }
      command = next
      path.append(word)
    }
    guard !path.isEmpty else { return nil }
    self.init(command, path)
  }

  /// What the help of the whole program says in English only; nothing, as a test sees to.
  package static var untranslated: [String] {
    func all(_ command: any ParsableCommand.Type, _ path: [String]) -> [String] {
      command.configuration.subcommands.flatMap { next -> [String] in
        // A check has a help of its own, in both languages.
        guard next != CheckCommand.self else { return [] }
        let path = path + [next.configuration.commandName ?? "\(next)"]
        return SwedishHelp(next, path).untranslated + all(next, path)
      }
    }
    return all(RootCommand.self, [])
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    return String(rest)
  }
}
