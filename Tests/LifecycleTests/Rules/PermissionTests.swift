import Canonical
import Register
import StageKit
import Testing

@testable import Lifecycle

/// Who may act.
@Suite struct PermissionTests {
  @Test func `without an owner a stage belongs to the pipeline's`() throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open()
    flow.finish("a", by: "writers")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.reasons == "Writers (writers) may not do 'finish' here; The board (board) may")
    #expect(flow.finish("a", by: "board"))
  }

  @Test func `a stage of a lane belongs to its member`() throws {
    let flow = try Flow("- {id: a, uses: follow@1, for-each: regions}")
    flow.open()
    flow.act("a", "report", "{stand: 'yes'}", lane: "north", by: "board")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.reasons.hasSuffix("; North (north) may"))
    flow.act("a", "report", "{stand: 'yes'}", lane: "north", by: "south")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.report("a", "yes", "north"))
  }

  @Test func `an owner that the stage names takes its place`() throws {
    let flow = try Flow("- {id: a, uses: step@1, owner: writers}")
    flow.open()
    flow.finish("a", by: "board")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.finish("a", by: "writers"))
  }

  @Test func `an owner may be a role`() throws {
    let flow = try Flow("- {id: a, uses: step@1, owner: group}", head: "roles: {group: group}")
    flow.open(roles: ["group": "readers"])
    flow.finish("a", by: "writers")
    #expect(flow.reasons.hasSuffix("; Readers (readers) may"))
    #expect(flow.finish("a", by: "readers"))
  }

  @Test func `the pipeline's owner may be a role`() throws {
    let flow = try Flow(
      "- {id: a, uses: step@1}", head: "owner: group\nroles: {group: group}")
    #expect(flow.open(roles: ["group": "readers"], by: "readers"))
    #expect(flow.finish("a", by: "readers"))
  }

  @Test(arguments: ["writers", "readers", "board", "court"])
  func `acts: gives an act to a set, a body or a role beside the owner`(by: String) throws {
    let flow = try Flow(
      "- {id: a, uses: step@1, acts: {say: [groups, helper]}}", head: "roles: {helper: board}")
    flow.open(roles: ["helper": "court"])
    #expect(flow.act("a", "say", "{text: hi}", by: by))
    guard by != "board" else { return }
    flow.finish("a", by: by)
    #expect(flow.codes == ["permission/not-allowed"], "and no other act")
  }

  @Test func `acts: lane gives an act to the member of a lane that another owns`() throws {
    let flow = try Flow(
      "- {id: a, uses: follow@1, for-each: regions, owner: board, acts: {report: lane}}")
    flow.open()
    #expect(flow.report("a", "later", "north"))
    flow.act("a", "report", "{stand: 'yes'}", lane: "north", by: "south")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.act("a", "report", "{stand: 'yes'}", lane: "north", by: "board"))
  }

  @Test(arguments: [("2025-12-31", false), ("2026-01-01", true), ("2027-01-01", false)])
  func `a link to act for another holds on its days`(on: String, mayAct: Bool) throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open("2025-11-03")
    #expect(flow.finish("a", on: on, by: "office") == mayAct)
    #expect(flow.codes == (mayAct ? [] : ["permission/not-allowed"]))
  }

  @Test func `a body that has ended acts no more, and a set is that of the day`() throws {
    let flow = try Flow("- {id: a, uses: step@1, acts: {say: regions}}")
    flow.open("2026-03-02")
    flow.act("a", "say", "{text: hi}", by: "island")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.act("a", "say", "{text: hi}", on: "2028-03-01", by: "island"))
  }

  @Test func `a refusal names a few of many`() throws {
    let flow = try Flow("- {id: a, uses: step@1, acts: {say: [regions, groups]}}")
    flow.open()
    flow.act("a", "say", "{text: hi}", by: "court")
    #expect(
      flow.reasons
        == "The court (court) may not do 'say' here; The board (board), North (north), "
        + "Middle (middle), … may")
  }

  @Test func `the owner of a case, or a body with a role in it, opens it`() throws {
    let flow = try Flow("- {id: a, uses: step@1}", head: "roles: {group: group}")
    flow.open(roles: ["group": "readers"], by: "writers")
    #expect(flow.codes == ["permission/not-allowed"])
    #expect(flow.open(roles: ["group": "readers"], by: "readers"))
  }

  @Test func `what an act fails on and who may do it are told at once`() throws {
    let flow = try Flow("- {id: a, uses: step@1}")
    flow.open()
    flow.act("a", "finnish", by: "writers")
    #expect(flow.codes == ["case/unknown-act"])
    #expect(flow.reasons.contains("did you mean 'finish'"))
    flow.act("b", "finish")
    #expect(flow.codes == ["case/unknown-stage"])
  }

  @Test func `a setting's sets are resolved when the stage opens, and stand in the event`() throws {
    let flow = try Flow("- {id: a, uses: step@1, with: {parties: [regions, court]}}")
    flow.open("2027-12-30")
    let sets = try #require(flow.attempts("a").last?.opening.sets)
    #expect(sets.map(\.name) == ["regions", "court"])
    #expect(sets.map { $0.members.map(\.id) } == [["north", "middle", "south"], ["court"]])
    let opened = try #require(flow.events.last { $0.type == StageOpened.type })
    #expect(String(decoding: opened.payload, as: UTF8.self).contains(#""members":["north""#))
    let first = try #require(flow.events.first { $0.type == CaseOpened.type })
    let hash = flow.engine.organisation.hash.description
    #expect(String(decoding: first.payload, as: UTF8.self).contains(hash))
  }
}
