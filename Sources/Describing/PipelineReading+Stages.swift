import CivilTime
import Definitions
import Located
import Register
import StageKit

// The stages one by one, and before the first of a run what holds for the run.

extension Naming {
  var stageSections: [PipelineReading.Section] {
    table.rows.indices.flatMap { row -> [PipelineReading.Section] in
      let stages = table.rows[row].stages
      guard table.rows[row].run != nil else { return [section(stages.lowerBound, row, lane: nil)] }
      return [runSection(row)] + stages.map { section($0, row, lane: $0 - stages.lowerBound) }
    }
  }

  private func section(_ index: Int, _ row: Int, lane: Int?) -> PipelineReading.Section {
    let stage = stages[index]
    var section = PipelineReading.Section(
      stage: stage.id, title: "\(say("Fas", "Stage")) \(index + 1). \(self(stage.title))")
    section.help = self(stage.contract.help)
    section.rules =
      [
        lane == nil ? beginning(of: row) : laneBeginning(index, row),
        skipping(stage), owner(of: stage),
      ].compactMap { $0 } + othersWhoMayAct(stage)
      + [time(for: stage, row), reminders(stage)]
      .compactMap { $0 }
    section.rules += settings(of: stage).map { "\($0.label): \($0.value)." }
    section.outcomes = outcomes(of: index, row, lane: lane)
    return section
  }

  // MARK: when it begins

  /// What a row waits for, as a sentence.
  func beginning(of index: Int) -> String {
    let row = table.rows[index]
    if row.hangsOnForce {
      return say(
        "Hör till den gällande versionen: börjar när ärendets version börjar gälla, och upphör när den "
          + "ersätts eller inte längre gäller.",
        "Belongs to the version in force: begins when the version of this case comes into force, and "
          + "ends when it is replaced or no longer in force.")
    }
    if row.leaders != 0 { return branch(to: index) }
    let before = ends(row.after)
    guard !before.isEmpty else {
      return say("Börjar när ärendet öppnas.", "Begins when the case is opened.")
    }
    let are = before.count == 1 ? say("är klar", "is done") : say("är klara", "are done")
    let skipped =
      row.after.indices.contains { maySkip($0) }
      ? say(" eller har hoppats över", " or skipped") : ""
    let passed =
      row.after.indices.contains { mayBePassedBy($0) } && before.count > 1
      ? say(
        "; en fas som inte blir av väntar den inte på",
        "; it does not wait for one that never opens")
      : ""
    return say(
      "Börjar när \(list(before)) \(are)\(skipped)\(passed).",
      "Begins when \(list(before)) \(are)\(skipped)\(passed).")
  }

  /// Whether an outcome may lead past a row, so that it never opens.
  func mayBePassedBy(_ row: Int) -> Bool {
    guard table.rows[row].leaders == 0 else { return true }
    return table.rows[row].after.indices.contains { before in
      mayBePassedBy(before)
        || table.exits[table.rows[before].exits].contains {
          if case .lead = $0.effect { true } else { false }
        }
    }
  }

  private func maySkip(_ row: Int) -> Bool {
    table.rows[row].isOptional || table.worlds.contains { $0.has(row) }
  }

  private func branch(to index: Int) -> String {
    let ways = table.exits.filter { exit in
      if case .lead(_, index) = exit.effect { true } else { false }
    }.map { exit -> String in
      let stage = table.rows[exit.row].stages.lowerBound
      let title = stages[stage].outcome(exit.outcome).map { self($0.title) } ?? exit.outcome
      return say(
        "resultatet \(title) i fas \(stage + 1)", "the outcome \(title) of stage \(stage + 1)")
    }
    return say("Öppnas bara av \(say.any(ways)).", "Opens only by \(say.any(ways)).")
  }

