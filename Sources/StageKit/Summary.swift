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

  /// Rows under headings, that people read and programs find by their keys.
  public struct Table: Sendable, Hashable {
    /// A column.
    public struct Column: Sendable, Hashable {
      /// What a program finds it by, in kebab-case: `diary-number`.
      public let key: String
      /// Its heading.
      public let title: Text

      /// A column.
      public init(_ key: String, sv: String, en: String) {
        self.key = key
        title = Text(sv: sv, en: en)
      }
    }

    /// What a program finds it by, in kebab-case, the same in every stage that tells the same:
    /// `measurements`, `responses`.
    public let key: String
    /// The heading of the table.
    public let title: Text
    /// Its columns.
    public let columns: [Column]
    /// Its rows, as many cells as there are columns.
    public let rows: [[Cell]]

    /// A table.
    public init(_ key: String, sv: String, en: String, columns: [Column], rows: [[Cell]]) {
      self.key = key
      title = Text(sv: sv, en: en)
      self.columns = columns
      self.rows = rows
    }

    /// The place of a column; nil where the table has none of that key.
    public func column(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }
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
