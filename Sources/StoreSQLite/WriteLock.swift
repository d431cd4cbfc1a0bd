import Located
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets one process at a time write or checkpoint a store.
///
/// SQLite 3.7.0 to 3.51.2 can damage a WAL database when two connections write or checkpoint at the
/// same instant (sqlite.org/wal.html, "The WAL-reset bug"), and the system's library is often one of
/// those. A store has one writing connection, and that takes this lock (`flock` on a file of its own
/// beside the database) around all it writes. The kernel lets go of it when a process dies.
final class WriteLock: Sendable {
  private let descriptor: CInt
  private let path: String

  /// Opens the lock of the database at a path.
  ///
  /// - Throws: `failed` where no file can be made beside the database.
  init(of path: String) throws(StoreError) {
    self.path = path
    descriptor = open(path + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw .failed(
        Text(
          sv: "\(path) går inte att skriva i: \(path)-lock kan inte öppnas (\(reason))",
          en: "\(path) cannot be written: \(path)-lock cannot be opened (\(reason))"))
    }
  }

  deinit {
    close(descriptor)
  }

  /// Runs a body while no other process writes; waits for five seconds at most.
  func whileLocked<Result>(_ body: () throws -> Result) throws -> Result {
    try take()
    defer { _ = flock(descriptor, LOCK_UN) }
    return try body()
  }

  private func take() throws(StoreError) {
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, waited < 5_000_000 else {
        throw .failed(
          Text(
            sv: "\(path) är upptagen: ett annat program skriver i den; försök igen",
            en: "\(path) is busy: another program is writing in it; try again"))
      }
      let pause = min(10_000, 50 + waited / 8)
      usleep(UInt32(pause))
      waited += pause
    }
  }
}
