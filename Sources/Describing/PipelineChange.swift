import Definitions
import Located
import Register
import StageKit

/// What a new version of a pipeline does otherwise than the one before, in plain sentences.
struct PipelineChange {
  let old: Naming
  let new: Naming

  private var say: Phrasing { new.say }

  init(
    from old: PipelineDefinition, to new: PipelineDefinition, organisation: Organisation,
    language: Language
  ) {
    self.old = Naming(of: old, organisation, language)
    self.new = Naming(of: new, organisation, language)
  }

  /// Each change by itself; where nothing but texts or dates differs, a sentence that says so.
  var sentences: [String] {
    let all = header + stages
    if !all.isEmpty { return all }
    return [
      old.definition.hash == new.definition.hash
        ? say("Inget är ändrat.", "Nothing is changed.")
        : say(
          "Bara texter eller datum är ändrade.", "Nothing but texts or dates is changed.")
    ]
  }

  // MARK: the whole

  private var header: [String] {
    var lines: [String] = []
    let (before, after) = (old.definition, new.definition)
    if before.owner != after.owner {
      lines.append(
        say(
          "Processen går från \(old.who(before.owner)) till \(new.who(after.owner)).",
          "The pipeline goes from \(old.who(before.owner)) to \(new.who(after.owner))."))
    }
    for input in after.inputs where !before.inputs.contains(where: { $0.name == input.name }) {
      let must = input.isOptional ? say("frivillig", "optional") : say("måste anges", "required")
      lines.append(
        say(
          "Ny uppgift när ett ärende öppnas: \(new(input.title).withinSentence) (\(must)).",
          "New input when a case is opened: \(new(input.title).withinSentence) (\(must))."))
    }
    for input in before.inputs where !after.inputs.contains(where: { $0.name == input.name }) {
      lines.append(
        say(
          "Uppgiften \(old(input.title).withinSentence) utgår.",
          "The input \(old(input.title).withinSentence) is gone."))
    }
    for role in after.roles where !before.roles.contains(where: role.takesTheSame) {
      lines.append(say("Ny roll: \(new.role(role)).", "New role: \(new.role(role))."))
    }
    for role in before.roles where !after.roles.contains(where: role.takesTheSame) {
      lines.append(
        say("Rollen \(old.role(role)) utgår.", "The role \(old.role(role)) is gone."))
    }
    return lines
  }

  // MARK: stages

  private var stages: [String] {
    var lines: [String] = []
    for (index, stage) in old.stages.enumerated() where new.definition.stage(stage.id) == nil {
      lines.append(
        say("Fasen **\(old.title(index))** utgår.", "The stage **\(old.title(index))** is gone."))
    }
    for (index, stage) in new.stages.enumerated() {
      guard let before = old.definition.stage(stage.id) else {
        lines.append(added(index))
        continue
      }
      let changes = self.changes(of: index, before)
      if !changes.isEmpty {
        lines.append("**\(new.title(index))**: \(changes.joined(separator: "; ")).")
      }
    }
    let kept = new.stages.map(\.id).filter { old.definition.stage($0) != nil }
    let before = old.stages.map(\.id).filter { new.definition.stage($0) != nil }
    if kept != before {
      let titles = kept.compactMap { new.definition.stage($0) }.map(new.title)
      lines.append(
        say(
          "Faserna står i en ny ordning: \(say.all(titles)).",
          "The stages stand in a new order: \(say.all(titles))."))
    }
    return lines
  }

  private func added(_ index: Int) -> String {
    var parts = [
      index == 0
        ? say("först", "first")
        : say("efter \(new.title(index - 1))", "after \(new.title(index - 1))")
    ]
    parts.append(say("ansvarig: \(new.owner(index))", "owner: \(new.owner(index))"))
    if let time = new.time(index) { parts.append(time) }
    return say("Ny fas: ", "New stage: ") + "**\(new.title(index))**, "
      + parts.joined(separator: ", ") + "."
  }

  private func changes(of index: Int, _ before: Int) -> [String] {
    var parts: [String] = []
    func changed(_ word: String, _ from: String?, _ to: String?) {
      guard from != to else { return }
      let none = say("inget", "nothing")
      parts.append(
        say(
          "\(word) ändras från \(from ?? none) till \(to ?? none)",
          "\(word) changes from \(from ?? none) to \(to ?? none)"))
    }
    let (was, stage) = (old.stages[before], new.stages[index])
    changed(
      say("slaget av fas", "the kind of stage"), was.contract.name.description,
      stage.contract.name.description)
    changed(say("ansvarig", "the owner"), old.owner(before), new.owner(index))
    changed(say("sista dag", "the deadline"), old.time(before), new.time(index))
    changed(
      say("för vilka den görs", "for whom it is done"),
      was.set.map(old.who), stage.set.map(new.who))
    if was.conditions != stage.conditions {
      parts.append(
        say(
          "görs \(new.conditions(index)) (tidigare: \(old.conditions(before)))",
          "is done \(new.conditions(index)) (before: \(old.conditions(before)))"))
    }
    parts += outcomes(index, before)
    if was.isOptional != stage.isOptional {
      parts.append(
        stage.isOptional
          ? say("får hoppas över", "may be skipped")
          : say("får inte längre hoppas över", "may no longer be skipped"))
    }
    if was.prepared.settings != stage.prepared.settings {
      parts.append(say("inställningarna är ändrade", "the settings are changed"))
    }
    if was.remind != stage.remind || was.escalation != stage.escalation {
      parts.append(
        say("påminnelser eller när det lyfts är ändrat", "reminders or escalation are changed"))
    }
    return parts
  }

