import ArgumentParser
import Canonical
import CheckTool
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit

/// `stafett act`: registers what a body has done; what it asks for is the act's own form.
struct ActCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "act",
    abstract: "Register what a body has done at a stage.",
    usage: """
      stafett act CASE STAGE ACT --for BODY [--FIELD VALUE …]
             stafett act CASE STAGE [ACT] --help
      """,
    discussion: """
      CASE is a case or its product. The fields are the act's own: '--help' after ACT lists them, after \
      STAGE the acts. \
      A field said twice is a list; a list of rows comes as '--rows FILE' (YAML, JSON, CSV, Excel or Word), \
      where '--rows.COLUMN HEADING' says what the file calls a column; '--field @FILE' reads a text from a \
      file, and '--rows-from CASE/STAGE' carries over the rows of an earlier case, such as its gap analysis; \
      '--as-in CASE/STAGE' says again what the body said there, such as its supplement.

      Every stage also takes skip, extend, confirm, assign, note and tag; a case note, tag and cancel: \
      stafett act CASE cancel --reason TEXT.
      """,
    // Help is the act's own, so this command answers it.
    helpNames: [])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @Option(help: "The member of the set in whose lane it is; else the body itself.")
  var lane: String?
  @Option(help: "Say what was said in an earlier case, CASE/STAGE; what is given here goes before.")
  var asIn: String?
  @Option(help: "The number of the event that this one corrects.")
  var corrects: Int?
  @Argument(parsing: .allUnrecognized, help: "CASE STAGE ACT, and the act's fields.")
  var words: [String] = []

  func run(in shell: Shell) throws -> Exit {
    let named = words.prefix { !$0.hasPrefix("-") }
    let wantsHelp = words.contains("--help") || words.contains("-h")
    guard named.count >= 2 else {
      if wantsHelp {
        shell.output(
          shell.settings.language == .sv
            ? SwedishHelp(ActCommand.self, ["act"]).page(width: shell.width)
            : RootCommand.helpMessage(for: ActCommand.self) + "\n")
        return .fine
      }
      throw Failure(
        .usage, "usage/no-act", sv: "skriv ärende, fas och vad: act ÄRENDE FAS VAD (act --help)",
        en: "write case, stage and act: act CASE STAGE ACT (act --help)")
    }
    let runner = try shell.runner(.register)
    if wantsHelp, named.count == 2, EngineAct(rawValue: named[1])?.isOfCase != true {
      try StageActsHelp(named[1], of: named[0], shell.settings.language, in: runner)
        .lines.forEach { shell.output($0 + "\n") }
      return .fine
    }
    let target = try ActTarget(Array(named), in: runner)
    if wantsHelp {
      ActHelp(target: target, language: shell.settings.language).lines.forEach {
        shell.output($0 + "\n")
      }
      return .fine
    }
    let context = try writing.context(in: shell)
    let earlier = EarlierActs(
      target: target, lane: lane ?? (target.isInLane ? context.by.id : nil), runner: runner)
    var written = try WrittenForm(
      Array(words.dropFirst(target.words)), target.shape, target.choices,
      earlier: earlier.rows)
    if let source = asIn { written = written.filled(by: try earlier.form(source, for: "--as-in")) }
    let spot = spot(target, context)
    let command = try target.command(spot, form: written.node, corrects: corrects)
    let request = Value.record([
      "act": .text(target.act), "case": .text(target.caseID),
      "stage": target.stage.map { .text($0) },
      "lane": spot?.lane.map { .text($0) }, "corrects": corrects.map { .whole($0) },
      "with": written.value,
    ])
    let order = writing.order(
      command, on: target.product, context, request: request, in: runner, shell)
    do {
      return try shell.report(try runner.perform(order), of: order, by: runner)
    } catch let failure as Failure {
      throw failure.pointing(into: written.files)
    }
  }

  // Who acts in their own lane need not say so.
  private func spot(_ target: ActTarget, _ context: Context) -> Spot? {
    guard let stage = target.stage else { return nil }
    let own = target.isInLane && target.act != EngineAct.skip.rawValue ? context.by.id : nil
    return Spot(stage, lane: lane ?? own)
  }
}
