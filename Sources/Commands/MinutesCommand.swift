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
import Views

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
    let items = try RowsFile(rows, for: "--rows", Self.columns).rows.items
    let names = runner.names(on: day)
    var problems: [Failure.Problem] = []
    var points: [Point] = []
    for row in items {
      do {
        points.append(try Point(row, by, meeting, names, in: runner))
      } catch let failure as Failure {
        problems += failure.problems.map { $0.at(place(of: row)) }
      }
    }
    guard problems.isEmpty else { throw Failure(.no, problems) }
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
    for (point, answer) in zip(points, answers) {
      if case .refused(let refusals) = answer {
        problems += refusals.map { refusal in
          Failure.Problem(code: refusal.code, text: refusal.text, place: place(of: point.row))
        }
      }
      if case .reused = answer {
        problems.append(
          Failure.Problem(
            code: "command/id-reused",
            text: Text(
              sv:
                "\(point.caseID) är redan protokollförd på annat sätt för mötet: rätta med --corrects",
              en:
                "\(point.caseID) has other minutes of the meeting already: correct it by --corrects"
            ),
            place: place(of: point.row)))
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

  private func place(of row: Node) -> String { "\(rows):\(row.span.start.line)" }

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

  init(
    _ row: Node, _ by: Body, _ meeting: String, _ names: Names, in runner: Runner
  ) throws {
    self.row = row
    guard let name = row["case"]?.text else {
      throw Failure(
        .no, "input/no-case", sv: "raden säger inte vilket ärende den gäller (case)",
        en: "the row does not say which case it is about (case)")
    }
    let found = try ProductLookup(name, in: runner)
    let one = try found.caseState()
    caseID = one.id
    product = found.state.stream
    let wanted = row["stage"]?.text
    func id(_ spot: Spot) -> String { "minutes \(by) \(meeting) \(one.id) \(spot.stage)" }
    // A stage that these minutes closed owes nothing more, and is told as registered already.
    let stream = product
    let before = try one.definition.stages.compactMap { stage -> (spot: Spot, act: String)? in
      guard let act = stage.contract.decisions.first?.name,
        try runner.store.result(of: id(Spot(stage.id)), in: stream) != nil
      else { return nil }
      return (Spot(stage.id), act)
    }
    let pending = one.pendingDecisions.filter { $0.body == by }.map { (spot: $0.spot, act: $0.act) }
    let open = (before.isEmpty ? pending : before).filter { decision in
      wanted.map { $0 == decision.spot.stage } ?? true
    }
    guard open.count == 1, let only = open.first else {
      throw open.isEmpty
        ? Self.nothing(in: one, names(by.id))
        : Self.several(open.map(\.spot.stage).joined(separator: ", "), in: one)
    }
    (spot, act) = only
    self.id = id(spot)
    form = Self.form(row, of: act, at: one.definition.stages.first { $0.id == only.spot.stage })
  }

  /// What the row says under the names of the act's fields.
  ///
  /// A heading may be a field's label, and a word the label of what it stands for, as in `act`.
  private static func form(_ row: Node, of act: String, at stage: StageDefinition?) -> Node {
    let fields = stage?.contract.act(act)?.shape.fields ?? []
    let choices = ActChoices(stage)
    var builder = TreeBuilder(path: row.path)
    builder.open(.mapping, row.span.start)
    for entry in row.entries where !["case", "stage"].contains(entry.key.text ?? "") {
      let heading = entry.key.text ?? ""
      let field = fields.first { field in
        field.key == heading
          || [field.title.sv, field.title.en].contains { $0.lowercased() == heading.lowercased() }
      }
      let text = entry.value.text ?? ""
      builder.scalar(
        field?.key ?? heading, .argument, entry.key.span.start, entry.key.span.end)
      builder.scalar(
        field.map { choices.id(of: text, for: $0) } ?? text, .argument, entry.value.span.start,
        entry.value.span.end)
    }
    builder.close(row.span.end)
    return builder.finish() ?? row
  }

  private static func nothing(in one: CaseState, _ body: Text) -> Failure {
    var open: [Text] = []
    for (spot, _) in one.openAttempts {
      guard let stage = one.definition.stages.first(where: { $0.id == spot.stage }),
        !open.contains(stage.title)
      else { continue }
      open.append(stage.title)
    }
    let now =
      open.isEmpty
      ? Text(sv: "inget pågår", en: "nothing is under way")
      : Text(
        sv: "nu pågår \(open.map(\.sv).joined(separator: ", "))",
        en: "\(open.map(\.en).joined(separator: ", ")) is under way")
    return Failure(
      .no, "minutes/which-stage",
      sv: "i \(one.id) finns inget beslut att fatta för \(body.sv): \(now.sv)",
      en: "in \(one.id) there is no decision for \(body.en) to take: \(now.en)")
  }

  private static func several(_ stages: String, in one: CaseState) -> Failure {
    Failure(
      .no, "minutes/which-stage", sv: "säg vilken fas i \(one.id) det gäller: \(stages)",
      en: "say which stage of \(one.id) it is about: \(stages)")
  }
}

extension Failure.Problem {
  /// The same, in a row of a table.
  fileprivate func at(_ place: String) -> Failure.Problem {
    Failure.Problem(code: code, text: text, place: place, help: help)
  }
}
