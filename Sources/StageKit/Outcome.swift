/// How a stage may end.
public struct Outcome: Sendable, Hashable {
  /// What the flow makes of it.
  public enum Flow: String, Sendable {
    /// The flow goes on by default.
    case forward
    /// The definition must say where it leads.
    case diverting
    /// Offered only where the definition says where it leads.
    case optional
  }

  /// The word in definitions.
  public let name: String
  /// What the flow makes of it.
  public let flow: Flow
  /// What a person sees.
  public let title: Text

  init(_ name: String, _ flow: Flow, _ title: Text) {
    self.name = name
    self.flow = flow
    self.title = title
  }

  /// One after which the flow goes on by default.
  public static func forward(_ name: String, sv: String, en: String) -> Outcome {
    Outcome(name, .forward, Text(sv: sv, en: en))
  }

  /// One of which the definition must say where it leads.
  public static func diverting(_ name: String, sv: String, en: String) -> Outcome {
    Outcome(name, .diverting, Text(sv: sv, en: en))
  }

  /// One that is offered only where the definition says where it leads.
  public static func optional(_ name: String, sv: String, en: String) -> Outcome {
    Outcome(name, .optional, Text(sv: sv, en: en))
  }
}

/// Something that somebody still has to do.
public struct Owed: Sendable, Hashable {
  /// The act.
  public let act: String
  /// Who owes it.
  public let body: Body
  /// What more there is to say: "5 synpunkter".
  public let what: Text?
  /// What it is to the one who owes it, where the act's title is said to those who register for
  /// others: a party gives an answer, and a secretariat registers it.
  public let title: Text?

  /// An act that a body owes.
  public init(_ act: String, by body: Body, _ what: Text? = nil, titled title: Text? = nil) {
    self.act = act
    self.body = body
    self.what = what
    self.title = title
  }
}
