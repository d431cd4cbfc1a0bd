import Located

/// What a check comes to, as the program's exit code; the format makes no difference to it.
package enum Verdict: Int32, Sendable {
  /// Nothing is wrong; there may be warnings.
  case fine = 0
  /// There are errors, or warnings where these count as errors.
  case findings = 1
  /// The check itself failed somewhere; what it could check is reported.
  case failure = 3
  /// There was no file to check, which is not the same as nothing wrong.
  case noInput = 4
}

extension Report {
  /// What the check comes to; `strict` counts warnings as errors.
  package func verdict(strict: Bool = false) -> Verdict {
    if !internalFailures.isEmpty { return .failure }
    if files.isEmpty { return .noInput }
    return diagnostics.contains { strict || $0.severity == .error } ? .findings : .fine
  }
}
