import Canonical
import Definitions
import Lifecycle
import Runtime
import StageKit
import StageRegistry
import Store
import Testing

struct LibraryTests {
  @Test func `a case goes on when the file of its definition is gone`() throws {
    let store = MemoryStore()
    try Bench(store).open()
    let later = try Bench(store, hasFiles: false)
    #expect(try later.attach(id: "a").receipt?.events.count == 1)
    #expect(try later.runner.verify().faults == [])
  }

  @Test func `what the store has kept means what the file meant`() throws {
    let store = MemoryStore()
    let bench = try Bench(store)
    for (index, definition) in bench.runner.engine.definitions.enumerated() {
      let document = Document(
        kind: "definition", name: definition.definition.id, version: definition.definition.version,
        body: definition.definition.body, hash: definition.definition.hash)
      store.keep(document)
      let read = try Bench(store, hasFiles: false).runner.library[document.hash]
      #expect(read?.definition.body == definition.definition.body, "\(index)")
    }
    #expect(!bench.runner.engine.definitions.isEmpty)
  }

  @Test func `the register is kept by the hash that the events name`() throws {
    let store = MemoryStore()
    let bench = try Bench(store)
    try bench.open()
    let opened = try #require(store.events(of: "vp-a", from: 2).first)
    let named = opened.payload.withUnsafeBufferPointer { CaseOpened.replay($0) }?.register
    let hash = try #require(named.flatMap { ContentHash(hex: $0) })
    let document = try #require(store.document(hash))
    #expect(ContentHash(hashing: document.body) == hash)
  }

  @Test func `a case of a level that this build lacks can be read about, and says why`() throws {
    let store = MemoryStore()
    try Bench(store).open()
    let without = registeredStages.filter { $0.name != "remiss@1" }
    let bench = try Bench(store, stages: without, hasFiles: false)
    let refusals = try bench.attach(id: "a").refusals
    #expect(refusals.map(\.code) == ["case/read-only"])
    #expect(refusals.first?.text.sv.contains("'remiss'") == true, "\(refusals)")
    #expect(try bench.runner.state(of: "vp-a").unreadable.isEmpty == false)
  }
}
