import CivilTime
import Definitions
import Located

extension Scope {
  /// The definition that a variant extends, and where that is said; nil for one that extends none.
  func base(of variant: PipelineDefinition) -> (definition: PipelineDefinition, node: Node)? {
    guard let extends = variant.form.extends, let node = extends.node,
      let base = definitions.first(where: { $0.reference == extends.value })
    else { return nil }
    return (base, node)
  }
}

/// A variant that goes on after what it extends has ended.
enum EndedBase: ScopeRule {
  static let code = "ref/ended-base"

  static func findings(in scope: Scope) -> [Diagnostic] {
    scope.definitions.compactMap { variant in
      guard let (base, node) = scope.base(of: variant), let end = base.validTo,
        variant.validTo.map({ $0.lastDay > end.lastDay }) ?? true
      else { return nil }
      return finding(
        node, sv: "\(base.reference) slutar gälla \(end), men varianten gör det inte",
        en: "\(base.reference) ends \(end), but the variant does not",
        related: base.form.valid.to?.node.map {
          [$0.related(sv: "basen slutar gälla", en: "the base ends")]
        } ?? [],
        help: Text(
          sv: "låt varianten bygga på den version som gäller, eller sluta samma dag",
          en: "let the variant extend the version that holds, or end on the same day"))
    }
  }
}

/// A variant of a version that another has replaced: what was changed nationally never reaches it.
enum OutdatedBase: ScopeRule {
  static let code = "ref/outdated-base"

  static func findings(in scope: Scope) -> [Diagnostic] {
    scope.definitions.compactMap { variant in
      guard let (base, node) = scope.base(of: variant) else { return nil }
      let today = scope.day.flatMap { scope.isInUse(variant, on: $0) ? $0 : nil }
      let day = today ?? variant.validFrom
      guard
        let newer = scope.definitions.last(where: {
          $0.id == base.id && $0.validFrom > base.validFrom && $0.validFrom <= day
        })
      else { return nil }
      return finding(
        node,
        sv: "varianten bygger på \(base.reference), men från \(newer.validFrom) gäller "
          + "\(newer.reference)",
        en: "the variant extends \(base.reference), but from \(newer.validFrom) "
          + "\(newer.reference) holds",
        related: newer.form.version.node.map {
          [$0.related(sv: "den nyare versionen", en: "the newer version")]
        } ?? [],
        help: Text(
          sv: "gå igenom vad som ändrats och skriv extends: \(newer.reference)",
          en: "go through what has changed and write extends: \(newer.reference)"),
        fixes: [node.replaced(by: newer.reference, isSafe: false)])
    }
  }
}

/// A variant that begins to hold before what it extends.
enum BaseValidity: ScopeRule {
  static let code = "time/before-base"

  static func findings(in scope: Scope) -> [Diagnostic] {
    scope.definitions.compactMap { variant in
      guard let (base, _) = scope.base(of: variant), variant.validFrom < base.validFrom,
        let node = variant.form.valid.from.node
      else { return nil }
      return finding(
        node,
        sv: "varianten gäller från \(variant.validFrom), före \(base.reference) "
          + "(\(base.validFrom))",
        en: "the variant holds from \(variant.validFrom), before \(base.reference) "
          + "(\(base.validFrom))",
        related: base.form.valid.from.node.map {
          [$0.related(sv: "basen börjar gälla", en: "the base begins to hold")]
        } ?? [],
        help: Text(
          sv: "ta bort valid: ur varianten, så gäller den från samma dag som basen",
          en: "remove valid: from the variant, and it holds from the same day as the base"))
    }
  }
}
