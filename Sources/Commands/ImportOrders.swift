import Canonical
import CheckTool
import CivilTime
import Importing
import Lifecycle
import Located
import Register
import Runtime
import Sheets
import StageKit
import Views

/// What the rows of some files ask for, and what became of it: all of it in one piece.
struct ImportOrders {
  let mapping: Mapping
  let caseName: String?
  let body: String?
  let day: CivilDate
  let actor: String
  let runner: Runner
  private var wanted: [(place: RowPlace, order: Order)] = []
  private var refused: [(place: RowPlace, row: ImportReport.Row)] = []
  private var targets: [String: ActTarget] = [:]

  init(
    mapping: Mapping, caseName: String?, body: String?, day: CivilDate, actor: String,
    runner: Runner
  ) {
    self.mapping = mapping
    self.caseName = caseName
    self.body = body
    self.day = day
    self.actor = actor
    self.runner = runner
  }

  /// Leaves out what a sheet says that no order can be made of.
  mutating func refuse(_ place: RowPlace, _ fault: RowFault) {
    let column = fault.column.map { $0 > 0 ? CellName.letters($0) : "" } ?? ""
    refuse(place, column: column, why: fault.text, help: fault.help)
  }

  private mutating func refuse(
    _ place: RowPlace, column: String = "", why: Text, help: Text
  ) {
    let row = ImportReport.Row(
      file: place.file, lines: place.range, column: column, name: told(place.name),
      fate: .refused, why: why, help: help)
    refused.append((place, row))
  }

  /// Adds what an entry asks for.
  mutating func add(_ entry: Entry) {
    do {
      let order =
        switch mapping.purpose {
        case .open: try opening(entry)
        case .act: try act(entry)
        }
      wanted.append((entry.place, order))
    } catch {
      let problems = (error as? Failure)?.problems ?? []
      for problem in problems {
        refuse(entry.place, why: problem.text, help: problem.help ?? Text(""))
      }
      if problems.isEmpty { refuse(entry.place, why: Text("\(error)"), help: Text("")) }
    }
  }

  /// Does all of it, or nothing where a row is refused; what was done before stays as it is.
  func perform(isDryRun: Bool) throws -> [ImportReport.Row] {
    let rehearsed = try runner.perform(
      wanted.map { _, order in
        var order = order
        order.isDryRun = true
        return order
      })
    let isStopped =
      !refused.isEmpty
      || rehearsed.contains { if case .refused = $0 { true } else { false } }
    let open = wanted.indices.filter { if case .planned = rehearsed[$0] { true } else { false } }
    var answers = rehearsed
    if !isDryRun, !isStopped, !open.isEmpty {
      for (place, answer) in zip(open, try runner.perform(open.map { wanted[$0].order })) {
        answers[place] = answer
      }
    }
    let told = zip(wanted, answers).flatMap { one, answer in
      rows(one.place, one.order, answer, isWithheld: isStopped && !isDryRun).map { (one.place, $0) }
    }
    return (told + refused.map { ($0.place, $0.row) })
      .enumerated().sorted { a, b in
        (a.element.0.file, a.element.0.lines.first ?? 0, a.offset)
          < (b.element.0.file, b.element.0.lines.first ?? 0, b.offset)
      }.map(\.element.1)
  }

  // One row of the report; of what is refused one for each fault, with the row of the sheet it is in.
  private func rows(
    _ place: RowPlace, _ order: Order, _ answer: Answer, isWithheld: Bool
  ) -> [ImportReport.Row] {
    let isOpening = if case .open = mapping.purpose { true } else { false }
    func row(
      _ fate: ImportReport.Fate, _ caseID: String = "", column: String = "", lines: String? = nil,
      why: Text = Text(""), help: Text = Text("")
    ) -> ImportReport.Row {
      ImportReport.Row(
        file: place.file, lines: lines ?? place.range, column: column, name: about(place, order),
        fate: fate, caseID: caseID, why: why, help: help)
    }
    let one: ImportReport.Row
    switch answer {
    case .done(let receipt):
      one = row(isOpening ? .opened : .registered, receipt.cases.last ?? order.product)
    case .planned(let receipt):
      one =
        isWithheld
        ? row(
          .withheld,
          why: Text(
            sv: "inget tas in förrän alla rader går att ta in",
            en: "nothing is taken in before every row can be"))
        : row(isOpening ? .wouldOpen : .wouldRegister, receipt.cases.last ?? order.product)
    case .repeated(let receipt): one = row(.known, receipt.cases.last ?? order.product)
    case .nothing: one = row(.unchanged, order.product)
    case .reused(_, let first, _):
      one = row(
        .differs, order.product,
        why: Text(
          sv: "skiljer sig från det som togs in (händelse \(first)); det som togs in gäller",
          en: "differs from what was taken in (event \(first)); what was taken in holds"),
        help: isOpening
          ? Text(
            sv: "registrera det som har hänt i ärendet; raden öppnar inget nytt ärende",
            en: "register in the case what has happened; the row starts no other")
          : Text(
            sv: "rätta i ärendet: stafett act … --corrects \(first)",
            en: "correct it in the case: stafett act … --corrects \(first)"))
    case .stale:
      one = row(
        .refused, order.product,
        why: Text(sv: "ändrades samtidigt av någon annan", en: "was changed by others meanwhile"),
        help: Text(sv: "försök igen", en: "try again"))
    case .refused(let refusals):
      return refusals.map { refusal in
        let problem = Failure.Problem(refusal)
        let mark = refusal.diagnostic.flatMap { $0.path == place.file ? $0.span.start : nil }
        return row(
          .refused, order.product,
          lines: mark.map { place.lines.contains($0.line) ? "\($0.line)" : place.range },
          why: problem.text, help: problem.help ?? Text(""))
      }
    }
    return [one]
  }

