import CivilTime
import Definitions
import Testing

/// Variants: a base with some stages replaced, inserted or dropped.
@Suite struct VariantTests {
  static let base = Reading.pipeline(
    """
    - {id: a, uses: step@1, within: 2 weeks, owner: writers}
    - {id: b, uses: step@1}
    - {id: c, uses: step@1}
    """)

  static func variant(_ stages: String, _ keys: String = "") -> String {
    """
    pipeline: v
    version: "1"
    extends: p@1
    for: north
    valid: {from: 2021-01-01}
    title: {sv: Variant, en: Variant}
    \(keys)
    stages:
    \(stages.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
    """
  }

  static func read(_ stages: String, _ keys: String = "") throws -> PipelineDefinition {
    let reading = try Reading([base, variant(stages, keys)])
    try #require(reading.told.isEmpty, "\(reading.told)")
    return try #require(reading.definitions.last)
  }

  @Test func `by stage id a key replaces whole, and the rest is the base's`() throws {
    let variant = try Self.read("- {id: a, within: 4 weeks}")
    #expect(variant.id == "v")
    #expect(variant.region == "north")
    #expect(variant.validFrom == CivilDate("2021-01-01"))
    #expect(variant.stages.map(\.id) == ["a", "b", "c"])
    #expect(variant.stages[0].deadline == .within(try #require(CivilDuration("4 weeks"))))
    #expect(variant.stages[0].owner == "writers")
  }

  @Test func `a new stage says its place in the file`() throws {
    let variant = try Self.read("- {id: x, uses: step@1, insert: {after: a}}")
    #expect(variant.stages.map(\.id) == ["a", "x", "b", "c"])
    #expect(variant.table.rows.map(\.after) == [0, 1, 2, 4])
  }

  @Test func `a stage is dropped, and the one after follows the one before`() throws {
    let variant = try Self.read("- {id: a, within: 4 weeks}", "drop: [b]")
    #expect(variant.stages.map(\.id) == ["a", "c"])
  }

  @Test func `a variant hashes as if it had been written flat`() throws {
    let variant = try Self.read("- {id: a, within: 4 weeks}", "drop: [b, c]")
    let flat = try Reading(
      stages: "- {id: a, uses: step@1, within: 4 weeks, owner: writers}",
      head: """
        pipeline: v
        for: north
        valid: {from: 2021-01-01}
        title: {sv: Variant, en: Variant}
        """)
    #expect(variant.hash == flat.definitions.first?.hash)
  }

  static let refused = [
    ("- {id: «x», uses: step@1}", "", "flow/no-place"),
    ("- {id: x, uses: step@1, insert: {after: «z»}}", "", "ref/unknown-stage"),
    ("- {id: a, within: 4 weeks}", "drop: [«z»]", "ref/unknown-stage"),
    ("- {id: c, after: «b»}", "drop: [b]", "ref/unknown-stage"),
    ("- {id: a, owner: «wirters»}", "", "ref/unknown-body"),
  ]

  @Test(arguments: refused)
  func `it is refused where it stands`(stages: String, keys: String, code: String) throws {
    let reading = try Reading([Self.base, Self.variant(stages, keys)])
    #expect(reading.told == reading.expected(code))
    #expect(reading.definitions.map(\.id) == ["p"])
  }

  @Test func `a base that is not read together with it is refused`() throws {
    let reading = try Reading([
      Self.variant("- {id: a, within: 4 weeks}").replacing("extends: p@1", with: "extends: «p@1»")
    ])
    #expect(reading.told == reading.expected("ref/unknown-base"))
  }

  @Test func `a variant of a variant is refused`() throws {
    let second = Self.variant("- {id: a, within: 6 weeks}")
      .replacing("pipeline: v", with: "pipeline: w")
      .replacing("extends: p@1", with: "extends: «v@1»")
    let reading = try Reading([Self.base, Self.variant("- {id: a, within: 4 weeks}"), second])
    #expect(reading.told == reading.expected("flow/extends-variant"))
  }

  @Test func `a fault of the base is told in the base's file`() throws {
    let base = Self.base.replacing("owner: writers", with: "owner: «wirters»")
    let reading = try Reading([base, Self.variant("- {id: b, within: 4 weeks}")])
    #expect(Set(reading.told) == Set(reading.expected("ref/unknown-body")))
  }

  @Test func `two definitions of one id and version are refused`() throws {
    let reading = try Reading([
      Self.base, Self.base.replacing("pipeline: p", with: "pipeline: «p»"),
    ])
    #expect(reading.told == reading.expected("ref/duplicate-definition"))
  }
}