  private func outcomes(_ index: Int, _ before: Int) -> [String] {
    let (was, now) = (old.ways(from: before), new.ways(from: index))
    var parts: [String] = []
    for way in now {
      guard let earlier = was.first(where: { $0.outcome == way.outcome }) else {
        parts.append(
          say(
            "nytt resultat: \(way.title), \(way.effect)", "new outcome: \(way.title), \(way.effect)"
          ))
        continue
      }
      if earlier.effect != way.effect {
        parts.append(
          say(
            "\(way.title) \(way.effect) (tidigare: \(earlier.effect))",
            "\(way.title) \(way.effect) (before: \(earlier.effect))"))
      }
    }
    for way in was where !now.contains(where: { $0.outcome == way.outcome }) {
      parts.append(
        say("resultatet \(way.title) finns inte längre", "the outcome \(way.title) is gone"))
    }
    return parts
  }
}

extension Naming {
  /// Names as on the first day of a definition: a report reads no clock.
  init(of definition: PipelineDefinition, _ organisation: Organisation, _ language: Language) {
    self.init(
      definition: definition, organisation: organisation, day: definition.validFrom.firstDay,
      say: Phrasing(language: language))
  }

  /// A stage by its title: its number changes when one is put before it.
  fileprivate func title(_ index: Int) -> String { self(stages[index].title) }

  fileprivate func owner(_ index: Int) -> String {
    let stage = stages[index]
    if let owner = stage.owner { return who(owner) }
    return stage.set.map { say("varje \(member(of: $0))", "each \(member(of: $0))") }
      ?? who(definition.owner)
  }

  fileprivate func time(_ index: Int) -> String? {
    switch stages[index].deadline {
    case .within(let length): return self(length.text)
    case .window(let name):
      return organisation.window(name).map { self($0.title).withinSentence } ?? name
    case .due(let length, let before, let input):
      let way = before ? say("före", "before") : say("efter", "after")
      return "\(self(length.text)) \(way) \(self.input(input))"
    case .meeting(let name): return say("nästa möte i ", "next meeting of ") + who(name)
    case .every(let interval, _): return say.interval(interval)
    case nil: return nil
    }
  }

  fileprivate func conditions(_ index: Int) -> String {
    let conditions = stages[index].conditions
    return conditions.isEmpty
      ? say("alltid", "always")
      : say("när ", "when ") + say.all(conditions.map { condition($0, naming: title) })
  }

  /// Where each outcome of a stage leads.
  fileprivate func ways(from index: Int) -> [(outcome: String, title: String, effect: String)] {
    let place = definition.place(of: index)
    let row = table.rows[place.row]
    let lane = place.lane.flatMap { _ in row.run.map { table.runs[$0].lane } }
    let own = lane ?? table
    let first = lane == nil ? 0 : row.stages.lowerBound
    func target(_ row: Int) -> String { title(first + own.rows[row].stages.lowerBound) }
    return own.exits[own.rows[place.lane ?? place.row].exits].map { exit in
      let effect =
        switch exit.effect {
        case .handOn: say("går vidare", "goes on")
        case .lead(_, let row): say("leder till \(target(row))", "leads to \(target(row))")
        case .sendBack(let row):
          say("går tillbaka till \(target(row))", "goes back to \(target(row))")
            + (exit.bound.map {
              say(", högst \(Int($0.limit)) gånger", ", at most \(Int($0.limit)) times")
            } ?? "")
        case .end:
          lane == nil
            ? say("avslutar ärendet", "closes the case") : say("gör klart", "is done")
        case .stay: say("låter fasen återkomma", "lets the stage return")
        case .openCase: say("öppnar ett nytt ärende", "opens a new case")
        }
      let force =
        exit.entersForce
        ? say(" och börjar gälla", " and comes into force")
        : exit.leavesForce ? say(" och upphör att gälla", " and ceases to be in force") : ""
      let title = stages[index].outcome(exit.outcome).map { self($0.title) } ?? exit.outcome
      return (exit.outcome, title, effect + force)
    }
  }
}
