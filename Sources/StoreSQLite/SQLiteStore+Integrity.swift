import Canonical
import Foundation
import GRDB
package import Located
package import Store

extension SQLiteStore {
  package func integrityFaults() throws(StoreError) -> [Text] {
    let path = path
    return try read { database in
      let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
        .filter { $0 != "ok" }
        .map { Text(sv: "\(path) är skadad: \($0)", en: "\(path) is damaged: \($0)") }
      return try pages + database.unevenStreams() + database.alteredProse()
    }
  }
}

extension Database {
  /// Streams whose rows are not as many, or not numbered, as the stream's version says.
  ///
  /// A chain cannot tell that its last link was cut off; this can.
  fileprivate func unevenStreams() throws -> [Text] {
    try rows(
      """
      SELECT coalesce(s.stream_id, e.stream_id), coalesce(s.version, 0), coalesce(e.count, 0)
      FROM stream s FULL JOIN (
        SELECT stream_id, count(*) AS count, min(seq) AS first, max(seq) AS last
        FROM event GROUP BY stream_id
      ) e USING (stream_id)
      WHERE s.version IS NOT e.last OR e.first IS NOT 1 OR e.count IS NOT e.last ORDER BY 1
      """, [], of: "stream"
    ) { reader in
      let (stream, version, count) = (try reader.text(), try reader.whole(), try reader.whole())
      return Text(
        sv: "\(stream): \(count) händelser finns, \(version) skrevs",
        en: "\(stream): \(count) events are there, \(version) were written")
    }
  }

  /// Texts beside the chain that are not those that were said.
  fileprivate func alteredProse() throws -> [Text] {
    try rows(
      """
      SELECT stream_id, sha256, body FROM prose WHERE body IS NOT NULL ORDER BY stream_id, sha256
      """, [], of: "prose"
    ) { reader -> Text? in
      let (stream, hash, body) = (try reader.text(), try reader.hash(), try reader.bytes())
      guard ContentHash(hashing: body) != hash else { return nil }
      return Text(
        sv: "\(stream): texten \(hash.short) är ändrad efter att den skrevs",
        en: "\(stream): the text \(hash.short) was changed after it was written")
    }.compactMap { $0 }
  }
}
