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
    for notice in notices {
      let items = owed.filter {
        $0.product == notice.product && $0.caseID == notice.caseID && $0.spot == notice.spot
          && (notice.kind == .escalation || $0.body == notice.to)
      }
      if let entry = Digest.Entry(notice, items) {
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
    func digest(_ told: [(notice: Notice, entry: Digest.Entry)], _ way: Digest.Way) -> Digest? {
      guard !told.isEmpty else { return nil }
      let effects = told.map(\.notice.effect)
      return Digest(
        name: Digest.name(of: effects), body: body, bodyName: names(body), contact: contact,
        entries: Digest.merged(told.map(\.entry)), effects: effects, way: way,
        wait: wait(told.map(\.notice), way, contact, names, today), today: today)
    }
    let toAgenda = contact?.escalations == .agenda
    let lines = told.filter { toAgenda && $0.notice.kind == .escalation }
    let mails = told.filter { !toAgenda || $0.notice.kind == .reminder }
    let meeting = organisation.meetings(of: body).first { $0.on >= today.firstDay }
    return [
      digest(mails, contact?.sending == .automatic ? .automatic : .draft),
      digest(lines, .agenda(meeting)),
    ].compactMap { $0 }
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
  /// What a notice is about, by what is owed there now; nil where nothing is.
  fileprivate init?(_ notice: Notice, _ items: [DueList.Item]) {
    guard let first = items.first else { return nil }
    kind = notice.kind
    product = first.product
    caseID = first.caseID
    title = first.title
    stageTitle = first.stageTitle
    laneName = first.spot.lane == notice.to ? nil : first.laneName
    var todo: [Text] = []
    for item in items {
      let text =
        item.what.map {
          Text(sv: "\(item.actTitle.sv): \($0.sv)", en: "\(item.actTitle.en): \($0.en)")
        } ?? item.actTitle
      if !todo.contains(text) { todo.append(text) }
    }
    self.todo = todo
    var owing: [Text] = []
    for item in items where notice.kind == .escalation && !owing.contains(item.bodyName) {
      owing.append(item.bodyName)
    }
    self.owing = owing
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
    kind == other.kind && caseID == other.caseID && stageTitle == other.stageTitle
      && laneName == other.laneName && todo == other.todo && owing == other.owing
  }
}
