import CheckTool
import Foundation

/// Lets one process at a time send from a store; the kernel lets go of it when a process dies.
struct SendingLock {
  private let descriptor: CInt

  /// Takes the lock.
  ///
  /// - Throws: `failure` where another process sends now, or no file can be made beside the store.
  init(besideStore url: String) throws(Failure) {
    let store = url.hasPrefix("sqlite:") ? String(url.dropFirst("sqlite:".count)) : url
    descriptor = open("\(store)-sending", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure(
        .failure, "store/failed", at: store, sv: "ingen fil går att skapa bredvid databasen",
        en: "no file can be made beside the store")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(
        .failure, "send/busy", at: store, sv: "ett annat program skickar just nu; försök igen",
        en: "another program is sending now; try again")
    }
  }

  func release() { close(descriptor) }
}
