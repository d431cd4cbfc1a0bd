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
  /// Nil where it is over and the last day was not for those who ended it: that of a window is for
  /// those who answer.
  package let status: DeadlineStatus?
  /// The day from which what was decided in it applies, while that day is to come.
  package let appliesFrom: CivilDate?

  /// The deadline of an attempt; nil where it has none.
  init?(_ attempt: AttemptState, today: CivilDate) {
    guard let day = LastDay(attempt) else { return nil }
    self.init(day, today: today)
  }

  /// A last day known by month has passed when the month has.
  init(_ last: LastDay, today: CivilDate) {
    lastDay = last.day
    days = today.days(until: last.day.lastDay)
    why = last.why
    appliesFrom = last.appliesFrom
    if last.isOpen {
      // Stored reminders say when it draws near; without any, two weeks before.
      let soon = last.reminds.map { $0.firstDay <= today } ?? (days <= 14)
      status = days < 0 ? .overdue : soon ? .dueSoon : .upcoming
    } else {
      status = last.doneOn.flatMap { day in
        guard !last.isOfWindow else { return nil }
        return last.day.isSurelyBefore(day) ? .late : .met
      }
    }
  }

  package var isOverdue: Bool { status == .overdue }

  /// Whether something is still to be done by the day.
  package var isRunning: Bool {
    switch status {
    case .upcoming, .dueSoon, .overdue: true
    case .met, .late, nil: false
    }
  }

  /// "13 dagar kvar", "Försenad 2 dagar"; for what is decided, from when it applies; for what is
  /// closed, whether it was in time; nil where there is nothing to say of it.
  package var label: Text? {
    if let appliesFrom { return Phrase.applies(from: appliesFrom) }
    return switch status {
    case .overdue: Phrase.overdue(-days)
    case .upcoming, .dueSoon: Phrase.daysLeft(days)
    case .met, .late: status?.label
    case nil: nil
    }
  }

  /// Keys `last-day`, `days-left` (of what is to be done, negative when overdue), `status`,
  /// `applies-from`, `why`.
  var json: Value {
    .record([
      "last-day": .text(lastDay.description), "days-left": isRunning ? .whole(days) : nil,
      "status": status.map { .text($0.rawValue) }, "applies-from": appliesFrom?.json,
      "why": why.json,
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
