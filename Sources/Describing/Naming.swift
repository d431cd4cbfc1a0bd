import CivilTime
import Definitions
import Located
import Register
import StageKit

/// What the names in a definition are called in running text, on a day.
struct Naming {
  let definition: PipelineDefinition
  let organisation: Organisation
  let day: CivilDate
  let say: Phrasing

  var stages: [StageDefinition] { definition.stages }
  var table: ControlTable { definition.table }

  func callAsFunction(_ text: Text) -> String { text[say.language] }

  // MARK: stages

  /// `fas 3 (Bearbetning)`.
  func stage(_ index: Int) -> String {
    "\(say("fas", "stage")) \(index + 1) (\(self(stages[index].title)))"
  }

  /// Stages one by one: `fas 3 (Bearbetning) och fas 4 (Beslut)`.
  func list(_ indices: [Int]) -> String { say.all(indices.map(stage)) }

  /// `fas 6 och 7`, `fas 6–8`.
  func numbers(_ range: Range<Int>) -> String {
    let (first, last) = (range.lowerBound + 1, range.upperBound)
    let word = range.count == 1 ? say("fas", "stage") : say("fas", "stages")
    switch range.count {
    case 1: return "\(word) \(first)"
    case 2: return "\(word) \(first) \(say("och", "and")) \(last)"
    default: return "\(word) \(first)–\(last)"
    }
  }

  /// The first stages of some rows: where one comes to.
  func entries(_ rows: Mask) -> [Int] { rows.indices.map { table.rows[$0].stages.lowerBound } }

  /// The last stages of some rows: what one waits for.
  func ends(_ rows: Mask) -> [Int] { rows.indices.map { table.rows[$0].stages.upperBound - 1 } }

  /// The rows that wait for a row.
  func waiting(for row: Int) -> Mask {
    table.rows.indices.filter { table.rows[$0].after.has(row) }.reduce(0) { $0 | bit($1) }
  }

  // MARK: bodies

  /// A body by its name on the day, a set by its title, a role by its own title or by its kind.
  ///
  /// Where two roles are of the same kind, their own words tell them apart.
  func who(_ name: String) -> String {
    if let role = definition.roles.first(where: { $0.name == name }) {
      if let title = role.title { return self(title).withinSentence }
      return definition.roles.count(where: { $0.kind == role.kind }) == 1
        ? kind(of: role) : self.role(role)
    }
    if name == "lane" { return say("den som fasen gäller", "the one whose stage it is") }
    if let body = organisation.body(name) {
      let title = self(body.name(on: day))
      // Named by their field alone, these are told from the field itself by what they are.
      return ["npo", "nsg"].contains(body.kind)
        ? "\(body.kind.uppercased()) \(title.withinSentence)" : title
    }
    return organisation.set(name).map { self($0.title).withinSentence } ?? name
  }

  /// One of a set: `region`, `nationellt programområde`.
  func member(of set: String) -> String {
    guard case .kind(let kind)? = organisation.set(set)?.rule,
      let title = organisation.kind(kind)?.title
    else { return say("medlem", "member") }
    return self(title).withinSentence
  }

  /// How many a set had on the day.
  func count(of set: String) -> Int { organisation.members(of: set, on: day).count }

  /// A role with its own word: `regionalt cancercentrum (stodjande-rcc)`.
  func role(_ role: PipelineDefinition.Role) -> String {
    let title = role.title.map { self($0).withinSentence }
    return title.map { "\($0) (\(kind(of: role)))" } ?? "\(kind(of: role)) (\(role.name))"
  }

  private func kind(of role: PipelineDefinition.Role) -> String {
    organisation.kind(role.kind).map { self($0.title).withinSentence } ?? role.kind
  }

  // MARK: inputs and conditions

  /// An input by its title.
  func input(_ name: String) -> String {
    definition.inputs.first { $0.name == name }.map { self($0.title).withinSentence } ?? name
  }

  /// Whether an input may be left out.
  func mayLack(_ name: String) -> Bool {
    definition.inputs.first { $0.name == name }?.isOptional ?? false
  }

  /// What a case must be like: `ärendet är en första utgåva`.
  ///
  /// - Parameter stage: what a stage is called; else by its number, as in a text that counts them.
  func condition(
    _ condition: StageDefinition.Condition, naming stage: ((Int) -> String)? = nil
  ) -> String {
    switch condition.input {
    case "edition":
      let editions = condition.values.map {
        $0 == "first"
          ? say("en första utgåva", "a first edition") : say("en revidering", "a revision")
      }
      return say("ärendet är ", "the case is ") + say.any(editions)
    case "opened-by":
      return say("ärendet öppnas ", "the case is opened ")
        + say.any(
          condition.values.map { opener($0, naming: stage) })
    default:
      return say(
        "\(input(condition.input)) är \(say.any(condition.values))",
        "\(input(condition.input)) is \(say.any(condition.values))")
    }
  }

  /// How a case comes to be opened: by hand, or by an outcome.
  func opener(_ name: String, naming title: ((Int) -> String)? = nil) -> String {
    if name == "opened" { return say("som ett nytt ärende", "by hand") }
    for (index, stage) in stages.enumerated() {
      guard case .newCase? = stage.form.outcomes[name]?.target, let outcome = stage.outcome(name)
      else { continue }
      let place = title?(index) ?? "\(say("fas", "stage")) \(index + 1)"
      return say(
        "genom resultatet \(outcome.title.sv) i \(place)",
        "by the outcome \(outcome.title.en) of \(place)")
    }
    return say(
      "genom resultatet \(name) i en annan process", "by the outcome \(name) of another pipeline")
  }

  // MARK: acts

  /// What an act is called, also one of the engine's own.
  func act(_ name: String, of stage: StageDefinition) -> String {
    if let act = stage.contract.act(name) { return self(act.title) }
    return switch name {
    case "skip": say("Hoppa över fasen", "Skip the stage")
    case "extend": say("Förläng sista dag", "Extend the last day")
    case "confirm": say("Bekräfta tidigare resultat", "Confirm an earlier result")
    case "cancel": say("Avbryt ärendet", "Cancel the case")
    case "annul": say("Makulera registrering", "Annul a record")
    case "note": say("Lägg till anteckning", "Add a note")
    case "assign": say("Utse handläggare", "Assign a role")
    case "tag": say("Koppla till en uppgift", "Tag with a task")
    default: name
    }
  }
}
