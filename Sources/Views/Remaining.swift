import Canonical
package import CivilTime
import Lifecycle
package import Located

/// A last day as it is stored, seen from a day: how long is left, or by how much it has passed.
package struct Remaining: Sendable, Hashable {
  package let lastDay: CivilDate
  /// Days from today to the last day; negative when it has passed.
  package let days: Int
  /// Why it is that day, as it was told when it was computed.
  package let why: Text
  package let status: DeadlineStatus

  /// The deadline of an attempt; nil where it has none.
  ///
  /// A last day known by month has passed when the month has.
  init?(_ attempt: AttemptState, today: CivilDate) {
    guard let deadline = attempt.deadline else { return nil }
    lastDay = deadline.closes
    days = today.days(until: deadline.closes.lastDay)
    why = deadline.why
    if let closedOn = attempt.closedOn, !attempt.isOpen {
      status = deadline.closes.isSurelyBefore(closedOn) ? .late : .met
    } else if days < 0 {
      status = .overdue
    } else {
      // Stored reminders say when it draws near; without any, two weeks before.
      let soon = deadline.remind.first.map { $0.firstDay <= today } ?? (days <= 14)
      status = soon ? .dueSoon : .upcoming
    }
  }

  package var isOverdue: Bool { status == .overdue }

  /// "13 dagar kvar", "Försenad 2 dagar"; for what is closed, whether it was in time.
  package var label: Text {
    switch status {
    case .overdue: Phrase.overdue(-days)
    case .upcoming, .dueSoon: Phrase.daysLeft(days)
    case .met, .late: status.label
    }
  }

  /// Keys `last-day`, `days-left` (of what is open, negative when overdue), `status`, `why`.
  var json: Value {
    let isOpen = status != .met && status != .late
    return .record([
      "last-day": .text(lastDay.description), "days-left": isOpen ? .whole(days) : nil,
      "status": .text(status.rawValue), "why": why.json,
    ])
  }
}

extension Text {
  /// Keys `sv`, `en`.
  var json: Value { .record(["sv": .text(sv), "en": .text(en)]) }
}

extension CivilDate {
  var json: Value { .text(description) }
}
