import Canonical
import CivilTime
import Foundation
import Lifecycle
import Store
import Synchronization
import Testing

/// What every store must do, whatever it keeps its rows in.
@Suite(.serialized) struct StoreContract {
  @Test(arguments: StoreKind.allCases)
  func `what was appended is read back as it was`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let first = try append("c-1", count: 3)
      #expect(try store.append(first) == .appended)
      let second = try append("c-2", after: first.events, count: 2)
      #expect(try store.append(second) == .appended)
      let all = first.events + second.events
      #expect(try store.events(of: product, from: 1) == all)
      #expect(try store.events(of: product, from: 4) == Array(all[3...]))
      #expect(try store.events(of: product, from: 6).isEmpty)
      #expect(try store.events(of: "unknown", from: 1).isEmpty)
      #expect(EventChain.fault(in: try store.events(of: product, from: 1)) == nil)
      #expect(try store.integrityFaults().isEmpty)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `streams are listed by name with their version`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      for (stream, count) in [("b", 2), ("a", 1), ("c", 3)] {
        _ = try store.append(append("c", count: count, stream: stream))
      }
      let expected = try [("a", 1), ("b", 2), ("c", 3)].map { stream, version in
        StreamSummary(
          stream: stream, kind: "care-programme", version: version,
          head: try store.events(of: stream, from: version).first?.hash)
      }
      #expect(try store.streams() == expected)
      #expect(expected.allSatisfy { $0.head != nil })
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of each stream the first event is told that happened later than a day`(
    _ kind: StoreKind
  ) throws {
    try kind.withStore { store in
      let days = ["2026-03-01", "2026-04", "2026-04-20", "2026-04-02", "2026-06-01"]
      var drafts = try days.indices.map { try draft($0 + 1) }
      for (index, day) in days.enumerated() { drafts[index].effectiveAt = try date(day) }
      let all = EventChain.seal(drafts, after: ChainHead(of: nil))
      _ = try store.append(append("c-1", count: days.count) { $0.events = all })
      for (day, first) in [
        ("2026-02-28", 1), ("2026-03-01", 2), ("2026-04", 3), ("2026-04-10", 3), ("2026-04-20", 5),
      ] {
        #expect(try store.firstEvents(after: date(day)) == [product: first], "\(day)")
      }
      #expect(try store.firstEvents(after: date("2026-06-01")).isEmpty)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `what is appended together is written whole or not at all`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let a = try append("c-1", stream: "a") {
        $0.effects = [effect("mail-1", sequence: 1, of: "a")]
      }
      let b = try append("c-1", count: 2, stream: "b")
      let late = try append("c-2", after: b.events, stream: "c")
      #expect(
        try store.append([a, b, late]) == [.withheld, .withheld, .stale(current: 0, since: [])])
      #expect(try store.streams().isEmpty)
      #expect(try store.outbox().isEmpty)

      let next = try append("c-2", after: b.events, stream: "b")
      #expect(try store.append([a, b, next]) == [.appended, .appended, .appended])
      #expect(try store.events(of: "b", from: 1) == b.events + next.events)
      #expect(try store.events(of: "b", in: 2...2) == [b.events[1]])

      // Asked for again with one more, what was done is known, and the rest is done.
      let c = try append("c-1", stream: "c")
      #expect(
        try store.append([a, c, b]) == [.duplicate(a.result), .appended, .duplicate(b.result)])
      #expect(try store.outbox().count == 1)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `the same command twice is one`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let first = try append("c-1") { $0.effects = [effect("mail-1", sequence: 2)] }
      #expect(try store.append(first) == .appended)
      #expect(try store.append(first) == .duplicate(first.result))
      // Also when it was decided anew on what came since, and would be answered differently.
      var again = try append("c-1", after: first.events)
      again.result.reply = Array("{}".utf8)
      #expect(try store.append(again) == .duplicate(first.result))
      #expect(try store.result(of: "c-1", in: product) == first.result)
      #expect(try store.result(of: "c-2", in: product) == nil)
      #expect(try store.events(of: product, from: 1) == first.events)
      #expect(try store.outbox().count == 1)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a command's id cannot be used for something else`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let first = try append("c-1")
      #expect(try store.append(first) == .appended)
      let other = try append("c-1", after: first.events, request: "another")
      #expect(try store.append(other) == .reused(first.result))
      #expect(try store.events(of: product, from: 1) == first.events)
      #expect(try store.append(append("c-1", stream: "vp-prostata")) == .appended)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `who decides on an old version is told what came since`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let first = try append("c-1")
      let second = try append("c-2", after: first.events, count: 3)
      _ = try store.append(first)
      _ = try store.append(second)
      let late = try append("c-3", after: first.events)
      #expect(try store.append(late) == .stale(current: 5, since: second.events))
      let early = try append("c-4", after: first.events + second.events + late.events)
      #expect(try store.append(early) == .stale(current: 5, since: []))
      let anew = try append("c-5")
      #expect(try store.append(anew) == .stale(current: 5, since: first.events + second.events))
      #expect(try store.events(of: product, from: 1).count == 5)
      #expect(try store.result(of: "c-3", in: product) == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of many writers on one version one is accepted`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      var events: [Event] = []
      for round in 1...20 {
        let appends = try (1...8).map { try append("c-\(round)-\($0)", after: events, count: 2) }
        let answers = Mutex<[Appended]>([])
        DispatchQueue.concurrentPerform(iterations: appends.count) { index in
          guard let answer = try? store.append(appends[index]) else { return }
          answers.withLock { $0.append(answer) }
        }
        let accepted = answers.withLock { $0.filter { $0 == .appended }.count }
        let stored = try store.events(of: product, from: events.count + 1)
        let losers = answers.withLock {
          $0.filter { $0 == .stale(current: events.count + 2, since: stored) }.count
        }
        #expect(accepted == 1)
        #expect(losers == 7)
        events += stored
      }
      #expect(EventChain.fault(in: events) == nil)
      #expect(events.map(\.sequence) == Array(1...40))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `events that do not hold together are refused, and nothing is written`(
    _ kind: StoreKind
  ) throws {
    try kind.withStore { store in
      let first = try append("c-1")
      _ = try store.append(first)
      let changes: [(inout Append) -> Void] = [
        { $0.events = [] },
        { $0.events.removeFirst() },
        { $0.events[0].payload = Array("{}".utf8) },
        { $0.events[0].previous = .zero },
        { $0.events.swapAt(0, 1) },
        { $0.result.lastSequence = 9 },
        { $0.result.command = "c-9" },
        { $0.effects = [effect("e", sequence: 1)] },
        { $0.effects = [effect("e", sequence: 3), effect("e", sequence: 3, ordinal: 2)] },
        { $0.stream = "vp-prostata" },
      ]
      for (index, change) in changes.enumerated() {
        let append = try append("c-2", after: first.events, change: change)
        if append.stream == product {
          #expect(fault { _ = try store.append(append) }?.code == "failed", "change \(index)")
        } else {
          #expect(try store.append(append) == .stale(current: 0, since: []))
        }
      }
      #expect(try store.events(of: product, from: 1) == first.events)
      #expect(try store.streams().count == 1)
      #expect(try store.outbox().isEmpty)
      #expect(try store.result(of: "c-2", in: product) == nil)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `armed timers are those that were named last, the earliest first`(
    _ kind: StoreKind
  ) throws {
    try kind.withStore { store in
      let escalate = try timer("escalate", due: "2026-12-01")
      let remind = try timer("remind-1", due: "2026-10-18")
      let month = try timer("in-force", due: "2026-12")
      let first = try append("c-1") { $0.timers = [escalate, remind, month] }
      _ = try store.append(first)
      let other = try timer("remind-1", due: "2026-10-18", stream: "a")
      _ = try store.append(append("c-1", stream: "a") { $0.timers = [other] })
      #expect(try store.timers(dueBy: date("2026-10-17")).isEmpty)
      #expect(try store.timers(dueBy: date("2026-10-18")) == [other, remind])
      #expect(try store.timers(dueBy: date("2026-12")) == [other, remind, month, escalate])
      #expect(try store.timers(dueBy: date("2026-11-30")) == [other, remind])

      let moved = try timer("remind-1", due: "2026-11-01")
      var changedRule = escalate
      changedRule.rule = "escalate-2"
      let second = try append("c-2", after: first.events) { $0.timers = [moved, changedRule] }
      _ = try store.append(second)
      #expect(try store.timers(dueBy: date("2027-01-01")) == [other, moved, changedRule])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a rung fires once on its date`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let remind = try timer("remind-1", due: "2026-10-18")
      let first = try append("c-1") { $0.timers = [remind] }
      _ = try store.append(first)
      let second = try append("c-2", after: first.events) { $0.fired = [remind] }
      #expect(try store.append(second) == .appended)
      #expect(try store.timers(dueBy: date("2027-01-01")).isEmpty)

      let events = first.events + second.events
      let twice = try append("c-3", after: events) { $0.fired = [remind] }
      #expect(fault { _ = try store.append(twice) }?.code == "failed")
      let extended = try timer("remind-1", due: "2026-11-18")
      let again = try append("c-4", after: events) { $0.timers = [remind, extended] }
      #expect(try store.append(again) == .appended)
      #expect(try store.timers(dueBy: date("2027-01-01")) == [extended])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `an effect waits until it is done, and is there once`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let one = effect("mail-1", sequence: 1)
      let two = effect("mail-2", sequence: 2)
      let first = try append("c-1") { $0.effects = [one, two] }
      _ = try store.append(first)
      #expect(try store.outbox() == [one, two])
      try store.done(effect: "mail-1")
      try store.done(effect: "mail-1")
      try store.done(effect: "unknown")
      #expect(try store.outbox() == [two])
      let again = try append("c-2", after: first.events) {
        $0.effects = [effect("mail-1", sequence: 3)]
      }
      #expect(fault { _ = try store.append(again) }?.code == "failed")
      #expect(try store.outbox() == [two])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `one version is in force, and can end`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      #expect(try store.inForce(in: product) == nil)
      var events: [Event] = []
      for (number, row) in [
        InForceRow(caseID: "2026-1", stage: "publicering", attempt: 1, since: 2),
        InForceRow(caseID: "2027-1", stage: "publicering", attempt: 2, since: 4), nil,
      ].enumerated() {
        let append = try append("c-\(number)", after: events) { $0.inForce = row }
        _ = try store.append(append)
        events += append.events
        #expect(try store.inForce(in: product) == row)
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a document is kept once, by its hash`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let hash = ContentHash(hashing: "pipeline: x")
      let document = Document(
        kind: "definition", name: "x", version: "1", body: Array("pipeline: x\0".utf8), hash: hash)
      #expect(try store.document(hash) == nil)
      try store.keep(document)
      try store.keep(
        Document(kind: "register", name: "y", version: "2", body: [1], hash: hash))
      #expect(try store.document(hash) == document)
      let later = ["c", "a", "b"].map { name in
        Document(
          kind: "definition", name: name, version: "1", body: [1], hash: ContentHash(hashing: name))
      }
      for document in later { try store.keep(document) }
      try store.keep(later[0])
      #expect(try store.documents(of: "definition") == [document] + later)
      #expect(try store.documents(of: "register").isEmpty)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a text that is taken away leaves the chain whole`(_ kind: StoreKind) throws {
    try kind.withStore { store in
      let text = "Vi avstyrker.\0 Å"
      let hash = ContentHash(hashing: text)
      let first = try append("c-1") { $0.prose = [text, text, ""] }
      _ = try store.append(first)
      #expect(try store.prose(hash, in: product) == text)
      #expect(try store.prose(ContentHash(hashing: ""), in: product) == "")
      #expect(try store.prose(hash, in: "vp-prostata") == nil)

      try store.erase(prose: hash, in: product)
      try store.erase(prose: hash, in: product)
      #expect(try store.prose(hash, in: product) == nil)
      #expect(EventChain.fault(in: try store.events(of: product, from: 1)) == nil)
      #expect(try store.integrityFaults().isEmpty)

      _ = try store.append(append("c-2", after: first.events) { $0.prose = [text] })
      #expect(try store.prose(hash, in: product) == text)
    }
  }
}
