import Canonical
package import Located
package import StageKit
import YAMLReading

/// What a repository's definitions were last checked against: the contracts of the stages and the
/// level of the rules.
///
/// With it, a new release of the program turns no repository red by itself, and two programs that
/// would judge differently, as in CI and at the server, do not do so unseen.
package struct Lock: Sendable {
  /// The name of the file, which stands where checks are run from.
  package static let fileName = "stafett.lock"

  /// The level of the rules: findings of rules that came later do not count yet.
  package let level: Int
  /// Where it stands in the file that was read.
  private let levelNode: Node?
  private let stages: [Entry]

  private struct Entry {
    let name: String
    let digest: String
    /// Where it stands in the file that was read.
    let node: Node?
  }

  /// What this build holds.
  package init(of stages: StageCatalogue, level: Int) {
    self.level = level
    levelNode = nil
    self.stages = stages.contracts.map {
      Entry(name: $0.name.description, digest: $0.digest.description, node: nil)
    }
  }

  /// Reads the file; nil when it cannot be followed, and then a finding says why.
  package static func read(_ file: SourceFile) -> (Lock?, [Diagnostic]) {
    let document = YAMLReader.read(file.bytes, path: file.path)
    guard let root = document.root else { return (nil, document.diagnostics) }
    guard root["lock"]?.text == "1", let rules = root["rules"],
      let level = rules.text.flatMap({ Int($0) }),
      let stages = root["stages"], stages.kind == .mapping
    else {
      let finding = malformed(
        root.entries.first?.key ?? root,
        Text(
          sv: "låsfilen går inte att läsa: här ska det stå lock: 1, rules: och stages:",
          en: "the lock file cannot be read: lock: 1, rules: and stages: are expected"))
      return (nil, document.diagnostics + [finding])
    }
    guard level >= 1 else {
      let finding = malformed(
        rules,
        Text(
          sv: "\(level) är ingen regelnivå: den första är 1",
          en: "\(level) is no rule level: the first is 1"))
      return (nil, document.diagnostics + [finding])
    }
    let entries = stages.entries.map { key, value in
      Entry(name: key.text ?? "", digest: value.text ?? "", node: key)
    }
    return (Lock(level: level, at: rules, stages: entries), document.diagnostics)
  }

  private static func malformed(_ node: Node, _ message: Text) -> Diagnostic {
    node.diagnostic(
      "project/bad-lock", message,
      help: Text(
        sv: "skriv den på nytt med --update-lock", en: "write it anew with --update-lock"))
  }

  private init(level: Int, at levelNode: Node, stages: [Entry]) {
    self.level = level
    self.levelNode = levelNode
    self.stages = stages
  }

  /// The file, the same bytes for the same build.
  package var text: String {
    """
    # What these definitions were checked against; written by stafett check --update-lock.
    lock: 1
    rules: \(level)
    stages:

    """ + stages.map { "  \($0.name): \($0.digest)\n" }.joined()
  }

  private static let renew = Text(
    sv: "godta skillnaden med --update-lock, när alla som läser processerna har samma program",
    en: "accept the difference with --update-lock, when all who read the definitions have the same "
      + "program")

  /// What differs between the build that the file was written by and this one.
  ///
  /// A stage that this build has besides makes no difference until a definition uses it.
  ///
  /// - Parameter newest: the level of the newest rule of this build.
  package func findings(
    _ stages: StageCatalogue, _ uses: [StageUse], newest: Int
  ) -> [Diagnostic] {
    newer(than: newest) + differing(stages) + unlocked(uses)
  }

  /// Rules that this build lacks would find nothing, which must not look like nothing wrong.
  private func newer(than newest: Int) -> [Diagnostic] {
    guard let levelNode, level > newest else { return [] }
    return [
      levelNode.diagnostic(
        "project/newer-lock",
        Text(
          sv: "låset är skrivet av en nyare utgåva: det har regelnivå \(level), "
            + "det här programmet \(newest)",
          en: "the lock was written by a newer release: it has rule level \(level), "
            + "this program \(newest)"),
        help: Text(
          sv: "kontrollera med samma utgåva som skrev låset, eller en nyare",
          en: "check with the release that wrote the lock, or a newer one"))
    ]
  }

  private func differing(_ stages: StageCatalogue) -> [Diagnostic] {
    self.stages.compactMap { entry in
      let contract = StageName(entry.name).flatMap { stages[$0] }
      guard let node = entry.node, contract?.digest.description != entry.digest else { return nil }
      return node.diagnostic(
        "project/lock-differs",
        contract == nil
          ? Text(
            sv: "fasen \(entry.name) finns inte i det här programmet",
            en: "this program has no stage \(entry.name)")
          : Text(
            sv: "fasen \(entry.name) tar emot något annat i det här programmet än när låset skrevs",
            en: "the stage \(entry.name) accepts something else in this program than when the lock "
              + "was written"),
        help: contract == nil
          ? Text(
            sv: "använd ett program där fasen ingår; \(Self.renew.sv)",
            en: "use a program that has the stage; \(Self.renew.en)")
          : Text(
            sv: "stafett stages \(entry.name) visar vad den tar emot nu: jämför med programmet som "
              + "låset skrevs med; \(Self.renew.sv)",
            en: "stafett stages \(entry.name) shows what it accepts now: compare with the program "
              + "that wrote the lock; \(Self.renew.en)"))
    }
  }

  private func unlocked(_ uses: [StageUse]) -> [Diagnostic] {
    let known = Set(stages.map(\.name))
    return uses.filter { !known.contains($0.stage) }.map { use in
      use.site.diagnostic(
        "project/unlocked-stage",
        Text(
          sv: "fasen \(use.stage) fanns inte när låset skrevs",
          en: "there was no stage \(use.stage) when the lock was written"),
        help: Self.renew)
    }
  }

  /// Findings without those of rules that came after the lock was written, and a line about these.
  ///
  /// They are held back and not shown as warnings, since with `--strict` a warning fails a run: what
  /// was green yesterday is green today, and the line says what is to come.
  ///
  /// - Parameter introduced: the level that a code came with.
  package func holdingBack(
    _ findings: [Diagnostic], introduced: (String) -> Int
  ) -> (counting: [Diagnostic], heldBack: [Text]) {
    let later = findings.filter { introduced($0.code) > level }
    guard !later.isEmpty else { return (findings, []) }
    var codes: [String] = []
    for finding in later where !codes.contains(finding.code) { codes.append(finding.code) }
    let names = codes.joined(separator: ", ")
    let line = Text(
      sv: "\(later.count) fynd av regler som är nyare än låset räknas inte än: \(names) "
        + "(ta in dem med --update-lock)",
      en: "\(later.count) findings of rules newer than the lock do not count yet: \(names) "
        + "(take them in with --update-lock)")
    return (findings.filter { introduced($0.code) <= level }, [line])
  }
}
