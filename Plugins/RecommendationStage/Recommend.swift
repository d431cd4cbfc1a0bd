import StageKit

/// The council issues a recommendation.
struct Recommend: Act {
  static let name = "recommend"
  static let title = Text(sv: "Utfärda rekommendation", en: "Issue recommendation")

  let value: Recommendation.Value
  let version: String?
  let awaits: String?
  let reason: String?
  let criteria: String?
  let link: String?
  let minutes: String?

  init(_ form: inout Form) {
    value = form("value", sv: "Rekommendation", en: "Recommendation")
    version = form(
      "version", in: 1...60, sv: "Version", en: "Version",
      help: Text(
        sv: "Den beteckning som regionerna hänvisar till; annars dagen för registreringen.",
        en: "The designation that the regions cite; the day of the act when left out."))
    awaits = form(
      "awaits", in: 1...200, sv: "I väntan på", en: "Awaiting",
      help: Text(
        sv: "Vid avvakta: det underlag som saknas.", en: "Of a wait: the basis that is missing."))
    reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    criteria = form(
      "criteria", in: 1...4_000, sv: "Kriterier", en: "Criteria",
      help: Text(
        sv: "För start, utvärdering och utsättning, och undantag.",
        en: "For start, evaluation and stop, and exceptions."))
    link = form("link", in: 1...500, sv: "Finns på", en: "Found at")
    minutes = form(
      "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
  }

  func faults(in stage: Recommendation, _ said: Said) -> [Fault] {
    let label = version ?? said.on.description
    var faults: [Fault] = []
    if label.contains("#") {
      faults.append(
        Fault(
          "recommendation/bad-version", at: "version", sv: "en version skrivs utan '#'",
          en: "a version is written without '#'"))
    }
    if stage.issued.contains(where: { $0.label == label }) {
      faults.append(
        Fault(
          "recommendation/version-taken", at: "version",
          sv: "version '\(label)' finns redan, ange en annan beteckning",
          en: "version '\(label)' is there already, give another designation"))
    }
    if let last = stage.issued.last, said.on.lastDay < last.said.on.firstDay {
      faults.append(
        Fault(
          "recommendation/out-of-order",
          sv: "version \(last.label) utfärdades \(last.said.on), efter \(said.on)",
          en: "version \(last.label) was issued \(last.said.on), after \(said.on)"))
    }
    if awaits != nil, value != .wait {
      faults.append(
        Fault(
          "recommendation/awaits-nothing", at: "awaits",
          sv: "bara avvakta är i väntan på något", en: "only a wait awaits something"))
    }
    return faults
  }

  func fold(into stage: inout Recommendation, _ said: Said) {
    stage.issued.append(Recommendation.Issue(act: self, said: said))
  }
}
