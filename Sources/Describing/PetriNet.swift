/// A net of places and transitions, as in ISO/IEC 15909-1.
package struct PetriNet: Sendable {
  /// Where tokens stand.
  package struct Place: Sendable {
    package let name: String
    /// The tokens that stand there at first.
    package internal(set) var tokens: Int
  }

  /// What moves tokens: it can fire when each place of `from` has one for each time it is named.
  package struct Transition: Sendable {
    /// What is done, as `STAGE: OUTCOME`; nil for a step of the machinery between two acts.
    package let name: String?
    /// The places that it takes a token from, by their index.
    package let from: [Int]
    /// The places that it puts a token on.
    package let to: [Int]
  }

  package let id: String
  package let title: String
  package private(set) var places: [Place] = []
  package private(set) var transitions: [Transition] = []
  private var known: [String: Int] = [:]

  init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// The place of a name; it is made when it is named first.
  mutating func place(_ name: String) -> Int {
    if let index = known[name] { return index }
    known[name] = places.count
    places.append(Place(name: name, tokens: 0))
    return places.count - 1
  }

  /// Adds a step of the machinery.
  mutating func add(_ from: [String], _ to: [String]) { add(nil, from, to) }

  /// Adds an act.
  mutating func add(_ name: String?, _ from: [String], _ to: [String]) {
    let (taken, put) = (from.map { place($0) }, to.map { place($0) })
    transitions.append(Transition(name: name, from: taken, to: put))
  }

  /// Puts tokens on a place at first.
  mutating func mark(_ name: String, _ tokens: Int = 1) {
    places[place(name)].tokens = tokens
  }
}
