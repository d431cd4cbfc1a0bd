import Definitions
import Foundation
import Located
import Testing

@testable import Checking

/// A rule that fails wherever it looks.
enum FailingRule: DefinitionRule, WholeRule {
  struct Failure: Error, CustomStringConvertible {
    let description = "an index that is not there"
  }

  static let code = "flow/failing"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) throws -> [Diagnostic] {
    throw Failure()
  }

  static func findings(in whole: Whole) throws -> [Diagnostic] {
    throw Failure()
  }
}

@Suite struct FailingRuleTests {
  private let bad = [
    Fixture("bad", in: here.appending(path: "Fixtures/flow/silent-forever"))
  ].compactMap { $0 }.flatMap(\.files)

  private func report(_ rules: RuleSet) -> Report {
    Report(Workspace.load(bad, stages: catalogue, on: nil, rules: rules).diagnostics, of: bad)
  }

  @Test func `a rule that fails inside is a finding that names it and its file`() {
    var rules = RuleSet.all
    rules.ofDefinitions.insert(FailingRule.self, at: 0)
    let found = report(rules).diagnostics
    #expect(found.map(\.code) == ["internal/rule-failed", "flow/silent-forever"])
    #expect(found[0].path == "bad.yaml" && found[0].severity == .error)
    #expect(
      found[0].message.en
        == "the rule flow/failing failed and was not applied to bad.yaml: "
        + "an index that is not there")
    #expect(found[0].help != nil)
  }

  @Test func `a rule over all files that fails hides nothing either`() {
    var rules = RuleSet.all
    rules.ofAll.insert(FailingRule.self, at: 0)
    #expect(
      report(rules).diagnostics.map(\.code) == ["internal/rule-failed", "flow/silent-forever"])
  }

  @Test func `a check in which a rule failed is no verdict on the files`() {
    var rules = RuleSet.all
    #expect(report(rules).verdict() == .fine)
    rules.ofAll.append(FailingRule.self)
    #expect(report(rules).verdict() == .failure)
    #expect(report(rules).verdict(strict: true).rawValue == 3)
  }

  @Test func `one bad file hides no other file's findings`() {
    let other = SourceFile(path: "z.yaml", bytes: Array("pipeline: [\n".utf8))
    let found = Workspace.load(bad + [other], stages: catalogue).diagnostics
    #expect(found.map(\.code) == ["flow/silent-forever", "yaml/unclosed"])
  }
}
