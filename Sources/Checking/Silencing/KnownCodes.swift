import Codes
import Located
package import StageKit

/// The codes that findings may have: which names are none, and what nobody can answer for.
package struct KnownCodes: Sendable {
  private let names: [String]
  private let severity: @Sendable (String) -> Diagnostic.Severity?
  private let stages: Set<Substring>

  /// The codes of this build; its stages bring some of their own.
  package init(stages: StageCatalogue) {
    self.init(CodeCatalogue.codes, stages: stages.contracts.map(\.name.name)) {
      CodeCatalogue[$0]?.severity
    }
  }

  init(
    _ names: [String], stages: [String],
    severity: @escaping @Sendable (String) -> Diagnostic.Severity?
  ) {
    self.names = names
    self.severity = severity
    self.stages = Set(stages.map { $0[...] })
  }

  /// Whether no finding can have this code.
  func isUnknown(_ code: String) -> Bool {
    if names.contains(code) || Self.ownFamilies.contains(code.family) { return false }
    return !stages.contains(code.family)
  }

  /// Whether findings with this code may stand where someone answers for them.
  ///
  /// An error of reading may not: the runner would refuse what the check let pass. Nor may what is
  /// said about the answers themselves.
  func canStand(_ code: String) -> Bool {
    if Self.ownFamilies.contains(code.family) { return false }
    return Self.isOfRules(code) || severity(code) != .error
  }

  /// Whether a rule finds it: a definition that has it could be run, beside what is live at least.
  fileprivate static func isOfRules(_ code: String) -> Bool {
    codesOfRules.contains(code) || code.family == "compat"
  }

  private static let codesOfRules = RuleSet.all.codes

  /// What is said of the check itself, its project file and its ignores.
  static let ownFamilies: Set<Substring> = ["ignore", "project", "internal"]

  /// A name that is no code, with the one that was meant where it is worth a search.
  func unknown(
    _ code: String, path: String, span: Span, isSearching: Bool = true
  ) -> Diagnostic {
    let near = isSearching ? CodeCatalogue.nearest(to: code) : nil
    let question = near.map { Text(sv: ", menar du '\($0)'?", en: ", did you mean '\($0)'?") }
    let help =
      near == nil
      ? Text(sv: "stafett explain visar koderna", en: "stafett explain shows the codes") : nil
    let fix = near.map { near in
      Fix(
        Text(sv: "skriv \(near)", en: "write \(near)"),
        isSafe: near.utf8.count == code.utf8.count
          && zip(near.utf8, code.utf8).count { $0 != $1 } == 1,
        edits: [Fix.Edit(path: path, span: span, replacement: near)])
    }
    return Diagnostic(
      "ignore/unknown-code",
      Text(
        sv: "inget fynd har koden '\(code)'" + (question?.sv ?? ""),
        en: "no finding has the code '\(code)'" + (question?.en ?? "")),
      severity: .warning, path: path, span: span, help: help, fixes: fix.map { [$0] } ?? [])
  }
}

extension KnownCodes {
  /// A code that nobody can answer for.
  static func cannotStand(_ code: String, path: String, span: Span) -> Diagnostic {
    let isOwn = ownFamilies.contains(code.family)
    return Diagnostic(
      "ignore/cannot-allow",
      isOwn
        ? Text(
          sv: "'\(code)' kan inte tillåtas: det säger något om undantagen själva",
          en: "'\(code)' cannot be allowed: it is about the exceptions themselves")
        : Text(
          sv: "'\(code)' kan inte tillåtas: det som har felet går inte att köra",
          en: "'\(code)' cannot be allowed: what has it cannot be run"),
      severity: .warning, path: path, span: span,
      help: Text(sv: "rätta det som hittas i stället", en: "correct what is found instead"))
  }
}

extension Diagnostic {
  /// Whether it may stand where someone answers for it: what cannot be run stays as it is.
  var canStand: Bool {
    if KnownCodes.ownFamilies.contains(code.family) { return false }
    return severity == .warning || KnownCodes.isOfRules(code)
  }
}

extension String {
  /// The part of a code before the slash.
  var family: Substring { prefix { $0 != "/" } }
}
