import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Bench {
  /// The time from start to end of a program that does next to nothing, beside one that does nothing.
  func starting() throws -> [Row] {
    guard let program else {
      Bench.note("  no stafett beside stafett-bench: skipped")
      return []
    }
    let turns = try Turns(
      30, ours: { try run(program, "version") }, peer: { try run("/bin/true") })
    return [
      Row(
        name: "stafett version / true", ours: "\((turns.ours.median * 1000).written(2)) ms",
        peer: "\((turns.peer.median * 1000).written(2)) ms", ratio: turns.ratio.written(1))
    ]
  }

  /// The program, where it was built beside this one.
  var program: String? {
    let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = own.appending(path: "stafett").path
    return FileManager.default.isExecutableFile(atPath: program) ? program : nil
  }

  /// Seconds from the start of a program to its end; what it prints goes nowhere.
  func run(_ program: String, _ arguments: String...) throws -> Double {
    try run(program, arguments)
  }

  // Without Foundation's own machinery, whose cost is of the same size.
  func run(_ program: String, _ arguments: [String]) throws -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let words = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var status: Int32 = 0
    let time = try seconds {
      var child = pid_t()
      guard posix_spawn(&child, program, &actions, nil, words + [nil], environ) == 0 else {
        throw BenchFailure("\(program) does not start")
      }
      waitpid(child, &status, 0)
    }
    guard status == 0 else { throw BenchFailure("\(program) ended with status \(status)") }
    return time
  }
}
