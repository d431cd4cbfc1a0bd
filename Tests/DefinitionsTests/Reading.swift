import Definitions
import Located
import Register
import StageKit
import Testing
import YAMLReading

/// What came of reading some definitions, and where the word stands that is marked `«so»`.
struct Reading {
  let definitions: [PipelineDefinition]
  let diagnostics: [Diagnostic]
  let marked: (path: String, span: Span)?

  /// Every finding as `code line:column-line:column`.
  var told: [String] {
    diagnostics.map { "\($0.code) \($0.path) \(Reading.told($0.span))" }
  }

  /// A finding of a code at the mark.
  func expected(_ code: String) -> [String] {
    marked.map { ["\(code) \($0.path) \(Reading.told($0.span))"] } ?? []
  }

  private static func told(_ span: Span) -> String {
    "\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
  }

  init(_ texts: [String]) throws {
    var found: (String, Span)?
    let nodes = try texts.enumerated().map { index, text in
      let (plain, span) = Reading.unmark(text)
      if let span { found = ("\(index).yaml", span) }
      let read = YAMLReader.read(Array(plain.utf8), path: "\(index).yaml")
      try #require(read.diagnostics.isEmpty, "\(read.diagnostics)")
      return try #require(read.root)
    }
    let read = YAMLReader.read(Array(register.utf8), path: "register.yaml")
    let (organisation, faults) = Organisation.load([try #require(read.root)])
    try #require(faults.isEmpty, "\(faults)")
    let reader = DefinitionReader(
      stages: StageCatalogue([Step.self, Follow.self]),
      organisation: try #require(organisation))
    let reading = reader.read(nodes)
    definitions = reading.definitions
    diagnostics = reading.diagnostics
    marked = found
  }

  /// One pipeline of these stages; `head` takes the place of the keys that it names.
  init(stages: String, head: String = "") throws {
    try self.init([Reading.pipeline(stages, head: head)])
  }

  static func pipeline(_ stages: String, head: String = "") -> String {
    let defaults = [
      "pipeline: p", "version: \"1\"", "title: {sv: Prov, en: Trial}", "valid: {from: 2020-01-01}",
      "product: thing", "key: [name]", "owner: board",
      "inputs: {name: {type: text, title: {sv: Namn, en: Name}}}",
    ]
    let written = defaults.filter { line in
      !"\n\(head)".contains("\n\(line.prefix { $0 != ":" }):")
    }
    let indented = stages.split(separator: "\n").map { "  \($0)" }
    return ([head] + written + ["stages:"] + indented).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func unmark(_ text: String) -> (String, Span?) {
    var (line, column) = (1, 1)
    var (start, end): (Mark?, Mark?) = (nil, nil)
    for character in text.unicodeScalars {
      switch character {
      case "«": start = Mark(line: line, column: column)
      case "»": end = Mark(line: line, column: column)
      case "\n": (line, column) = (line + 1, 1)
      default: column += 1
      }
    }
    let plain = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !"«»".unicodeScalars.contains($0) }))
    guard let start, let end else { return (plain, nil) }
    return (plain, Span(start, end))
  }
}

private let register = """
  register: small
  powers:
    - {id: decide, title: {sv: Besluta, en: Decide}}
  kinds:
    - {id: region, title: Region, level: region, powers: [decide]}
    - {id: board, title: {sv: Styrelse, en: Board}, level: national, powers: [decide]}
    - {id: group, title: {sv: Grupp, en: Group}, level: national, open: true}
  sets:
    - {id: regions, title: {sv: Regioner, en: Regions}, kind: region}
  bodies:
    - {id: board, kind: board, name: {sv: Styrelsen, en: The board}}
    - {id: writers, kind: group, name: {sv: Skribenter, en: Writers}}
    - {id: north, kind: region, code: "01", name: {sv: Norr, en: North}}
    - {id: middle, kind: region, code: "02", name: {sv: Mitt, en: Middle}}
    - {id: south, kind: region, code: "03", name: {sv: Söder, en: South}}
    - {id: island, kind: region, code: "04", name: {sv: Ön, en: Island}, from: 2028-01-01}
  calendar:
    saturday-works: false
    holidays:
      - {name: {sv: nyårsdagen, en: New Year's Day}, day: "01-01"}
  windows:
    - id: remiss
      title: {sv: Remiss, en: Consultation}
      opens-shift: forward
      closes-shift: back
      rounds:
        - {opens: "02-15", closes: "04-14", from: 2020}

  """
