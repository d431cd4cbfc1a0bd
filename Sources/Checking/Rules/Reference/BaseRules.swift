import CivilTime
import Located

/// A variant that goes on after what it extends has ended.
enum EndedBase: WholeRule {
  static let code = "ref/ended-base"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.headers.compactMap { variant -> Diagnostic? in
      guard let (base, site) = whole.base(of: variant), let end = base.validTo,
        variant.validTo.map({ $0.lastDay > end.lastDay }) ?? true
      else { return nil }
      return finding(
        site, sv: "\(base.reference) slutar gälla \(end), men varianten gör det inte",
        en: "\(base.reference) ends \(end), but the variant does not",
        related: base.toSite.map {
          [$0.related(sv: "basen slutar gälla", en: "the base ends")]
        } ?? [],
        help: Text(
          sv: "låt varianten bygga på den version som gäller, eller sluta samma dag",
          en: "let the variant extend the version that applies, or end on the same day"))
    }
  }
}

/// A variant of a version that another has replaced: what was changed nationally never reaches it.
enum OutdatedBase: WholeRule {
  static let code = "ref/outdated-base"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.headers.compactMap { variant -> Diagnostic? in
      guard let (base, site) = whole.base(of: variant) else { return nil }
      let today = whole.scope.day.flatMap { whole.isInUse(variant, on: $0) ? $0 : nil }
      let day = today ?? variant.validFrom
      guard
        let newer = whole.versions(of: base.id).last(where: {
          $0.validFrom > base.validFrom && $0.validFrom <= day
        })
      else { return nil }
      return finding(
        site,
        sv: "varianten bygger på \(base.reference), men från \(newer.validFrom) gäller "
          + "\(newer.reference)",
        en: "the variant extends \(base.reference), but from \(newer.validFrom) "
          + "\(newer.reference) applies",
        related: [newer.versionSite.related(sv: "den nyare versionen", en: "the newer version")],
        help: Text(
          sv: "gå igenom vad som ändrats och skriv extends: \(newer.reference)",
          en: "go through what has changed and write extends: \(newer.reference)"),
        fixes: [site.replaced(by: newer.reference, isSafe: false)])
    }
  }
}

/// A variant that begins to hold before what it extends.
enum BaseValidity: WholeRule {
  static let code = "time/before-base"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.headers.compactMap { variant -> Diagnostic? in
      guard let (base, _) = whole.base(of: variant), variant.validFrom < base.validFrom else {
        return nil
      }
      return finding(
        variant.fromSite,
        sv: "varianten gäller från \(variant.validFrom), före \(base.reference) "
          + "(\(base.validFrom))",
        en: "the variant applies from \(variant.validFrom), before \(base.reference) "
          + "(\(base.validFrom))",
        related: [base.fromSite.related(sv: "basen börjar gälla", en: "the base starts to apply")],
        help: Text(
          sv: "ta bort valid: ur varianten, så gäller den från samma dag som basen",
          en: "remove valid: from the variant, and it applies from the same day as the base"))
    }
  }
}
