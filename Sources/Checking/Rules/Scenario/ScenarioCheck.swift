import Definitions
import Located
import Scenarios

/// A scenario's form and names, looked up without playing it: that is what `stafett test` is for.
enum ScenarioCheck: WholeRule {
  static let code = "scenario/no-case"
  static let severity = Diagnostic.Severity.error

  static func findings(in whole: Whole) -> [Diagnostic] {
    var seen: [String: Node] = [:]
    return whole.scenarios.flatMap { node -> [Diagnostic] in
      let (scenario, found) = Scenario.read(node)
      guard let scenario else { return found }
      var reading = ScenarioReading(scenario: scenario, whole: whole)
      reading.check()
      if let id = scenario.form.scenario.node {
        if let first = seen[scenario.name] {
          reading.report(
            id, "scenario/duplicate", "exempelärendet '\(scenario.name)' finns redan",
            "the scenario '\(scenario.name)' exists already",
            related: [first.related(sv: "först här", en: "first here")],
            help: Text(sv: "ge ett av dem ett annat namn", en: "give one of them another name"))
        }
        seen[scenario.name] = seen[scenario.name] ?? id
      }
      return reading.diagnostics
    }
  }
}
