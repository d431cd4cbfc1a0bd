import CheckTool
import Foundation
import Testing

/// `--changed-since`: all is read, and what a change may have brought is told.
@Suite struct ChangedSinceTests {
  /// A repository with two definitions that each have a fault, and a register.
  private func inRepository(_ body: (Folder) throws -> Void) throws {
    try inFolder { folder in
      let faulty = definition { $0.replacing("within: 9 months", with: "withn: 9 months") }
      try folder.file("p/a.yaml", faulty)
      try folder.file("p/b.yaml", faulty.replacing("version: \"2\"", with: "version: \"7\""))
      let register = root.appending(path: "Pipelines/register").path()
      try folder.run("cp", "-r", register, "p/register")
      try folder.run("git", "init", "-q")
      try commit(folder)
      try body(folder)
    }
  }

  private func commit(_ folder: Folder) throws {
    try folder.run("git", "add", "-A")
    try folder.run(
      "git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "x")
  }

  private func told(_ folder: Folder, _ revision: String = "HEAD") -> Set<String> {
    let ended = check(["\(folder.path)/p", "--changed-since", revision, "--format", "short"])
    let paths = ended.output.split(separator: "\n").compactMap { $0.split(separator: ":").first }
    return Set(paths.map { String($0.dropFirst(folder.path.count + 1)) })
  }

  private func append(_ text: String, to name: String, in folder: Folder) throws {
    let path = "\(folder.path)/\(name)"
    try folder.file(name, String(contentsOfFile: path, encoding: .utf8) + text)
  }

  @Test func `only files that changed are told of, committed or not`() throws {
    try inRepository { folder in
      #expect(told(folder) == [])
      try append("# more\n", to: "p/a.yaml", in: folder)
      #expect(told(folder) == ["p/a.yaml"])
      try commit(folder)
      #expect(told(folder) == [])
      #expect(told(folder, "HEAD~1") == ["p/a.yaml"])
      try folder.file("p/new.yaml", "pipeline: new\n")
      #expect(told(folder, "HEAD~1") == ["p/a.yaml", "p/new.yaml"])
    }
  }

  @Test func `a changed register, or a definition that is gone, matters to all`() throws {
    try inRepository { folder in
      try append("# more\n", to: "p/register/regions.yaml", in: folder)
      #expect(told(folder) == ["p/a.yaml", "p/b.yaml"])
      try commit(folder)
      try folder.file("p/c.yaml", "pipeline: c\n")
      try commit(folder)
      #expect(told(folder) == [])
      try folder.run("rm", "p/c.yaml")
      #expect(told(folder) == ["p/a.yaml", "p/b.yaml"])
    }
  }

  @Test func `what changed on the other side of a branch is none of ours`() throws {
    try inRepository { folder in
      try folder.run("git", "checkout", "-q", "-b", "mine")
      try append("# mine\n", to: "p/a.yaml", in: folder)
      try commit(folder)
      try folder.run("git", "checkout", "-q", "-b", "other", "HEAD~1")
      try append("# theirs\n", to: "p/b.yaml", in: folder)
      try commit(folder)
      try folder.run("git", "checkout", "-q", "mine")
      #expect(told(folder, "other") == ["p/a.yaml"])
    }
  }

  @Test(arguments: ["nonsense", "--output=x", "HEAD:p/a.yaml"])
  func `a revision that git does not know is refused`(_ revision: String) throws {
    try inRepository { folder in
      let ended = check(["\(folder.path)/p", "--changed-since=\(revision)"])
      #expect(ended.exit == .failure)
      #expect(ended.errors.contains("git/unknown-revision"), "\(ended)")
      #expect(ended.output.isEmpty)
    }
  }

  @Test func `outside a repository it is refused`() throws {
    try inFolder { folder in
      try folder.file("p/a.yaml", definition())
      let ended = check(["\(folder.path)/p", "--changed-since", "HEAD"])
      #expect(ended.exit == .failure)
      #expect(ended.errors.contains("git/no-repository"), "\(ended)")
    }
  }
}
