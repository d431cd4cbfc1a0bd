import ArgumentParser
import Canonical
import CheckTool
import CivilTime
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit
import Store

/// `stafett minutes`: registers all decisions of a meeting, one act each, in one piece.
struct MinutesCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes", abstract: "Register the decisions of a meeting, all or none.",
    discussion: """
      stafett minutes rcc-samverkan --meeting 2027-04-20 --rows protokoll.csv

      A row for each paragraph: case; minutes ("§ 41"); outcome; and whatever else the act asks for, \
      under the name of the field. Where a case has several stages open with the body, name the stage.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The body that met.") var body: String
  @Option(help: "The day of the meeting.") var meeting: String
  @Option(help: "The table of paragraphs: CSV, YAML or JSON.") var rows: String
  @Flag(help: "Only say what would follow.") var dryRun = false

  func run(in shell: Shell) throws -> Exit {
    let day = try date(meeting, "--meeting")
    guard let by = Body(body) else {
      throw Failure(
        .usage, "usage/no-body-id", at: "BODY", sv: "'\(body)' är inget id på en grupp",
        en: "'\(body)' is no id of a body")
    }
    let runner = try shell.runner(.register)
    let rows = try RowsFile(rows, for: "--rows", Self.columns).rows.items
    let points = try rows.map { try Point($0, by, meeting, in: runner) }
    let orders = points.map { point in
      let asked = Value.record([
        "for": .text(body), "meeting": .text(meeting), "row": point.row.words,
      ])
      // The same table again is the same commands, so that it changes nothing.
      return Order(
        .act(
          caseID: point.caseID, spot: point.spot, act: point.act, form: point.form, corrects: nil),
        on: point.product, Context(on: day, by: by),
        id: point.id,
        request: ContentHash(hashing: asked.json),
        actor: shell.environment["STAFETT_ACTOR"] ?? "cli", isDryRun: dryRun)
    }
    let answers = try runner.perform(orders)
    var problems: [Failure.Problem] = []
    for (point, answer) in zip(points, answers) {
      if case .refused(let refusals) = answer {
        problems += refusals.map { refusal in
          Failure.Problem(
            code: refusal.code, text: refusal.text,
            place: "\(self.rows):\(point.row.span.start.line), \(point.caseID)")
        }
      }
      if case .reused = answer {
        problems.append(
          Failure.Problem(
            code: "command/id-reused",
            text: Text(
              sv:
                "\(point.caseID) är redan protokollfört på annat sätt för mötet: rätta med --corrects",
              en:
                "\(point.caseID) has other minutes of the meeting already: correct it by --corrects"
            ),
            place: "\(self.rows):\(point.row.span.start.line)"))
      }
    }
    guard problems.isEmpty else {
      throw Failure(.no, problems)
    }
    let new = answers.count { if case .done = $0 { true } else { false } }
    let planned = answers.count { if case .planned = $0 { true } else { false } }
    let before = answers.count - new - planned
    shell.say(
      dryRun
        ? Text(
          sv: "inget är skrivet; \(planned) beslut skulle registreras, \(before) är det redan",
          en: "nothing was written; \(planned) decisions would be registered, \(before) are already"
        )
        : Text(
          sv: "\(new) beslut registrerade, \(before) var det redan",
          en: "\(new) decisions registered, \(before) were already"))
    return .fine
  }

  private static let columns: [Shape.Field] = PointForm.shape.fields

  /// The columns that are not the act's own.
  private struct PointForm: Record {
    let caseID: String
    let stage: String?
    let minutes: String?
    let outcome: String?

    init(_ form: inout Form) {
      caseID = form("case", sv: "Ärende", en: "Case")
      stage = form("stage", sv: "Fas", en: "Stage")
      minutes = form("minutes", sv: "Paragraf", en: "Paragraph")
      outcome = form("outcome", sv: "Beslut", en: "Decision")
    }
  }
}

/// A row of the minutes, and the act that it is.
private struct Point {
  let row: Node
  let product: String
  let caseID: String
  let spot: Spot
  let act: String
  let form: Node
  /// The same paragraph of the same meeting is the same command.
  let id: String

  init(_ row: Node, _ by: Body, _ meeting: String, in runner: Runner) throws {
    self.row = row
    let place = "--rows:\(row.span.start.line)"
    guard let name = row["case"]?.text else {
      throw Failure(
        .no, "input/no-case", at: place, sv: "raden säger inte vilket ärende den gäller (case)",
        en: "the row does not say which case it is about (case)")
    }
    let found = try ProductLookup(name, in: runner)
    caseID = try found.latestCase()
    self.product = found.state.stream
    guard let one = found.state[caseID] else {
      throw Failure(
        .no, "case/none", at: place, sv: "\(caseID) går inte att läsa",
        en: "\(caseID) cannot be read")
    }
    let wanted = row["stage"]?.text
    // What the body decides: the open stage of its own with an act that has minutes.
    func id(_ spot: Spot) -> String { "minutes \(by) \(meeting) \(one.id) \(spot.stage)" }
    let mine = one.openAttempts.filter { $0.1.opening.owner == by }.map(\.0)
    // A stage that these minutes closed is closed, and is told as registered already.
    let product = found.state.stream
    let before = try one.definition.stages.map { Spot($0.id) }.filter { spot in
      try runner.store.result(of: id(spot), in: product) != nil
    }
    let open = (before.isEmpty ? mine : before).compactMap { spot -> (Spot, String)? in
      guard wanted.map({ $0 == spot.stage }) ?? true,
        let stage = one.definition.stages.first(where: { $0.id == spot.stage })
      else { return nil }
      let acts = stage.contract.acts.filter { act in
        act.shape.fields.contains { $0.key == "minutes" }
      }.map(\.name)
      let usual = ["decide", "approve", "recommend"].first { acts.contains($0) } ?? acts.first
      return usual.map { (spot, $0) }
    }
    guard open.count == 1, let only = open.first else {
      let stages = open.map(\.0.stage).joined(separator: ", ")
      throw Failure(
        .no, "minutes/which-stage", at: place,
        sv: open.isEmpty
          ? "\(caseID) har inget som \(by) kan besluta om nu"
          : "ange vilken fas i \(caseID) det gäller: \(stages)",
        en: open.isEmpty
          ? "\(caseID) has nothing that \(by) can decide now"
          : "say which stage of \(caseID) it is about: \(stages)")
    }
    (spot, act) = only
    self.id = id(spot)
    var builder = TreeBuilder(path: row.path)
    builder.open(.mapping, row.span.start)
    for entry in row.entries where !["case", "stage"].contains(entry.key.text ?? "") {
      builder.scalar(entry.key.text ?? "", .argument, entry.key.span.start, entry.key.span.end)
      builder.scalar(
        entry.value.text ?? "", .argument, entry.value.span.start, entry.value.span.end)
    }
    builder.close(row.span.end)
    form = builder.finish() ?? row
  }
}
