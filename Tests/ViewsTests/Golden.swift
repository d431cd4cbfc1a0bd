import Canonical
import Foundation
import Located
import Testing
import Views

/// Compares what a view shows, in both languages and as JSON, with files under `Golden`.
///
/// With `RECORD_GOLDEN=1` in the environment the files are written anew, to be read before they are
/// committed.
func expectGolden(
  _ view: some View, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  for language in Language.allCases {
    compare(
      view.text(language) + "\n", "\(name).\(language.rawValue).txt", sourceLocation)
  }
  compare(view.json.pretty + "\n", "\(name).json", sourceLocation)
}

/// Compares a listing in every format with files under `Golden`.
func expectFormats(
  _ view: Listing, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  expectGolden(view, name, sourceLocation: sourceLocation)
  for language in Language.allCases {
    let start = "\(name).\(language.rawValue)"
    compare(view.page.markdown(language), "\(start).md", sourceLocation)
    compare(view.html(language), "\(start).html", sourceLocation)
  }
  try expectCSV(view, name, sourceLocation: sourceLocation)
}

/// Compares the table of a view as CSV, which must be strict, with files under `Golden`.
func expectCSV(
  _ view: some Tabular, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for language in Language.allCases {
    let text = view.listing.csv(language)
    let records = try #require(strictCSV(text), sourceLocation: sourceLocation)
    #expect(records.count == view.listing.lines.count + 1, sourceLocation: sourceLocation)
    compare(text, "\(name).\(language.rawValue).csv", sourceLocation)
  }
}

private func compare(_ text: String, _ file: String, _ sourceLocation: SourceLocation) {
  let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(file)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    #expect(throws: Never.self, sourceLocation: sourceLocation) {
      try Data(text.utf8).write(to: path)
    }
  }
  // As it stands, with its byte order mark where it has one.
  let golden =
    (try? Data(contentsOf: path)).map { String(decoding: $0, as: UTF8.self) }
    ?? "(no file \(file))"
  #expect(text == golden, "\(file)", sourceLocation: sourceLocation)
}
