package import CivilTime
import Definitions
package import Lifecycle
package import Located
import Register
package import Views

/// Last days and meetings as a calendar that others subscribe to (RFC 5545).
///
/// Everything in it comes from what is stored, and nothing from a clock: the same cases give the same
/// text to the byte. What is done is no longer there, so that a subscriber's calendar drops it.
package struct CalendarFeed: Sendable {
  /// What a calendar is about.
  package enum Choice: Sendable, Hashable {
    /// What a body owes or may do for another, and its meetings.
    case body(String)
    /// What a region and the bodies that are a part of it owe, what stands in the region's lanes, and
    /// their meetings.
    case region(String)
    /// All of a product.
    case product(String)
    /// All there is.
    case everything
  }

  /// The calendar, with CRLF after each line.
  package let text: String
  /// How many days stand in it.
  package let count: Int

  /// - Parameters:
  ///   - events: the events of each product, by its id; their times say when something changed.
  ///   - from: meetings before this day are left out.
  package init(
    _ choice: Choice, _ products: [ProductState], events: [String: [Event]], names: Names,
    from day: CivilDate, in language: Language
  ) {
    var lines = CalendarText()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Stafett//Stafett//\(language == .sv ? "SV" : "EN")")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("X-WR-CALNAME", text: choice.title(names)[language])
    let days =
      products.flatMap { product in
        CalendarFeed.deadlines(of: product, events[product.stream] ?? [], choice, names)
      } + CalendarFeed.meetings(choice, names, from: day)
    let order = days.sorted { ($0.day, $0.uid) < ($1.day, $1.uid) }
    for day in order { day.write(to: &lines, language) }
    lines.add("END", "VCALENDAR")
    text = lines.text
    count = order.count
  }

  private static func deadlines(
    of product: ProductState, _ events: [Event], _ choice: Choice, _ names: Names
  ) -> [CalendarDay] {
    if case .product(let id) = choice, id != product.stream { return [] }
    // The day to look from matters only for how long is left, which a calendar does not tell.
    let items = DueList([product], names: names, today: names.on, within: .max).items
      .filter { choice.takes($0, names) }
    var seen: [String] = []
    var days: [String: CalendarDay] = [:]
    for item in items {
      guard let one = product[item.caseID], let stage = one.definition.stage(item.spot.stage),
        let attempt = one.attempts(at: stage, lane: item.spot.lane).last
      else { continue }
      let lane = item.spot.lane.map { "/\($0)" } ?? ""
      let uid = "\(item.caseID)/\(item.spot.stage)\(lane)/\(attempt.number)@stafett"
      if days[uid] == nil {
        seen.append(uid)
        let changed = events.last { $0.caseID == item.caseID }?.recordedAt
        days[uid] = CalendarDay(
          uid: uid, sequence: attempt.extensions.count, day: item.remaining.lastDay.lastDay,
          changed: changed ?? Instant(milliseconds: 0),
          summary: Text(
            sv: "Senast: \(item.stageTitle.sv), \(item.title.sv)",
            en: "Last day: \(item.stageTitle.en), \(item.title.en)"),
          details: [Text(item.caseID), item.remaining.why])
      }
      let owed = item.bodyName.with(item.actTitle)
      if days[uid]?.details.contains(owed) == false { days[uid]?.details.append(owed) }
    }
    return seen.compactMap { days[$0] }
  }

  private static func meetings(
    _ choice: Choice, _ names: Names, from day: CivilDate
  ) -> [CalendarDay] {
    let bodies: [String]
    switch choice {
    case .body(let body): bodies = [body]
    case .region(let region):
      bodies = [region] + names.organisation.parts(of: region, on: names.on.firstDay)
    case .product, .everything: bodies = []
    }
    return bodies.flatMap { names.organisation.meetings(of: $0) }
      .filter { $0.on >= day.firstDay }
      .flatMap { meeting -> [CalendarDay] in
        let name = names(meeting.body)
        let uid = "\(meeting.body)/\(meeting.on)"
        // The register says nothing of when a meeting was set, and one that is moved is another.
        func day(_ kind: String, _ day: CivilDate, _ summary: Text) -> CalendarDay {
          CalendarDay(
            uid: "\(kind)/\(uid)@stafett", sequence: 0, day: day,
            changed: Instant(milliseconds: 0), summary: summary, details: [])
        }
        let itself = day(
          "meeting", meeting.on,
          Text(sv: "Möte: \(name.sv)", en: "Meeting: \(name.en)"))
        guard meeting.papers < meeting.on else { return [itself] }
        return [
          day(
            "papers", meeting.papers,
            Text(
              sv: "Sista dag för handlingar till \(name.sv) \(meeting.on)",
              en: "Last day for papers to \(name.en) on \(meeting.on)")), itself,
        ]
      }
  }
}

extension CalendarFeed.Choice {
  fileprivate func title(_ names: Names) -> Text {
    switch self {
    case .body(let body), .region(let body): names(body)
    case .product(let product): Text(product)
    case .everything: Text(sv: "Alla ärenden", en: "All cases")
    }
  }

  fileprivate func takes(_ item: DueList.Item, _ names: Names) -> Bool {
    let organisation = names.organisation
    switch self {
    case .body(let body): return organisation.canAct(body, for: item.body, on: names.on)
    case .region(let region):
      return item.spot.lane == region || item.body == region
        || organisation.parts(of: region, on: names.on.firstDay).contains(item.body)
    case .product, .everything: return true
    }
  }
}

/// A day that is worth a line in a calendar.
private struct CalendarDay {
  let uid: String
  /// How often the day was moved.
  let sequence: Int
  let day: CivilDate
  let changed: Instant
  let summary: Text
  var details: [Text]

  func write(to lines: inout CalendarText, _ language: Language) {
    let changed = MailDate(changed).compact
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: uid)
    // Without METHOD the stamp is when it was last changed (RFC 5545, 3.8.7.2).
    lines.add("DTSTAMP", changed)
    lines.add("LAST-MODIFIED", changed)
    lines.add("SEQUENCE", "\(sequence)")
    lines.add("DTSTART;VALUE=DATE", MailDate.compact(day))
    lines.add("DTEND;VALUE=DATE", MailDate.compact(day.adding(days: 1)))
    lines.add("SUMMARY", text: summary[language])
    if !details.isEmpty {
      lines.add("DESCRIPTION", text: details.map { $0[language] }.joined(separator: "\n"))
    }
    // A last day takes no time of anybody's day.
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }
}
