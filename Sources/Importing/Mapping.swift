import Located

/// What the columns of a sheet are: how rows become cases, or acts in them.
///
/// A word in a mapping is itself; `{column: Titel}` is what stands under a heading, and
/// `{label: Remissinstans}` what stands after a label.
package struct Mapping: Sendable {
  /// Its name; with the key of a row it says whether that was taken in before.
  package let name: String
  /// The sheet, by name; nil for the one that has the headings.
  let sheet: String?
  /// The row of the headings; nil to look for it.
  let heading: Int?
  /// What makes one act, and what a case or an act is known by the next time.
  let onePer: Grouping
  let key: Source?
  package let purpose: Purpose

  /// How many rows make one act.
  enum Grouping: Sendable, Equatable {
    case row, file
    case column(Source)
  }

  /// What rows become.
  package enum Purpose: Sendable {
    case open([Field])
    case act([Field])

    var fields: [Field] {
      switch self {
      case .open(let all), .act(let all): all
      }
    }
  }

  /// Something to be said, and where it comes from.
  package struct Field: Sendable {
    /// The keys that lead to it: `title`, or `inputs` and `diagnosis`.
    let path: [String]
    let content: Content

    enum Content: Sendable {
      case one(Source)
      /// A list with a record for each row of the act.
      case rows([(key: String, source: Source)])
    }
  }

  /// Where a value comes from, and how it is made into what is wanted.
  struct Source: Sendable, Equatable {
    enum Origin: Sendable, Equatable {
      case word(String)
      /// The first of these headings that the sheet has.
      case column([String])
      case label([String])
    }

    enum Kind: String, Sendable, CaseIterable {
      case text, date, number, slug, region, body
      case twoDigits = "two-digits"
      case yesNo = "yes-no"
    }

    var origin: Origin
    var kind: Kind = .text
    /// What words of the sheet mean here.
    var words: [(from: String, to: String)] = []
    var prefix = ""
    /// What an empty cell means.
    var otherwise: String?
    /// Whether a cell may hold several, and the sheet need not have the column.
    var isMany = false
    var isOptional = false
    /// Where it stands in the mapping.
    var mark = Mark(line: 1, column: 1)

    static func == (a: Source, b: Source) -> Bool { a.origin == b.origin && a.kind == b.kind }
  }

  /// Everything that is taken from the sheet.
  var sources: [Source] {
    var all = purpose.fields.flatMap { field in
      switch field.content {
      case .one(let source): [source]
      case .rows(let columns): columns.map(\.source)
      }
    }
    if case .column(let source) = onePer { all.append(source) }
    return all + [key].compactMap { $0 }
  }

  /// The headings that a sheet must have, each with those that may stand instead.
  var headings: [(names: [String], mark: Mark)] {
    sources.compactMap { source in
      guard case .column(let names) = source.origin, !source.isOptional else { return nil }
      return (names, source.mark)
    }
  }

  /// The field of a key, where it is one value.
  func source(_ path: String...) -> Source? {
    purpose.fields.lazy.compactMap { field in
      if case .one(let source) = field.content, field.path == path { source } else { nil }
    }.first
  }
}