  private func laneBeginning(_ index: Int, _ row: Int) -> String? {
    guard let run = table.rows[row].run else { return nil }
    let lane = table.runs[run].lane.rows[index - table.rows[row].stages.lowerBound]
    guard lane.leaders == 0, lane.after != 0 else { return nil }
    let first = table.rows[row].stages.lowerBound
    let before = list(lane.after.indices.map { $0 + first })
    let each = member(of: table.runs[run].set)
    return say(
      "Börjar för varje \(each) när den är klar med \(before).",
      "Begins for each \(each) when it is done with \(before).")
  }

  private func skipping(_ stage: StageDefinition) -> String? {
    var parts: [String] = []
    if !stage.conditions.isEmpty {
      let conditions = say.all(stage.conditions.map { condition($0) })
      parts.append(
        say(
          "Görs bara om \(conditions). Annars hoppas fasen över, och arbetet går vidare.",
          "Done only if \(conditions). Otherwise the stage is skipped and work goes on."))
    }
    if stage.isOptional {
      parts.append(
        say(
          "Den ansvariga får hoppa över fasen och anger då skäl.",
          "The owner may skip the stage, and says why."))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  // MARK: who

  private func owner(of stage: StageDefinition) -> String? {
    if let set = stage.set, stage.owner == nil || stage.owner == "lane" {
      return say(
        "Ansvarig: varje \(member(of: set)) för sin del.",
        "Owner: each \(member(of: set)) for its part.")
    }
    let name = who(stage.owner ?? definition.owner)
    return say("Ansvarig: \(name).", "Owner: \(name).")
  }

  private func othersWhoMayAct(_ stage: StageDefinition) -> [String] {
    stage.form.acts.all.map { entry in
      let act = act(entry.name, of: stage)
      let who = say.all(entry.value.values.map { self.who($0.description) })
      return say("\(act): det får även \(who) göra.", "\(act): may also be done by \(who).")
    }
  }

  // MARK: how long

  private func time(for stage: StageDefinition, _ row: Int) -> String? {
    switch stage.deadline {
    case nil: return say("Ingen sista dag.", "No last day.")
    case .within(let length):
      return say(
        "Tid: \(length.text.sv) från den dag då fasen öppnas.",
        "Time: \(length.text.en) from the day on which the stage opens.")
    case .due(let length, let before, let name):
      let lacking =
        mayLack(name)
        ? say(" Är dagen inte angiven finns ingen sista dag.", " Without it there is no last day.")
        : ""
      return say(
        "Sista dag: \(length.text.sv) \(before ? "före" : "efter") \(input(name)).",
        "Last day: \(length.text.en) \(before ? "before" : "after") \(input(name)).") + lacking
    case .window(let name): return window(name)
    case .meeting(let name):
      return say(
        "Sista dag: nästa möte i \(who(name)) som handlingarna hinner till.",
        "Last day: the next meeting of \(who(name)) that papers are in time for.")
    case .every(let interval, let align): return every(interval, align, row)
    }
  }

  private func window(_ name: String) -> String? {
    guard let window = organisation.window(name) else { return nil }
    let rounds = window.rounds(in: day.year, calendar: organisation.calendar).map { round in
      "\(self(round.nominalOpens.writtenWithoutYear))–\(self(round.nominalCloses.writtenWithoutYear))"
    }
    let title = self(window.title)
    var text = say(
      "Tid: nästa runda i ”\(title)” som öppnar den dag då fasen öppnas eller senare.",
      "Time: the next round of “\(title)” that opens on the day the stage opens, or later.")
    if !rounds.isEmpty {
      text += say(
        " Rundor \(day.year): \(say.all(rounds)).", " Rounds in \(day.year): \(say.all(rounds)).")
    }
    guard let version = window.versions.last(where: { $0.valid.contains(day) }) else { return text }
    return text + shift(version.opensShift, opens: true) + shift(version.closesShift, opens: false)
  }

  private func shift(_ shift: ConsultationWindow.Shift, opens: Bool) -> String {
    let what = opens ? say("En öppning", "An opening") : say("En sista dag", "A last day")
    switch shift {
    case .none: return ""
    case .forward:
      return say(
        " \(what) som inte är en arbetsdag flyttas framåt till nästa.",
        " \(what) that is no working day moves forward to the next one.")
    case .back:
      return say(
        " \(what) som inte är en arbetsdag flyttas bakåt till den närmast före.",
        " \(what) that is no working day moves back to the one before.")
    }
  }

  private func every(_ interval: CivilDuration, _ align: Alignment?, _ row: Int) -> String {
    let after = ends(table.rows[row].after)
    let anchor =
      table.rows[row].hangsOnForce
      ? say("från den dag då versionen började gälla", "from the day the version came into force")
      : after.isEmpty
        ? say("från den dag då ärendet öppnas", "from the day the case is opened")
        : say("från den dag då \(list(after)) blev klar", "from the day \(list(after)) was done")
    let moved =
      align == .quarter
      ? say(
        " Dagen flyttas till nästa kvartals första dag.",
        " The day moves to the first day of the next quarter.") : ""
    return say(
      "Återkommer \(say.interval(interval)), räknat \(anchor). Att en gång blir försenad flyttar "
        + "inte nästa; missade gånger slås ihop till en.",
      "Returns \(say.interval(interval)), counted \(anchor). One that is late does not move the "
        + "next; those that were missed become one.") + moved
  }

  private func reminders(_ stage: StageDefinition) -> String? {
    let own = ReminderPattern(stage)
    guard own != commonReminders, stage.deadline != nil else { return nil }
    return said(own) ?? noReminders
  }

  // MARK: a run

  private func runSection(_ row: Int) -> PipelineReading.Section {
    let range = table.rows[row].stages
    guard let run = table.rows[row].run.map({ table.runs[$0] }) else {
      return PipelineReading.Section(stage: nil, title: "")
    }
    let each = member(of: run.set)
    let count = self.count(of: run.set)
    var section = PipelineReading.Section(
      stage: nil,
      title: say(
        "\(numbers(range).beginningSentence), per \(each)",
        "\(numbers(range).beginningSentence), for each \(each)"))
    section.rules.append(beginning(of: row))
    let own =
      range.count == 1
      ? say(
        "Varje \(each) arbetar för sig, i egen takt.",
        "Each \(each) works by itself, at its own pace.")
      : say(
        "Varje \(each) går igenom \(numbers(range)) för sig, i egen takt: en kan vara i den sista "
          + "medan en annan är kvar i den första.",
        "Each \(each) goes through \(numbers(range)) by itself, at its own pace: one may be in the "
          + "last while another is still in the first.")
    section.rules.append(
      own
        + say(
          " Vilka de är läses ur organisationsregistret när fasen öppnas; \(day.written.sv) är de \(count).",
          " Who they are is read from the register when the stage opens; on \(day.written.en) there are \(count)."
        ))
    section.rules.append(proceeding(run, row, count))
    section.rules.append(
      say(
        "Den som ingen uppgift finns om visas som Uppgift saknas, aldrig som ett nej.",
        "Where nothing was reported it says unknown, never no."))
    return section
  }

  private func proceeding(_ run: ControlTable.Run, _ row: Int, _ count: Int) -> String {
    let next = onward(from: row)
    let goes =
      next.map { say("Arbetet går vidare till \($0) ", "Work goes on to \($0) ") }
      ?? say("Ärendet räknar den här delen som klar ", "The case counts this part as done ")
    let when: String
    switch run.proceed {
    case .all: when = say("när alla är klara.", "when all are done.")
    case .atLeast(let needed):
      when = say(
        "när minst \(needed) av \(count) är klara. De andra fortsätter i egen takt och hindrar "
          + "ingenting, inte heller nästa revidering.",
        "when at least \(needed) of \(count) are done. The others go on at their own pace and block "
          + "nothing, not even the next revision.")
    }
    let optional =
      run.isOptional
      ? say(
        " Den ansvariga får låta arbetet gå vidare tidigare och anger då skäl.",
        " The owner may let work go on earlier, and says why.") : ""
    return goes + when + optional
  }
}
