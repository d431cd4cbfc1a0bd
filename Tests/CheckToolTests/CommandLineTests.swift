import CheckTool
import Testing

/// How a check is asked for.
@Suite struct CommandLineTests {
  private let bad = "\(fixtures)/flow/cycle"
  private let odd = "\(fixtures)/rule/no-reminder/bad.yaml"

  @Test(arguments: [
    (["--strct", "x"], "'--strict'"), (["--stdin", "x"], "--stdin"),
    (["x", "--format", "jsn"], "json"),
    (["--language", "svenska", "x"], "'sv'?"), (["x", "--colour", "yes"], "auto"),
    (["--format", "--strict", "x"], "text|short"), (["--strict=yes", "x"], "=yes"), ([], "PATH"),
    (["-", "-"], "once"), (["x", "--stdin-path", "y"], "--stdin-path"),
    (["--pipelines=", "x"], "empty"),
  ])
  func `a line that cannot be read says why and what is meant`(_ words: [String], _ says: String) {
    let ended = check(words, environment: ["LANG": "en_GB.UTF-8"])
    #expect(ended.exit == .usage, "\(ended)")
    #expect(ended.errors.contains(says) || says == "PATH", "\(ended.errors)")
    #expect(ended.errors.contains("--help"))
    #expect(ended.output.isEmpty)
  }

  @Test func `whoever asked for JSON is told in JSON what is wrong with the line`() {
    let ended = check(["--strct", "--format", "json"])
    #expect(ended.exit == .usage && ended.errors.isEmpty)
    #expect(ended.output.hasPrefix(#"{"exit":2,"problems":[{"#), "\(ended.output)")
  }

  @Test(arguments: ["sv", "en"])
  func `the help names every option, in either language`(_ language: String) {
    let ended = check(["nonsense", "--frmat", "--help", "--language", language])
    #expect(ended.exit == .fine && ended.errors.isEmpty)
    for option in CheckHelp.options {
      #expect(ended.output.contains("  --\(option)"), "\(option)")
    }
    #expect(ended.output.contains(language == "sv" ? "Så skrivs det:" : "USAGE:"))
    #expect(ended.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(check(["--help"], environment: ["LC_ALL": "sv_SE"]).output.contains("Så skrivs det:"))
  }

  @Test func `the version is told`() {
    #expect(check(["--version"]).output == "stafett-check \(Version.number)\n")
  }

  @Test func `words after two dashes are paths, whatever they look like`() {
    let ended = check(["--", "--help"])
    #expect(ended.exit == .noInput)
    #expect(ended.errors.contains("--help: "))
  }

  @Test func `colour is for terminals, and for who asks`() {
    func hasColour(_ words: [String], _ isTerminal: Bool, _ environment: [String: String]) -> Bool {
      check([bad] + words, isTerminal: isTerminal, environment: environment).output
        .contains("\u{1B}[")
    }
    #expect(hasColour([], true, [:]))
    #expect(!hasColour([], false, [:]))
    #expect(!hasColour([], true, ["NO_COLOR": "1"]))
    #expect(hasColour([], true, ["NO_COLOR": ""]))
    #expect(!hasColour([], true, ["TERM": "dumb"]))
    #expect(hasColour(["--colour=always"], false, ["NO_COLOR": "1"]))
    #expect(hasColour(["--color", "always"], false, [:]))
    #expect(!hasColour(["--colour", "never"], true, [:]))
  }

  @Test func `strict makes a warning count`() {
    let words = [odd, "\(fixtures)/register.yaml", "--format", "short"]
    let lenient = check(words)
    let strict = check(words + ["--strict"])
    #expect(lenient.exit == .fine && strict.exit == .no)
    #expect(lenient.output == strict.output && lenient.output.contains("warning["))
  }

  @Test func `a text on standard input is checked under the name that it is given`() {
    let text = definition { $0.replacing("within: 9 months", with: "withn: 9 months") }
    let named = check(["-", "--stdin-path", "a/b.yaml", "--format", "short"], input: text)
    #expect(named.exit == .no)
    #expect(named.output.hasPrefix("a/b.yaml:"), "\(named.output)")
    #expect(check(["-", "--format", "short"], input: text).output.hasPrefix("-:"))
    #expect(check(["-", "--format", "short"], input: definition()).exit == .fine)
  }
}
