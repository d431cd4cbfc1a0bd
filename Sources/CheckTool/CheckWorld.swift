package import StageKit

/// What a check may touch besides files: handed in, so that a test can hand in something else.
package struct CheckWorld: Sendable {
  /// How the program is called: `stafett check`, `stafett-check`.
  package let program: String
  package let stages: StageCatalogue
  package let environment: [String: String]
  /// Whether people see what is printed, so that colour helps.
  package let isTerminal: Bool
  /// Whether people see what is said beside it, so that a progress line helps.
  package let hasProgress: Bool
  /// Gives what stands on standard input, to its end.
  package let input: @Sendable () -> [UInt8]
  /// Takes what was asked for.
  package let output: @Sendable (String) -> Void
  /// Takes what went wrong, and nothing else.
  package let errors: @Sendable (String) -> Void

  package init(
    program: String, stages: StageCatalogue, environment: [String: String],
    isTerminal: Bool = false, hasProgress: Bool = false,
    input: @escaping @Sendable () -> [UInt8], output: @escaping @Sendable (String) -> Void,
    errors: @escaping @Sendable (String) -> Void
  ) {
    self.program = program
    self.stages = stages
    self.environment = environment
    self.isTerminal = isTerminal
    self.hasProgress = hasProgress
    self.input = input
    self.output = output
    self.errors = errors
  }
}
