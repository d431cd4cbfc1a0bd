package import Canonical
package import CivilTime
package import Located

/// The whole organisation over the years: bodies, sets, working days, windows.
///
/// Immutable, and by reference, since everything that is decided looks into it. Bodies stand in one order whatever files they came from: those with a code first, by
/// code, then the others by id. Every answer that is a list has that order.
package final class Organisation: Sendable {
  /// What bodies may do, by id.
  package let powers: [Power]
  /// What kinds of bodies there are, by id.
  package let kinds: [BodyKind]
  /// The sets that a definition can name, by id.
  package let sets: [BodySet]
  /// All bodies of all times.
  package let bodies: [BodyRecord]
  /// The working days.
  package let calendar: WorkingCalendar
  /// The windows in which consultations run, by id.
  package let windows: [DatedWindow]
  /// The days on which bodies meet, the earliest first.
  package let meetings: [Meeting]
  /// What bodies are there to do, by code.
  package let tasks: [BodyTask]
  // A check never asks for it.
  private let content: Deferred<(body: [UInt8], hash: ContentHash)>

  private let places: [String: Int]
  private let setPlaces: [String: Int]
  // The bodies of each kind, since most sets are one.
  private let byKind: [String: [Int]]
  // Those that are a part of a body, and those that may act for it, at any time: everything that is
  // done asks for these.
  private let partPlaces, actorPlaces: [String: [Int]]

  init(
    powers: [Power], kinds: [BodyKind], sets: [BodySet], bodies: [BodyRecord],
    calendar: WorkingCalendar, windows: [DatedWindow], meetings: [Meeting] = [],
    tasks: [BodyTask] = []
  ) {
    self.powers = powers.sorted { $0.id < $1.id }
    self.kinds = kinds.sorted { $0.id < $1.id }
    self.sets = sets.sorted { $0.id < $1.id }
    // A tilde stands after every digit.
    self.bodies = bodies.sorted { ($0.code ?? "~", $0.id) < ($1.code ?? "~", $1.id) }
    self.calendar = calendar
    self.windows = windows.sorted { $0.id < $1.id }
    self.meetings = meetings
    self.tasks = tasks.sorted { $0.id < $1.id }
    places = Dictionary(
      zip(self.bodies.map(\.id), self.bodies.indices), uniquingKeysWith: { first, _ in first })
    setPlaces = Dictionary(
      zip(self.sets.map(\.id), self.sets.indices), uniquingKeysWith: { first, _ in first })
    byKind = Dictionary(
      grouping: self.bodies.indices, by: { [bodies = self.bodies] in bodies[$0].kind })
    partPlaces = Self.links(\.partOf, of: self.bodies)
    actorPlaces = Self.links(\.actingFor, of: self.bodies)
    content = Deferred {
      [
        powers = self.powers, kinds = self.kinds, sets = self.sets, bodies = self.bodies,
        windows = self.windows, tasks = self.tasks
      ] in
      let body = Self.content(
        powers: powers, kinds: kinds, sets: sets, bodies: bodies, calendar: calendar,
        windows: windows, meetings: meetings, tasks: tasks
      ).json
      return (body, ContentHash(hashing: body))
    }
  }

  private static func links(
    _ relation: KeyPath<BodyRecord, [BodyRecord.Link]>, of bodies: [BodyRecord]
  ) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (place, body) in bodies.enumerated() {
      for other in Set(body[keyPath: relation].map(\.body)) {
        places[other, default: []].append(place)
      }
    }
    return places
  }

  /// The hash of all of it, the same for the same content however it is laid out in files.
  package var hash: ContentHash { content.value.hash }
  /// The content that the hash is of, as canonical JSON, so that it can be kept.
  package var body: [UInt8] { content.value.body }
}

extension Organisation {
  /// No bodies, no windows, every weekday a working day: what is there before a register is read.
  package static let empty = Organisation(
    powers: [], kinds: [], sets: [], bodies: [],
    calendar: WorkingCalendar(rules: [], saturdayWorks: false), windows: [])
}

// MARK: - By name

extension Organisation {
  /// The body with this id, whether it is there today or not.
  package func body(_ id: String) -> BodyRecord? {
    places[id].map { bodies[$0] }
  }

  /// The body with this id, if it was there on the date.
  package func body(_ id: String, on date: CivilDate) -> BodyRecord? {
    body(id).flatMap { $0.period.contains(date) ? $0 : nil }
  }

  /// What the body with this id was called on a date; nil where there is none.
  ///
  /// Tables of thousands of rows ask for names alone, and a whole body is much to hand over.
  package func name(of id: String, on date: CivilDate) -> Text? {
    places[id].map { bodies[$0].name(on: date) }
  }

  /// When the body with this id ended or ends; nil where it has no end, or there is none.
  package func end(of id: String) -> PartialDate? { places[id].flatMap { bodies[$0].period.to } }

  /// When the body with this id began or begins; nil where that is not known, or there is none.
  package func start(of id: String) -> PartialDate? {
    places[id].flatMap { bodies[$0].period.from }
  }

  /// Whether a name is that of a body, of any time.
  package func isBody(_ id: String) -> Bool { places[id] != nil }

  /// Whether a name is that of a set.
  package func isSet(_ id: String) -> Bool { setPlaces[id] != nil }

