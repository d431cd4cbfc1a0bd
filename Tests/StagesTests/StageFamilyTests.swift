import StageKit
import StageRegistry
import Testing

@Suite struct StageFamilyTests {
  @Test func `the family is what this build registers, each in its module`() {
    let registered = StageCatalogue(registeredStages).contracts
    #expect(Set(registered.map(\.name.name)).sorted() == StageFamily.names)
    for contract in registered {
      #expect(contract.module == StageFamily.module(of: contract.name.name))
    }
  }
}
