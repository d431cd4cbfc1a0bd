import ArgumentParser
import CheckTool
import Lifecycle
import Located
import Runtime
import Views

/// `stafett cases`: every case, the nearest last day first.
struct CasesCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "List the cases, the nearest last day first.")
  static let formats = sheetFormats

  @OptionGroup var global: GlobalOptions
  @Option(help: "Only of this kind of product.") var kind: String?
  @Option(name: .customLong("for"), help: "Only what this body has a part in.") var body: String?
  @Option(help: "Only with this status: open, suspended, closed, cancelled.")
  var status: String?
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let until = try on.map { try date($0, "--on") }
    let day = until ?? shell.today
    let wanted = try status.map { try CaseStatus(option: $0) }
    let runner = try shell.overlooker()
    try shell.check(body: body, at: "--for", by: runner)
    let stages = try shell.gathered(OpenStages(), until: until, by: runner)
    try shell.check(kind: kind, among: stages)
    let board = Board(
      stages, names: runner.names(on: day),
      today: day,
      filter: Board.Filter(kind: kind, body: body, status: wanted))
    shell.show(board)
    return .fine
  }
}

extension CaseStatus {
  fileprivate init(option text: String) throws(Failure) {
    guard let status = CaseStatus(rawValue: text) else {
      let known = CaseStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage, "usage/no-status", at: "--status", sv: "ingen status '\(text)', bara \(known)",
        en: "no status '\(text)', only \(known)")
    }
    self = status
  }
}
