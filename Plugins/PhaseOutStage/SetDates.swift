import StageKit

/// The owner sets the day from which no new patient starts, and the last day of use.
struct SetDates: Act {
  static let name = "dates"
  static let title = Text(sv: "Ange slutdatum", en: "Set the end dates")

  let stopNew: CivilDate
  let lastUse: CivilDate

  init(_ form: inout Form) {
    stopNew = form("stop-new", sv: "Inga nya patienter från", en: "No new patients from")
    lastUse = form("last-use", sv: "Används längst till", en: "Used until")
  }

  // A month holds every day in it: only a last use that lies wholly before is wrong.
  func faults(in stage: PhaseOut, _ said: Said) -> [Fault] {
    guard lastUse.lastDay < stopNew.firstDay else { return [] }
    return [
      Fault(
        "phase-out/last-use-first", at: "last-use",
        sv: "användningen upphör \(lastUse), före stoppet för nya patienter \(stopNew)",
        en: "the last use, \(lastUse), is before the stop for new patients, \(stopNew)")
    ]
  }

  func fold(into stage: inout PhaseOut, _ said: Said) {
    stage.dates = self
  }
}
