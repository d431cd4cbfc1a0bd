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
      view.text(language) + "\n", "\(name).\(language.rawValue).txt", sourceLocation: sourceLocation
    )
  }
  compare(view.json.pretty + "\n", "\(name).json", sourceLocation: sourceLocation)
}

private func compare(_ text: String, _ file: String, sourceLocation: SourceLocation) {
  let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(file)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    #expect(throws: Never.self, sourceLocation: sourceLocation) {
      try Data(text.utf8).write(to: path)
    }
  }
  let golden = (try? String(contentsOf: path, encoding: .utf8)) ?? "(no file \(file))"
  #expect(text == golden, "\(file)", sourceLocation: sourceLocation)
}
