import ArgumentParser
import CheckTool
import Foundation
import Importing
import Lifecycle
import Located
import Runtime
import Sheets
import Views
import YAMLReading

/// `stafett import`: takes in the sheets that people keep today, by a mapping.
struct ImportCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in cases, or acts such as responses, from spreadsheets and reply templates.",
    discussion: """
      FILE is .xlsx, .docx or text with separated values. The mapping, a YAML file, says what the \
      columns are: the README has its words. --dry-run tells the fate of every row and \
      writes nothing. All is taken in or nothing is; what was taken in before is left as it is.
      """)
  static let formats = sheetFormats

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The files; several are taken in as one.")
  var files: [String]
  @Option(help: "The file that says what the columns are.")
  var mapping: String
  @Option(
    name: .customLong("case"),
    help: "The case that the acts are about, where the mapping names none.")
  var caseName: String?
  @Option(name: .customLong("for"), help: "The body on whose behalf, where the mapping names none.")
  var body: String?
  @Option(help: "The day it happened, where the mapping names none; else today.")
  var on: String?
  @Flag(help: "Only say what would become of each row.")
  var dryRun = false
  @Option(help: "Also write what became of each row to this file, as CSV.")
  var report: String?

  func run(in shell: Shell) throws -> Exit {
    let mapping = try readMapping()
    let runner = try shell.runner(purpose(of: mapping))
    var reading = SheetReading(mapping, runner.engine.organisation)
    for file in files {
      let bytes = try readFile(file)
      do {
        try reading.read(file, try Workbook(bytes))
      } catch let fault as SheetFault {
        throw Failure(fault, in: file)
      } catch let fault as ImportFault {
        throw Failure(
          .no, [.init(code: fault.code, text: fault.text, place: fault.place)])
      }
    }
    let day = try on.map { try date($0, "--on") } ?? shell.today
    var orders = ImportOrders(
      mapping: mapping, caseName: caseName,
      body: body ?? shell.environment["STAFETT_BODY"], day: day,
      actor: shell.environment["STAFETT_ACTOR"] ?? "cli", runner: runner)
    for entry in reading.entries { orders.add(entry) }
    for (place, fault) in reading.refused { orders.refuse(place, fault) }
    let rows = try orders.perform(isDryRun: dryRun)
    let told = ImportReport(
      rows: rows, remarks: remarks(on: reading), isDryRun: dryRun, today: shell.today)
    if let report {
      do {
        try Data(told.listing.csv(shell.settings.language).utf8).write(to: URL(filePath: report))
      } catch {
        throw Failure(
          .failure, "output/not-written", at: "--report", sv: "\(report) går inte att skriva",
          en: "\(report) cannot be written")
      }
    }
    shell.show(told.listing)
    return rows.contains { $0.fate == .refused } ? .no : .fine
  }

  private func purpose(of mapping: Mapping) -> Purpose {
    if dryRun { return .rehearse }
    if case .open = mapping.purpose { return .begin }
    return .register
  }

  private func readMapping() throws(Failure) -> Mapping {
    let document = YAMLReader.read(try readFile(mapping, for: "--mapping"), path: mapping)
    guard let root = document.root else {
      throw Failure(.no, document.diagnostics.map { Failure.Problem($0) })
    }
    var reader = MappingReader()
    guard let read = reader.read(root) else {
      throw Failure(.no, reader.diagnostics.map { Failure.Problem($0) })
    }
    return read
  }

  private func remarks(on reading: SheetReading) -> [Text] {
    func named(_ file: String) -> String { files.count > 1 ? "\(file): " : "" }
    return reading.blank.map { place in
      let range = place.range
      let shown = range.count > 60 ? range.prefix(60) + "…" : range[...]
      let count = place.lines.count
      return Text(
        sv: named(place.file)
          + (count == 1 ? "1 tom rad hoppades över: " : "\(count) tomma rader hoppades över: ")
          + shown,
        en: named(place.file)
          + (count == 1 ? "1 blank row was left out: " : "\(count) blank rows were left out: ")
          + shown)
    }
      + reading.merged.map { file, ranges in
        let list = ranges.prefix(10).joined(separator: ", ") + (ranges.count > 10 ? " …" : "")
        return Text(
          sv: "\(named(file))sammanslagna celler, värdet togs för varje rad: \(list)",
          en: "\(named(file))merged cells, the value was taken for each row: \(list)")
      }
  }
}
