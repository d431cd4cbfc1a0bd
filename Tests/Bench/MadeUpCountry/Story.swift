import CivilTime

/// A scenario being written: cases, and what is done in each.
struct Story {
  let name: String
  private var cases: [String] = []
  private var steps: [(day: String, text: String)] = []
  /// The case in which the next act is done; one that another opened is named here too.
  var current = ""
  /// The comments that the current case has been given, by their numbers: `7.2`.
  private(set) var comments: [String] = []
  private var answers = 0

  init(_ name: String) { self.name = name }

  /// Whether no case has been opened.
  var isEmpty: Bool { cases.isEmpty }

  /// Opens a case of a product of the same name; what follows is done in it.
  ///
  /// - Parameter others: further lines on it, such as `at-stage: forslag`.
  mutating func open(
    _ id: String, _ pipeline: String, title: String, kind: String? = nil, inputs: String,
    roles: String = "", on opened: String, _ others: String...
  ) {
    current = id
    (comments, answers) = ([], 0)
    let lines =
      [
        "pipeline: \(pipeline)",
        "product: {id: \(id), \(kind.map { "kind: \($0), " } ?? "")"
          + "title: {sv: \"\(title)\", en: \"\(title)\"}, inputs: {\(inputs)}}",
        "edition: first", "roles: {\(roles)}", "opened: \(opened)",
      ] + others
    cases.append(
      "  - case: \(id)\n" + lines.map { "    \($0)\n" }.joined())
  }

  /// Has something done in the current case, unless its day is still to come.
  mutating func act(
    _ stage: String, _ act: String, for body: String, on day: String, _ with: String = "{}",
    lane: String? = nil
  ) {
    guard day <= Country.today.description else { return }
    let of = lane.map { ", lane: \($0)" } ?? ""
    steps.append(
      (
        day,
        "  - {at: \(day), case: \(current), stage: \(stage)\(of), act: \(act), for: \(body), "
          + "with: \(with)}\n"
      ))
  }

  /// Has documents attached and handed in on one day.
  mutating func draft(_ stage: String, _ documents: [String], for body: String, on day: String) {
    for document in documents {
      act(stage, "attach", for: body, on: day, "{document: \(document), at: \(document).pdf}")
    }
    act(stage, "submit", for: body, on: day)
  }

  /// Has an answer with so many comments registered in the current case.
  mutating func answered(
    _ comments: Int, _ stage: String, for body: String, on day: String, _ with: String
  ) {
    answers += 1
    self.comments += (0..<comments).map { "\(answers).\($0 + 1)" }
    act(stage, "respond", for: body, on: day, with)
  }

  /// The cases, and the steps in the order of their days.
  var text: String {
    let order = steps.indices.sorted { (steps[$0].day, $0) < (steps[$1].day, $1) }
    return "# stafett: allow scenario/expects-nothing: det räcker att allt godtas\n"
      + "scenario: \(name)\ncases:\n" + cases.joined() + "steps:\n"
      + order.map { steps[$0].text }.joined()
  }
}
