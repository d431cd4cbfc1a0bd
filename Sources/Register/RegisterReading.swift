import CivilTime
package import Located

extension Organisation {
  /// Reads the root nodes of all files of a register: the organisation, unless something is wrong,
  /// and everything that is.
  package static func load(_ nodes: [Node]) -> (Organisation?, [Diagnostic]) {
    let reading = RegisterReading(nodes)
    return (reading.isWhole ? reading.organisation : nil, reading.diagnostics)
  }
}

/// What came of reading the files of a register.
package struct RegisterReading: Sendable {
  /// What could be read; the organisation to run with only if the reading is whole.
  package let organisation: Organisation
  /// Everything that is wrong.
  package let diagnostics: [Diagnostic]
  /// The names that may stand in what could not be read.
  package let unread: UnreadNames
  /// What could be read, with its places.
  package let written: WrittenRegister

  /// Whether nothing is wrong.
  package var isWhole: Bool { diagnostics.allSatisfy { $0.severity != .error } }

  /// Reads the root nodes of all files.
  package init(_ nodes: [Node]) {
    let findings = Findings()
    let files = nodes.map { RegisterFile($0, findings) }

    var references: [Reference] = []
    let powers = Catalogue(files.flatMap(\.powers), \.id, findings) { readPower($0, findings) }
    let kinds = Catalogue(files.flatMap(\.kinds), \.id, findings) {
      readKind($0, &references, findings)
    }
    let sets = Catalogue(files.flatMap(\.sets), \.id, findings) {
      readSet($0, &references, findings)
    }
    let bodies = Catalogue(files.flatMap(\.bodies), \.id, findings) {
      readBody($0, kinds, &references, findings)
    }
    var rounds: [WrittenRound] = []
    let windows = Catalogue(findings.few(files.flatMap(\.windows), atMost: 100), \.id, findings) {
      readWindow($0, &rounds, findings)
    }
    let calendar = readCalendar(files.compactMap(\.calendar), findings)
    let tasks = Catalogue(files.flatMap(\.tasks), \.id, findings) {
      readTask($0, &references, findings)
    }
    let meetings = sortedMeetings(
      files.flatMap(\.meetings).flatMap {
        readMeetings($0, calendar.days, &references, findings)
      }, findings)

    for reference in references {
      switch reference.target {
      case .power: reference.check(in: powers, findings)
      case .kind: reference.check(in: kinds, findings)
      case .set: reference.check(in: sets, findings)
      case .body: reference.check(in: bodies, findings, life: \.period)
      }
    }
    // A list of parties mixes sets and bodies, so one name must not mean both.
    for body in bodies.entries {
      guard let set = sets[body.value.id] else { continue }
      findings.add(
        "schema/duplicate-id", at: body.node, sv: "'\(set.value.id)' är redan en mängd",
        en: "'\(set.value.id)' is a set already",
        related: [set.node.related(sv: "mängden står här", en: "the set stands here")],
        help: Text(sv: "ge en av dem ett annat id", en: "give one of them another id"))
    }
    reportSharedCodes(bodies, findings)
    reportCycles(references, findings)

    organisation = Organisation(
      powers: powers.values, kinds: kinds.values, sets: sets.values, bodies: bodies.values,
      calendar: calendar.days, windows: windows.values, meetings: meetings, tasks: tasks.values)
    written = WrittenRegister(
      kinds: kinds.entries, sets: sets.entries, bodies: bodies.entries, windows: windows.entries,
      rounds: rounds, calendar: calendar)
    diagnostics = findings.all
    unread =
      nodes.allSatisfy(RegisterFile.isReadable)
      ? [
        powers.unread, kinds.unread, sets.unread, bodies.unread, windows.unread, tasks.unread,
      ].reduce(UnreadNames()) { $0.union($1) } : .any
  }
}

/// The parts of one file; each may stand in any file.
private struct RegisterFile {
  let powers, kinds, sets, bodies, windows, meetings, tasks: [Node]
  let calendar: (key: Node, value: Node)?

  init(_ node: Node, _ findings: Findings) {
    var fields = FieldReader(node, findings)
    _ = fields.required("register").flatMap(findings.id)
    powers = fields.items("powers")
    kinds = fields.items("kinds")
    sets = fields.items("sets")
    bodies = fields.items("bodies")
    calendar = fields("calendar").map { (node.key("calendar") ?? $0, $0) }
    windows = fields.items("windows")
    meetings = fields.items("meetings")
    tasks = fields.items("tasks")
    fields.finish()
  }

  /// Whether every part has a key that is known, so that its entries are asked for.
  static func isReadable(_ node: Node) -> Bool {
    let keys = [
      "register", "powers", "kinds", "sets", "bodies", "calendar", "windows", "meetings", "tasks",
    ]
    return node.kind == .mapping && node.entries.allSatisfy { keys.contains($0.key.text ?? "") }
  }
}

/// A value and where it was written.
package struct Written<Value: Sendable>: Sendable {
  package let value: Value
  /// Its id, or what else names it.
  package let node: Node
  /// The whole entry.
  package let entry: Node
}

/// What the register holds together with where it stands, in the order of the files.
package struct WrittenRegister: Sendable {
  package let kinds: [Written<BodyKind>]
  package let sets: [Written<BodySet>]
  package let bodies: [Written<BodyRecord>]
  package let windows: [Written<DatedWindow>]
  package let rounds: [WrittenRound]
  package let calendar: WrittenCalendar

  /// Where a body is declared.
  package func body(_ id: String) -> Node? { bodies.first { $0.value.id == id }?.node }
}

/// Values by their ids: the first with an id counts, and another one is a fault.
struct Catalogue<Value: Sendable> {
  private(set) var entries: [Written<Value>] = []
  private var places: [String: Int] = [:]
  /// What was too faulty to read: a mention of one is no fault of its own.
  private(set) var unread = UnreadNames()

  init(
    _ nodes: some Sequence<Node>, _ id: (Value) -> String, _ findings: Findings,
    read: (Node) -> Written<Value>?
  ) {
    for node in nodes {
      guard let entry = read(node) else {
        unread.insert(entry: node)
        continue
      }
      let id = id(entry.value)
      if let place = places[id] {
        findings.add(
          "schema/duplicate-id", at: entry.node, sv: "'\(id)' finns redan",
          en: "'\(id)' is there already",
          related: [entries[place].node.related(sv: "skrevs först här", en: "first written here")],
          help: Text(sv: "ge en av dem ett annat id", en: "give one of them another id"))
      } else {
        places[id] = entries.count
        entries.append(entry)
      }
    }
  }

  var values: [Value] { entries.map(\.value) }
  var ids: [String] { entries.compactMap(\.node.text) }

  subscript(id: String) -> Written<Value>? { places[id].map { entries[$0] } }
}
