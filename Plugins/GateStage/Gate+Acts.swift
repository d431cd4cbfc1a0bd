import StageKit

extension Gate {
  var alreadyPassed: [Fault] {
    guard let passage else { return [] }
    let (title, on) = (passage.outcome.title, passage.on)
    return [
      Fault(
        "gate/passed", sv: "beslut fattades \(on) (\(title.sv.lowercased())): rätta det i stället",
        en: "it was \(title.en.lowercased()) \(on): correct that instead")
    ]
  }

  /// Lets the work go on, and where the process asks it chooses the way.
  struct Approve: Act {
    static let name = "approve"
    static let title = Text(sv: "Godkänn", en: "Approve")
    let consequencesChanged: Bool?
    let minutes: String?

    init(_ form: inout Form) {
      consequencesChanged = form(
        "consequences-changed", sv: "Ändras konsekvenserna för regionerna?",
        en: "Do the consequences for the regions change?",
        help: Text(
          sv: "Anges när processen frågar efter det: ja ger full remiss, nej "
            + "synpunktsinhämtning.",
          en: "Given where the process asks it: true leads to a full round, false to a light one."))
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
    }

    func faults(in stage: Gate, _ said: Said) -> [Fault] {
      let place: Place = "consequences-changed"
      switch (stage.settings.asksConsequences, consequencesChanged) {
      case (true, nil):
        return stage.alreadyPassed + [
          Fault(
            "gate/no-answer", at: place,
            sv: "ange om konsekvenserna för regionerna ändras: det avgör hur texten granskas",
            en: "say whether the consequences for the regions change: it decides the review")
        ]
      case (false, .some):
        return stage.alreadyPassed + [
          Fault(
            "gate/not-asked", at: place, sv: "här väljs ingen väg: ta bort uppgiften",
            en: "no way is chosen here: leave it out")
        ]
      default: return stage.alreadyPassed
      }
    }

    func fold(into stage: inout Gate, _ said: Said) {
      let outcome =
        switch consequencesChanged {
        case nil: Gate.approved
        case true: Gate.fullRound
        case false: Gate.lightRound
        }
      stage.passage = Passage(
        outcome: outcome, by: said.by, on: said.on, minutes: minutes, reason: nil)
    }
  }

  /// Sends the work back, and says what is to be done again.
  struct ReferBack: Act {
    static let name = "refer-back"
    static let title = Text(sv: "Återremittera", en: "Refer back")
    let reason: String
    let minutes: String?

    init(_ form: inout Form) {
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
    }

    func faults(in stage: Gate, _ said: Said) -> [Fault] { stage.alreadyPassed }

    func fold(into stage: inout Gate, _ said: Said) {
      stage.passage = Passage(
        outcome: Gate.referredBack, by: said.by, on: said.on, minutes: minutes, reason: reason)
    }
  }
}
