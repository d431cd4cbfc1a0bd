extension Text {
  /// What a document in common use is called, by its name in a definition; nil for any other.
  public static func document(named name: String) -> Text? {
    switch name {
    case "consultation-draft": Text(sv: "Remissversion", en: "Consultation draft")
    case "impact-statement": Text(sv: "Konsekvensbeskrivning", en: "Impact statement")
    case "cover-letter": Text(sv: "Följebrev", en: "Cover letter")
    case "response-template": Text(sv: "Svarsmall", en: "Response template")
    case "interest-declaration": Text(sv: "Jävsdeklaration", en: "Interest declaration")
    case "final-version": Text(sv: "Slutversion", en: "Final version")
    case "mandate": Text(sv: "Uppdragsbeskrivning", en: "Mandate")
    case "member-list": Text(sv: "Förteckning över ledamöter", en: "List of members")
    case "indicators": Text(sv: "Indikatorer", en: "Indicators")
    case "proposal": Text(sv: "Förslag", en: "Proposal")
    case "nomination": Text(sv: "Nominering", en: "Nomination")
    case "report": Text(sv: "Rapport", en: "Report")
    case "purchasing-strategy":
      Text(sv: "Strategi för upphandling och inköp", en: "Purchasing strategy")
    case "early-assessment-report":
      Text(sv: "Tidig bedömningsrapport", en: "Early assessment report")
    case "health-economic-assessment":
      Text(sv: "Hälsoekonomisk värdering", en: "Health-economic assessment")
    case "regional-application":
      Text(sv: "Sjukvårdsregional tillämpning", en: "Regional application")
    case "phase-out-basis": Text(sv: "Underlag för utfasning", en: "Basis for the phase-out")
    default: nil
    }
  }
}
