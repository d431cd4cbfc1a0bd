import Codes
import Foundation
import Located
import Testing

@testable import Checking

/// Each code has a folder with a definition that has the fault and one that has not.
@Suite struct FixtureTests {
  static let codes: [String] = {
    let root = here.appending(path: "Fixtures")
    return names(in: root).filter { !$0.hasSuffix(".yaml") }.flatMap { family in
      names(in: root.appending(path: family)).map { "\(family)/\($0)" }
    }
  }()

  /// Each code with each of its fixtures that begin with a word.
  static func fixtures(_ word: String) -> [(code: String, name: String)] {
    codes.flatMap { code in
      Fixture.names(word, in: here.appending(path: "Fixtures/\(code)")).map { (code, $0) }
    }
  }

  static func fixture(_ name: String, _ code: String) throws -> Fixture {
    try #require(Fixture(name, in: here.appending(path: "Fixtures/\(code)")), "\(code)/\(name)")
  }

  @Test(arguments: fixtures("bad"))
  func `what is bad is found exactly where it stands, and nothing else`(
    code: String, name: String
  ) throws {
    let bad = try Self.fixture(name, code)
    #expect(bad.found == bad.expected)
    #expect(bad.found.contains { $0.code == code }, "the fixture shows another code")
  }

  @Test(arguments: fixtures("ok"))
  func `what is good is accepted`(code: String, name: String) throws {
    #expect(try Self.fixture(name, code).found == [])
  }

  @Test(arguments: fixtures("bad"))
  func `a finding reads as its file says, in both languages`(code: String, name: String) throws {
    let bad = try Self.fixture(name, code)
    let report = bad.report
    try expectGolden(report.text(.sv), bad.beside("sv", ".txt"))
    try expectGolden(report.text(.en), bad.beside("en", ".txt"))
  }

  @Test(arguments: codes)
  func `a code has a bad and a good fixture, and no golden file without one`(code: String) {
    let folder = here.appending(path: "Fixtures/\(code)")
    let bad = Fixture.names("bad", in: folder)
    #expect(bad.contains("bad") && Fixture.names("ok", in: folder).contains("ok"))
    let goldens = names(in: folder).filter { $0.hasSuffix(".txt") }
    let expected = bad.flatMap { name in
      Language.allCases.map { "\($0.rawValue)\(name.dropFirst(3)).txt" }
    }
    #expect(goldens == expected.sorted())
  }

  /// The codes in what the built-in stages say of settings; what they say of acts is no finding.
  private static let codesOfStages: Set<String> = {
    let plugins = here.appending(path: "../../Plugins").standardizedFileURL
    let all = FileManager.default.enumerator(atPath: plugins.path())
    var codes: Set<String> = []
    for case let file as String in all ?? .init() where file.hasSuffix(".swift") {
      let text = String(decoding: bytes(plugins.appending(path: file)), as: UTF8.self)
      for rule in text.matches(of: /(?s)static func (?:faults\(in settings|listedTwice).*?\n  }\n/)
      {
        codes.formUnion(rule.output.matches(of: /"([a-z-]+\/[a-z-]+)"/).map { String($0.output.1) })
      }
    }
    return codes
  }()

  /// What a finding says, but for the names and numbers of its file.
  private struct Shape: Hashable {
    let code, words: String

    init(_ finding: Diagnostic) {
      code = finding.code
      words = finding.message.en.replacing(/'[^']*'/, with: "'…'").replacing(/[0-9]+/, with: "0")
    }
  }

  @Test func `there are many ways to be wrong, and each fixture shows its own`() throws {
    var shapes: Set<Shape> = []
    var shown: [[Diagnostic]: [String]] = [:]
    for (code, name) in Self.fixtures("bad") {
      let findings = try Self.fixture(name, code).diagnostics
      let own = findings.filter { $0.code == code }
      shapes.formUnion(own.map(Shape.init))
      shown[own, default: []].append("\(code)/\(name)")
    }
    #expect(shapes.count >= Self.leastShapes)
    #expect(Set(shapes.map(\.code)) == Set(CodeCatalogue.codes))
    // A comment, or another file name, makes no other fault.
    #expect(shown.values.filter { $0.count > 1 } == [])
  }
  private static let leastShapes = 120

  @Test func `every code in the sources has its fixtures`() throws {
    #expect(Self.codes == CodeCatalogue.codes)
    let sources = here.appending(path: "../../Sources").standardizedFileURL
    var reported: Set<String> = []
    for module in [
      "Located", "StageKit", "Register", "Definitions", "Checking", "Scenarios", "YAMLReading",
    ] {
      let all = FileManager.default.enumerator(atPath: sources.appending(path: module).path())
      for case let file as String in try #require(all) where file.hasSuffix(".swift") {
        let source = sources.appending(path: "\(module)/\(file)")
        let text = String(decoding: bytes(source), as: UTF8.self)
        let code =
          /"((?:schema|ref|flow|rule|compat|time|limit|stage|scenario|yaml|ignore|project|internal)\/[a-z][a-z-]+)"/
        reported.formUnion(text.matches(of: code).map { String($0.output.1) })
        guard module == "YAMLReading" else { continue }
        // The reader of YAML names its codes without their family.
        let short = /(?:fault\(\s*|code = )"([a-z]+(?:-[a-z]+)*)"/
        reported.formUnion(text.matches(of: short).map { "yaml/\($0.output.1)" })
      }
    }
    reported.formUnion(Self.codesOfStages)
    // Said of a scenario that is played, which a check does not.
    reported.remove("scenario/differs")
    // Why the engine refuses an act, told in a scenario of a run that gets stuck.
    reported.subtract(
      ["flow/at-bound", "flow/under-way", "flow/nothing-between", "flow/not-offered"])
    #expect(reported.subtracting(Self.codes).sorted() == [])
    #expect(Set(Self.codes).subtracting(reported).sorted() == [])
  }
}
