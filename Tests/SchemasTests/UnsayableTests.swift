import Located
import StageKit
import Testing
import YAMLReading

@testable import Schemas

/// The things that a schema cannot say, each with a definition that only the reader refuses.
@Suite struct UnsayableTests {
  /// What cannot be said, and what shows it.
  struct Item: Sendable, CustomTestStringConvertible {
    let what, code: String
    /// A change of the definition below: what is replaced, and by what.
    let old, new: String
    var testDescription: String { what }

    init(_ what: String, _ code: String, _ old: String, _ new: String) {
      self.what = what
      self.code = code
      self.old = old
      self.new = new
    }
  }

  static let items = [
    Item("a body that is not there", "ref/unknown-body", "owner: npo-cancer", "owner: npo-canser"),
    Item("a stage that is not there", "ref/unknown-stage", "after: utkast", "after: utkst"),
    Item(
      "a window that is not there", "ref/unknown-window", "window: national-remiss",
      "window: national-remis"),
    Item("an input that is not there", "ref/unknown-input", "key: [diagnosis]", "key: [region]"),
    Item(
      "an outcome that the settings name", "ref/unknown-outcome", "refer-back: {to",
      "refer-bak: {to"),
    Item(
      "an outcome that a setting may take away", "flow/unhandled-outcome", "reject: end}",
      "no-quorum: end}"),
    Item("the order of the stages", "flow/cycle", "after: utkast", "after: beslut"),
    Item(
      "two keys that exclude each other", "time/two-deadlines", "optional: false",
      "due: 1 week before day"),
    Item(
      "two dates that belong together", "time/ends-before-start", "from: 2021-01-01",
      "from: 2021-01-01, to: 2020-12-31"),
    Item("a key that another asks for", "schema/enum-values", "values: [small, large],", ""),
    Item("an id that another stage has", "schema/duplicate-id", "id: beslut", "id: utkast"),
    Item("a value that an input cannot have", "schema/bad-choice", "{size: small}", "{size: huge}"),
    Item(
      "what a stage says of its settings", "draft/listed-twice", "[slutversion]",
      "[slutversion, slutversion]"),
    Item("a word that needs quotes", "yaml/ambiguous-scalar", "key: [diagnosis]", "key: [no]"),
    Item("an old way to say yes", "yaml/legacy-boolean", "optional: false", "optional: True"),
    Item("a number with a sign", "schema/wrong-type", "at-most: 2", "at-most: +2"),
    Item(
      "a limit of the whole", "limit/stages", "\nstages:",
      "\nstages:"
        + (1...63).map { "\n  - {id: s\($0), uses: publication@1, within: 1 week}" }.joined()),
  ]

  static let definition = """
    pipeline: riktlinje
    version: "1"
    valid: {from: 2021-01-01}
    title: {sv: Riktlinje, en: Guideline}
    product: guideline
    key: [diagnosis]
    owner: npo-cancer
    inputs:
      diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}
      size: {type: enum, values: [small, large], title: {sv: Storlek, en: Size}}
      day: {type: date, title: {sv: Dag, en: Day}}
    remind: [1 week]
    stages:
      - {id: utkast, uses: draft@1, within: 3 months, with: {documents: [slutversion]}}
      - {id: remiss, uses: remiss@1, after: utkast, window: national-remiss, optional: false, with: {parties: [regions]}}
      - {id: kort, uses: publication@1, within: 1 week, when: {size: small}}
      - {id: beslut, uses: decision@1, within: 1 month, outcomes: {refer-back: {to: utkast, at-most: 2}, reject: end}}

    """

  let schema = Validator(PipelineSchema(catalogue, .en).value)

  private func document(_ text: String) throws -> (Draft, [Diagnostic]) {
    let place = try #require(Corpus.all.good.first { $0.description == "flow/cycle/ok.yaml" })
    let root = try #require(YAMLReader.read(Array(text.utf8), path: "draft.yaml").root)
    return (Draft(root), place.findings(of: root))
  }

  @Test func `the definition itself is accepted by both`() throws {
    let (draft, findings) = try document(Self.definition)
    #expect(findings.filter { $0.severity == .error } == [])
    #expect(schema.errors(in: draft.json) == [])
  }

  @Test(arguments: items)
  func `only the reader can tell`(_ item: Item) throws {
    #expect(Self.definition.contains(item.old))
    let (draft, findings) = try document(Self.definition.replacing(item.old, with: item.new))
    #expect(findings.map(\.code).contains(item.code), "\(findings.map(\.code))")
    #expect(schema.errors(in: draft.json) == [])
  }

  @Test func `a key twice is seen only where both stand`() {
    let text = Self.definition + "owner: npo-cancer\n"
    let read = YAMLReader.read(Array(text.utf8), path: "draft.yaml")
    #expect(read.diagnostics.map(\.code) == ["yaml/duplicate-key"])
  }

  @Test func `letters of two code points are counted twice by a schema`() throws {
    let long = String(repeating: "a\u{30A}", count: 300)
    let (draft, findings) = try document(
      Self.definition.replacing("sv: Riktlinje", with: "sv: \(long)"))
    #expect(findings.filter { $0.severity == .error } == [])
    #expect(schema.errors(in: draft.json) == ["/title/sv: is too long"])
  }

  @Test func `only the stages named here have outcomes that their settings decide`() {
    let open = catalogue.contracts.filter { contract in
      !StageVariant(contract, SchemaWriter(.en)).isClosed
    }
    #expect(open.map(\.name.description) == Unsayable.openStages)
  }
}
