package import Located

/// Where in the country's layers a body stands.
package enum Level: String, Sendable, CaseIterable {
  /// All regions together.
  case national
  /// The state.
  case state
  /// One of the six healthcare regions.
  case healthcareRegion = "healthcare-region"
  /// One of the 21 regions.
  case region
  /// A municipality.
  case municipality
  /// A provider of care, or a part of one.
  case unit
}

/// What a kind of body is called, may do, and how it is composed unless a body says otherwise.
package struct BodyKind: Sendable, Hashable {
  /// The name by which definitions mention it: `npo`.
  package let id: String
  /// Its name for users.
  package let title: Text
  /// Where its bodies stand.
  package let level: Level
  /// Whether a case may bind a role to such a body that the register does not list.
  package let isOpen: Bool
  /// What its bodies may do; words of ``Organisation/powers``.
  package let powers: [String]
  /// How its bodies are composed.
  package let seats: [Seat]
  /// What is asked of who sits in them.
  package let composition: [CompositionRule]
}

/// Something that a body may do, such as `adopt`.
package struct Power: Sendable, Hashable {
  /// The word.
  package let id: String
  /// Its name for users.
  package let title: Text
}

/// A place in a body, or several alike.
package struct Seat: Sendable, Hashable {
  /// The name of the seat within the body.
  package let id: String
  /// Its name for users.
  package let title: Text
  /// How many there are; with ``per``, how many for each member of the set.
  package let count: Int
  /// The set for each of whose members there is one: `healthcare-regions`.
  package let per: String?
  /// Whether it has a mandate to decide; a co-opted one has none.
  package let decides: Bool
  /// When the body has it.
  package let period: Period
}

/// A name for several bodies together: all of a kind, or those that are listed.
package struct BodySet: Sendable, Hashable {
  /// Who is in a set.
  package enum Rule: Sendable, Hashable {
    /// All bodies of a kind.
    case kind(String)
    /// These bodies.
    case bodies([String])
  }

  /// The name by which definitions mention it: `regions`.
  package let id: String
  /// Its name for users.
  package let title: Text
  /// Who is in it.
  package let rule: Rule
}
