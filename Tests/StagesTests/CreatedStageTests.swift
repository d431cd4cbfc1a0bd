import StageTesting
import Testing

/// The stage that `stafett create stage` writes is a good one as it stands, in the folder `Created`.
@Suite struct CreatedStageTests {
  let bench = StageBench(SecondOpinion.self)

  @Test func `it keeps what every stage promises`() {
    #expect(bench.contractFaults == [])
  }

  @Test func `nothing that is said at random breaks it`() {
    #expect(bench.firstDifference(inRuns: 200, seed: 1) == nil)
  }
}
