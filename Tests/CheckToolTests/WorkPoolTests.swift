import CheckTool
import Synchronization
import Testing

/// Pieces of work side by side.
@Suite struct WorkPoolTests {
  @Test(arguments: [1, 2, 7, 64], [0, 1, 2, 1000])
  func `each piece is done once, and all are done when it comes back`(
    _ threads: Int, _ count: Int
  ) {
    let done = Mutex([Int](repeating: 0, count: count))
    WorkPool(threads: threads).run(count) { index in done.withLock { $0[index] += 1 } }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test func `there is at least one thread, and no more than eight unless asked for`() {
    #expect((1...8).contains(WorkPool().threads))
    #expect(WorkPool(threads: 20).threads == 20)
    #expect(WorkPool(threads: 0).threads == 1)
  }
}
