/// A place in a text: line and column count from 1, columns in Unicode code points.
///
/// What stands on a command line has line 0 and the argument's number as column.
public struct Mark: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in code points: an editor's UTF-16 column is computed at the edge.
  public let column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The order of reading.
  public static func < (a: Mark, b: Mark) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of text, from its first code point to the one after its last.
public struct Span: Sendable, Hashable {
  /// Where it starts.
  public let start: Mark
  /// Where it has ended: the place after the last code point.
  public let end: Mark

  /// A stretch of text.
  public init(_ start: Mark, _ end: Mark) {
    self.start = start
    self.end = end
  }
}
