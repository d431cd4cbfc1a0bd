import CivilTime
import Definitions
import Located

/// How a stage reminds, and to whom it is lifted.
struct ReminderPattern: Hashable {
  let remind: [CivilDuration]
  let escalation: StageDefinition.Escalation?

  init(_ stage: StageDefinition) {
    remind = stage.remind
    escalation = stage.escalation
  }
}

extension Naming {
  /// What most stages do, the earliest of them where several are as many.
  var commonReminders: ReminderPattern? {
    let patterns = stages.map { ReminderPattern($0) }
    return patterns.enumerated().max { a, b in
      let (left, right) = (
        patterns.count { $0 == a.element }, patterns.count { $0 == b.element }
      )
      return (left, b.offset) < (right, a.offset)
    }?.element
  }

  var noReminders: String { say("Inga påminnelser skickas.", "No reminders are sent.") }

  /// The reminders in a sentence or two; nil without any.
  func said(_ pattern: ReminderPattern) -> String? {
    var parts: [String] = []
    if !pattern.remind.isEmpty {
      let before = say.all(pattern.remind.map { self($0.text) })
      parts.append(
        say(
          "Den som inte har gjort sitt får en påminnelse \(before) före sista dag.",
          "Those who still owe something are reminded \(before) before the last day."))
    }
    if let escalation = pattern.escalation {
      parts.append(
        say(
          "Är fasen inte klar \(escalation.after.text.sv) efter sista dag lyfts den till "
            + "\(who(escalation.to)).",
          "A stage that is not done \(escalation.after.text.en) after its last day is escalated to "
            + "\(who(escalation.to))."))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
