/// When an act was said, for whom, and its number among the acts of the attempt, from 1.
public struct Said: Sendable, Hashable {
  /// The day it happened, or the month.
  public let on: CivilDate
  /// The body on whose behalf it was said.
  public let by: Body
  /// Its number in the attempt; kept when the act is corrected.
  public let number: Int

  /// Who said something when.
  public init(on: CivilDate, by: Body, number: Int) {
    self.on = on
    self.by = by
    self.number = number
  }
}

/// What the engine hands a stage when it opens; it stands in the opening event, so that a replay
/// sees the same.
public struct Opening: Sendable, Hashable {
  /// The day the attempt opened.
  public let on: CivilDate
  /// The first day of its window, where it has one.
  public let opens: CivilDate?
  /// Its last day, where it has one.
  public let closes: CivilDate?
  /// Who owns it: in a lane its member.
  public let owner: Body
  /// The owner's seats with a mandate to decide; empty where the register knows none.
  public let electorate: [Body]
  /// What earlier stages gave, the latest of each topic last.
  public let taken: [Given]
  /// What the bodies and sets of the settings were on the day.
  public let sets: [NamedSet]

  /// What a set stood for on a day.
  public struct NamedSet: Sendable, Hashable {
    /// The set's name, or a body's id.
    public let name: String
    /// Its members, in the register's order.
    public let members: [Body]

    /// A set and its members.
    public init(_ name: String, _ members: [Body]) {
      self.name = name
      self.members = members
    }
  }

  /// What the engine hands a stage.
  public init(
    on: CivilDate, opens: CivilDate? = nil, closes: CivilDate? = nil, owner: Body,
    electorate: [Body] = [], taken: [Given] = [], sets: [NamedSet] = []
  ) {
    self.on = on
    self.opens = opens
    self.closes = closes
    self.owner = owner
    self.electorate = electorate
    self.taken = taken
    self.sets = sets
  }

  /// The members of some sets, each once, in the order of the settings and the register.
  public func bodies(_ sets: [Bodies]) -> [Body] {
    // Of one set each member is there once: nothing to compare, as in nearly every opening.
    if sets.count == 1, let drawn = self.sets.first(where: { $0.name == sets[0].name }) {
      return drawn.members
    }
    let all = sets.flatMap { wanted in
      self.sets.first { $0.name == wanted.name }?.members ?? []
    }
    var seen = Set<Body>(minimumCapacity: all.count)
    return all.filter { seen.insert($0).inserted }
  }

  /// The latest value of a topic; nil when nothing was given, or nothing of the topic's form.
  public func take<V: FieldValue & LosslessStringConvertible>(_ topic: TypedTopic<V>) -> V? {
    taken.last { $0.topic == topic.name }.flatMap { V($0.value) }
  }

  /// The latest value of a topic of words.
  public func take<V: Word>(_ topic: TypedTopic<V>) -> V? {
    taken.last { $0.topic == topic.name }.flatMap { V($0.value) }
  }

  /// All values of a topic of words that the latest stage to give it gave, in order.
  public func takeAll<V: Word>(_ topic: TypedTopic<V>) -> [V] {
    taken.filter { $0.topic == topic.name }.compactMap { V($0.value) }
  }
}

/// A name under which stages hand something on, and the form of it.
public struct Topic: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The form.
  public let shape: Shape
  /// Whether a stage that takes it does as well without, so that no earlier one need give it.
  public let isOptional: Bool

  init(name: String, shape: Shape, isOptional: Bool = false) {
    self.name = name
    self.shape = shape
    self.isOptional = isOptional
  }

  /// The same, for a stage that does as well without.
  public var whereGiven: Topic { Topic(name: name, shape: shape, isOptional: true) }
}

/// A topic whose type is known.
public struct TypedTopic<V: FieldValue>: Sendable {
  /// The name.
  public let name: String

  /// A topic of a name.
  public init(_ name: String) {
    self.name = name
  }

  /// The same with its type forgotten, for `takes` and `gives`.
  public var topic: Topic { Topic(name: name, shape: V.shape) }
}

/// Something that a stage handed on.
public struct Given: Sendable, Hashable {
  /// The topic.
  public let topic: String
  /// The value as text.
  public let value: String

  /// A topic and its value as text, as it was stored.
  package init(topic: String, value: String) {
    self.topic = topic
    self.value = value
  }

  /// A value of a topic.
  public init<V: FieldValue & CustomStringConvertible>(_ topic: TypedTopic<V>, _ value: V) {
    self.topic = topic.name
    self.value = value.description
  }
}

extension TypedTopic where V == Version {
  /// The document that the case is about, in its latest version.
  public static var document: Self { Self("document") }
  /// A compilation of consultation responses.
  public static var compilation: Self { Self("compilation") }
  /// A council's recommendation: its value and version.
  public static var recommendation: Self { Self("recommendation") }
  /// A decision, by its place in the minutes.
  public static var decision: Self { Self("decision") }
}

extension TypedTopic where V == CivilDate {
  /// The day from which a version applies.
  public static var appliesFrom: Self { Self("applies-from") }
  /// The day of a decision.
  public static var decidedOn: Self { Self("decided-on") }
  /// The last day for a new assessment.
  public static var reassessBy: Self { Self("reassess-by") }
}
