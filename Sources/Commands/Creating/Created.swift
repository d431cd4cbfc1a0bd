import CheckTool
import Foundation
import Located

/// Files that are to be written, and what a person does next.
struct Created {
  /// A file with its whole text.
  struct File: Equatable {
    let path: String
    let text: String
  }

  /// Files that must not be there yet.
  var files: [File] = []
  /// Files that are there, with what they are to say.
  var changed: [File] = []
  /// Commands to go on with.
  var next: [String] = []

  /// Refuses to go on where a file is there already.
  func checkRoom() throws(Failure) {
    for file in files where FileManager.default.fileExists(atPath: file.path) {
      throw Failure(
        .no, "create/exists", at: file.path, sv: "filen finns redan, och inget har skrivits",
        en: "the file is there already, and nothing was written")
    }
  }

  /// Writes all of them, or none where one is there already.
  func write() throws {
    try checkRoom()
    for file in files + changed {
      let url = URL(filePath: file.path)
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url, options: .atomic)
      } catch {
        throw Failure(
          .failure, "create/not-written", at: file.path, sv: "kunde inte skrivas: \(error)",
          en: "could not be written: \(error)")
      }
    }
  }

  /// What was done, for a person.
  func text(_ language: Language) -> String {
    let isSwedish = language == .sv
    var out = files.map { "\(isSwedish ? "skrev" : "wrote") \($0.path)\n" }.joined()
    out += changed.map { "\(isSwedish ? "ändrade" : "changed") \($0.path)\n" }.joined()
    out += isSwedish ? "\nGå vidare så här:\n" : "\nGo on like this:\n"
    return out + next.map { "  \($0)\n" }.joined()
  }
}
