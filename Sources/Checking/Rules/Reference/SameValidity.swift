import CivilTime
import Located

/// Two versions of a pipeline that begin to hold on the same day: nothing tells which one a case takes.
enum SameValidity: WholeRule {
  static let code = "ref/same-validity"
  static let severity = Diagnostic.Severity.error

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.versions.flatMap { versions in
      zip(versions, versions.dropFirst()).compactMap { first, second -> Diagnostic? in
        guard first.validFrom == second.validFrom, first.version != second.version else {
          return nil
        }
        return finding(
          second.fromSite,
          sv:
            "version \(first.version) och version \(second.version) av '\(first.id)' gäller båda från "
            + "\(first.validFrom)",
          en: "versions \(first.version) and \(second.version) of '\(first.id)' both apply from "
            + "\(first.validFrom)",
          related: [
            first.fromSite.related(sv: "version \(first.version)", en: "version \(first.version)")
          ],
          help: Text(
            sv: "låt den nya gälla från en senare dag", en: "let the new one apply from a later day"
          )
        )
      }
    }
  }
}
