import Canonical
import CivilTime
import Located

/// The canonical content, of which the hash is taken: every field that an answer can depend on.
extension Organisation {
  static func content(
    powers: [Power], kinds: [BodyKind], sets: [BodySet], bodies: [BodyRecord],
    calendar: WorkingCalendar, windows: [DatedWindow], meetings: [Meeting], tasks: [BodyTask]
  ) -> Value {
    .record([
      "powers": .list(powers.map { .record(["id": .text($0.id), "title": $0.title.content]) }),
      "kinds": .list(kinds.map(\.content)),
      "sets": .list(sets.map(\.content)),
      "bodies": .list(bodies.map(\.content)),
      "saturday-works": .flag(calendar.saturdayWorks),
      "holidays": .list(calendar.rules.map(\.content)),
      "windows": .list(windows.map(\.content)),
      "meetings": meetings.isEmpty ? nil : .list(meetings.map(\.content)),
      "tasks": tasks.isEmpty ? nil : .list(tasks.map(\.content)),
    ])
  }
}

private func words(_ words: [String]) -> Value { .list(words.map { .text($0) }) }

extension Text {
  fileprivate var content: Value { .record(["sv": .text(sv), "en": .text(en)]) }
}

extension Period {
  fileprivate var content: Value {
    .record(["from": from.map { .text($0.description) }, "to": to.map { .text($0.description) }])
  }
}

extension Meeting {
  fileprivate var content: Value {
    .record([
      "body": .text(body), "on": .text(on.description), "papers": .text(papers.description),
    ])
  }
}

extension BodyTask {
  fileprivate var content: Value {
    .record([
      "id": .text(id), "title": title.content, "kinds": words(kinds), "bodies": words(bodies),
      "part-of": partOf.map { .text($0) }, "period": period.content,
    ])
  }
}

extension BodyKind {
  fileprivate var content: Value {
    .record([
      "id": .text(id), "title": title.content, "level": .text(level.rawValue),
      "open": .flag(isOpen), "powers": words(powers), "seats": .list(seats.map(\.content)),
      "composition": composition.isEmpty ? nil : .list(composition.map(\.content)),
    ])
  }
}

extension Seat {
  fileprivate var content: Value {
    .record([
      "id": .text(id), "title": title.content, "count": .whole(count),
      "per": per.map { .text($0) }, "decides": .flag(decides), "period": period.content,
    ])
  }
}

extension CompositionRule {
  fileprivate var content: Value {
    .record([
      "id": .text(id), "title": title.content, "demand": demand.content, "soft": .flag(isSoft),
      "period": period.content,
    ])
  }
}

extension CompositionRule.Demand {
  fileprivate var content: Value {
    switch self {
    case .represents(let set): .record(["represents": .text(set)])
    case .count(let seats, let atLeast, let atMost):
      .record([
        "seats": words(seats), "at-least": .whole(atLeast), "at-most": atMost.map { .whole($0) },
      ])
    case .balance(let percent): .record(["balance": .whole(percent)])
    case .careLevels(let levels): .record(["care-levels": words(levels)])
    case .professions(let count): .record(["professions": .whole(count)])
    case .contact: .record(["contact": .flag(true)])
    case .confirmed(let seats, .principal):
      .record(["seats": words(seats), "confirmed-by": .text("principal")])
    case .confirmed(let seats, .body(let body)):
      .record(["seats": words(seats), "confirmed-by": .text(body)])
    case .settled(let asked): .record(["settled": words(asked)])
    case .perHost(let atLeast, let atMost):
      .record([
        "per-host": .flag(true), "at-least": .whole(atLeast), "at-most": atMost.map { .whole($0) },
      ])
    }
  }
}

extension BodySet {
  fileprivate var content: Value {
    switch rule {
    case .kind(let kind):
      .record(["id": .text(id), "title": title.content, "kind": .text(kind)])
    case .bodies(let bodies):
      .record(["id": .text(id), "title": title.content, "bodies": words(bodies)])
    }
  }
}

extension BodyRecord {
  fileprivate var content: Value {
    .record([
      "id": .text(id), "name": name.content,
      "earlier": .list(
        earlierNames.map {
          .record(["name": $0.name.content, "to": .text($0.to.description)])
        }),
      "kind": .text(kind), "level": .text(level.rawValue), "code": code.map { .text($0) },
      "letter": letter.map { .text($0) }, "period": period.content,
      "started": started.map { .text($0.description) }, "powers": words(powers),
      "seats": .list(seats.map(\.content)), "part-of": .list(partOf.map(\.content)),
      "hosts": .list(hosts.map(\.content)), "acting-for": .list(actingFor.map(\.content)),
      "follows": words(follows),
      "composition": composition.isEmpty ? nil : .list(composition.map(\.content)),
      "population": population.isEmpty ? nil : .list(population.map(\.content)),
    ])
  }
}

extension BodyRecord.Population {
  fileprivate var content: Value {
    .record(["on": .text(on.description), "count": .whole(count)])
  }
}

extension BodyRecord.Link {
  fileprivate var content: Value {
    .record(["body": .text(body), "period": period.content, "note": note?.content])
  }
}

extension HolidayRule {
  fileprivate var content: Value {
    let rule: Value =
      switch day {
      case .fixed(let day): .text(day.description)
      case .easter(let offset): .record(["easter": .whole(offset)])
      case .first(let weekday, let start):
        .record(["weekday": .whole(weekday.rawValue), "on-or-after": .text(start.description)])
      }
    return .record([
      "name": name.content, "day": rule, "eve": isEve ? .flag(true) : nil,
      "from": from.map { .whole($0) },
      "to": to.map { .whole($0) },
    ])
  }
}

extension DatedWindow {
  fileprivate var content: Value {
    .record([
      "id": .text(id), "title": title.content, "versions": .list(versions.map(\.content)),
    ])
  }
}

extension ConsultationWindow {
  fileprivate var content: Value {
    .record([
      "from": valid.from.map { .text($0.description) },
      "to": valid.to.map { .text($0.description) },
      "opens-shift": .text(opensShift.rawValue), "closes-shift": .text(closesShift.rawValue),
      "rounds": .list(rounds.map(\.content)),
    ])
  }
}

extension ConsultationWindow.Round {
  fileprivate var content: Value {
    switch self {
    case .yearly(let opens, let closes):
      .record(["opens": .text(opens.description), "closes": .text(closes.description)])
    case .lasting(let opens, let duration):
      .record(["opens": .text(opens.description), "for": .text(duration.description)])
    case .dated(let opens, let closes):
      .record(["opens": .text(opens.description), "closes": .text(closes.description)])
    }
  }
}
