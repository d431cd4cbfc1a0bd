import StageKit

/// The owner closes the phase-out; what was in force stays readable.
struct Archive: Act {
  static let name = "archive"
  static let title = Text(sv: "Arkivera", en: "Archive")

  let replacedBy: String?
  let archivedAt: String?
  let note: String?

  init(_ form: inout Form) {
    replacedBy = form(
      "replaced-by", in: 1...500, sv: "Ersatt av", en: "Replaced by",
      help: Text(
        sv: "Länk till det som ersätter; krävs för ett dokument som ersätts.",
        en: "A link to the replacement; owed for a document that has one."))
    archivedAt = form("archived-at", in: 1...500, sv: "Arkiverat på", en: "Archived at")
    note = form(
      "note", in: 1...2_000, sv: "Anteckning", en: "Note",
      help: Text(
        sv: "Krävs när något är kvar: användning över målvärdet, dokument som hänvisar hit.",
        en: "Owed when something remains: use above target, documents that refer to it."))
  }

  func faults(in stage: PhaseOut, _ said: Said) -> [Fault] {
    planFaults(in: stage) + dateFaults(in: stage, said) + leftFaults(in: stage)
  }

  private func planFaults(in stage: PhaseOut) -> [Fault] {
    guard let plan = stage.plan else {
      return [
        Fault(
          "phase-out/no-plan", sv: "underlaget saknas: ange omfattning, skäl och ersättning först",
          en: "the basis is missing: state scope, reason and replacement first")
      ]
    }
    if plan.noReplacement, replacedBy != nil {
      return [
        Fault(
          "phase-out/no-replacement", at: "replaced-by",
          sv: "enligt underlaget saknas ersättning: ändra underlaget först",
          en: "by the basis there is no replacement: change the basis first")
      ]
    }
    if stage.kind == .document, let replacement = plan.replacement, replacedBy == nil {
      return [
        Fault(
          "phase-out/no-link", at: "replaced-by",
          sv: "ange en länk till det som ersätter: \(replacement)",
          en: "give a link to the replacement: \(replacement)")
      ]
    }
    return []
  }

  private func dateFaults(in stage: PhaseOut, _ said: Said) -> [Fault] {
    guard let dates = stage.dates else {
      guard stage.needsDates else { return [] }
      return [
        Fault(
          "phase-out/no-dates",
          sv: "ange först från när inga nya patienter börjar och när användningen upphör",
          en: "set first the stop for new patients and the last use")
      ]
    }
    guard said.on.lastDay < dates.lastUse.firstDay else { return [] }
    return [
      Fault(
        "phase-out/still-used",
        sv: "används till \(dates.lastUse): arkivera därefter, eller ändra datumen",
        en: "used until \(dates.lastUse): archive after that, or change the dates")
    ]
  }

  private func leftFaults(in stage: PhaseOut) -> [Fault] {
    guard note == nil, let left = stage.leftText else { return [] }
    return [
      Fault(
        "phase-out/left-over", at: "note",
        sv: "\(left.sv): åtgärda, eller anteckna varför det får vara kvar",
        en: "\(left.en): deal with it, or note why it may remain")
    ]
  }

  func fold(into stage: inout PhaseOut, _ said: Said) {
    stage.archive = self
    stage.archivedOn = said.on
  }
}
