import CheckTool
import Foundation
import Testing

/// A project says once what each check is to do.
@Suite struct ProjectTests {
  /// A repository with a project, the register and a definition.
  private func inProject(
    _ project: String, _ definition: String, _ body: (Folder) throws -> Void
  ) throws {
    try inFolder { folder in
      try folder.file("stafett.yaml", "roots: [p]\n" + project)
      try folder.file("p/a.yaml", definition)
      let register = root.appending(path: "Pipelines/register").path()
      try folder.run("cp", "-r", register, "p/register")
      try body(folder)
    }
  }

  private let unwatched = definition { $0.replacing("remind: [4 weeks, 1 week]\n", with: "") }

  private func run(_ folder: Folder, _ words: String...) -> Ended {
    check(["\(folder.path)/p", "--format", "short"] + words)
  }

  @Test func `it is found upwards from what is checked, and its policy holds`() throws {
    try inProject("", unwatched) { folder in
      let ended = run(folder)
      #expect(ended.exit == .fine)
      #expect(ended.output.contains("warning[rule/no-reminder]"), "\(ended)")
    }
    try inProject("policy: {rule/no-reminder: error}\n", unwatched) { folder in
      #expect(run(folder).exit == .no)
      #expect(run(folder).output.contains("error[rule/no-reminder]"))
    }
    try inProject("policy: {rule/no-reminder: off}\nstrict: true\n", unwatched) { folder in
      #expect(run(folder) == Ended(exit: .fine, output: "", errors: ""))
    }
  }

  @Test func `without a path its roots are checked, and a path alone is told of alone`() throws {
    try inProject("", unwatched) { folder in
      let project = "\(folder.path)/stafett.yaml"
      let whole = check(["--project", project, "--format", "short"])
      #expect(whole.output.contains("\(folder.path)/p/a.yaml:"), "\(whole)")
      try folder.file("p/b.yaml", "pipeline: b\n")
      let one = check(["\(folder.path)/p/b.yaml", "--format", "short"])
      #expect(one.output.contains("p/b.yaml:") && !one.output.contains("p/a.yaml:"))
    }
  }

  @Test func `a baseline is begun once, and then only shrinks`() throws {
    try inProject("strict: true\n", unwatched) { folder in
      let known = "\(folder.path)/known.yaml"
      #expect(run(folder).exit == .no)
      #expect(run(folder, "--baseline", known, "--update-baseline").exit == .fine)
      #expect(run(folder, "--baseline", known) == Ended(exit: .fine, output: "", errors: ""))
      try folder.file("p/a.yaml", definition())
      #expect(run(folder, "--baseline", known).output.contains("ignore/stale-baseline"))
      #expect(run(folder, "--baseline", known, "--update-baseline").exit == .fine)
      try folder.file("p/a.yaml", unwatched)
      #expect(run(folder, "--baseline", known, "--update-baseline").exit == .no)
    }
  }

  @Test func `standard input is never changed`() {
    let ended = check(["-", "--fix"], input: definition())
    #expect(ended.exit == .usage)
    #expect(ended.errors.contains("usage/fix-standard-input"))
  }
}