  // A body by its name, as whoever reads the report knows it.
  private func told(_ name: String) -> Text {
    runner.engine.organisation.name(of: name, on: day) ?? Text(name)
  }

  // Whose lane it is tells a row of an act from the others: a wrong guess of a body is seen here.
  private func about(_ place: RowPlace, _ order: Order) -> Text {
    if place.name.isEmpty, case .act(_, let spot, _, _, _) = order.command, let lane = spot.lane {
      return told(lane)
    }
    return told(place.name)
  }

  // MARK: What is asked for

  private func opening(_ entry: Entry) throws -> Order {
    func needed(_ key: String) throws(Failure) -> String {
      if let text = entry[key], !text.isEmpty { return text }
      throw Failure(
        .no, "import/empty-cell", sv: "\(key) saknas: cellen är tom",
        en: "\(key) is missing: the cell is empty",
        help: Text(sv: "fyll i cellen", en: "fill in the cell"))
    }
    let product = try needed("product")
    guard Name(product) != nil else {
      throw Failure(
        .no, "usage/no-id", sv: "'\(product)' är inget id",
        en: "'\(product)' is no id",
        help: Text(
          sv: "skriv as: slug under product:, och prefix: med en bokstav först",
          en: "write as: slug under product:, and prefix: that begins with a letter"))
    }
    let title = try needed("title")
    let pipeline = try needed("pipeline")
    let on = try entry["opened"].map { text throws(Failure) in try date(text, "opened") } ?? day
    let roles = entry.values(under: "roles").map { Binding($0.name, $0.text) }
    var opening = Command.OpenCase.Opening()
    opening.openedBy = entry["opened-by"] ?? "opened"
    opening.isRevision = entry["revision"] == "true" ? true : nil
    opening.atStage = entry["at-stage"]
    opening.inForceSince = try entry["in-force"].map { text throws(Failure) in
      try date(text, "in-force")
    }
    opening.inForceVersion = entry["in-force-version"]
    let command = Command.OpenCase(
      kind: entry["kind"], title: Text(sv: title, en: entry["title-en"] ?? title),
      pipeline: pipeline.contains("@") ? .version(pipeline) : .latest(id: pipeline),
      inputs: entry.values(under: "inputs").map { Binding($0.name, $0.text) }, roles: roles,
      opening: opening)
    return try order(
      .open(command), on: product, entry, day: on,
      by: entry["for"] ?? body ?? runner.owner(of: pipeline, on: on, roles))
  }

  private mutating func act(_ entry: Entry) throws -> Order {
    guard let name = entry["case"] ?? caseName else {
      throw Failure(
        .usage, "usage/no-case", at: "--case",
        sv: "ange vilket ärende: --case, eller case: i mappningen",
        en: "say which case: --case, or case: in the mapping")
    }
    let words = [name, entry["stage"] ?? "", entry["act"] ?? ""]
    let target = try targets[words.joined(separator: " ")] ?? ActTarget(words, in: runner)
    targets[words.joined(separator: " ")] = target
    let on = try entry["on"].map { text throws(Failure) in try date(text, "on") } ?? day
    guard let by = entry["for"] ?? body else {
      throw Failure(
        .usage, "usage/no-body", at: "--for",
        sv: "ange för vem: --for, for: i mappningen eller STAFETT_BODY",
        en: "say for whom: --for, for: in the mapping or STAFETT_BODY")
    }
    guard let form = entry.form else {
      throw Failure(.no, "usage/no-form", sv: "inget är ifyllt", en: "nothing was filled in")
    }
    let spot = Spot(words[1], lane: entry["lane"] ?? (target.isInLane ? by : nil))
    let command = try target.command(spot, form: form.worded(target), corrects: nil)
    return try order(command, on: target.product, entry, day: on, by: by)
  }

  // The id does not change with what a row says, so that a changed row is found out; the request does.
  private func order(
    _ command: Command, on product: String, _ entry: Entry, day: CivilDate, by: String
  ) throws(Failure) -> Order {
    guard let by = Body(by) else {
      throw Failure(
        .no, "usage/no-body-id", sv: "'\(by)' är inget id på en grupp",
        en: "'\(by)' is no id of a body")
    }
    return Order(
      command, on: product, Context(on: day, by: by), id: "import/\(mapping.name)/\(entry.key)",
      request: ContentHash(hashing: entry.content.json), actor: actor)
  }
}

extension Node {
  /// A form with the words of its fields made into the ids that they stand for.
  fileprivate func worded(_ target: ActTarget) -> Node {
    var builder = TreeBuilder(path: path)
    builder.open(.mapping, span.start)
    for (key, value) in entries {
      builder.copy(key)
      let field = target.shape.fields.first { $0.key == key.text }
      if let text = value.text, let field {
        builder.scalar(
          target.choices.id(of: text, for: field), .argument, value.span.start, value.span.end)
      } else {
        builder.copy(value)
      }
    }
    builder.close(span.end)
    return builder.finish() ?? self
  }
}
