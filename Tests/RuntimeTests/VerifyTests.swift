import Foundation
import GRDB
import Runtime
import StoreSQLite
import Testing

/// Whoever edits the file is found, and where.
@Suite(.serialized) struct VerifyTests {
  private static let edits: [(sql: String, product: String?, event: Int?)] = [
    (
      "UPDATE event SET payload = replace(payload, 'example.se', 'example.com') WHERE seq = 4",
      "vp-a", 4
    ),
    ("UPDATE event SET on_behalf_ref = 'vpg-b' WHERE seq = 5", "vp-a", 5),
    ("UPDATE event SET recorded_at = 0 WHERE seq = 2", "vp-a", 2),
    ("DELETE FROM command_result WHERE command_id = 'a'", "vp-a", 4),
    ("UPDATE command_result SET last_seq = 9 WHERE command_id = 'b'", "vp-a", 5),
    ("DELETE FROM timer WHERE rung = 'remind-1'", "vp-a", nil),
    ("UPDATE timer SET due = '2027-01-01' WHERE rung = 'remind-2'", "vp-a", nil),
    (
      "INSERT INTO in_force (stream_id, case_id, stage, attempt, since_seq) VALUES ('vp-a', 'vp-a-1', 'utkast', 1, 3)",
      "vp-a", nil
    ),
    ("UPDATE document SET body = x'7b7d' WHERE kind = 'definition'", "vp-a", 2),
    ("DELETE FROM document", "vp-a", 2),
  ]

  @Test(arguments: edits)
  func `a change of the file is found`(
    _ edit: (sql: String, product: String?, event: Int?)
  ) throws {
    try withFolder { folder in
      let path = folder + "/s.sqlite"
      let store = try SQLiteStore(at: path, access: .create)
      let bench = try Bench(store)
      try bench.open()
      _ = try bench.attach(id: "a")
      _ = try bench.attach("cover-letter", id: "b")
      #expect(try bench.runner.verify().faults == [])
      try store.close()
      let queue = try DatabaseQueue(path: path)
      try queue.write { database in
        try database.execute(sql: "DROP TRIGGER event_is_never_changed")
        try database.execute(sql: edit.sql)
      }
      try queue.close()
      let found = try Bench(try SQLiteStore(at: path, access: .existing)).runner.verify()
      let fault = found.faults.first { $0.product == edit.product && $0.event == edit.event }
      #expect(fault != nil, "\(found.faults)")
    }
  }

  @Test func `it counts what it looked at`() throws {
    let bench = try Bench()
    try bench.open("vp-a", id: "a")
    try bench.open("vp-b", about: "C62", id: "b")
    let found = try bench.runner.verify()
    #expect((found.products, found.events, found.faults) == (2, 6, []))
  }
}

/// Runs a body with the path of an empty folder that is gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path())
}
