import CheckTool
import Checking
import Foundation
import Testing

/// Which files a path leads to.
@Suite struct SourceFilesTests {
  private func names(_ folder: Folder, _ paths: [String]) throws -> [String] {
    try SourceFiles(at: paths.map { "\(folder.path)/\($0)" }).files
      .map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test func `of a folder every YAML file is read, sorted, but not what is hidden`() throws {
    try inFolder { folder in
      for name in [
        "p/b.yaml", "p/a.yml", "p/c.txt", "p/a/z.yaml", "p/.github/x.yaml", "p/.y.yaml",
        "p/stafett.yaml", "p/å.yaml",
      ] {
        try folder.file(name, "pipeline: x\n")
      }
      #expect(try names(folder, ["p"]) == ["p/a/z.yaml", "p/a.yml", "p/b.yaml", "p/å.yaml"])
    }
  }

  @Test func `a file is read once, under the path that led to it first`() throws {
    try inFolder { folder in
      try folder.file("p/a.yaml", "pipeline: x\n")
      try folder.run("ln", "-s", "p/a.yaml", "again.yaml")
      #expect(try names(folder, ["again.yaml", "p", "p/../p/a.yaml"]) == ["again.yaml"])
    }
  }

  @Test func `a link to a folder is followed, and a circle of them is none`() throws {
    try inFolder { folder in
      try folder.file("p/a.yaml", "pipeline: x\n")
      try folder.file("else/b.yaml", "pipeline: y\n")
      try folder.run("ln", "-s", "../else", "p/link")
      try folder.run("ln", "-s", "..", "p/up")
      try folder.run("ln", "-s", "nowhere", "p/broken.yaml")
      let found = try SourceFiles(at: ["\(folder.path)/p"])
      #expect(
        found.files.map { URL(filePath: $0.path).lastPathComponent } == ["a.yaml", "b.yaml"])
      #expect(found.unreadable.map(\.place) == ["\(folder.path)/p/broken.yaml"])
    }
  }

  @Test func `every path that is not there is named`() throws {
    let ended = check(["nowhere.yaml", "neither"])
    #expect(ended.exit == .noInput)
    #expect(ended.errors.contains("nowhere.yaml: ") && ended.errors.contains("neither: "))
    try inFolder { folder in
      let empty = check([folder.path])
      #expect(empty.exit == .noInput)
      #expect(empty.errors.contains("input/empty-folder"))
    }
  }

  @Test func `a file that may not be read hides no finding of another`() throws {
    guard getuid() != 0 else { return }
    try inFolder { folder in
      try folder.file("p/a.yaml", "pipeline: x\n")
      try folder.file("p/b.yaml", "pipeline: y\n")
      try folder.run("chmod", "000", "p/b.yaml")
      let ended = check(["\(folder.path)/p", "--format", "short"])
      #expect(ended.exit == .noInput)
      #expect(ended.output.contains("p/a.yaml:1:1"))
      #expect(ended.errors.contains("p/b.yaml"))
    }
  }

  @Test func `the register of the pipelines is read where none is named, and told of if wrong`()
    throws
  {
    try inFolder { folder in
      let file = try folder.file("a.yaml", definition())
      #expect(check([file]).exit == .fine)
      let none = check([file, "--pipelines", "\(folder.path)/none", "--format", "short"])
      #expect(none.output.contains("ref/no-register"), "\(none)")
      try folder.file("other/register.yaml", "register: r\nbodies: []\nbodies: []\n")
      let wrong = check([file, "--pipelines", "\(folder.path)/other", "--format", "short"])
      #expect(wrong.output.contains("other/register.yaml:3:1"), "\(wrong)")
    }
  }
}
