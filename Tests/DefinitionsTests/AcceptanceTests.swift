import CivilTime
import Definitions
import Located
import Testing

/// What the reader accepts, and what it makes of it.
@Suite struct AcceptanceTests {
  static let accepted = [
    """
    - {id: a, uses: step@1, with: {diverting: [side]}, outcomes: {side: c}}
    - {id: b, uses: step@1}
    - {id: c, uses: step@1}
    - {id: d, uses: step@1, after: [b, c]}
    """,
    """
    - {id: a, uses: step@1, with: {optional: [pause]}}
    - {id: b, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 99}}}
    """,
    """
    - {id: a, uses: step@1, for-each: regions, with: {diverting: [refuse]}}
    - {id: b, uses: step@1, for-each: regions, owner: lane, acts: {finish: lane}, proceed: {at-least: 3}}
    - {id: c, uses: step@1, with: {diverting: [back]}, outcomes: {back: {to: a, at-most: 1}}}
    """,
    """
    - {id: a, uses: step@1, in-force: done}
    - {id: b, uses: step@1, every: 12 months, align: quarter, with: {diverting: [retire]}, outcomes: {retire: c}}
    - {id: c, uses: step@1, out-of-force: done}
    """,
    """
    - {id: a, uses: step@1, window: remiss, remind: [4 weeks], escalate: {after: 1 week, to: board}}
    - {id: b, uses: step@1, within: 2 weeks, when: {edition: [first, revision]}}
    """,
  ]

  @Test(arguments: accepted)
  func `it is accepted without a finding`(stages: String) throws {
    let reading = try Reading(stages: stages)
    #expect(reading.told.isEmpty)
    #expect(reading.definitions.count == 1)
  }

  @Test func `a role takes bodies of a kind, and may have a title of its own`() throws {
    let reading = try Reading(
      stages: "- {id: a, uses: step@1}",
      head: "roles: {writer: group, chair: {kind: group, title: {sv: Ordförande, en: Chair}}}")
    #expect(reading.told.isEmpty)
    let roles = try #require(reading.definitions.first).roles
    #expect(roles.map(\.kind) == ["group", "group"])
    #expect(roles.map(\.title) == [nil, Text(sv: "Ordförande", en: "Chair")])
  }

  @Test func `what a stage takes and no earlier stage gives is warned of`() throws {
    let reading = try Reading(stages: "- {id: a, uses: «follow@1»}")
    #expect(reading.told == reading.expected("flow/nothing-given"))
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.definitions.count == 1)
  }

  @Test func `stages of one set that wait for the run alone are the run`() throws {
    let reading = try Reading(
      stages: """
        - {id: a, uses: step@1, for-each: regions}
        - {id: b, uses: step@1, for-each: regions}
        - {id: c, uses: step@1, for-each: regions, after: [a, b]}
        - {id: d, uses: step@1}
        - {id: e, uses: step@1, for-each: regions}
        """)
    let table = try #require(reading.definitions.first?.table)
    #expect(table.rows.map(\.stages) == [0..<3, 3..<4, 4..<5])
    #expect(table.runs.count == 2)
  }

  @Test func `layout, comments and one value for a list of one change no hash`() throws {
    let one = try Reading(
      stages: "- {id: a, uses: step@1, in-force: done, acts: {finish: board}}")
    let two = try Reading(
      stages: """
        - uses: step@1   # the same
          id: a
          acts:
            finish: [board]
          in-force: [done]
        """)
    #expect(one.definitions.first?.hash == two.definitions.first?.hash)
    let other = try Reading(stages: "- {id: a, uses: step@1}")
    #expect(one.definitions.first?.hash != other.definitions.first?.hash)
  }

  @Test func `a definition names its kinds, and its ways to be opened`() throws {
    let reading = try Reading(
      stages: """
        - {id: a, uses: step@1, in-force: done}
        - {id: b, uses: step@1, every: 6 months, with: {diverting: [large]}, outcomes: {large: new-case}}
        """, head: "product: [drug, method]\nopened-by: signal")
    let definition = try #require(reading.definitions.first)
    #expect(definition.kinds == ["drug", "method"])
    #expect(definition.openedBy == ["opened", "large", "signal"])
    #expect(definition.reference == "p@1")
  }
}
