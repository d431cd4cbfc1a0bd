import Foundation
import GRDB
import Located
package import Store

extension SQLiteStore {
  /// Copies the store as it stands now to a file of its own; reading and writing go on meanwhile.
  ///
  /// - Throws: `failed` where the copy cannot be written, or something is there already; `full`.
  package func backUp(to copy: String) throws(StoreError) {
    guard !FileManager.default.fileExists(atPath: copy) else {
      throw .failed(
        Text(
          sv: "\(copy) finns redan; ange en ny fil", en: "\(copy) is there already; name a new file"
        ))
    }
    // Under another name until it is whole, so that half a copy is never taken for one.
    let partial = copy + "-partial"
    defer { try? FileManager.default.removeItem(atPath: partial) }
    do {
      try? FileManager.default.removeItem(atPath: partial)
      let target = try DatabaseQueue(path: partial)
      try copyPages(to: target)
      try target.close()
      try FileManager.default.moveItem(atPath: partial, toPath: copy)
    } catch {
      throw StoreError(error, at: copy)
    }
  }
}
