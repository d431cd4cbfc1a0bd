import ArgumentParser
import Canonical
import CheckTool
import Codes
import Located

/// `stafett explain`: what a finding's code means, why it matters and how it is mended.
struct ExplainCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a finding's code means, with an example of wrong and right.",
    discussion: "Without a code, lists all of them.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A code, as a finding shows it: flow/unreachable; else all.") var code: String?

  func run(in shell: Shell) throws -> Exit {
    let language = shell.settings.language
    guard let code else {
      shell.show(
        text: CodeCatalogue.text(language),
        json: .record([
          "codes": .list(CodeCatalogue.codes.compactMap { CodeCatalogue[$0]?.summary(language) })
        ]))
      return .fine
    }
    guard let page = CodeCatalogue[code] else { throw unknown(code) }
    shell.show(
      text: page.text(language, width: min(88, shell.width)), json: page.value(language))
    return .fine
  }

  private func unknown(_ code: String) -> Failure {
    let near = CodeCatalogue.nearest(to: code)
    let problem = Failure.Problem(
      code: "explain/unknown-code",
      text: Text(
        sv: "ingen kod heter '\(code)'" + (near.map { ", menar du '\($0)'?" } ?? ""),
        en: "no code is named '\(code)'" + (near.map { ", did you mean '\($0)'?" } ?? "")),
      help: Text(
        sv: "Alla koder: stafett explain", en: "All codes: stafett explain"))
    return Failure(.no, [problem])
  }
}

extension CodePage {
  /// What a list says of the code.
  fileprivate func summary(_ language: Language) -> Value {
    .record([
      "code": .text(code), "severity": .text(severity.rawValue), "since": .whole(since),
      "title": .text(title[language]),
    ])
  }

  /// The whole page for a program.
  fileprivate func value(_ language: Language) -> Value {
    func example(_ files: [File]) -> Value {
      .list(files.map { .record(["path": .text($0.path), "text": .text($0.text)]) })
    }
    return .record([
      "code": .text(code), "severity": .text(severity.rawValue), "since": .whole(since),
      "title": .text(title[language]), "why": .text(why[language]),
      "finding": .text(finding[language]), "bad": example(bad), "good": example(good),
    ])
  }
}
