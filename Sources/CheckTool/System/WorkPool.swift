import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Does pieces of work side by side, on threads of its own.
///
/// Which thread does which piece is chance; what comes of a piece must not depend on it.
package struct WorkPool: Sendable {
  /// How many threads there may be, the caller's own with them.
  package let threads: Int

  /// A pool of so many threads; of one a core, at most 8, where it is not said.
  package init(threads: Int? = nil) {
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    self.threads = max(1, threads ?? min(cores, 8))
  }

  /// Does the pieces 0 to below a count, and comes back when all are done.
  package func run(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    let helpers = min(threads, count) - 1
    guard helpers > 0 else {
      for index in 0..<count { piece(index) }
      return
    }
    withoutActuallyEscaping(piece) { piece in
      let work = Work(count, piece)
      var started: [pthread_t] = []
      for _ in 0..<helpers {
        if let thread = Self.start(work) { started.append(thread) }
      }
      // A thread that could not be started is no fault: the others do its pieces.
      work.takePart()
      for thread in started { pthread_join(thread, nil) }
    }
  }

  private static func start(_ work: Work) -> pthread_t? {
    let box = Unmanaged.passRetained(work)
    #if canImport(Darwin)
      var thread: pthread_t?
      let fault = pthread_create(
        &thread, nil,
        {
          Unmanaged<Work>.fromOpaque($0).takeRetainedValue().takePart()
          return nil
        }, box.toOpaque())
    #else
      var thread = pthread_t()
      let fault = pthread_create(
        &thread, nil,
        {
          if let box = $0 { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().takePart() }
          return nil
        }, box.toOpaque())
    #endif
    guard fault == 0 else {
      box.release()
      return nil
    }
    return thread
  }

  /// The pieces that are left.
  private final class Work: Sendable {
    private let count: Int
    private let next = Atomic(0)
    private let piece: @Sendable (Int) -> Void

    init(_ count: Int, _ piece: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.piece = piece
    }

    func takePart() {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        piece(index)
      }
    }
  }
}
