import Canonical
import CivilTime
import Located
import StageKit
import Testing

@testable import Schemas

/// What the schema says to an editor and to a person.
@Suite struct SchemaTests {
  let schema = PipelineSchema(catalogue, .sv).value

  private func field(_ path: String...) throws -> Value {
    try path.reduce(schema) { value, key in try #require(value[key], "\(key) of \(path)") }
  }

  @Test func `it follows the draft of 2020-12 and names the set of stages it is made for`() throws {
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$comment"]?.text?.contains(catalogue.digest.description) == true)
  }

  @Test func `every key has a title and help in the language asked for`() throws {
    for language in Language.allCases {
      let schema = PipelineSchema(catalogue, language).value
      let keys = try #require(schema["properties"]?.fields)
      let stages = try #require(schema["$defs"]?["stage-keys"]?["properties"]?.fields)
      for field in keys + stages {
        #expect(field.value["title"]?.text?.isEmpty == false, "\(field.key)")
        #expect(field.value["description"]?.text?.isEmpty == false, "\(field.key)")
        #expect(field.value["markdownDescription"]?.text?.hasPrefix("**") == true, "\(field.key)")
      }
    }
    #expect(try field("properties", "owner", "title").text == "Ansvarig")
  }

  @Test func `each stage of the build is a choice of uses, with its title and help`() throws {
    let uses = try field("$defs", "stage-keys", "properties", "uses")
    #expect(uses["enum"]?.items.compactMap(\.text) == catalogue.contracts.map(\.name.description))
    let meanings = try #require(uses["markdownEnumDescriptions"]?.items)
    for (meaning, contract) in zip(meanings, catalogue.contracts) {
      #expect(meaning.text?.hasPrefix(contract.title.sv) == true)
    }
  }

  @Test func `each stage has its settings, acts and outcomes`() throws {
    let variants = try field("$defs", "stage-keys", "allOf").items
    #expect(variants.count == catalogue.contracts.count)
    for (variant, contract) in zip(variants, catalogue.contracts) {
      let name = variant["if"]?["properties"]?["uses"]?["const"]?.text
      #expect(name == contract.name.description)
      let then = try #require(variant["then"]?["properties"])
      let settings = then["with"]?["properties"]?.fields.map(\.key)
      #expect(settings == contract.settings.fields.map(\.key))
      #expect(then["with"]?["additionalProperties"] == .flag(false))
      #expect(then["acts"]?["properties"]?.fields.map(\.key) == contract.acts.map(\.name))
      #expect(then["outcomes"]?["properties"]?.fields.isEmpty == false)
    }
  }

  @Test(arguments: [1899, 1900, 1904, 1999, 2000, 2019, 2020, 2096, 2100, 2196, 2199, 2200])
  func `the pattern of a date takes exactly the days and months there are`(year: Int) throws {
    let pattern = try Regex(SchemaWriter.datePattern)
    func agree(_ text: String) {
      #expect((text.firstMatch(of: pattern) != nil) == (CivilDate(text) != nil), "\(text)")
    }
    for month in 0...13 {
      let head = "\(year)-\(month < 10 ? "0" : "")\(month)"
      agree(head)
      for day in ["00", "01", "28", "29", "30", "31", "32"] { agree("\(head)-\(day)") }
    }
  }

  @Test func `the schema of a scenario is made of its form`() throws {
    let scenario = ScenarioSchema(.sv).value
    #expect(scenario["required"]?.items.compactMap(\.text) == ["scenario"])
    #expect(scenario["properties"]?["steps"]?["items"]?["additionalProperties"] == .flag(false))
  }
}
