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

  /// An act that a body owes.
  public init(_ act: String, by body: Body, _ what: Text? = nil) {
    self.act = act
    self.body = body
    self.what = what
  }
}

/// What a stage shows of itself: on the board a line, in the case facts and tables.
public struct Summary: Sendable, Hashable {
  /// A label with what it says.
  public struct Fact: Sendable, Hashable {
    /// The label.
    public let title: Text
    /// What it says.
    public let value: Text

    /// A labelled fact.
    public init(sv: String, en: String, _ value: Text) {
      title = Text(sv: sv, en: en)
      self.value = value
    }
  }

  /// Rows under headings.
  public struct Table: Sendable, Hashable {
    /// The heading of the table.
    public let title: Text
    /// The headings of its columns.
    public let columns: [Text]
    /// Its rows, as many cells as there are columns.
    public let rows: [[Text]]

    /// A table.
    public init(sv: String, en: String, columns: [Text], rows: [[Text]]) {
      title = Text(sv: sv, en: en)
      self.columns = columns
      self.rows = rows
    }
  }

  /// The state in the stage's own words, where the engine's ("open", "done") say less: "Beslut senare".
  public var standing: Text?
  /// A line for board and matrix: "Infört på 14 av 29 vårdcentraler".
  public var line: Text?
  /// Where the latest report was found, when it was not told by the body itself.
  public var source: String?
  /// Facts.
  public var facts: [Fact]
  /// Tables.
  public var tables: [Table]

  /// What there is to see.
  public init(
    standing: Text? = nil, line: Text? = nil, source: String? = nil, facts: [Fact] = [],
    tables: [Table] = []
  ) {
    self.standing = standing
    self.line = line
    self.source = source
    self.facts = facts
    self.tables = tables
  }
}
