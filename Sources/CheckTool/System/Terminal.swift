import CArguments
package import StageKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The streams that every process has.
package enum Terminal {
  /// Whether people see standard output.
  package static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether people see standard error.
  package static var isErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// All that stands on standard input.
  package static func read() -> [UInt8] { FileSystem.read(STDIN_FILENO) ?? [] }

  /// Writes on standard output; whoever reads it may have gone, which is no fault of ours.
  package static func write(_ text: String) {
    _ = FileSystem.write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes on standard error.
  package static func writeError(_ text: String) {
    _ = FileSystem.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// The variables of the environment.
  package static var environment: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let line = entry.pointee {
      let text = String(cString: line)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      entry += 1
    }
    return variables
  }
}

extension Check {
  /// Runs the check that the words of this process ask for, and ends it with the exit code.
  package static func main(stages: [any Stage.Type]) -> Never {
    let world = CheckWorld(
      program: "stafett-check", stages: StageCatalogue(stages), environment: Terminal.environment,
      isTerminal: Terminal.isOutput, hasProgress: Terminal.isErrors, input: Terminal.read,
      output: Terminal.write, errors: Terminal.writeError)
    exit(run(Array(arguments.dropFirst()), in: world).rawValue)
  }

  /// The words of this process; Swift's own are empty where there is no `/proc`.
  private static var arguments: [String] {
    let count = stafett_argument_count()
    guard count > 0 else { return CommandLine.arguments }
    return (0..<count).compactMap { stafett_argument($0).map { String(cString: $0) } }
  }
}
