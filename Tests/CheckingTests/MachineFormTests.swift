import Canonical
import Foundation
import Located
import Testing

@testable import Checking

/// The forms that other programs read.
@Suite struct MachineFormTests {
  let report = Report.golden

  // MARK: JSON

  @Test func `JSON is as recorded, and its schema says what it is`() throws {
    try expectGolden(report.json, here.appending(path: "Golden/findings.json"))
    try expectGolden(FindingsSchema.json, here.appending(path: "Golden/findings.schema.json"))
    let schema = SchemaCheck(root: try #require(Value(json: Array(FindingsSchema.json.utf8))))
    #expect(schema.faults(try #require(Value(json: Array(report.json.utf8)))) == [])
    let empty = Report([], of: []).json
    #expect(schema.faults(try #require(Value(json: Array(empty.utf8)))) == [])
  }

  @Test func `every fixture's findings are as the schema says`() throws {
    let schema = SchemaCheck(root: try #require(Value(json: Array(FindingsSchema.json.utf8))))
    for (code, name) in FixtureTests.fixtures("bad") {
      let bad = try FixtureTests.fixture(name, code)
      let json = bad.report.json
      #expect(schema.faults(try #require(Value(json: Array(json.utf8)))) == [], "\(code)/\(name)")
    }
  }

  @Test(arguments: [
    ("\"version\": 1,", "\"version\": 2,"),
    ("\"severity\": \"error\"", "\"severity\": \"bad\""),
    ("\"line\": 2,", "\"line\": -2,"),
    ("\"files\":", "\"file\":"),
    ("\"safe\": true", "\"safe\": \"yes\""),
    ("\"kind\": \"inSource\",", ""),
    ("\"code\": \"schema/unknown-key\"", "\"code\": \"unknown\""),
  ])
  func `what is otherwise is not`(_ right: String, _ wrong: String) throws {
    let schema = SchemaCheck(root: try #require(Value(json: Array(FindingsSchema.json.utf8))))
    let json = report.json.replacing(right, with: wrong)
    #expect(json != report.json)
    #expect(schema.faults(try #require(Value(json: Array(json.utf8)))) != [])
  }

  // MARK: SARIF

  @Test(arguments: Language.allCases)
  func `SARIF is as recorded`(language: Language) throws {
    try expectGolden(
      report.sarif(language), here.appending(path: "Golden/sarif.\(language.rawValue).json"))
  }

  @Test func `SARIF explains its codes where somebody can`() throws {
    let sarif = report.sarif(.sv) { code in
      code == "yaml/empty"
        ? RuleDescription(
          title: Text(sv: "tom fil", en: "empty file"),
          explanation: Text(sv: "Den säger ingenting.", en: "It says nothing."),
          markdown: Text(sv: "**Tom**", en: "**Empty**")) : nil
    }
    let rules = try #require(Value(json: Array(sarif.utf8)))["runs"]?.items.first?["tool"]?[
      "driver"]?["rules"]?.items
    let rule = try #require(rules?.first { $0["id"]?.text == "yaml/empty" })
    #expect(rule["shortDescription"]?["text"]?.text == "tom fil")
    #expect(rule["fullDescription"]?["text"]?.text == "Den säger ingenting.")
    #expect(rule["help"]?["markdown"]?.text == "**Tom**")
  }

  @Test func `SARIF points each result at its rule, and escapes what would be read otherwise`()
    throws
  {
    let run = try #require(Value(json: Array(report.sarif(.en).utf8))?["runs"]?.items.first)
    let rules = run["tool"]?["driver"]?["rules"]?.items ?? []
    let results = run["results"]?.items ?? []
    #expect(results.count == report.diagnostics.count + report.suppressed.count)
    for result in results {
      let index = try #require(result["ruleIndex"]?.whole)
      #expect(rules[index]["id"] == result["ruleId"])
      #expect(result["suppressions"] != nil)
    }
    let loop = try #require(results.first { $0["ruleId"]?.text == "flow/provkod" })
    #expect(
      loop["message"]?["text"]?.text?.hasSuffix("{{to: utkast, at-most: 2}} [read\\](more)") == true
    )
    let related = loop["relatedLocations"]?.items.first?["physicalLocation"]
    #expect(
      related?["artifactLocation"]?["uri"]?.text == "mapp%20med%20rum/%C3%A5%2Cb%3Ac.yaml")
    #expect(run["invocations"]?.items.first?["executionSuccessful"]?.flag == true)
  }

