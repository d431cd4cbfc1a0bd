/// Reads a net of ISO/IEC 15909-2 and plays it: it knows nothing but places, transitions and arcs.
struct TokenGame {
  /// What was seen.
  struct Outcome {
    /// Whether some marking leads to none with a token on `final`.
    var isStuck = false
    /// The names of the places that had a token.
    var marked: Set<String> = []
    /// The names of the transitions that fired.
    var fired: Set<String> = []
    /// The markings from which more than one transition can fire, or none.
    var markings = 0
  }

  private struct Transition {
    let name: String?
    var from: [UInt16] = []
    var to: [UInt16] = []
  }

  private var names: [String] = []
  private var initial: [UInt16] = []
  private var transitions: [Transition] = []
  /// The transitions that take from a place, by the first they name.
  private var byPlace: [[Int]] = []

  /// Reads what `PetriNet.pnml` writes: one element on each line.
  init(_ pnml: String) {
    var places: [Substring: UInt16] = [:]
    var indices: [Substring: Int] = [:]
    for line in pnml.split(separator: "\n") {
      if line.contains("<place ") {
        let place = UInt16(names.count)
        places[Self.attribute("id", line)] = place
        names.append(Self.name(line) ?? "")
        if let tokens = Self.text("initialMarking", line).flatMap({ Int($0) }) {
          initial += Array(repeating: place, count: tokens)
        }
      } else if line.contains("<transition ") {
        indices[Self.attribute("id", line)] = transitions.count
        transitions.append(Transition(name: Self.name(line)))
      } else if line.contains("<arc ") {
        let (source, target) = (Self.attribute("source", line), Self.attribute("target", line))
        if let place = places[source], let transition = indices[target] {
          transitions[transition].from.append(place)
        } else if let place = places[target], let transition = indices[source] {
          transitions[transition].to.append(place)
        }
      }
    }
    byPlace = names.map { _ in [] }
    for (index, transition) in transitions.enumerated() {
      byPlace[Int(transition.from[0])].append(index)
    }
  }

  private static func attribute(_ name: String, _ line: Substring) -> Substring {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    let index = parts.firstIndex { $0.hasSuffix(" \(name)=") }
    return index.map { parts[$0 + 1] } ?? ""
  }

  private static func name(_ line: Substring) -> String? { text("name", line) }

  private static func text(_ element: String, _ line: Substring) -> String? {
    guard let start = line.firstRange(of: "<\(element)><text>"),
      let end = line[start.upperBound...].firstRange(of: "</text>")
    else { return nil }
    return String(line[start.upperBound..<end.lowerBound]).replacing("&gt;", with: ">")
      .replacing("&lt;", with: "<").replacing("&amp;", with: "&")
  }

  // MARK: playing

  /// Every marking that can be reached; nil when there are more.
  func play(limit: Int) -> Outcome? {
    var outcome = Outcome()
    var known: [[UInt16]: Int] = [:]
    var before: [[Int]] = []
    var isFinal: [Bool] = []
    var waiting: [([UInt16], Int)] = []
    func arrive(_ start: [UInt16], from parent: Int?) {
      var marking = start
      // Where only one thing can happen it happens, unless it goes round.
      var enabled = self.enabled(marking)
      var (mark, steps, turn) = (marking, 0, 64)
      while enabled.count == 1, !self.isFinal(marking) {
        fire(enabled[0], &marking, &outcome)
        enabled = self.enabled(marking)
        if marking == mark { break }
        steps += 1
        if steps == turn { (mark, turn) = (marking, turn * 2) }
      }
      let index = known[marking] ?? before.count
      if index == before.count {
        known[marking] = index
        before.append([])
        isFinal.append(self.isFinal(marking))
        waiting.append((marking, index))
      }
      if let parent { before[index].append(parent) }
    }
    arrive(initial.sorted(), from: nil)
    while let (marking, index) = waiting.popLast() {
      guard before.count <= limit else { return nil }
      for transition in enabled(marking) {
        var after = marking
        fire(transition, &after, &outcome)
        arrive(after, from: index)
      }
    }
    var reaches = isFinal
    var good = isFinal.indices.filter { isFinal[$0] }
    while let state = good.popLast() {
      for earlier in before[state] where !reaches[earlier] {
        reaches[earlier] = true
        good.append(earlier)
      }
    }
    outcome.isStuck = reaches.contains(false)
    outcome.markings = before.count
    return outcome
  }

  private func isFinal(_ marking: [UInt16]) -> Bool {
    marking.contains { names[Int($0)] == "final" }
  }

  private func enabled(_ marking: [UInt16]) -> [Int] {
    var enabled: [Int] = []
    var last: UInt16?
    for place in marking where place != last {
      last = place
      for index in byPlace[Int(place)]
      where transitions[index].from.allSatisfy({ marking.contains($0) }) { enabled.append(index) }
    }
    return enabled
  }

  private func fire(_ index: Int, _ marking: inout [UInt16], _ outcome: inout Outcome) {
    for place in transitions[index].from {
      if let token = marking.firstIndex(of: place) { marking.remove(at: token) }
    }
    for place in transitions[index].to {
      marking.insert(place, at: marking.firstIndex { $0 > place } ?? marking.count)
      outcome.marked.insert(names[Int(place)])
    }
    if let name = transitions[index].name { outcome.fired.insert(name) }
  }
}
