import Canonical
import CivilTime
import Definitions
import Describing
import Located
import Register
import Testing

/// The days of a plan.
@Suite struct PlanTests {
  private func plan(
    _ reference: String, _ day: String, revision: Bool = false, openedBy: String = "opened",
    _ inputs: [String: String] = [:]
  ) throws -> Value {
    try PipelinePlan(
      Samples.definition(reference), organisation: Samples.organisation,
      opening: .init(
        on: Samples.day(day), isRevision: revision, openedBy: openedBy, inputs: inputs),
      language: .en
    ).value
  }

  private func refusal(_ reference: String, _ inputs: [String: String], openedBy: String = "opened")
    throws -> String?
  {
    do {
      _ = try plan(reference, "2026-03-02", openedBy: openedBy, inputs)
      return nil
    } catch let refusal as PipelinePlan.Refusal {
      return refusal.code
    }
  }

  private func stages(_ plan: Value) -> [String] {
    (plan["stages"]?.items ?? []).compactMap { $0["stage"]?.text }
  }

  @Test func `each stage opens on the day the one before is done`() throws {
    let plan = try plan("cancer-care-programme@3", "2026-03-02")
    let steps = plan["stages"]?.items ?? []
    let flow = steps.prefix(5)
    for (before, after) in zip(flow, flow.dropFirst()) {
      #expect(before["closes"] == after["opened"])
    }
    #expect(plan["in-force"] == .text("2028-02-11"))
  }

  @Test func `a consultation waits for its round, moved to working days`() throws {
    let plan = try plan("cancer-care-programme@3", "2026-02-16")
    let remiss = plan["stages"]?.items.first { $0["stage"] == .text("remiss") }
    // 15 November 2026 is a Sunday, and so is 14 February 2027.
    #expect(remiss?["opened"] == .text("2026-11-16"))
    #expect(remiss?["opens"] == .text("2026-11-16"))
    #expect(remiss?["closes"] == .text("2027-02-12"))
  }

  @Test func `a small revision goes without a consultation`() throws {
    let plan = try plan("cancer-care-programme@3", "2026-03-02", openedBy: "small-revision")
    #expect(plan["skipped"] == .list([.text("remiss")]))
    #expect(!stages(plan).contains("remiss"))
    #expect(plan["edition"] == .text("revision"))
  }

  @Test func `side by side, the longest decides when the next opens`() throws {
    let plan = try plan("sample@2", "2026-03-02", ["scope": "full", "needed": "2027-03-01"])
    let steps = plan["stages"]?.items ?? []
    func step(_ id: String) -> Value? { steps.first { $0["stage"] == .text(id) } }
    #expect(step("konsekvens")?["opened"] == step("lokalt")?["opened"])
    #expect(step("publicering")?["opened"] == step("lokalt")?["closes"])
    #expect(step("vagval")?["assumed"] == .text("full-round"))
    // The other way is not taken, and a phase-out only by a review.
    #expect(step("synpunkter") == nil && step("utfasning") == nil)
  }

  @Test func `from a month, a plan is in months`() throws {
    let plan = try plan("care-pathway@1", "2026-03")
    // Four weeks from January are still January.
    #expect(plan["in-force"] == .text("2028-01"))
  }

  @Test func `a plan is refused with what is lacking or unknown`() throws {
    #expect(try refusal("ordered-phase-out@1", [:]) == "case/missing-input")
    #expect(try refusal("ordered-phase-out@1", ["subject": "tv"]) == "case/bad-input")
    #expect(try refusal("ordered-phase-out@1", ["subjct": "drug"]) == "case/unknown-input")
    #expect(try refusal("ordered-phase-out@1", [:], openedBy: "whim") == "case/opened-by")
    #expect(try refusal("drug-introduction@1", ["approval": "soon"]) == "case/bad-input")
    #expect(try refusal("drug-introduction@1", [:]) == nil)
  }
}
