import Definitions
package import Located
import StageKit
import YAMLReading

/// What a project says of its own check, in a file `stafett.yaml` at its root.
package struct Project: Sendable {
  /// The file that it was read from.
  package let path: String
  /// What stands there, each with its node.
  package let form: ProjectForm

  /// The folders to check; empty when the file names none.
  package var roots: [String] { form.roots.values }
  /// Files or folders with the register.
  package var registers: [String] { form.registers.values }
  /// Whether warnings fail the check too.
  package var isStrict: Bool { form.strict }
  /// The file of known findings.
  package var baseline: String? { form.baseline?.value }

  /// Reads a project file; nil when it cannot be followed, and then a finding says why.
  package static func read(
    _ file: SourceFile, codes: KnownCodes
  ) -> (Project?, [Diagnostic]) {
    let document = YAMLReader.read(file.bytes, path: file.path)
    guard let root = document.root else { return (nil, document.diagnostics) }
    let (form, _, found) = ProjectForm.read(root, over: nil)
    let diagnostics =
      document.diagnostics + found.map(\.diagnostic) + form.policy.findings(codes)
      + form.allow.entries.enumerated().flatMap { number, entry in
        entry.value.findings(codes, isSearching: number < Suggestions.worthwhile)
      }
    let isWhole = !diagnostics.contains { $0.severity == .error }
    return (
      isWhole ? Project(path: file.path, form: form) : nil,
      diagnostics.ordered.placed(in: root)
    )
  }
}

extension PolicyField {
  /// Codes that are none, and those that stay as they are.
  fileprivate func findings(_ codes: KnownCodes) -> [Diagnostic] {
    var searches = 0
    return entries.compactMap { entry in
      if codes.isUnknown(entry.code) {
        searches += 1
        return codes.unknown(
          entry.code, path: entry.key.path, span: entry.key.span,
          isSearching: searches <= Suggestions.worthwhile)
      }
      guard let level = entry.level, level != .error, !codes.canStand(entry.code) else {
        return nil
      }
      let own = KnownCodes.ownFamilies.contains(entry.code.family)
      if own, level == .warning { return nil }
      return entry.key.diagnostic(
        "project/cannot-lower",
        own
          ? Text(
            sv: "'\(entry.code)' kan inte stängas av: det säger något om undantagen själva",
            en: "'\(entry.code)' cannot be turned off: it is about the exceptions themselves")
          : Text(
            sv: "'\(entry.code)' är alltid ett fel: det som har felet går inte att köra",
            en: "'\(entry.code)' is always an error: what has it cannot be run"),
        help: Text(
          sv: "ta bort raden, och rätta det som hittas",
          en: "remove the line, and mend what is found"))
    }
  }

  /// How bad a project wants a finding to be; nil for one that it does not want to see.
  func applied(to finding: Diagnostic) -> Diagnostic? {
    guard let level = entries.first(where: { $0.code == finding.code })?.level else {
      return finding
    }
    switch level {
    case .error: return finding.asSevere(as: .error)
    case .warning where finding.severity == .warning || finding.canStand:
      return finding.asSevere(as: .warning)
    case .off where finding.canStand: return nil
    case .warning, .off: return finding
    }
  }
}

extension AllowForm {
  /// A code that is none, or one that nobody can answer for.
  fileprivate func findings(_ codes: KnownCodes, isSearching: Bool) -> [Diagnostic] {
    guard let node = code.node else { return [] }
    if codes.isUnknown(code.value) {
      return [
        codes.unknown(code.value, path: node.path, span: node.span, isSearching: isSearching)
      ]
    }
    return codes.canStand(code.value)
      ? [] : [KnownCodes.cannotStand(code.value, path: node.path, span: node.span)]
  }
}
