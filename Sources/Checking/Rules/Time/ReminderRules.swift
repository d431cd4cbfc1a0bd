import CivilTime
import Definitions
import Located

/// Reminders that are not written longest first, as everyone reads them.
enum ReminderOrder: DefinitionRule {
  static let code = "time/reminder-order"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    var lists: [(Node, [CivilDuration])] = []
    if let node = definition.written("remind") { lists.append((node, definition.form.remind)) }
    for stage in definition.stages {
      if let remind = stage.form.remind, let node = stage.written("remind") {
        lists.append((node, remind))
      }
    }
    return lists.compactMap { node, reminders in
      guard
        let index = reminders.indices.dropFirst().first(where: {
          reminders[$0].days.lowerBound >= reminders[$0 - 1].days.upperBound
        }), node.items.indices.contains(index)
      else { return nil }
      // Stable, and each once.
      var sorted: [CivilDuration] = []
      for reminder in reminders where !sorted.contains(reminder) {
        let place = sorted.firstIndex { $0.days.lowerBound < reminder.days.lowerBound }
        sorted.insert(reminder, at: place ?? sorted.endIndex)
      }
      let list = "[\(sorted.map(\.description).joined(separator: ", "))]"
      return finding(
        node.items[index],
        sv: "påminnelserna står inte i ordning: \(reminders[index].text.sv) är inte kortare än "
          + "\(reminders[index - 1].text.sv)",
        en: "the reminders are not in order: \(reminders[index].text.en) is not shorter than "
          + "\(reminders[index - 1].text.en)",
        help: Text(sv: "skriv \(list)", en: "write \(list)"),
        fixes: [node.replaced(by: list, isSafe: true)])
    }
  }
}

/// Reminders that are longer before the deadline than the whole stage lasts, and so never go out.
enum ReminderTooLong: DefinitionRule {
  static let code = "time/reminder-too-long"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.flatMap { stage -> [Diagnostic] in
      let whole: CivilDuration
      switch stage.deadline {
      case .within(let time)?, .every(let time, _)?: whole = time
      case .window?, .due?, .meeting?, nil: return []
      }
      let tooLong = stage.remind.indices.filter {
        stage.remind[$0].days.lowerBound > whole.days.upperBound
      }
      guard !tooLong.isEmpty, let deadline = stage.deadlineNode else { return [] }
      if stage.form.remind != nil, let list = stage.written("remind") {
        return tooLong.compactMap { index in
          guard list.items.indices.contains(index) else { return nil }
          let reminder = stage.remind[index].text
          return finding(
            list.items[index],
            sv: "påminnelsen \(reminder.sv) före sista dag hinner aldrig gå ut: fasen varar "
              + "\(whole.text.sv)",
            en: "the reminder \(reminder.en) before the deadline never goes out: the stage lasts "
              + "\(whole.text.en)",
            related: [deadline.related(sv: "hela tiden", en: "the whole time")],
            help: Text(
              sv: "påminn senare, eller ge fasen längre tid",
              en: "remind later, or give the stage more time"))
        }
      }
      // Of those that hold for the whole pipeline, it is enough that one fits.
      guard tooLong.count == stage.remind.count else { return [] }
      return [
        finding(
          deadline, sv: "ingen påminnelse hinner gå ut under \(whole.text.sv)",
          en: "no reminder goes out within \(whole.text.en)",
          related: definition.written("remind").map {
            [
              $0.related(
                sv: "påminnelserna för hela processen", en: "the reminders of the pipeline")
            ]
          } ?? [],
          help: Text(
            sv: "skriv remind: i fasen, med kortare tider",
            en: "write remind: in the stage, with shorter times"))
      ]
    }
  }
}

/// An escalation that comes after the stage has come round again.
enum EscalationTooLate: DefinitionRule {
  static let code = "time/escalation-too-late"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    definition.stages.compactMap { stage in
      guard case .every(let interval, _)? = stage.deadline, let escalation = stage.escalation,
        escalation.after.days.lowerBound > interval.days.upperBound,
        let node = (stage.written("escalate") ?? definition.written("escalate"))?["after"]
      else { return nil }
      return finding(
        node,
        sv: "'\(stage.id)' lyfts efter \(escalation.after.text.sv), men återkommer redan efter "
          + "\(interval.text.sv)",
        en: "'\(stage.id)' is escalated after \(escalation.after.text.en), but comes round after "
          + "\(interval.text.en)",
        related: stage.form.every?.node.map {
          [$0.related(sv: "återkommer", en: "comes round")]
        } ?? [],
        help: Text(
          sv: "lyft tidigare: escalate: i fasen, med kortare after:",
          en: "escalate earlier: escalate: in the stage, with a shorter after:"))
    }
  }
}

extension CivilDuration {
  /// The fewest and the most days of the calendar that it can be.
  var days: ClosedRange<Int> {
    switch unit {
    case .days: count...count
    case .weeks: 7 * count...7 * count
    case .months: count * 30 - 2...count * 31
    case .years: 365 * count...366 * count
    // Weekends alone make seven days of five; holidays add at most some weeks.
    case .workingDays: count...count * 7 / 5 + 21
    }
  }
}
