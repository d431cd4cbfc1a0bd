import Located

/// Where a variant has a finding that shows in the text of its base: at what the variant says, since
/// that is what brought it about, and what its author can mend.
struct VariantPlaces {
  let variant: Node
  let base: Node
  private let known: Set<Key>

  /// What makes two findings in the base the same.
  private struct Key: Hashable {
    let code: String
    let span: Span
    let message: Text

    init(_ finding: Diagnostic) {
      code = finding.code
      span = finding.span
      message = finding.message
    }
  }

  /// - Parameter ofBase: what the base has by itself, which is told there and only there.
  init(_ variant: Node, over base: Node, ofBase: [Diagnostic]) {
    self.variant = variant
    self.base = base
    known = Set(ofBase.lazy.filter { $0.path == base.path }.map(Key.init))
  }

  /// The findings of the variant, none of them in its base.
  func placed(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard variant.path != base.path else { return findings }
    return findings.compactMap { finding in
      guard finding.path == base.path else { return finding }
      return known.contains(Key(finding)) ? nil : moved(finding)
    }
  }

  private func moved(_ finding: Diagnostic) -> Diagnostic {
    let (site, label) = cause(of: finding)
    let there = Diagnostic.Related(path: finding.path, span: finding.span, label: label)
    let own = Site(path: variant.path, span: site.span)
    return Diagnostic(
      finding.code, finding.message, severity: finding.severity, path: own.path, span: own.span,
      related: [there] + finding.related.filter { $0.path != own.path || $0.span != own.span },
      help: finding.help,
      // The base is another's: nobody mends it for the sake of a variant.
      fixes: finding.fixes.filter { !$0.edits.contains { $0.path == base.path } },
      steps: finding.steps, example: finding.example)
  }

  /// What the variant says that brought it about, and what its base says then.
  private func cause(of finding: Diagnostic) -> (Site, Text) {
    let here = Text(sv: "det visar sig här i basen", en: "it shows here in the base")
    if let dropped = dropped(by: finding) {
      return (dropped.site, Text(sv: "basen räknar med den här", en: "the base counts on it here"))
    }
    if let stage = stage(of: finding) {
      return ((stage["id"] ?? stage).site, here)
    }
    if let own = finding.related.first(where: { $0.path == variant.path }) {
      return (Site(path: own.path, span: own.span), Text(sv: "och i basen", en: "and in the base"))
    }
    // Of several nobody knows which; a single one is all that can be missed.
    if let only = drops.first, drops.count == 1 { return (only.site, here) }
    return ((variant["extends"] ?? variant).site, here)
  }

  // MARK: what the variant says

  /// The stage that it writes over the one with the finding.
  private func stage(of finding: Diagnostic) -> Node? {
    let stages = variant["stages"]?.items ?? []
    guard let id = baseStage(of: finding)?["id"]?.text else { return nil }
    return stages.first { $0["id"]?.text == id }
  }

  private func baseStage(of finding: Diagnostic) -> Node? {
    base["stages"]?.items.first { $0.span.covers(finding.span) }
  }

  private var drops: [Node] {
    variant["drop"].map { $0.kind == .list ? $0.items : [$0] } ?? []
  }

  /// The stage left out that the finding is about: its id stands where the finding does.
  private func dropped(by finding: Diagnostic) -> Node? {
    guard let stage = baseStage(of: finding) else { return nil }
    return drops.first { drop in
      drop.text.map { stage.names($0, at: finding.span) } ?? false
    }
  }
}

extension Node {
  /// Whether a scalar of this text stands in a span, here or below.
  fileprivate func names(_ text: String, at span: Span) -> Bool {
    switch kind {
    case .scalar: self.text == text && span.covers(self.span)
    case .list: items.contains { $0.names(text, at: span) }
    case .mapping:
      entries.contains { $0.key.names(text, at: span) || $0.value.names(text, at: span) }
    }
  }
}
