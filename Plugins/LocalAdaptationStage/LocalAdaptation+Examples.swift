public import StageKit

extension LocalAdaptation {
  /// Each stand; what leaves it open; what others report; the gap analysis.
  public static var examples: [Example] { decided + open }

  private static var decided: [Example] {
    [
      Example(
        sv: "Tillämpas som den är: ett val räcker.",
        en: "Adopted as it is: one word is enough.",
        opening: opening,
        steps: [.says(norrbotten, "report", "{stand: adopted}", on: day("2027-06-08"))],
        ends: "adopted"),
      Example(
        sv: "Ett regionalt tillägg är knutet till den nationella version det gjordes för.",
        en: "A supplement is tied to the national version that it was made for.",
        opening: opening,
        steps: [
          .refused(
            norrbotten, "report", "{stand: adopted-with-supplement}", on: day("2027-06-08"),
            code: "local-adaptation/no-supplement", at: "supplement"),
          .says(
            norrbotten, "report",
            "{stand: adopted-with-supplement, supplement: 'https://nllplus.se/tillagg', "
              + "made-for: '3.1'}",
            on: day("2027-06-08")),
        ],
        ends: "adopted-with-supplement"),
      Example(
        sv: "Gapanalysen kommer före ställningstagandet där processen kräver den.",
        en: "The gap analysis comes before the stand, where the process asks for it.",
        settings: "{gap-analysis: true}", opening: opening,
        steps: [
          .refused(
            norrbotten, "report", "{stand: partly, reason: Spirometri saknas}",
            on: day("2027-06-01"), code: "local-adaptation/no-gap-analysis", at: "stand"),
          .says(
            norrbotten, "gap",
            """
            rows:
              - recommendation: Spirometri inom 4 veckor
                today: 9 veckor
                gap: large
                consequence: +0,5 BMA
                cost: 340000
                owner: Vårdcentral Boden
              - {recommendation: Rökavvänjning, gap: none}
            """,
            on: day("2027-06-02")),
          .says(
            norrbotten, "report", "{stand: partly, reason: Spirometri först 2028}",
            on: day("2027-06-08")),
        ],
        ends: "partly"),
      Example(
        sv: "Ett nej har skäl.", en: "A no has reasons.", opening: opening,
        steps: [
          .refused(
            norrbotten, "report", "{stand: declined}", on: day("2027-06-08"),
            code: "local-adaptation/no-reason", at: "reason"),
          .says(
            norrbotten, "report", "{stand: declined, reason: Ryms inte i budgeten}",
            on: day("2027-06-08")),
        ],
        ends: "declined"),
      Example(
        sv: "Ej aktuellt är inget nej: vården bedrivs inte i regionen.",
        en: "Not applicable is no refusal: the care is not given in the region.",
        opening: opening,
        steps: [
          .says(
            norrbotten, "report", "{stand: not-applicable, reason: Vården ges i Umeå}",
            on: day("2027-06-08"))
        ],
        ends: "not-applicable"),
    ]
  }

  private static var open: [Example] {
    [
      Example(
        sv: "Beslut senare lämnar fasen öppen och säger när; sedan kommer beslutet.",
        en: "To decide later leaves the stage open and says when; then comes the decision.",
        opening: opening,
        steps: [
          .refused(
            norrbotten, "report", "{stand: adopted, until: 2027-10}", on: day("2027-06-08"),
            code: "local-adaptation/until-decided", at: "until"),
          .says(
            norrbotten, "report", "{stand: later, reason: Tas upp i budgeten, until: 2027-10}",
            on: day("2027-06-08")),
        ],
        owes: [
          Owed(
            "report", by: norrbotten,
            Text(sv: "Beslut senare, 2027-10", en: "To be decided later, 2027-10"))
        ]),
      Example(
        sv:
          "Någon annan rapporterar vad den vet, med källa; det som är känt är att inget är beslutat.",
        en:
          "Another reports what it knows, with a source: what is known is that nothing is decided.",
        opening: opening,
        steps: [
          .refused(
            "rcc-norr", "report", "{stand: undecided}", on: day("2027-06-08"),
            code: "local-adaptation/no-source", at: "source"),
          .says(
            "rcc-norr", "report", "{stand: undecided, source: Samtal med regionens kontakt}",
            on: day("2027-06-08")),
        ],
        owes: [Owed("report", by: norrbotten, Text(sv: "Ej beslutat", en: "Undecided"))]),
      Example(
        sv: "Ingen har lämnat besked: då är det okänt, inte nej.",
        en: "Nobody has said anything: then it is unknown, and not a no.",
        opening: opening, steps: [], owes: [Owed("report", by: norrbotten)]),
    ]
  }

  private static let norrbotten: Body = "region-25"

  private static var opening: Opening {
    Opening(
      on: day("2027-05-02"), owner: norrbotten,
      taken: [Given(.document, Version("consultation-draft", "4.0"))])
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
