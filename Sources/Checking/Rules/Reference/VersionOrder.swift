import CivilTime
import Located

/// A version that holds from a later day than one with a higher number: cases go back to the older.
enum VersionOrder: WholeRule {
  static let code = "ref/version-order"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.versions.flatMap { versions in
      zip(versions, versions.dropFirst()).compactMap { first, second -> Diagnostic? in
        guard let older = Int(first.version), let newer = Int(second.version), newer < older,
          first.validFrom < second.validFrom
        else { return nil }
        return finding(
          second.versionSite,
          sv: "version \(newer) gäller från \(second.validFrom) och ersätter version \(older), "
            + "som gäller från \(first.validFrom)",
          en: "version \(newer) applies from \(second.validFrom) and replaces version \(older), "
            + "which applies from \(first.validFrom)",
          related: [
            first.versionSite.related(sv: "version \(older)", en: "version \(older)")
          ],
          help: Text(
            sv: "byt plats på numren eller på datumen i valid:",
            en: "swap the numbers, or the dates of valid:"))
      }
    }
  }
}