  /// Whether a name is that of a body, of any time, or of a set.
  package func holds(_ id: String) -> Bool { isBody(id) || isSet(id) }

  /// Whether a name is that of a power.
  package func isPower(_ id: String) -> Bool { powers.contains { $0.id == id } }

  /// The kind with this id.
  package func kind(_ id: String) -> BodyKind? { kinds.first { $0.id == id } }

  /// The set with this id.
  package func set(_ id: String) -> BodySet? { setPlaces[id].map { sets[$0] } }

  /// The window with this id.
  package func window(_ id: String) -> DatedWindow? { windows.first { $0.id == id } }

  /// Whether a case may bind a role to a body of this kind that the register does not list.
  package func isOpenKind(_ id: String) -> Bool { kind(id)?.isOpen ?? false }
}

// MARK: - On a date

extension Organisation {
  /// The bodies that were there on a date, or those of one kind.
  package func bodies(on date: CivilDate, kind: String? = nil) -> [BodyRecord] {
    bodies.filter { $0.period.contains(date) && (kind == nil || $0.kind == kind) }
  }

  /// The ids of who was in a set on a date; empty if there is no such set.
  package func members(of set: String, on date: CivilDate) -> [String] {
    switch self.set(set)?.rule {
    case .kind(let kind):
      (byKind[kind] ?? []).filter { bodies[$0].period.contains(date) }.map { bodies[$0].id }
    case .bodies(let listed): bodies(on: date).map(\.id).filter(Set(listed).contains)
    case nil: []
    }
  }

  /// How many were in a set on a date.
  package func memberCount(of set: String, on date: CivilDate) -> Int {
    guard case .kind(let kind)? = self.set(set)?.rule else {
      return members(of: set, on: date).count
    }
    return (byKind[kind] ?? []).count { bodies[$0].period.contains(date) }
  }

  /// A body and all that it was a part of on a date, through whatever that was a part of, itself first.
  package func wholes(of body: String, on date: CivilDate) -> [String] {
    var found = [body]
    var next = 0
    while next < found.count {
      let links = places[found[next]].map { bodies[$0].partOf } ?? []
      found += links.filter { $0.period.contains(date) && !found.contains($0.body) }.map(\.body)
      next += 1
    }
    return found
  }

  /// The ids of the bodies that were a part of a body on a date.
  package func parts(of body: String, on date: CivilDate) -> [String] {
    linked(to: body, at: partPlaces[body] ?? [], by: \.partOf, on: date)
  }

  /// The healthcare regions that a body was a part of on a date: two for Halland.
  package func healthcareRegions(of body: String, on date: CivilDate) -> [String] {
    let wholes = self.body(body, on: date)?.partOf.filter { $0.period.contains(date) } ?? []
    let ids = wholes.map(\.body)
    return bodies(on: date).filter { $0.level == .healthcareRegion && ids.contains($0.id) }
      .map(\.id)
  }

  /// The region that a body was or was a part of on a date, itself or through what it was a part of;
  /// nil for a body of no region, or of several.
  package func region(of body: String, on date: CivilDate) -> String? {
    let regions = wholes(of: body, on: date).filter { id in
      self.body(id, on: date)?.kind == "region"
    }
    return regions.count == 1 ? regions[0] : nil
  }

  /// What a body could do on a date; empty if it was not there.
  package func powers(of body: String, on date: CivilDate) -> [String] {
    self.body(body, on: date)?.powers ?? []
  }

  /// Who could act for a body on a date: itself first, if it was there, then those with a link.
  ///
  /// A body that the register does not list acts for itself: its kind is an open one.
  package func actors(for body: String, on date: CivilDate) -> [String] {
    let itself = places[body].map { bodies[$0].period.contains(date) } ?? true
    return (itself ? [body] : [])
      + linked(to: body, at: actorPlaces[body] ?? [], by: \.actingFor, on: date)
  }

  // Of some that were linked to a body at any time those that were on a date.
  private func linked(
    to body: String, at places: [Int], by relation: KeyPath<BodyRecord, [BodyRecord.Link]>,
    on date: CivilDate
  ) -> [String] {
    places.filter { place in
      bodies[place].period.contains(date)
        && bodies[place][keyPath: relation].contains {
          $0.body == body && $0.period.contains(date)
        }
    }.map { bodies[$0].id }
  }

  /// Whether an actor could act for a body on a date.
  package func canAct(_ actor: String, for body: String, on date: CivilDate) -> Bool {
    actors(for: body, on: date).contains(actor)
  }

  /// The seats with a mandate to decide in a body on a date, one word each; co-opted ones are none.
  ///
  /// `chair`; `director-1`, `director-2` of two alike; `member-norra` of one per healthcare region.
  /// Empty if the composition is not known, or the body was not there.
  package func electorate(of body: String, on date: CivilDate) -> [String] {
    let seats = self.body(body, on: date)?.seats ?? []
    return seats.filter { $0.decides && $0.period.contains(date) }.flatMap { seat in
      let holders =
        seat.per.map { members(of: $0, on: date).map { "\(seat.id)-\($0)" } } ?? [seat.id]
      return seat.count == 1
        ? holders : holders.flatMap { holder in (1...seat.count).map { "\(holder)-\($0)" } }
    }
  }
}
