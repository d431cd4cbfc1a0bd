package import Checking
import CivilTime
package import Definitions
package import Located
package import Register

extension Report {
  /// The findings and the change for those who are to approve it, as Markdown for a pull request.
  ///
  /// `live` are the definitions before the change; without them nothing is said of what changes.
  /// `strict` counts warnings as errors, as the verdict does.
  package func markdown(
    _ language: Language, now: [PipelineDefinition], live: [PipelineDefinition]?,
    organisation: Organisation, strict: Bool = false
  ) -> String {
    let page = ChangeReport(
      report: self, now: now, live: live, organisation: organisation, strict: strict,
      say: Phrasing(language: language))
    return page.text
  }
}

/// Writes the report, the verdict first.
private struct ChangeReport {
  let report: Report
  let now: [PipelineDefinition]
  let live: [PipelineDefinition]?
  let organisation: Organisation
  let strict: Bool
  let say: Phrasing

  var text: String {
    ([verdict] + findings + changes + rest).joined(separator: "\n\n") + "\n"
  }

  // MARK: the verdict

  private var verdict: String {
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count - errors
    let files = report.files.count
    let read =
      files == 1
      ? say("1 fil är kontrollerad.", "1 file was checked.")
      : say("\(files) filer är kontrollerade.", "\(files) files were checked.")
    let heading =
      switch report.verdict(strict: strict) {
      case .failure: say("Kontrollen kunde inte göras klart", "The check could not be finished")
      case .noInput: say("Det finns inget att kontrollera", "There is nothing to check")
      case .findings:
        say("Ändringen kan inte tas in än", "The change cannot be taken in yet") + ": "
          + counted(errors, warnings)
      case .fine where warnings > 0:
        say("Ändringen kan tas in", "The change can be taken in") + ": "
          + counted(errors, warnings)
      case .fine: say("Ändringen kan tas in", "The change can be taken in")
      }
    return "# \(heading)\n\n\(read)"
  }

  private func counted(_ errors: Int, _ warnings: Int) -> String {
    var parts: [String] = []
    if errors > 0 {
      parts.append(say("\(errors) fel att rätta", "\(errors) to correct"))
    }
    if warnings > 0 {
      parts.append(
        warnings == 1
          ? say("1 sak att tänka på", "1 thing to consider")
          : say("\(warnings) saker att tänka på", "\(warnings) things to consider"))
    }
    return say.all(parts)
  }

  // MARK: findings

  private var findings: [String] {
    guard !report.diagnostics.isEmpty else { return [] }
    var paths: [String] = []
    for finding in report.diagnostics where !paths.contains(finding.path) {
      paths.append(finding.path)
    }
    var parts = ["## " + say("Att rätta och tänka på", "To correct and to consider")]
    for path in paths {
      let items = report.diagnostics.filter { $0.path == path }
      let isWrong = { (finding: Diagnostic) in finding.severity == .error }
      let sorted = items.filter(isWrong) + items.filter { !isWrong($0) }
      parts.append("### `\(path.withoutTicks)`")
      parts.append(sorted.map(item).joined(separator: "\n"))
    }
    return parts
  }

  private func item(_ finding: Diagnostic) -> String {
    let language = say.language
    let word = finding.severity == .error ? say("Rätta", "Correct") : say("Tänk på", "Consider")
    var text = "- **\(word)** (\(say("rad", "line")) \(finding.span.start.line)): "
    text += finding.message[language].sentence.markdown
    if let help = finding.help { text += " *\(help[language].sentence.markdown)*" }
    text += " <sub>`\(finding.code)`</sub>"
    if !finding.steps.isEmpty {
      for (index, step) in finding.steps.enumerated() {
        text +=
          "\n  \(index + 1). \(step.label[language].markdown)"
          + " (\(say("rad", "line")) \(step.span.start.line))"
      }
    }
    return text
  }

  // MARK: changes

