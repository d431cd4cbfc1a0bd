import StageKit

/// A region decides, or says that it will later.
struct Decide: Act {
  static let name = "decide"
  static let title = Text(sv: "Registrera regionalt beslut", en: "Record the region's decision")

  let stand: RegionalDecision.Stand
  let recommendation: String?
  let older: Bool
  let reason: String?
  let until: CivilDate?
  let decider: String?
  let diaryNumber: String?
  let source: String?
  let deviation: Bool

  init(_ form: inout Form) {
    stand = form("stand", sv: "Beslut", en: "Decision")
    recommendation = form(
      "recommendation", in: 1...60, sv: "Bygger på version", en: "Based on version",
      help: Text(
        sv: "Rekommendationens version; krävs för alla beslut utom Beslut senare.",
        en: "The recommendation's version; owed for every decision but later."))
    older = form(
      "older", default: false, sv: "Bygger på en äldre version", en: "Based on an older version")
    reason = form(
      "reason", in: 1...2_000, sv: "Skäl", en: "Reason",
      help: Text(
        sv: "Krävs vid avvikelse från nationell rekommendation och vid Beslut senare.",
        en: "Owed where it departs from the national value, and for later."))
    until = form("until", sv: "Beslut väntas", en: "Decision expected")
    decider = form("decider", in: 1...120, sv: "Beslutas av", en: "Decided by")
    diaryNumber = form("diary-number", in: 1...60, sv: "Diarienummer", en: "Diary number")
    source = form(
      "source", in: 1...500, sv: "Källa", en: "Source",
      help: Text(
        sv: "Krävs när någon annan än regionen rapporterar.",
        en: "Owed when another than the region reports."))
    deviation = form(
      "deviation", default: false, sv: "Avviker från rekommendationen",
      en: "Departs from the recommendation",
      help: Text(
        sv:
          "När avvikelsen ligger i villkoren, som en annan patientgrupp; annars framgår den av beslutet.",
        en:
          "Where the conditions differ, such as the group of patients; else the decision shows it.")
    )
  }

  func fold(into stage: inout RegionalDecision, _ said: Said) {
    stage.reports.append(RegionalDecision.Report(act: self, said: said))
  }
}
