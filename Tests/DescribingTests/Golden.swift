import Foundation
import Testing

/// A file that says what an output should be; `RECORD_GOLDEN=1` writes it anew, never in CI.
struct Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  let name: String

  /// Compares a text with the file, line by line, so that the first difference is what is shown.
  func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Self.folder.appending(path: name)
    if Self.isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    let (new, old) = (lines(text), lines(expected))
    let first =
      zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(new.count, old.count)
    Issue.record(
      """
      \(name), line \(first + 1)
      was:  \(old.indices.contains(first) ? old[first] : "(end)")
      is:   \(new.indices.contains(first) ? new[first] : "(end)")
      """, sourceLocation: sourceLocation)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
