public import StageKit

extension Review {
  /// Each result, in the words of a document and of a recommendation, and what is refused.
  public static let examples: [Example] = [
    Example(
      sv: "Inget behöver ändras", en: "Nothing need be changed", opening: opening,
      steps: [.says(group, "review", "{result: none}", on: day("2020-06-16"))], ends: "none"),
    Example(
      sv: "En mindre revidering, utan remiss", en: "A small revision, without consultation",
      opening: opening,
      steps: [
        .says(
          group, "review", "{result: small-revision, reason: en figur saknas}",
          on: day("2021-01-11"))
      ],
      ends: "small-revision"),
    Example(
      sv: "En större revidering, med ny remiss", en: "A large revision, with a new consultation",
      opening: opening,
      steps: [.says(group, "review", "{result: large-revision}", on: day("2020-09"))],
      ends: "large-revision"),
    Example(
      sv: "Vårdprogrammet ska utmönstras", en: "The care programme is to be retired",
      opening: opening,
      steps: [
        .refused(
          group, "review", "{result: retire}", on: day("2023-05-02"), code: "review/no-reason",
          at: "reason"),
        .says(
          group, "review", "{result: retire, reason: ersatt av ett vårdförlopp}",
          on: day("2023-05-02")),
      ],
      ends: "retire"),
    Example(
      sv: "En rekommendation har ingen mindre revidering",
      en: "A recommendation has no small revision",
      settings: "{subject: recommendation, results: [large-revision, retire]}",
      opening: Opening(on: day("2024-02-17"), owner: "nt-radet"),
      steps: [
        .refused(
          "nt-radet", "review", "{result: small-revision}", on: day("2024-02-17"),
          code: "review/not-offered", at: "result"),
        .says(
          "nt-radet", "review", "{result: retire, reason: infört enligt rekommendationen}",
          on: day("2024-02-17")),
      ],
      ends: "retire"),
    Example(
      sv: "En tillfällig grupp avslutas när uppdraget är klart",
      en: "A temporary group ends when its work is done",
      settings: "{subject: group, results: [retire]}",
      opening: Opening(on: day("2027-10-19"), owner: "npo-lunga-allergi"),
      steps: [
        .says(
          "npo-lunga-allergi", "review", "{result: retire, reason: uppdraget är slutfört}",
          on: day("2028-12-31"))
      ],
      ends: "retire"),
    Example(
      sv: "Den ansvariga ska svara", en: "The owner owes an answer", opening: opening, steps: [],
      owes: [Owed("review", by: group)]),
  ]
}

private let group: Body = "vpg-exempel"

private let opening = Opening(on: day("2020-06-01"), owner: group)

private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
