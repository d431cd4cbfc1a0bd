public import StageKit

extension Handover {
  /// Each result; a case that mirrors; a region that works outside.
  public static var examples: [Example] {
    [
      Example(
        sv: "Regionen tar emot i ett eget ärende, och det ärendets beslut blir resultatet.",
        en: "The region receives in a case of its own, and the decision there is the result.",
        settings: "{pipeline: regional-reception, stage: beslut, results: [adopted, declined]}",
        opening: opening,
        steps: [
          .says(halland, "receive", "{case: rt-kol-13-1}", on: day("2027-01-20")),
          .says(
            halland, "mirror", "{case: rt-kol-13-1, stage: gapanalys, outcome: analysed}",
            on: day("2027-03-10")),
          .refused(
            halland, "mirror", "{case: rt-astma-13-1, stage: beslut, outcome: adopted}",
            on: day("2027-03-11"), code: "handover/other-case", at: "case"),
          .says(
            halland, "mirror", "{case: rt-kol-13-1, stage: beslut, outcome: adopted}",
            on: day("2027-05-04")),
        ],
        ends: "adopted"),
      Example(
        sv:
          "En region utan eget ärende rapporterar själv; den som rapporterar för den anger källa.",
        en: "A region that works outside reports itself; who reports for it gives the source.",
        settings: "{pipeline: regional-reception, stage: beslut, results: [adopted, declined]}",
        opening: opening,
        steps: [
          .refused(
            "rcc-norr", "report", "{result: adopted}", on: day("2027-04-01"),
            code: "handover/no-source", at: "source"),
          .refused(
            halland, "report", "{result: refrain}", on: day("2027-04-01"),
            code: "handover/not-a-result", at: "result"),
          .says(halland, "report", "{result: declined}", on: day("2027-04-01")),
        ],
        ends: "declined"),
      Example(
        sv: "Regionen avslår i en tidigare fas, och dess ärende slutar där.",
        en: "The region declines in an earlier stage, and its case ends there.",
        settings: "{pipeline: regional-reception, stage: anpassning, results: [adopted, declined], "
          + "declined-by: [reject]}",
        opening: opening,
        steps: [
          .says(
            halland, "mirror", "{case: rt-kol-13-1, stage: beslut, outcome: reject}",
            on: day("2027-05-04"))
        ],
        ends: "declined"),
      Example(
        sv: "Mottaget, och fasen väntar på beslutet.",
        en: "Received, and the decision is waited for.",
        settings: "{pipeline: regional-reception, stage: beslut, results: [adopted]}",
        opening: opening,
        steps: [.says(halland, "receive", "{case: rt-kol-13-1}", on: day("2027-01-20"))]),
      Example(
        sv: "Ingen har tagit emot.", en: "Nobody has received it.",
        settings: "{pipeline: regional-reception, stage: beslut, results: [adopted]}",
        opening: opening, steps: [], owes: [Owed("receive", by: halland)]),
    ] + results
  }

  private static var results: [Example] {
    Result.allCases.map { result in
      Example(
        sv: "Resultatet \(result.title.sv).", en: "The result \(result.title.en).",
        settings: "{pipeline: regional-reception, stage: beslut, results: [\(result.rawValue)]}",
        opening: opening,
        steps: [.says(halland, "report", "{result: \(result.rawValue)}", on: day("2027-04-01"))],
        ends: result.rawValue)
    }
  }

  private static let halland: Body = "region-13"

  private static var opening: Opening { Opening(on: day("2027-01-10"), owner: halland) }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
