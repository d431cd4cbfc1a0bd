import CheckTool
import Foundation
import Testing

/// `--against`: what is gone is looked for where it was asked for, and told of where it can be seen.
@Suite struct AgainstTests {
  /// A repository with the shipped pipelines.
  private func inRepository(_ body: (Folder) throws -> Void) throws {
    try inFolder { folder in
      try folder.run("cp", "-r", root.appending(path: "Pipelines").path(), "Pipelines")
      try folder.run("git", "init", "-q")
      try folder.run("git", "add", "-A")
      try folder.run(
        "git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "x")
      try body(folder)
    }
  }

  private func told(_ folder: Folder, _ words: String...) -> Ended {
    check(["\(folder.path)/Pipelines", "--against", "HEAD", "--format", "short"] + words)
  }

  @Test func `a folder that is gone is seen as its files are`() throws {
    try inRepository { folder in
      #expect(told(folder).exit == .fine, "\(told(folder))")
      try folder.run("rm", "-r", "Pipelines/cancer-care-programme")
      let ended = told(folder)
      #expect(ended.exit == .no)
      #expect(ended.output.contains("compat/pipeline-removed"), "\(ended)")
      // Also where all is asked for by the folder above.
      let above = check([folder.path, "--against", "HEAD", "--format", "short"])
      #expect(above.output.contains("compat/pipeline-removed"), "\(above)")
    }
  }

  @Test func `what is gone is told of in a file that is there`() throws {
    try inRepository { folder in
      try folder.run("rm", "-r", "Pipelines/cancer-care-programme")
      let ended = told(folder)
      for line in ended.output.split(separator: "\n") {
        let path = String(line.prefix { $0 != ":" })
        #expect(FileManager.default.fileExists(atPath: path), "\(line)")
      }
      let json = check(
        ["\(folder.path)/Pipelines", "--against", "HEAD", "--format", "json"])
      #expect(json.output.contains("\"path\": \"HEAD:Pipelines/cancer-care-programme/"))
    }
  }

  @Test func `of a single file nothing is said of its neighbours`() throws {
    try inRepository { folder in
      let one = "\(folder.path)/Pipelines/cancer-care-programme/2.yaml"
      let ended = check([one, "--against", "HEAD", "--format", "short"])
      #expect(!ended.output.contains("compat/"), "\(ended)")
    }
  }
}
