import Checking
import Codes
import Describing
import Located

/// A report with what its printers need besides the findings.
struct Printout {
  let report: Report
  let workspace: Workspace
  let live: Live?
  let isStrict: Bool

  /// The report as it was asked for.
  func text(_ request: CheckRequest, _ world: CheckWorld) -> String {
    let language = request.language
    return switch request.format {
    case .text: report.text(language, colour: request.hasColour)
    case .short: report.short(language)
    case .json: report.json
    case .sarif: report.sarif(language, describing: Self.describe)
    case .github: report.github(language)
    case .gitlab: report.gitlab(language)
    case .junit: report.junit(language, strict: isStrict)
    case .markdown:
      report.markdown(
        language, now: workspace.definitions,
        live: live?.files.map {
          LiveDefinitions($0, stages: world.stages, otherwise: workspace.organisation).definitions
        }, organisation: workspace.organisation, strict: isStrict)
    }
  }

  private static func describe(_ code: String) -> RuleDescription? {
    CodeCatalogue[code].map { RuleDescription(title: $0.title, explanation: $0.why) }
  }
}
