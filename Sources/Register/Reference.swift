import Located

/// A mention of something by its id, to be looked up when all files are read.
struct Reference {
  enum Target { case power, kind, set, body }

  let target: Target
  let id: String
  let node: Node
  /// When the mention holds: a body must be there some of that time.
  var period = Period()
  /// The body that is a part of, or follows, the one mentioned; neither may lead back to itself.
  var edge: (relation: String, from: String)?

  /// Looks the mention up; `life` says when what is found is there, nil if that has no time.
  func check<Value: Sendable>(
    in catalogue: Catalogue<Value>, _ findings: Findings, life: (Value) -> Period? = { _ in nil }
  ) {
    let (code, sv, en) =
      switch target {
      case .power: ("ref/unknown-power", "okänd befogenhet", "unknown power")
      case .kind: ("ref/unknown-kind", "okänt slag", "unknown kind")
      case .set: ("ref/unknown-set", "okänd mängd av organisationer", "unknown set of bodies")
      case .body: ("ref/unknown-body", "okänd grupp eller organisation", "unknown body")
      }
    guard let found = catalogue[id] else {
      if catalogue.unread.mayHold(id) { return }
      findings.unknown(code, id, at: node, sv: sv, en: en, among: catalogue.ids)
      return
    }
    guard let life = life(found.value), !life.overlaps(period) else { return }
    findings.add(
      "ref/ended-body", at: node,
      sv: "'\(id)' finns bara \(life.text.sv), men anges här för tiden \(period.text.sv)",
      en: "'\(id)' exists only \(life.text.en), but is named here for the time \(period.text.en)",
      related: [found.node.related(sv: "\(id) står här", en: "\(id) stands here")],
      help: Text(
        sv: "ange den som tog över, eller rätta from: och to:",
        en: "name who took over, or correct from: and to:"))
  }
}

/// Two bodies of a kind that are there at the same time cannot have one code.
func reportSharedCodes(_ bodies: Catalogue<BodyRecord>, _ findings: Findings) {
  var coded: [Written<BodyRecord>] = []
  for entry in bodies.entries {
    guard let code = entry.value.code else { continue }
    if let other = coded.first(where: {
      $0.value.code == code && $0.value.kind == entry.value.kind
        && $0.value.period.overlaps(entry.value.period)
    }) {
      findings.add(
        "schema/duplicate-id", at: entry.node, sv: "koden \(code) har redan '\(other.value.id)'",
        en: "'\(other.value.id)' has the code \(code) already",
        related: [other.node.related(sv: "har koden \(code)", en: "has the code \(code)")],
        help: Text(
          sv: "rätta koden, eller skriv när den ena upphörde (to:)",
          en: "correct the code, or write when one of them ended (to:)"))
    }
    coded.append(entry)
  }
}

/// Says of each circle of parts, or of followers, where it closes.
func reportCycles(_ references: [Reference], _ findings: Findings) {
  for relation in ["part-of", "follows"] {
    var edges: [String: [Reference]] = [:]
    var starts: [String] = []
    for reference in references {
      guard let edge = reference.edge, edge.relation == relation else { continue }
      if edges[edge.from] == nil { starts.append(edge.from) }
      edges[edge.from, default: []].append(reference)
    }
    var walk = CycleWalk(edges)
    for start in starts {
      walk.go(from: start) { reference, circle in
        findings.add(
          "ref/cycle", at: reference.node, sv: "'\(relation)' går i cirkel: \(circle)",
          en: "'\(relation)' goes in a circle: \(circle)",
          help: Text(sv: "ta bort ett av leden", en: "remove one of the links"))
      }
    }
  }
}

/// Walks along the edges of a graph, each once, however long its ways are.
private struct CycleWalk {
  private enum State {
    /// On the way that is walked, at this place of it.
    case open(Int)
    case done
  }

  private let edges: [String: [Reference]]
  private var states: [String: State] = [:]

  init(_ edges: [String: [Reference]]) {
    self.edges = edges
  }

  /// Goes everywhere that is reached from a body and was not gone to before.
  ///
  /// - Parameter closes: told of each edge that leads back to where the walk came from, with the
  ///   circle in words.
  mutating func go(from start: String, closes: (Reference, String) -> Void) {
    guard states[start] == nil else { return }
    // The bodies on the way from the start, each with the number of the edge to go next.
    var way = [(body: start, next: 0)]
    states[start] = .open(0)
    while let (body, next) = way.last {
      guard let edges = edges[body], next < edges.count else {
        states[body] = .done
        way.removeLast()
        continue
      }
      way[way.count - 1].next += 1
      let edge = edges[next]
      switch states[edge.id] {
      case .done: break
      case .open(let place): closes(edge, Self.words(way[place...]))
      case nil:
        states[edge.id] = .open(way.count)
        way.append((edge.id, 0))
      }
    }
  }

  /// `b → a → … → b`, from the body that the edge leads back from; of a long circle only the ends.
  private static func words(_ circle: ArraySlice<(body: String, next: Int)>) -> String {
    let bodies = circle.suffix(1) + circle
    guard bodies.count > 12 else { return bodies.map(\.body).joined(separator: " → ") }
    let ends = [bodies.prefix(6), bodies.suffix(5)].map {
      $0.map(\.body).joined(separator: " → ")
    }
    return ends.joined(separator: " → … → ")
  }
}
