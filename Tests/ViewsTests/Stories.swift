import Lifecycle

// The stories that the views are tested on.

extension Story {
  /// In consultation: two answers, one of them corrected, one reminder sent.
  static func inConsultation() throws -> Story {
    let story = try Story("nvp-prostata")
    try story.open("Prostatacancer", on: "2026-01-12")
    try story.act(
      "utkast", "attach", on: "2026-03-02", for: "vpg-prostata",
      "{document: consultation-draft, at: 'https://exempel.se/utkast', version: '4.0'}")
    try story.act("utkast", "submit", on: "2026-03-09", for: "vpg-prostata")
    let first = try story.act(
      "remiss", "respond", on: "2026-05-04", for: "vpg-prostata",
      """
      {party: [urologerna], stance: no-comments, diary-number: SUF 12, summary: Bra och tydligt.}
      """)
    try story.act(
      "remiss", "respond", on: "2026-05-05", for: "vpg-prostata", corrects: first,
      """
      {party: [urologerna], stance: endorse, diary-number: SUF 12, summary: Bra och tydligt.}
      """)
    try story.act(
      "remiss", "respond", on: "2026-05-11", for: "vpg-prostata",
      """
      {party: [region-01], stance: with-reservation, comments: [
        {chapter: '3', category: organisation, text: Vårdplatserna räcker inte.}]}
      """)
    try story.perform(.fire, on: "2026-05-18", for: "samverkan")
    return story
  }

  /// Revised without a consultation, and the new version is in force.
  static func revised() throws -> Story {
    let story = try inTheRegions()
    try story.act(
      "oversyn", "review", on: "2027-03-01", for: "samverkan", "{result: small-revision}")
    try story.act(
      "utkast", "attach", on: "2027-03-02", for: "vpg-prostata",
      "{document: consultation-draft, at: 'https://exempel.se/utkast-2', version: '4.1'}")
    try story.act("utkast", "submit", on: "2027-03-02", for: "vpg-prostata")
    try story.act("beslut", "decide", on: "2027-03-11", for: "samverkan", "{outcome: adopt}")
    try story.act(
      "publicering", "publish", on: "2027-03-15", for: "samverkan",
      "{found-at: ['https://exempel.se/prostata-41']}")
    return story
  }

  /// Published, and the regions report.
  static func inTheRegions() throws -> Story {
    let story = try inConsultation()
    try story.act(
      "remiss", "dispose", on: "2026-06-15", for: "vpg-prostata",
      "{rows: [{comment: '2.1', effect: accepted}]}")
    try story.act("remiss", "compile", on: "2026-06-16", for: "vpg-prostata")
    try story.act(
      "beslut", "decide", on: "2026-06-18", for: "samverkan",
      "{outcome: refer-back, reason: Kapitel 3 saknar kostnader.}")
    try story.act(
      "beslut", "decide", on: "2026-08-20", for: "samverkan",
      "{outcome: adopt, minutes: § 41}")
    try story.act(
      "publicering", "publish", on: "2026-09-01", for: "samverkan",
      "{found-at: ['https://exempel.se/prostata']}")
    try story.act(
      "anpassning", "report", on: "2026-10-05", for: "region-01", lane: "region-01",
      "{stand: adopted}")
    try story.act(
      "anpassning", "report", on: "2026-10-12", for: "region-24", lane: "region-24",
      "{stand: partly, reason: Metoden finns inte i länet.}")
    try story.act(
      "anpassning", "report", on: "2026-10-19", for: "lpo-cancer", lane: "region-25",
      "{stand: later, reason: Nämnden möts i december., until: 2026-12, source: 'https://exempel.se/norrbotten'}"
    )
    return story
  }
}
