import StageKit

/// The owner says how much is phased out, why, and what takes its place.
struct Plan: Act {
  static let name = "plan"
  static let title = Text(sv: "Ange underlag", en: "State the basis")

  let scope: PhaseOut.Scope
  let reason: PhaseOut.Reason
  let replacement: String?
  let noReplacement: Bool
  let affected: String?
  let explanation: String?

  init(_ form: inout Form) {
    scope = form("scope", sv: "Omfattning", en: "Scope")
    reason = form("reason", sv: "Skäl", en: "Reason")
    replacement = form("replacement", in: 1...300, sv: "Ersätts av", en: "Replacement")
    noReplacement = form(
      "no-replacement", default: false, sv: "Ersättning saknas", en: "No replacement")
    affected = form(
      "affected", in: 1...1_000, sv: "Berörda grupper", en: "Affected groups",
      help: Text(
        sv: "Krävs när utfasningen är delvis: vilka som berörs och vilka som undantas.",
        en: "Owed for a partial phase-out: who is affected and who is excepted."))
    explanation = form(
      "explanation", in: 1...2_000, sv: "Förklaring", en: "Explanation",
      help: Text(sv: "Krävs när skälet är Annat.", en: "Owed when the reason is other."))
  }

  func faults(in stage: PhaseOut, _ said: Said) -> [Fault] {
    var faults: [Fault] = []
    switch (replacement != nil, noReplacement) {
    case (false, false):
      faults.append(
        Fault(
          "phase-out/replacement-missing", at: "replacement",
          sv: "ange vad det ersätts av, eller att ersättning saknas (no-replacement)",
          en: "name the replacement, or say no-replacement if there is none"))
    case (true, true):
      faults.append(
        Fault(
          "phase-out/replacement-both", at: "no-replacement",
          sv: "ange antingen en ersättning eller att ersättning saknas",
          en: "a replacement is named and said to be missing: choose one"))
    case (true, false), (false, true): break
    }
    if scope == .partial, affected == nil {
      faults.append(
        Fault(
          "phase-out/no-affected", at: "affected", sv: "ange vilka grupper som berörs",
          en: "say which groups are affected"))
    }
    if scope == .partial, stage.kind == .document {
      faults.append(
        Fault(
          "phase-out/partial-document", at: "scope",
          sv: "ett dokument utmönstras helt; att ta bort en del av det är en revidering",
          en: "a document retires in full; to take away a part of it is a revision"))
    }
    if reason == .other, explanation == nil {
      faults.append(
        Fault(
          "phase-out/no-explanation", at: "explanation", sv: "förklara skälet",
          en: "explain the reason"))
    }
    return faults
  }

  func fold(into stage: inout PhaseOut, _ said: Said) {
    stage.plan = self
  }
}
