import Located
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on a terminal that says what is being done, when it takes longer than a second.
final class ProgressLine: Sendable {
  private enum State {
    case waiting, shown, done
  }

  private let state = Mutex(State.waiting)
  private let write: @Sendable (String) -> Void
  private let line: String

  /// A line that is shown after a second, unless it is done by then.
  init(_ line: String, write: @escaping @Sendable (String) -> Void) {
    self.line = line
    self.write = write
  }

  /// Begins to wait.
  func start() {
    let box = Unmanaged.passRetained(self)
    #if canImport(Darwin)
      var thread: pthread_t?
      let fault = pthread_create(
        &thread, nil,
        {
          Unmanaged<ProgressLine>.fromOpaque($0).takeRetainedValue().wait()
          return nil
        }, box.toOpaque())
      guard fault == 0, let thread else { return box.release() }
    #else
      var thread = pthread_t()
      let fault = pthread_create(
        &thread, nil,
        {
          if let box = $0 { Unmanaged<ProgressLine>.fromOpaque(box).takeRetainedValue().wait() }
          return nil
        }, box.toOpaque())
      guard fault == 0 else { return box.release() }
    #endif
    // Nobody waits for it: a check that is done in a millisecond ends then.
    pthread_detach(thread)
  }

  private func wait() {
    sleep(1)
    show()
  }

  /// Shows the line, unless all is done.
  func show() {
    state.withLock { state in
      guard state == .waiting else { return }
      state = .shown
      write(line)
    }
  }

  /// Takes the line away again, if it was shown.
  func finish() {
    state.withLock { state in
      // To the start of the line, and nothing on it.
      if state == .shown { write("\r\u{1B}[K") }
      state = .done
    }
  }
}
