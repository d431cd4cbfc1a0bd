import Located

/// The help of a check.
package enum CheckHelp {
  /// The names of all options, without their dashes.
  package static var options: [String] { Option.allCases.map(\.rawValue) }
  /// The names of all formats.
  package static var formats: [String] { Format.allCases.map(\.rawValue) }

  /// What a check does, what it takes, and how it ends.
  static func page(_ program: String, _ language: Language) -> String {
    let intro = Text(
      sv: """
        Hitta alla fel i processer, organisationsregister och exempelärenden.

        Så skrivs det: \(program) [VAL] SÖKVÄG…

        En sökväg är en fil, en mapp (alla YAML-filer i den kontrolleras) eller - för standard in.
        Varken databas, nätverk eller klocka behövs. Saknas organisationsregister bland filerna läses
        det i mappen som --pipelines anger.

        Val:
        """,
      en: """
        OVERVIEW: Find every fault of definitions, registers and scenarios.

        USAGE: \(program) [OPTIONS] PATH…

        A path is a file, a folder (every YAML file in it is checked) or - for standard input. Needs
        no store, no network and no clock. Without a register among the files, that of the
        --pipelines folder is read too.

        OPTIONS:
        """)
    let exits = Text(
      sv: """
        Slutkod: 0 inga fel, 1 fynd, 2 raden går inte att förstå, 3 det gick inte att genomföra,
        4 det finns inget att läsa.
        """,
      en: """
        Exit codes: 0 nothing wrong, 1 findings, 2 the command line is wrong, 3 it could not be done,
        4 there is nothing to read.
        """)
    return intro[language] + "\n" + table(language) + "\n" + exits[language] + "\n"
  }

  private static func table(_ language: Language) -> String {
    Option.allCases.map { option in
      let name = [option.usage(language), option.alias].compactMap { $0 }.joined(separator: ", ")
      let lines = wrapped(option.help[language], to: width - indent - 2)
      let pad = String(repeating: " ", count: indent + 2)
      // A long name stands on a line of its own.
      let first =
        name.count > indent - 2
        ? "  \(name)\n\(pad)" : "  \(name)" + String(repeating: " ", count: indent - name.count)
      return first + lines.joined(separator: "\n\(pad)") + "\n"
    }.joined()
  }

  private static let width = 100
  private static let indent = 26

  /// The text in lines of so many characters, broken at spaces.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
