import Canonical
import Lifecycle
import Runtime
import StageKit
import Store
import Testing

struct RunnerTests {
  @Test func `a command is done once, and asked for again gets the first answer`() throws {
    let bench = try Bench()
    try bench.open()
    let first = try #require(try bench.attach(id: "a").receipt)
    _ = try bench.attach("cover-letter", id: "b")
    guard case .repeated(let again) = try bench.attach(id: "a") else {
      Issue.record("the second was not known again")
      return
    }
    #expect(again.events == first.events)
    #expect(again.state.version == first.state.version)
    #expect(try bench.runner.state(of: "vp-a").version == first.state.version + 1)
  }

  @Test func `the same id for something else is a mistake`() throws {
    let bench = try Bench()
    try bench.open()
    _ = try bench.attach(id: "a")
    guard case .reused(let id, let first, let last) = try bench.attach("cover-letter", id: "a")
    else {
      Issue.record("the id was taken twice")
      return
    }
    #expect((id, first, last) == ("a", 4, 4))
  }

  @Test func `a command is repeated also when it could not be given anew`() throws {
    let bench = try Bench()
    try bench.open()
    for document in ["consultation-draft", "impact-statement", "cover-letter"] {
      _ = try bench.attach(document, id: document)
    }
    func submit() throws -> Answer {
      try bench.perform(
        .act(
          caseID: "vp-a-1", spot: Spot("utkast"), act: "submit", form: try form([:]),
          corrects: nil), on: "vp-a", for: "vpg-a", "2026-02-02", id: "submit")
    }
    #expect(try submit().receipt?.events.count == 3)
    guard case .repeated = try submit() else {
      Issue.record("the stage is closed, but the answer is known")
      return
    }
  }

  @Test func `who names an old version is told what has happened since`() throws {
    let bench = try Bench()
    try bench.open()
    _ = try bench.attach(id: "a", expecting: 3)
    guard case .stale(let current, let since) = try bench.attach(id: "b", expecting: 3) else {
      Issue.record("nobody was told")
      return
    }
    #expect(current == 4)
    #expect(since.map(\.command) == ["a"])
  }

  @Test func `who names no version is decided anew on what others have done`() throws {
    let rival = Rival(first: MemoryStore())
    let bench = try Bench(rival)
    try bench.open()
    rival.interfere { _ = try Bench(rival.first).attach("cover-letter", id: "theirs") }
    let receipt = try #require(try bench.attach(id: "ours").receipt)
    #expect(receipt.before.version == 4)
    #expect(try bench.store.events(of: "vp-a", from: 4).map(\.command) == ["theirs", "ours"])
    #expect(try bench.runner.verify().faults == [])
  }

  @Test func `the time of recording never falls, and says so when it was lifted`() throws {
    let bench = try Bench()
    try bench.open()
    let before = bench.clock.now
    bench.clock.now = Instant(milliseconds: before.milliseconds - 60_000)
    let receipt = try #require(try bench.attach(id: "a").receipt)
    #expect(receipt.wasLifted)
    #expect(receipt.events.allSatisfy { $0.recordedAt == before })
    #expect(try bench.attach(id: "a").receipt?.wasLifted == true)
    bench.clock.now = Instant(milliseconds: before.milliseconds + 60_000)
    #expect(try bench.attach(id: "b").receipt?.wasLifted == false)
  }

  @Test func `a product of the same kind and key is not opened twice`() throws {
    let bench = try Bench()
    try bench.open("vp-a", id: "a")
    let refusals = try bench.open("vp-b", id: "b").refusals
    #expect(refusals.map(\.code) == ["product/exists"])
    #expect(refusals.first?.text.en.contains("vp-a has the same already") == true)
    #expect(refusals.first?.text.en.contains("Diagnosis: C61.9") == true)
    #expect(try bench.store.events(of: "vp-b", from: 1).isEmpty)
    #expect(try bench.open("vp-c", about: "C62", id: "c").receipt != nil)
    guard case .repeated = try bench.open("vp-a", id: "a") else {
      Issue.record("a product is no twin of its own")
      return
    }
  }

  @Test func `a dry run says what would follow and writes nothing`() throws {
    let store = MemoryStore()
    let bench = try Bench(store)
    try bench.open()
    let receipt = try #require(try bench.attach(id: "a", isDryRun: true).receipt)
    #expect(receipt.events.map(\.sequence) == [4])
    #expect(store.events(of: "vp-a", from: 1).count == 3)
    #expect(store.result(of: "a", in: "vp-a") == nil)
  }

  @Test func `a refusal writes nothing and names the place`() throws {
    let bench = try Bench()
    try bench.open()
    let refusals = try bench.attach("nothing-known", id: "a").refusals
    #expect(!refusals.isEmpty)
    #expect(refusals.allSatisfy { $0.place == "document" })
    #expect(try bench.runner.state(of: "vp-a").version == 3)
  }

  @Test func `the deadlines that were set are in the receipt`() throws {
    let bench = try Bench()
    let deadlines = try #require(try bench.open().receipt).deadlines
    #expect(deadlines.map(\.spot) == [Spot("utkast")])
    #expect(deadlines.map(\.deadline.closes) == [try date("2026-10-07")])
  }
}
