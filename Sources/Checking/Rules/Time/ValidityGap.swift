import CivilTime
import Located

/// Days between two versions on which no version holds: no case can be opened then.
enum ValidityGap: WholeRule {
  static let code = "time/validity-gap"

  static func findings(in whole: Whole) -> [Diagnostic] {
    guard !whole.mayHidePipelines else { return [] }
    return whole.versions.flatMap { versions in
      zip(versions, versions.dropFirst()).compactMap { first, second -> Diagnostic? in
        // An earlier one that has no end fills the gap.
        let open = versions.contains {
          $0.validFrom < second.validFrom
            && ($0.validTo.map { $0.lastDay.adding(days: 1) >= second.validFrom } ?? true)
        }
        guard !open, let end = first.validTo else { return nil }
        let (from, to) = (end.lastDay.adding(days: 1), second.validFrom.adding(days: -1))
        let days =
          from == to ? Text("\(from)") : Text(sv: "\(from) till \(to)", en: "\(from) to \(to)")
        return finding(
          second.fromSite, sv: "ingen version av '\(first.id)' gäller \(days.sv)",
          en: "no version of '\(first.id)' applies \(days.en)",
          related: first.toSite.map {
            [
              $0.related(
                sv: "version \(first.version) slutar gälla", en: "version \(first.version) ends")
            ]
          } ?? [],
          help: Text(
            sv: "ta bort to: ur den förra versionen; den upphör när den nya börjar gälla",
            en: "remove to: from the earlier version; it ends when the new one starts to apply"))
      }
    }
  }
}
