import ArgumentParser
import CheckTool
import Lifecycle
import Located
import Runtime
import StageKit
import Views

/// `stafett matrix`: who has come how far, members by cases.
struct MatrixCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Show how far each region has come, case by case.")
  static let formats = sheetFormats

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Cases or products; all that have lanes where none is named.")
  var caseNames: [String] = []
  @Option(help: "Only of this kind of product.") var kind: String?
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let until = try on.map { try date($0, "--on") }
    let day = until ?? shell.today
    let runner = try shell.overlooker()
    guard !caseNames.isEmpty else {
      let stands = try shell.gathered(LaneStands(), until: until, by: runner)
      try shell.check(kind: kind, among: stands)
      shell.show(
        Matrix(
          stands.filter { row in kind.map { $0 == row["kind"].word } ?? true },
          names: runner.names(on: day)))
      return .fine
    }
    var cases: [(product: ProductState, one: CaseState)] = []
    for name in caseNames {
      let found = try ProductLookup(name, in: runner, until: until)
      let named = found.named == nil ? Matrix.cases(of: found.state) : [try found.caseState()]
      cases += named.map { (found.state, $0) }
    }
    shell.show(Matrix(cases, names: runner.names(on: day)))
    return .fine
  }
}
