import Foundation
import GRDB
import Located
package import Store
import Synchronization

/// A store in one SQLite file: every commit is on the disk before the answer is given.
///
/// Several processes may have it open. Each has one connection that writes, one of them writes at a
/// time (`WriteLock`), and whoever was second is told by the key of the stream and the sequence. Other
/// programs should only read it, and copy it by `backUp` or SQLite's own backup.
package final class SQLiteStore: EventStore {
  /// What a process wants with the file.
  package enum Access: Sendable {
    /// Read and write; make the store if there is none.
    case create
    /// Read and write a store that is there.
    case existing
    /// Only read a store that is there.
    case readOnly
  }

  let path: String
  private let pool: DatabasePool
  private let lock: WriteLock?
  private let state = Mutex(State.open)

  private enum State {
    case open
    /// A write failed half-way: what the disk holds is known again only after opening anew.
    case broken
    case closed
  }

  /// Opens the store at a path.
  ///
  /// - Parameters:
  ///   - path: The file; its folder exists.
  ///   - access: What is wanted with it.
  ///   - quota: The size in bytes that the file may grow to; nil for no bound but the disk's.
  /// - Throws: `missing`, `notAStore`, `full` or `failed`. A file that is no store is left as it was.
  package init(
    at path: String, access: Access = .existing, quota: Int? = nil
  ) throws(StoreError) {
    self.path = path
    let file = try StoreFile(at: path)
    if file == .vacant, access != .create {
      throw .missing(
        Text(sv: "det finns inget ärendelager i \(path)", en: "there is no store at \(path)"))
    }
    let lock = access == .readOnly ? nil : try WriteLock(of: path)
    do {
      pool =
        if let lock {
          try lock.whileLocked { try Self.openForWriting(at: path, as: file, quota: quota) }
        } else {
          try Self.openForReading(at: path)
        }
    } catch {
      throw StoreError(error, at: path)
    }
    self.lock = lock
  }

  deinit {
    try? close()
  }

  /// Brings all that was written into the one file, and lets go of it; later calls fail.
  ///
  /// - Throws: `failed`; the store is closed all the same, and nothing is lost.
  package func close() throws(StoreError) {
    let before = state.withLock { state in
      defer { state = .closed }
      return state
    }
    guard before != .closed else { return }
    do {
      if let lock, before == .open {
        try lock.whileLocked {
          // Readers keep the log alive at closing, so it is emptied first.
          defer { try? pool.close() }
          try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        }
      } else {
        try pool.close()
      }
    } catch {
      throw StoreError(error, at: path)
    }
  }

  /// Reads from what was committed last.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      guard state.withLock({ $0 != .closed }) else { throw closed }
      return try pool.unsafeRead(body)
    } catch {
      throw StoreError(error, at: path)
    }
  }

  /// Writes in one transaction: all of it or, if the body throws, nothing.
  func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try exclusively { database in
      var result: Result?
      try database.inTransaction(.immediate) {
        result = try body(database)
        return .commit
      }
      guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return result
    }
  }

  /// Uses the writing connection while no other process writes.
  func exclusively<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      guard let lock else { throw DatabaseError(resultCode: .SQLITE_READONLY) }
      return try pool.writeWithoutTransaction { database in
        switch state.withLock({ $0 }) {
        case .open: break
        case .closed: throw closed
        case .broken: throw broken
        }
        return try lock.whileLocked { try body(database) }
      }
    } catch {
      // After a failed sync the kernel may forget what it did not write: nothing is tried again.
      if (error as? DatabaseError)?.resultCode == .SQLITE_IOERR {
        state.withLock { $0 = .broken }
      }
      throw StoreError(error, at: path)
    }
  }

  /// Copies all pages, of one instant, into another database.
  func copyPages(to target: DatabaseQueue) throws {
    guard state.withLock({ $0 != .closed }) else { throw closed }
    try pool.backup(to: target)
  }

  private var closed: StoreError {
    .failed(Text(sv: "\(path) är stängd", en: "\(path) is closed"))
  }

  private var broken: StoreError {
    .failed(
      Text(
        sv: "en tidigare skrivning i \(path) misslyckades; starta om och kontrollera lagret",
        en: "an earlier write in \(path) failed; start again and verify the store"))
  }
}

extension SQLiteStore {
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "store"
    configuration.foreignKeysEnabled = false
    // The lock keeps our own processes apart; this is for a backup program or a shell.
    configuration.busyMode = .timeout(5)
    return configuration
  }

  private static func openForReading(at path: String) throws -> DatabasePool {
    var configuration = configuration
    configuration.readonly = true
    let pool = try DatabasePool(path: path, configuration: configuration)
    let version = try pool.unsafeRead { try Schema.version(of: $0) }
    guard version <= Schema.migrations.count else { throw StoreError.later(path) }
    guard version == Schema.migrations.count else { throw StoreError.earlier(path) }
    return pool
  }

  private static func openForWriting(
    at path: String, as file: StoreFile, quota: Int?
  ) throws -> DatabasePool {
    if file == .vacant {
      // Before there is a log beside it, so that the file says by itself what it is.
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { try Schema.migrate($0, at: path) }
      try queue.close()
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { database in
      try Schema.migrate(database, at: path)
      // Set here, not before: opening a pool sets NORMAL, and NORMAL loses commits in a power cut.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
        throw DatabaseError(message: "synchronous is not FULL")
      }
      // Pages that are written again and again are copied into the file more seldom: 16 MB of log.
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
      // What is taken away is overwritten, not only forgotten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
      if let quota {
        let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
        try database.execute(sql: "PRAGMA max_page_count = \(max(1, quota / pageSize))")
      }
    }
    return pool
  }
}
