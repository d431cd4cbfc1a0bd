import Foundation
import Testing

/// Compares a text with a file; with `RECORD_GOLDEN=1` in the environment writes the file instead.
func expectGolden(
  _ text: String, _ file: URL, location: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  let recorded = String(decoding: bytes(file), as: UTF8.self)
  #expect(text == recorded, "\(file.lastPathComponent)", sourceLocation: location)
}
