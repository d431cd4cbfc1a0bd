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

  // MARK: a project that cannot be followed

  @Test(arguments: [
    ("root: [p]\n", "schema/unknown-key"), ("policy: {rule/no-reminder: loud}\n", "schema/"),
    ("roots: [p]\nallow:\n  - code: rule/no-reminder\n", "schema/missing-key"),
    ("\troots: [p]\n", "yaml/"), ("", "yaml/empty"),
  ])
  func `without a path its own faults are told`(_ text: String, _ code: String) throws {
    try inFolder { folder in
      let file = try folder.file("stafett.yaml", text)
      let ended = check(["--project", file, "--format", "short"])
      #expect(ended.exit == .no, "\(ended)")
      #expect(ended.output.contains("stafett.yaml:1:") || ended.output.contains("stafett.yaml:3:"))
      #expect(ended.output.contains("[\(code)"), "\(ended)")
    }
  }

  @Test func `a root that is not there is named with the place that names it`() throws {
    try inFolder { folder in
      let file = try folder.file("stafett.yaml", "strict: true\nroots: [Pipelinez]\n")
      let ended = check(["--project", file])
      #expect(ended.exit == .noInput)
      #expect(ended.errors.contains("stafett.yaml:2:9: "), "\(ended)")
      #expect(ended.errors.contains("Pipelinez"))
    }
  }

  @Test func `a bad level hides no unknown code`() throws {
    try inFolder { folder in
      let file = try folder.file(
        "stafett.yaml", "policy:\n  rule/no-remindr: off\n  rule/no-reminder: loud\n  x/y: loud\n")
      let ended = check(["--project", file, "--format", "short"])
      for place in ["2:3", "3:21", "4:3", "4:8"] {
        #expect(ended.output.contains("stafett.yaml:\(place)"), "\(ended)")
      }
    }
  }

  @Test(arguments: [("99", "project/newer-lock"), ("0", "project/bad-lock")])
  func `a lock of another level is no silence`(_ level: String, _ code: String) throws {
    try inProject("", definition()) { folder in
      try folder.file("stafett.lock", "lock: 1\nrules: \(level)\nstages: {}\n")
      let ended = run(folder)
      #expect(ended.exit == .no)
      #expect(ended.output.contains(code), "\(ended)")
    }
  }

  // MARK: names of files

  @Test func `however a path is written, known findings and fingerprints are the same`() throws {
    try inProject("", unwatched) { folder in
      let base = folder.path
      let spellings = [
        "\(base)/p", "\(base)//p/", "\(base)/./p", "\(base)/p/register/..", "\(base)/p/a.yaml",
      ]
      var lists: Set<String> = []
      var prints: Set<Substring> = []
      for path in spellings {
        let known = "\(base)/known.yaml"
        try? FileManager.default.removeItem(atPath: known)
        #expect(check([path, "--baseline", known, "--update-baseline"]).exit == .fine)
        lists.insert(try String(contentsOfFile: known, encoding: .utf8))
        for format in ["gitlab", "sarif"] {
          let found = check([path, "--format", format]).output
          let print = found.split(separator: "\n").first {
            $0.contains("\"fingerprint\"") || $0.contains("stafett/v1")
          }
          prints.insert(try #require(print?.split(separator: "\"").last { $0.count == 64 }))
        }
      }
      #expect(lists.count == 1 && lists.first?.contains("path: \"p/a.yaml\"") == true, "\(lists)")
      #expect(prints.count == 1)
      // An exception names the file from the project's folder.
      try folder.file(
        "stafett.yaml",
        "roots: [p]\nallow:\n  - {code: rule/no-reminder, file: ./p/a.yaml, reason: liten}\n")
      for path in spellings {
        #expect(check([path, "--format", "short"]).output == "", "\(path)")
      }
    }
  }

  @Test func `what a list cannot let stand is said with its number`() throws {
    let faulty = unwatched.replacing("within: 9 months", with: "withn: 9 months")
    try inProject("", faulty) { folder in
      let known = "\(folder.path)/known.yaml"
      let ended = run(folder, "--baseline", known, "--update-baseline")
      #expect(ended.exit == .no)
      #expect(ended.errors.contains("not among the known findings"), "\(ended)")
      #expect(ended.errors.hasPrefix("\(ended.output.split(separator: "\n").count) "), "\(ended)")
    }
  }
}
