import Definitions
import Foundation
import Located
import Register
import StageKit
import Testing

@testable import Checking

@Suite struct WorkspaceTests {
  private func load(_ files: KeyValuePairs<String, String>) -> Workspace {
    Workspace.load(
      files.map { SourceFile(path: $0, bytes: Array($1.utf8)) } + [Fixture.register],
      stages: catalogue)
  }

  private func places(_ workspace: Workspace) -> [String] {
    workspace.diagnostics.map { finding in
      let place = finding.span.start
      return "\(finding.path):\(place.line):\(place.column) \(finding.code)"
    }
  }

  private func process(_ name: String, owner: String = "npo-cancer", stage: String) -> String {
    """
    pipeline: \(name)
    version: "1"
    valid: {from: 2021-01-01}
    title: {sv: Riktlinje, en: Guideline}
    product: guideline
    key: [diagnosis]
    owner: \(owner)
    inputs: {diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}}
    remind: [1 week]
    stages:
      - {id: utkast, \(stage)}

    """
  }

  private let draft = "uses: draft@1, within: 3 months, with: {documents: [slutversion]}"

  @Test func `documents are sorted by what they are`() {
    let workspace = load([
      "b.yaml": process("b", stage: draft), "a.yaml": process("a", stage: draft),
      "s.yaml": "title: {sv: Ett, en: One}\nscenario: exempel\n",
    ])
    #expect(workspace.diagnostics.map(\.code) == ["scenario/no-case"])
    #expect(workspace.definitions.map(\.reference) == ["a@1", "b@1"])
    #expect(workspace.scenarios.map(\.path) == ["s.yaml"])
    #expect(workspace.organisation.set("regions") != nil)
  }

