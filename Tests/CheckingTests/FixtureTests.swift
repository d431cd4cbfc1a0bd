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

  static func fixture(_ name: String, _ code: String) throws -> Fixture {
    try #require(Fixture(name, in: here.appending(path: "Fixtures/\(code)")), "\(code)/\(name)")
  }

  @Test(arguments: codes)
  func `what is bad is found exactly where it stands, and nothing else`(code: String) throws {
    let bad = try Self.fixture("bad", code)
    #expect(bad.found == bad.expected)
    #expect(bad.found.contains { $0.code == code }, "the fixture shows another code")
  }

  @Test(arguments: codes)
  func `what is good is accepted`(code: String) throws {
    #expect(try Self.fixture("ok", code).found == [])
  }

  @Test(arguments: codes)
  func `a finding reads as its file says, in both languages`(code: String) throws {
    let bad = try Self.fixture("bad", code)
    let report = Report(bad.diagnostics, of: bad.files)
    try expectGolden(report.text(.sv), bad.folder.appending(path: "sv.txt"))
    try expectGolden(report.text(.en), bad.folder.appending(path: "en.txt"))
  }

  @Test func `every code in the sources has its fixtures`() throws {
    #expect(Self.codes.count > 60)
    let sources = here.appending(path: "../../Sources").standardizedFileURL
    var reported: Set<String> = []
    for module in ["Located", "StageKit", "Register", "Definitions", "Checking", "YAMLReading"] {
      let all = FileManager.default.enumerator(atPath: sources.appending(path: module).path())
      for case let file as String in try #require(all) where file.hasSuffix(".swift") {
        let source = sources.appending(path: "\(module)/\(file)")
        let text = String(decoding: bytes(source), as: UTF8.self)
        let code = /"((?:schema|ref|flow|rule|time|limit|stage|yaml)\/[a-z][a-z-]+)"/
        reported.formUnion(text.matches(of: code).map { String($0.output.1) })
        guard module == "YAMLReading" else { continue }
        // The reader of YAML names its codes without their family.
        let short = /(?:fault\(\s*|code = )"([a-z]+(?:-[a-z]+)*)"/
        reported.formUnion(text.matches(of: short).map { "yaml/\($0.output.1)" })
      }
    }
    #expect(reported.count > 60)
    // Its example would be a file of four megabytes.
    reported.remove("yaml/size-limit")
    #expect(reported.subtracting(Self.codes).sorted() == [])
    #expect(Set(Self.codes).subtracting(reported).sorted() == [])
  }
}
