import Lifecycle
import Store
import StoreSQLite
import Testing

/// What every store must do for those who read all streams in the order of writing.
@Suite struct FeedContract {
  @Test(arguments: StoreKind.allCases)
  func `the feed has every event once, in the order in which they were written`(
    _ kind: StoreKind
  ) throws {
    try kind.withStore { store in
      #expect(try store.feedEnd() == 0)
      #expect(try store.feed(after: 0, atMost: 10).isEmpty)
      let b = try append("c-1", count: 2, stream: "b")
      let a = try append("c-1", count: 1, stream: "a")
      let more = try append("c-2", after: b.events, stream: "b")
      for append in [b, a, more] { #expect(try store.append(append) == .appended) }
      // Neither a repetition nor a refusal is in it.
      _ = try store.append(b)
      _ = try store.append([try append("c-3", stream: "d"), try append("c-4", stream: "a")])

      let all = try store.feed(after: 0, atMost: 100)
      #expect(all.map(\.event) == b.events + a.events + more.events)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.position < $1.position })
      #expect(try store.feedEnd() == all.last?.position)
      #expect(try store.feed(after: all[1].position, atMost: 2) == Array(all[2..<4]))
      #expect(try store.feed(after: try store.feedEnd(), atMost: 9).isEmpty)
      #expect(try store.feed(after: 0, atMost: 0).isEmpty)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a reader's place is kept with what it remembers, and one knows nothing of another`(
    _ kind: StoreKind
  ) throws {
    try kind.withStore { store in
      #expect(try store.cursor("webhook/a") == nil)
      let first = FeedCursor(name: "webhook/a", position: 3, note: Array(#"{"failures":1}"#.utf8))
      try store.move(first)
      try store.move(FeedCursor(name: "webhook/b", position: 9))
      #expect(try store.cursor("webhook/a") == first)
      let next = FeedCursor(name: "webhook/a", position: 4)
      try store.move(next)
      #expect(try store.cursor("webhook/a") == next)
      #expect(try store.cursor("webhook/b")?.position == 9)
    }
  }

  @Test func `a reader's place is there after the file is opened again`() throws {
    try withFolder { folder in
      let path = folder + "/store.sqlite"
      let cursor = FeedCursor(name: "webhook/a", position: 7, note: Array("{}".utf8))
      do { try SQLiteStore(at: path, access: .create).move(cursor) }
      #expect(try SQLiteStore(at: path, access: .readOnly).cursor("webhook/a") == cursor)
    }
  }
}
