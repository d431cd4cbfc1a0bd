import Canonical
package import CivilTime
package import Located
package import Register
package import Views

/// All that waits to be sent to a body, as one message.
package struct Digest: Sendable {
  /// How it reaches the body.
  package enum Way: Sendable, Hashable {
    /// As a draft, which somebody reads and sends.
    case draft
    /// By itself.
    case automatic
    /// As points on the agenda of the next meeting.
    case agenda(Meeting)
  }

  /// Why it is not sent by itself now.
  package enum Wait: Sendable, Hashable {
    /// The register has no address.
    case noAddress
    /// The day is no working day, or the body wants none; the next day on which it can be sent.
    case quiet(until: CivilDate)
    /// Nobody was told for so long that somebody should look at it first.
    case old
  }

  /// Something that is owed.
  package struct Entry: Sendable {
    package let kind: Notice.Kind
    package let product: String
    package let caseID: String
    package let stage: String
    package let title: Text
    package let stageTitle: Text
    package let laneName: Text?
    /// What is to be done, each thing once.
    package let todo: [Text]
    /// Who owes it, where that is not the recipient alone.
    package let owing: [Text]
    /// Where the document is that it is about, as far as that is told.
    package let foundAt: String?
    package let remaining: Remaining
  }

  /// Older than this, nothing is sent by itself.
  ///
  /// After a long stop, news of last year helps nobody; a summer is shorter.
  package static let daysUntilOld = 60

  /// Made from the effects: the same ones give the same name, so a message that is sent again after a
  /// crash is known as the same.
  package let name: String
  package let body: String
  package let bodyName: Text
  package let contact: Contact?
  /// The nearest last day first.
  package let entries: [Entry]
  /// The effects that it tells of.
  package let effects: [String]
  package let way: Way
  /// Whether it holds what should be a point on an agenda, and no coming meeting is known.
  package let lacksMeeting: Bool
  package let wait: Wait?
  package let today: CivilDate

  /// Whether it goes out now, without anybody asking.
  package var goesNow: Bool { way == .automatic && wait == nil }

  static func name(of effects: [String]) -> String {
    let hash = ContentHash(hashing: effects.sorted().joined(separator: "\n"))
    return String(hash.description.prefix(16))
  }
}

extension Organisation {
  /// The first day from a day on on which something may be sent to a body: a working day, outside the
  /// times that it wants quiet.
  package func sendingDay(for contact: Contact?, from day: CivilDate) -> CivilDate {
    let quiet = contact?.quiet ?? []
    var next = calendar.workingDay(onOrAfter: day)
    // Quiet times that leave no day of the year would be waited out for ever.
    for _ in 0..<366 where quiet.contains(where: { $0.contains(next) }) {
      next = calendar.workingDay(onOrAfter: next.adding(days: 1))
    }
    return next
  }
}
