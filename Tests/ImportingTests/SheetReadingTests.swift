import Importing
import Located
import Register
import SheetTesting
import Sheets
import Testing
import YAMLReading

/// Rows by a mapping: what they say, and what is wrong in which of them.
@Suite struct SheetReadingTests {
  private static let register = """
    kinds:
      - {id: region, title: {sv: Region, en: Region}, level: region}
      - {id: rcc, title: {sv: RCC, en: RCC}, level: national}
    bodies:
      - {id: region-08, kind: region, code: "08", name: Region Kalmar län}
      - {id: region-13, kind: region, code: "13", name: Region Halland}
      - id: region-14
        kind: region
        code: "14"
        name: Västra Götalandsregionen
      - id: region-17
        kind: region
        code: "17"
        name: Region Värmland
        earlier: [{name: Landstinget i Värmland, to: 2018}]
      - {id: region-18, kind: region, code: "18", name: Region Örebro län}
      - {id: rcc-syd, kind: rcc, name: RCC Syd}
      - {id: provningsradet, kind: rcc, name: Prövningsrådet (rådet för prövning)}
      - {id: sfp, kind: rcc, name: Svensk förening för prövning (SFP)}
    """

  private func mapping(_ text: String) throws -> Mapping {
    var reader = MappingReader()
    let root = try #require(YAMLReader.read(Array(text.utf8), path: "m.yaml").root)
    let read = reader.read(root)
    return try #require(read, "\(reader.diagnostics.map(\.message.en))")
  }

  private func organisation() throws -> Organisation {
    let root = try #require(YAMLReader.read(Array(Self.register.utf8), path: "r.yaml").root)
    return RegisterReading([root]).organisation
  }

  private func read(_ text: String, _ yaml: String) throws -> SheetReading {
    var reading = SheetReading(try mapping(yaml), try organisation())
    try reading.read("a.csv", Workbook(Array(text.utf8)))
    return reading
  }

  private static let regions = """
    mapping: m
    open:
      product: {column: Titel, as: slug}
      title: {column: Titel}
      pipeline: p
      inputs: {region: {column: Region, as: region}}
    """

  @Test(arguments: [
    ("Region Halland", "region-13"), ("halland", "region-13"), ("LTV Värmland", "region-17"),
    ("Landstinget i Värmland", "region-17"), ("Värmlands läns landsting", "region-17"),
    ("VGR", "region-14"), ("Västra Götaland", "region-14"), ("RÖL", "region-18"),
    ("Örebro", "region-18"), ("8", "region-08"), ("08", "region-08"), ("region-08", "region-08"),
    ("Region\u{A0}Kalmar  län", "region-08"),
  ])
  func `a region is found by what people call it`(_ name: String, _ id: String) throws {
    let reading = try read("Titel;Region\nA;\(name)", Self.regions)
    #expect(reading.entries.first?["inputs", "region"] == id, "\(reading.refused)")
  }

  @Test(arguments: [
    ("VGR/Halland", "import/merged-bodies"), ("Halland och Kalmar", "import/merged-bodies"),
    ("Hallland", "import/unknown-body"), ("RCC Syd", "import/unknown-body"),
  ])
  func `what is no single region is refused with its row`(_ name: String, _ code: String) throws {
    let reading = try read("Titel;Region\nA;\(name)", Self.regions)
    let refused = try #require(reading.refused.first)
    #expect(refused.fault.code == code)
    #expect(refused.fault.column == 2)
    #expect(refused.place.lines == [2])
  }

  @Test(arguments: ["Prövningsrådet", "rådet för prövning", "Prövningsrådet (rådet för prövning)"])
  func `a body with a name in parentheses is found by either part`(_ name: String) throws {
    let yaml = Self.regions + "\n  roles: {owner: {column: Ansvarig, as: body}}"
    let reading = try read("Titel;Region;Ansvarig\nA;8;\(name)", yaml)
    #expect(reading.entries.first?["roles", "owner"] == "provningsradet", "\(reading.refused)")
  }

  @Test(arguments: ["SFP", "sfp", "Svensk förening för prövning"])
  func `a short name that is the id too is one body`(_ name: String) throws {
    let yaml = Self.regions + "\n  roles: {owner: {column: Ansvarig, as: body}}"
    let reading = try read("Titel;Region;Ansvarig\nA;8;\(name)", yaml)
    #expect(reading.entries.first?["roles", "owner"] == "sfp", "\(reading.refused)")
  }