  @Test func `all faults of all files come in one run, in the order of reading`() {
    let workspace = load([
      "b.yaml": process("b", owner: "npo-canser", stage: "uses: draf@1, window: nationell"),
      "a.yaml": process("a", stage: "uses: draft@1, with: {documents: []}"),
      "c.yaml": "pipeline: c\n\tversion: 1\n",
      "d.yaml": "- en lista\n", "e.yaml": "",
    ])
    #expect(
      places(workspace) == [
        "a.yaml:11:51 schema/out-of-bounds", "b.yaml:7:8 ref/unknown-body",
        "b.yaml:11:24 stage/unknown", "c.yaml:2:1 yaml/tab-indent",
        "d.yaml:1:1 schema/unknown-document", "e.yaml:1:1 yaml/empty",
      ])
  }

  @Test func `the order and repetition of files make no difference`() {
    let files = ["a", "b", "c"].map { name in
      SourceFile(path: name, bytes: Array(process("same", stage: "uses: draf@1").utf8))
    }
    let once = Workspace.load(files, stages: catalogue).diagnostics
    #expect(!once.isEmpty)
    #expect(Workspace.load(files.reversed() + files, stages: catalogue).diagnostics == once)
  }

  @Test func `a good definition is read beside a faulty register`() {
    let register = """
      register: mer
      bodies:
        - {id: npo-lunga, kind: npo, nam: NPO lungsjukdomar}
        - {id: npo-hud, kind: np, name: NPO hudsjukdomar}

      """
    let workspace = load([
      "mer.yaml": register, "a.yaml": process("a", owner: "npo-lunga", stage: draft),
      "b.yaml": process("b", owner: "npo-hud", stage: draft),
      "c.yaml": process("c", owner: "npo-finns-inte", stage: draft),
    ])
    #expect(
      places(workspace) == [
        "c.yaml:7:8 ref/unknown-body", "mer.yaml:3:32 schema/unknown-key",
        "mer.yaml:4:25 ref/unknown-kind",
      ])
    #expect(workspace.definitions.map(\.id) == ["a", "b"])
    #expect(workspace.hasErrors)
  }

  @Test(arguments: [
    "register: mer\nbodies: [\n", "register: mer\nbodys: []\n", "registre: mer\n",
    "register: mer\nbodies: [{kind: npo}]\n", "a: [\n", "\u{0}",
  ])
  func `a name that an unreadable register may hold is not reported`(register: String) {
    let workspace = load([
      "a.yaml": process("a", owner: "npo-finns-inte", stage: draft), "mer.yaml": register,
    ])
    #expect(!workspace.diagnostics.isEmpty)
    #expect(workspace.diagnostics.filter { $0.path == "a.yaml" } == [])
  }

  @Test func `a faulty definition hides no name of the register`() {
    let workspace = load([
      "a.yaml": process("a", owner: "npo-finns-inte", stage: draft), "b.yaml": "pipeline: [\n",
    ])
    #expect(places(workspace) == ["a.yaml:7:8 ref/unknown-body", "b.yaml:1:11 yaml/unclosed"])
  }

  @Test func `a base that could not be read is not reported as unknown`() {
    let variant = "pipeline: v\nversion: \"1\"\nextends: bas@1\n"
    #expect(
      places(load(["bas.yaml": "pipeline: bas\nversion: [\n", "v.yaml": variant]))
        == ["bas.yaml:2:10 yaml/unclosed"])
    #expect(places(load(["v.yaml": variant])) == ["v.yaml:3:10 ref/unknown-base"])
  }

  @Test func `a live pipeline whose file has a fault now is not gone`() throws {
    let folder = here.appending(path: "Fixtures/compat/pipeline-removed")
    let live = try #require(Fixture("live", in: folder)).files.map { $0.named("main:\($0.path)") }
    let removed = try #require(Fixture("bad", in: folder)).files
    let gone = live.filter { file in
      !removed.contains { "main:\($0.path)" == file.path } && !file.isRegister
    }
    func found(_ files: [SourceFile]) -> [String] {
      Workspace.load(files, stages: catalogue, on: nil, live: Live(files: live), rules: .all)
        .diagnostics.map(\.code)
    }
    #expect(found(removed).contains("compat/pipeline-removed"))
    let faulty = gone.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing("within: ", with: "within: x")
      return SourceFile(path: String(file.path.dropFirst("main:".count)), bytes: Array(text.utf8))
    }
    #expect(!faulty.isEmpty)
    let still = found(removed + faulty)
    #expect(still.contains("schema/wrong-form") && !still.contains("compat/pipeline-removed"))
  }

  @Test func `what follows from a missing space is not reported`() {
    let found = load(["a.yaml": process("a", stage: "uses:draft@1, within: 3 months")])
    #expect(places(found) == ["a.yaml:11:22 yaml/missing-space"])
  }

  @Test func `a file larger than the limit is refused`() {
    let file = SourceFile(path: "a.yaml", bytes: Array(repeating: 0x20, count: 5 << 20))
    let found = Workspace.load([file], stages: catalogue).diagnostics
    #expect(found.map(\.code) == ["yaml/size-limit"])
  }

  @Test func `files in UTF-16 are named as such`() {
    let file = SourceFile(path: "a.yaml", bytes: [0xFF, 0xFE, 0x61, 0x00])
    let workspace = Workspace.load([file], stages: catalogue)
    #expect(workspace.diagnostics.map(\.code) == ["yaml/encoding"])
    #expect(workspace.diagnostics.first?.message.en == "the file is saved as UTF-16")
  }

  @Test func `the repository's own pipelines are accepted`() throws {
    let root = here.appending(path: "../../Pipelines").standardizedFileURL
    let all = FileManager.default.enumerator(atPath: root.path())
    var files: [SourceFile] = []
    for case let name as String in try #require(all) where name.hasSuffix(".yaml") {
      files.append(SourceFile(path: name, bytes: bytes(root.appending(path: name))))
    }
    let workspace = Workspace.load(files, stages: catalogue)
    #expect(workspace.diagnostics == [], "\(Report(workspace.diagnostics, of: files).text(.en))")
    #expect(workspace.definitions.count >= 6)
    #expect(workspace.scenarios.count >= 9)
  }
}
