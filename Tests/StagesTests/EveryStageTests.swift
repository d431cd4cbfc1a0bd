import StageKit
import StageRegistry
import StageTesting
import Testing

/// What holds for every stage of the build, ours or not.
@Suite struct EveryStage {
  @Test(arguments: registeredStages)
  func `keeps the contract`(stage: any Stage.Type) {
    #expect(StageBench(stage).contractFaults == [])
  }

  @Test(arguments: registeredStages)
  func `stands random use, and stored bytes make an equal attempt`(stage: any Stage.Type) {
    let (accepted, difference) = StageBench(stage).randomRuns(150, seed: 20_190_916)
    #expect(difference == nil)
    #expect(accepted > 100, "too little was accepted to show anything")
  }

  @Test func `has a name of its own`() {
    #expect(StageCatalogue(registeredStages).clashes == [])
  }
}
