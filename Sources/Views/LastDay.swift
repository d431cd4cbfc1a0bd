import CivilTime
import Lifecycle
import Located
import StageKit

/// A last day as it is stored, whatever day it is seen from; seen from a day it is ``Remaining``.
struct LastDay: Sendable, Hashable {
  let day: CivilDate
  /// Why it is that day, as it was told when it was computed.
  let why: Text
  /// The first reminder.
  let reminds: CivilDate?
  /// Whether what it is for is still to be done.
  let isOpen: Bool
  /// When it was done; nil while it is not, and when it counts no more.
  let doneOn: CivilDate?
  /// The day from which what was decided applies, where it waits for that.
  let appliesFrom: CivilDate?
  /// Whether it is the last day of those who answer, and not of those who end it.
  let isOfWindow: Bool
}

extension LastDay {
  /// That of an attempt; nil where it has none.
  init?(_ attempt: AttemptState) {
    guard let deadline = attempt.deadline else { return nil }
    day = deadline.closes
    why = deadline.why
    reminds = deadline.remind.first
    isOfWindow = deadline.rule.hasPrefix("window ")
    doneOn = attempt.doneOn
    if case .open = attempt.status { isOpen = true } else { isOpen = false }
    if case .awaiting(_, let day) = attempt.status { appliesFrom = day } else { appliesFrom = nil }
  }

  /// That which a row tells of; nil where it tells of none.
  init?(_ row: Row) {
    guard let day = row["last-day"].date, let why = row["why"].words else { return nil }
    self.day = day
    self.why = why
    reminds = row["reminds"].date
    isOpen = row["is-open"].isKnown
    doneOn = row["done-on"].date
    appliesFrom = row["applies-from"].date
    isOfWindow = row["is-of-window"].isKnown
  }

  /// The cells from which it can be read again.
  var row: Row {
    [
      "last-day": Cell(day), "why": Cell(why), "reminds": Cell(reminds),
      "is-open": isOpen ? Cell(true) : .none, "done-on": Cell(doneOn),
      "applies-from": Cell(appliesFrom), "is-of-window": isOfWindow ? Cell(true) : .none,
    ]
  }
}

extension LastDay? {
  /// Where several stand side by side: what is to be done by the nearest day, else what is decided.
  static func nearest(_ all: [LastDay]) -> LastDay? {
    all.min { a, b in
      (a.isOpen ? 0 : 1, a.day.lastDay) < (b.isOpen ? 0 : 1, b.day.lastDay)
    }
  }
}

extension AttemptState {
  /// The day on which what it asked for was done; nil while it is not, and when it counts no more.
  ///
  /// A version may come into force long after the decision, and a slip of the pen may be corrected
  /// long after both.
  fileprivate var doneOn: CivilDate? {
    switch status {
    case .awaiting: lastOn
    case .closed: [lastOn, closedOn].compactMap { $0 }.min()
    case .open, .invalidated, .cancelled: nil
    }
  }
}