  private var changes: [String] {
    guard let live else { return [] }
    var parts: [String] = []
    for new in now where !live.contains(where: { $0.hash == new.hash }) {
      let old = live.first { $0.reference == new.reference } ?? live.last { $0.id == new.id }
      parts += change(from: old, to: new)
    }
    var gone: [String] = []
    for old in live where !now.contains(where: { $0.id == old.id }) && !gone.contains(old.id) {
      gone.append(old.id)
      let title = old.title[say.language].markdown
      parts += [
        "### \(title): " + say("utgår", "taken out"),
        say(
          "Nya ärenden kan inte öppnas. Pågående ärenden går klart.",
          "No new case can be opened. Open cases are finished."),
      ]
    }
    let heading = "## " + say("Det här ändras", "What changes")
    if parts.isEmpty {
      return [heading, say("Ingen process är ändrad.", "No pipeline is changed.")]
    }
    return [
      heading,
      say(
        "Ett pågående ärende följer den version som det öppnades med.",
        "An open case follows the version that it was opened with."),
    ] + parts
  }

  private func change(from old: PipelineDefinition?, to new: PipelineDefinition) -> [String] {
    let language = say.language
    let title = new.title[language].markdown
    let naming = Naming(of: new, organisation, language)
    let from = say(
      "Nya ärenden följer den från \(naming(new.validFrom.written)).",
      "New cases follow it from \(naming(new.validFrom.written)).")
    guard let old else {
      return [
        "### \(title): " + say("ny process", "a new pipeline"), from,
        folded(say("Så ser den ut", "How it looks"), [picture(new)]),
      ]
    }
    let versions =
      old.version == new.version
      ? say("version \(new.version), ändrad på plats", "version \(new.version), changed in place")
      : say(
        "version \(old.version) blir version \(new.version)",
        "version \(old.version) becomes version \(new.version)")
    let sentences = PipelineChange(
      from: old, to: new, organisation: organisation, language: language
    ).sentences
    return [
      "### \(title): \(versions)", from,
      sentences.map { "- \($0)" }.joined(separator: "\n"),
      folded(
        say("Före och efter", "Before and after"),
        [
          "**" + say("Före", "Before") + "** (version \(old.version))", picture(old),
          "**" + say("Efter", "After") + "** (version \(new.version))", picture(new),
        ]),
    ]
  }

  private func picture(_ definition: PipelineDefinition) -> String {
    let graph = PipelineGraph(
      definition, organisation: organisation, on: definition.validFrom.firstDay,
      language: say.language)
    return "```mermaid\n\(graph.mermaid)```"
  }

  private func folded(_ title: String, _ parts: [String]) -> String {
    "<details><summary>\(title)</summary>\n\n" + parts.joined(separator: "\n\n")
      + "\n\n</details>"
  }

  // MARK: the rest

  private var rest: [String] {
    var parts: [String] = []
    if !report.suppressed.isEmpty {
      let lines = report.suppressed.map { one in
        let what = one.finding.message[say.language].sentence.markdown
        return "- `\(one.finding.path.withoutTicks)`: \(what) "
          + say("Skäl: ", "Reason: ") + one.reason.sentence.markdown
      }
      parts += [
        "## " + say("Godtaget med skäl", "Accepted with a reason"), lines.joined(separator: "\n"),
      ]
    }
    if !report.notEvaluated.isEmpty {
      let lines = report.notEvaluated.map { "- \($0[say.language].beginningSentence.markdown)" }
      parts += [
        "## " + say("Inte kontrollerat", "Not checked"), lines.joined(separator: "\n"),
      ]
    }
    return parts
  }
}

extension String {
  /// A clause as a sentence.
  fileprivate var sentence: String {
    let text = beginningSentence
    return text.last.map { ".?!…".contains($0) } ?? true ? text : text + "."
  }

  /// The text with nothing in it that Markdown or HTML would take for its own.
  fileprivate var markdown: String {
    reduce(into: "") { text, character in
      switch character {
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "&": text += "&amp;"
      case "*", "_", "`", "[", "]", "|", "#", "\\": text += "\\\(character)"
      case "\n", "\r", "\r\n": text += " "
      default: text.append(character)
      }
    }
  }

  /// For a piece of code on one line.
  fileprivate var withoutTicks: String { filter { $0 != "`" && !$0.isNewline } }
}
