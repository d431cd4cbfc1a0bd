#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, run to its end; no shell stands between, so a word can never become a command.
struct ChildProcess {
  /// What it came to.
  struct Ended {
    /// Its exit code; what a shell calls 127 when there is no such program.
    let code: Int32
    let output: [UInt8]
    let errors: [UInt8]

    /// What it said of a failure, without the line break at the end.
    var complaint: String {
      let text = String(decoding: errors, as: UTF8.self)
      return String(text.prefix { !$0.isNewline })
    }
  }

  /// Runs a program that is found by PATH, with nothing on its standard input.
  ///
  /// - Returns: what it came to; nil where it could not be started at all.
  static func run(_ words: [String]) -> Ended? {
    guard let output = Pipe() else { return nil }
    guard let errors = Pipe() else {
      output.closeBoth()
      return nil
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO)

    var id = pid_t()
    var arguments = words.map { strdup($0) } + [nil]
    let fault = posix_spawnp(&id, words[0], &actions, nil, &arguments, environ)
    for word in arguments { free(word) }
    close(output.write)
    close(errors.write)
    defer {
      close(output.read)
      close(errors.read)
    }
    guard fault == 0 else { return nil }
    let said = drain(output.read, errors.read)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 && errno == EINTR {}
    // As a shell counts: a program ended by a signal has 128 and the signal's number.
    let signal = status & 0x7F
    return Ended(
      code: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: said.0, errors: said.1)
  }

  private struct Pipe {
    let read, write: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      (read, write) = (ends[0], ends[1])
      // The child gets its own copies; kept open in it, ours would hide the end.
      _ = fcntl(read, F_SETFD, FD_CLOEXEC)
      _ = fcntl(write, F_SETFD, FD_CLOEXEC)
    }

    func closeBoth() {
      close(read)
      close(write)
    }
  }

  // Both at once: a child that fills the one that nobody reads would never end.
  private static func drain(_ output: Int32, _ errors: Int32) -> ([UInt8], [UInt8]) {
    var said: [[UInt8]] = [[], []]
    var ends = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while ends.contains(where: { $0.fd >= 0 }) {
      guard poll(&ends, nfds_t(ends.count), -1) >= 0 else {
        if errno == EINTR { continue }
        break
      }
      for index in ends.indices where ends[index].revents != 0 {
        let count = read(ends[index].fd, &buffer, buffer.count)
        if count > 0 {
          said[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          // A negative one is passed over by poll.
          ends[index].fd = -1
        }
      }
    }
    return (said[0], said[1])
  }
}
