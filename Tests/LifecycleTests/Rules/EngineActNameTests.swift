import Lifecycle
import StageKit
import Testing

/// A definition may give the engine's acts to others, so the reader knows them by name; the engine
/// stands above it and has the acts themselves.
@Suite struct EngineActNameTests {
  @Test func `the reader knows the engine's acts, each and no other`() {
    #expect(EngineActs.names.sorted() == EngineAct.allCases.map(\.rawValue).sorted())
  }
}