  @Test func `all that is wrong in a row is told at once, each with its column`() throws {
    let yaml =
      Self.regions + "\n" + """
          roles: {owner: {column: Ansvarig, as: body}}
        """
    let reading = try read("Titel;Region;Ansvarig\nA;Hallland;Nemo\nB;VGR;RCC Syd", yaml)
    #expect(
      reading.refused.map { "\($0.place.range) \($0.fault.column ?? 0) \($0.fault.code)" }
        == ["2 2 import/unknown-body", "2 3 import/unknown-body"])
    #expect(reading.entries.map(\.key) == ["b"])
  }

  @Test func `headings are found below others, and blank rows are told`() throws {
    let text = "Status 2019;;\nTITEL*;Region:;Annat\n;;x\nA;Halland;\n\nTitel;Region;Annat\nB;VGR;"
    let yaml = Self.regions
    let reading = try read(text, yaml)
    #expect(reading.entries.map(\.key) == ["a", "b"])
    #expect(reading.blank.map(\.lines) == [[3, 5, 6]])
  }

  @Test func `a title over lines is one line`() throws {
    let reading = try read("Titel;Region\n\"Två\nrader\";8", Self.regions)
    #expect(reading.entries.first?["title"] == "Två rader")
  }

  @Test func `a reply template in a sheet says its labels in cells`() throws {
    var file = SheetFile()
    file.add(
      "Svar",
      [
        [.text("Remissinstans:"), .blank, .text("Region Halland")],
        [.text("Hållning: ja")], [], [.text("Kap"), .text("Synpunkt")],
        [.text("4.2"), .text("Kräver fler")],
      ])
    var reading = SheetReading(
      try mapping(
        """
        mapping: m
        one-per: file
        act:
          stage: remiss
          act: respond
          fields:
            party: {label: [Remissinstans, Avsändare], as: body}
            stance: {label: Hållning, words: {ja: endorse}}
            comments: {rows: {chapter: {column: Kap}, text: {column: Synpunkt}}}
        """), try organisation())
    try reading.read("svar/halland.xlsx", Workbook(file.bytes))
    let entry = try #require(reading.entries.first, "\(reading.refused)")
    #expect(entry.key == "halland.xlsx")
    #expect(entry.form?["party"]?.text == "region-13")
    #expect(entry.form?["stance"]?.text == "endorse")
    #expect(entry.form?["comments"]?.items.map { $0["chapter"]?.text } == ["4.2"])
  }

  @Test func `the same title twice is one too many`() throws {
    let reading = try read("Titel;Region\nA b;8\na  B;13", Self.regions)
    #expect(reading.entries.count == 1)
    #expect(reading.refused.first?.fault.code == "import/said-twice")
    #expect(reading.refused.first?.fault.text.en.contains("row 2") == true)
  }

  @Test func `a sheet about patients is not read at all`() {
    #expect { try read("Titel;Region;Personnummer\nA;8;", Self.regions) } throws: {
      ($0 as? ImportFault)?.code == "import/patient-data"
        && ($0 as? ImportFault)?.text.sv.contains("'Personnummer'") == true
    }
  }

  @Test func `a heading that is missing is named with its nearest`() {
    #expect { try read("Titell;Region\nA;8", Self.regions) } throws: {
      ($0 as? ImportFault)?.text.en.contains("did you mean 'Titell'?") == true
    }
  }

  private static let answers = """
    mapping: m
    one-per: {column: Instans, as: body, many: true}
    act:
      case: c
      stage: remiss
      act: respond
      fields:
        party: {column: Instans, as: body, many: true}
        stance: {column: Hållning, words: {ja: endorse}}
        comments: {rows: {chapter: {column: Kap}, text: {column: Synpunkt}}}
    """

  @Test func `rows of one party are one act, with places that point at the cells`() throws {
    let reading = try read(
      "Instans;Hållning;Kap;Synpunkt\nHalland;ja;4,2;a\nVGR / Kalmar;Ja;;\nRegion Halland;;5;b",
      Self.answers)
    #expect(reading.entries.map(\.place.range) == ["2, 4", "3"])
    let form = try #require(reading.entries.first?.form)
    #expect(form["party"]?.items.map(\.text) == ["region-13"])
    #expect(form["stance"]?.text == "endorse")
    #expect(form["comments"]?.items.map { $0["text"]?.text } == ["a", "b"])
    #expect(form["comments"]?.items.last?["text"]?.span.start.line == 4)
    #expect(reading.entries.last?.form?["party"]?.items.count == 2)
    #expect(reading.entries.last?.form?["comments"] == nil)
  }

  @Test func `rows of one party may not say two things`() throws {
    let reading = try read(
      "Instans;Hållning;Kap;Synpunkt\nHalland;ja;4;a\nHalland;nej;5;b", Self.answers)
    #expect(reading.entries.isEmpty)
    #expect(reading.refused.first?.fault.code == "import/unknown-word")
  }

  @Test(arguments: [
    "mapping: m\nopen: {product: a, title: b, pipelin: c}",
    "mapping: m", "mapping: m\nact: {stage: a}",
    "mapping: m\nopen: {product: {colum: A}, title: b, pipeline: c}",
    "mapping: m\nopen: {product: {column: A, as: dat}, title: b, pipeline: c}",
    "mapping: m\nheading: 0\nact: {stage: a, act: b}",
    "mapping: m\none-per: cell\nact: {stage: a, act: b}", "[]", "open: []",
  ])
  func `a mapping that is wrong is told with its place`(_ text: String) throws {
    var reader = MappingReader()
    let root = try #require(YAMLReader.read(Array(text.utf8), path: "m.yaml").root)
    #expect(reader.read(root) == nil)
    #expect(!reader.diagnostics.isEmpty)
  }
}
