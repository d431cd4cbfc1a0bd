package import CivilTime
package import Lifecycle
import Located
import Register
package import Store
package import Views

/// What waits to be sent on a day: a digest for each body, made from the effects that are pending.
///
/// It is made anew each time, from what is owed now: what was done since the reminder was asked for is
/// in no digest, and several reminders of the same thing are one line.
package struct Outbox: Sendable {
  /// By body, as the register has them; those the register does not list by id, last.
  package let digests: [Digest]
  /// Effects whose matter is done: to be marked as done, and told to nobody.
  package let settled: [String]
  /// Effects that cannot be read.
  package let unread: [String]

  /// - Parameters:
  ///   - effects: what is pending; kinds that are nobody's mail are left alone.
  ///   - products: at least those that the effects belong to.
  package init(
    _ effects: [PendingEffect], products: [ProductState], names: Names, today: CivilDate
  ) {
    let mine = effects.filter { Notice.Kind(rawValue: $0.kind) != nil }
    let notices = mine.compactMap { Notice($0) }
    let known = Set(notices.map(\.effect))
    unread = mine.map(\.id).filter { !known.contains($0) }

    // Every thing that is owed with a last day, however far away.
    let owed = DueList(products, names: names, today: today, within: .max).items
    var settled: [String] = []
    var told: [String: [(Notice, Digest.Entry)]] = [:]
    var raised: [String: [Escalation]] = [:]
    for notice in notices {
      let entry: Digest.Entry?
      switch notice.kind {
      case .reminder: entry = Digest.Entry(reminder: notice, owed)
      case .escalation:
        if raised[notice.to] == nil {
          raised[notice.to] = Escalation.all(in: products, to: notice.to)
        }
        entry = raised[notice.to]?.first {
          $0.caseID == notice.caseID && $0.isAbout(notice.spot)
        }.flatMap { Digest.Entry($0, owed) }
      }
      if let entry {
        told[notice.to, default: []].append((notice, entry))
      } else {
        settled.append(notice.effect)
      }
    }
    self.settled = settled
    digests = names.organisation.inOrder(told.keys).flatMap { body in
      Outbox.digests(to: body, told[body] ?? [], names, today)
    }
  }

  private static func digests(
    to body: String, _ told: [(notice: Notice, entry: Digest.Entry)], _ names: Names,
    _ today: CivilDate
  ) -> [Digest] {
    let organisation = names.organisation
    let contact = organisation.body(body)?.contact
    func digest(
      _ told: [(notice: Notice, entry: Digest.Entry)], _ way: Digest.Way, lacksMeeting: Bool = false
    ) -> Digest? {
      guard !told.isEmpty else { return nil }
      let effects = told.map(\.notice.effect)
      return Digest(
        name: Digest.name(of: effects), body: body, bodyName: names(body), contact: contact,
        entries: Digest.merged(told.map(\.entry)), effects: effects, way: way,
        lacksMeeting: lacksMeeting, wait: wait(told.map(\.notice), way, contact, names, today),
        today: today)
    }
    let byMail: Digest.Way = contact?.sending == .automatic ? .automatic : .draft
    let raised = told.filter { $0.notice.kind == .escalation }
    guard contact?.escalations == .agenda, !raised.isEmpty else {
      return [digest(told, byMail)].compactMap { $0 }
    }
    // A line on an agenda that is not there would be read by nobody.
    guard let meeting = organisation.nextMeeting(of: body, from: today) else {
      return [digest(told, byMail, lacksMeeting: true)].compactMap { $0 }
    }
    let reminders = told.filter { $0.notice.kind == .reminder }
    return [digest(reminders, byMail), digest(raised, .agenda(meeting))].compactMap { $0 }
  }

  private static func wait(
    _ notices: [Notice], _ way: Digest.Way, _ contact: Contact?, _ names: Names,
    _ today: CivilDate
  ) -> Digest.Wait? {
    switch way {
    case .agenda: return nil
    case .draft: return contact?.mail == nil ? .noAddress : nil
    case .automatic:
      if contact?.mail == nil { return .noAddress }
      let latest = notices.map(\.due.lastDay).max() ?? today
      if latest.days(until: today) > Digest.daysUntilOld { return .old }
      let day = names.organisation.sendingDay(for: contact, from: today)
      return day == today ? nil : .quiet(until: day)
    }
  }
}

extension Organisation {
  /// Ids of bodies in the register's order; those it does not list last.
  fileprivate func inOrder(_ ids: some Sequence<String>) -> [String] {
    var left = Set(ids)
    let listed = bodies.map(\.id).filter { left.remove($0) != nil }
    return listed + left.sorted()
  }
}

extension Digest.Entry {
  /// What a reminder is about, by what its body owes there now; nil where it owes nothing.
  fileprivate init?(reminder notice: Notice, _ owed: [DueList.Item]) {
    let items = owed.filter {
      $0.product == notice.product && $0.caseID == notice.caseID && $0.spot == notice.spot
        && $0.body == notice.to
    }
    guard let first = items.first else { return nil }
    self.init(.reminder, items, first, lane: first.spot.lane == notice.to ? nil : first.laneName)
  }

  /// What was raised, with all who are late.
  fileprivate init?(_ raised: Escalation, _ owed: [DueList.Item]) {
    let items = owed.filter {
      $0.product == raised.product && $0.caseID == raised.caseID && raised.isAbout($0.spot)
    }
    guard let first = items.first else { return nil }
    self.init(.escalation, items, first, lane: nil)
  }

  private init(
    _ kind: Notice.Kind, _ items: [DueList.Item], _ first: DueList.Item, lane: Text?
  ) {
    self.kind = kind
    product = first.product
    caseID = first.caseID
    stage = first.spot.stage
    title = first.title
    stageTitle = first.stageTitle
    laneName = lane
    var todo: [Text] = []
    for item in items where !todo.contains(item.todo) { todo.append(item.todo) }
    self.todo = todo
    var owing: [Text] = []
    for item in items where kind == .escalation && !owing.contains(item.bodyName) {
      owing.append(item.bodyName)
    }
    self.owing = owing
    foundAt = first.foundAt
    remaining = first.remaining
  }
}

extension Digest {
  /// The entries, those about the same thing as one, the nearest last day first.
  fileprivate static func merged(_ entries: [Entry]) -> [Entry] {
    var merged: [Entry] = []
    for entry in entries where !merged.contains(where: { $0.isSame(as: entry) }) {
      merged.append(entry)
    }
    return merged.enumerated().sorted { a, b in
      (a.element.remaining.lastDay.lastDay, a.offset)
        < (b.element.remaining.lastDay.lastDay, b.offset)
    }.map(\.element)
  }
}

extension Digest.Entry {
  fileprivate func isSame(as other: Digest.Entry) -> Bool {
    kind == other.kind && caseID == other.caseID && stage == other.stage
      && laneName == other.laneName && todo == other.todo && owing == other.owing
  }
}