  @Test func `a check that failed inside was not successful`() {
    let place = Mark(line: 1, column: 1)
    let failed = Diagnostic("internal/failed", Text("x"), path: "a", span: Span(place, place))
    let report = Report([failed], of: [SourceFile(path: "a", bytes: [])])
    #expect(report.sarif(.en).contains("\"executionSuccessful\": false"))
    #expect(report.junit(.en).contains("errors=\"1\""))
  }

  // MARK: Forges

  @Test(arguments: Language.allCases)
  func `GitHub's commands are as recorded`(language: Language) throws {
    try expectGolden(
      report.github(language), here.appending(path: "Golden/github.\(language.rawValue).txt"))
  }

  @Test func `GitHub gets ten of each at most, the rest goes to the log`() {
    let lines = report.github(.en).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error") } == 10)
    #expect(lines.count { $0.hasPrefix("::") } <= 21)
    let warnings = report.diagnostics.count { $0.severity == .warning }
    #expect(warnings < 10)
    #expect(lines.filter { $0.hasPrefix("- ") }.count == report.diagnostics.count - 10 - warnings)
    #expect(lines.last?.hasPrefix("::notice") == true)
  }

  @Test func `a command of GitHub ends where it should`() {
    let finding = Diagnostic(
      "a/b", Text("50 %:\r\n::error::x,y"), path: "a,b:c%.yaml",
      span: Span(Mark(line: 2, column: 3), Mark(line: 2, column: 3)))
    #expect(
      Report([finding], of: []).github(.en)
        == "::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=3,endColumn=3,title=a/b"
        + "::50 %25:%0D%0A::error::x,y%0Astafett explain a/b\n")
  }

  @Test func `GitLab's report is as recorded, each with a fingerprint of its own`() throws {
    try expectGolden(report.gitlab(.sv), here.appending(path: "Golden/gitlab.sv.json"))
    let issues = try #require(Value(json: Array(report.gitlab(.sv).utf8))).items
    #expect(Set(issues.compactMap { $0["fingerprint"]?.text }).count == report.diagnostics.count)
  }

  // MARK: JUnit

  @Test(arguments: [false, true])
  func `JUnit's report is as recorded, and is XML`(strict: Bool) throws {
    let text = report.junit(.sv, strict: strict)
    let name = strict ? "junit-strict" : "junit"
    try expectGolden(text, here.appending(path: "Golden/\(name).sv.xml"))
  }

  @Test func `JUnit holds no character that XML cannot`() {
    let finding = Diagnostic(
      "a/b", Text("<&>\"'\u{1B}\u{0}\n\u{FFFE}x"), path: "a\u{7}&.yaml",
      span: Span(Mark(line: 1, column: 1), Mark(line: 1, column: 2)))
    let text = Report([finding], of: []).junit(.en)
    #expect(text.contains("message=\"&lt;&amp;&gt;&quot;'&#10;x\""))
    #expect(text.contains("name=\"a&amp;.yaml\""))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  // MARK: Fingerprints and order

  @Test func `a fingerprint outlives lines above it, and tells equals apart`() throws {
    func finding(_ line: Int, place: String = "stages.a") -> Diagnostic {
      Diagnostic(
        "a/b", Text("x"), path: "p.yaml",
        span: Span(Mark(line: line, column: 1), Mark(line: line, column: 2)), place: place)
    }
    func prints(_ report: Report) -> [String] {
      let names = Fingerprints(report)
      return report.diagnostics.map { names[$0] }
    }
    let before = prints(Report([finding(3), finding(5), finding(7, place: "stages.b")], of: []))
    let after = prints(Report([finding(30), finding(50), finding(70, place: "stages.b")], of: []))
    #expect(before == after)
    #expect(Set(before).count == 3)
    let answered = Report(
      [finding(5)], of: [], suppressed: [Suppressed(finding(3), .inSource, reason: "x")])
    #expect(prints(answered) == [before[1]])
  }

  @Test func `the order is the same however the findings came`() {
    let found = report.diagnostics.ordered
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      #expect(report.diagnostics.shuffled(using: &random).ordered == found)
    }
    for _ in 0..<3 {
      let files = report.files.shuffled(using: &random)
      let again = Workspace.load(files, stages: catalogue).diagnostics
      #expect(again == Workspace.load(report.files, stages: catalogue).diagnostics)
    }
  }

  @Test func `findings that differ only in their help have an order too`() {
    let place = Span(Mark(line: 1, column: 1), Mark(line: 1, column: 2))
    let two = ["b", "a"].map {
      Diagnostic("a/b", Text("x"), path: "p", span: place, help: Text($0))
    }
    #expect(two.ordered == two.reversed().ordered)
  }
}
