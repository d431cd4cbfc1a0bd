public import StageKit

extension Publication {
  /// Published at once; with a later day; without a place.
  public static var examples: [Example] {
    [
      Example(
        sv: "Publicerad samma dag som den börjar gälla: länken räcker.",
        en: "Published on the day from which it applies: the link is enough.",
        opening: opening,
        steps: [
          .says(
            "rcc-samverkan", "publish", "{found-at: ['https://kunskapsbanken.cancercentrum.se']}",
            on: day("2027-05-02"))
        ],
        ends: "published"),
      Example(
        sv: "Publicerad i maj, gäller från den 1 juni, under eget versionsnummer.",
        en: "Published in May, applies from 1 June, under a number of its own.",
        opening: opening,
        steps: [
          .refused(
            "rcc-samverkan", "publish", "{applies-from: 2027-06-01}", on: day("2027-05-02"),
            code: "schema/missing-key", at: "found-at"),
          .refused(
            "rcc-samverkan", "publish", "{found-at: [' '], version: 'dokument#4.1'}",
            on: day("2027-05-02"), code: "publication/empty-place", at: ["found-at", 0]),
          .says(
            "rcc-samverkan", "publish",
            "{found-at: ['https://kunskapsbanken.cancercentrum.se', 'https://vardpersonal.1177.se'], "
              + "applies-from: 2027-06-01, version: '4.1', withdrawn-draft: false}",
            on: day("2027-05-02")),
        ],
        ends: "published"),
      Example(
        sv: "Ingen har publicerat än: den ansvariga påminns.",
        en: "Nobody has published yet: the owner is reminded.",
        opening: opening, steps: [], owes: [Owed("publish", by: "rcc-samverkan")]),
    ]
  }

  private static var opening: Opening {
    Opening(
      on: day("2027-04-20"), owner: "rcc-samverkan",
      taken: [Given(.document, Version("consultation-draft", "4.0"))])
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
