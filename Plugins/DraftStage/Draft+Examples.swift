public import StageKit

extension Draft {
  /// Stories of drafts, with what is easily got wrong.
  public static var examples: [Example] {
    [wholeDraft, revised, barred, badSaid]
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

  private static let opening = Opening(on: day("2019-05-06"), owner: "vpg-exempel")

  private static var wholeDraft: Example {
    Example(
      sv: "Allt ska finnas på plats innan utkastet lämnas vidare",
      en: "All must be in place before the draft is handed on",
      settings: """
        {documents: [consultation-draft, impact-statement], sections: [Diagnostik, Behandling],
         checklist: [Språkgranskat], declarations: true}
        """,
      opening: opening,
      steps: [
        .refused(
          "vpg-exempel", "submit", "{}", on: day("2019-05-07"), code: "draft/missing-declaration"),
        .says(
          "vpg-exempel", "section",
          """
          {rows: [{chapter: Diagnostik, author: ledamot-1, state: done, date: 2019-08},
                  {chapter: Behandling, author: ledamot-2, state: started}]}
          """, on: day("2019-08-19")),
        .says("vpg-exempel", "declare", "{person: ledamot-1}", on: day("2019-08-19")),
        .says(
          "vpg-exempel", "attach",
          "{document: consultation-draft, at: https://example.org/utkast.pdf, version: \"4.0\"}",
          on: day("2019-08-26")),
        .refused(
          "vpg-exempel", "submit", "{}", on: day("2019-08-27"), code: "draft/missing-document"),
        .refused(
          "vpg-exempel", "submit", "{}", on: day("2019-08-27"), code: "draft/unfinished-section"),
        .refused("vpg-exempel", "submit", "{}", on: day("2019-08-27"), code: "draft/open-item"),
        .refused(
          "vpg-exempel", "submit", "{}", on: day("2019-08-27"), code: "draft/missing-declaration"),
        .says(
          "vpg-exempel", "attach",
          "{document: impact-statement, at: https://example.org/konsekvenser.pdf}",
          on: day("2019-08-28")),
        .says(
          "vpg-exempel", "section", "{rows: [{chapter: Behandling, state: done}]}",
          on: day("2019-08-30")),
        .says(
          "vpg-exempel", "declare",
          "{person: ledamot-2, interest: Föreläst mot ersättning för ett läkemedelsföretag 2018}",
          on: day("2019-08-30")),
        .says("vpg-exempel", "check", "{item: Språkgranskat}", on: day("2019-09-02")),
        .says("vpg-exempel", "submit", "{}", on: day("2019-09-02")),
      ], ends: "submitted")
  }

  private static var revised: Example {
    Example(
      sv: "Efter remissen är ändringen så stor att det behövs en ny",
      en: "After the consultation the change is so great that another is due",
      settings: "{documents: [consultation-draft]}",
      opening: Opening(
        on: day("2019-12-16"), owner: "vpg-exempel",
        taken: [Given(.document, Version("consultation-draft", "4.0"))]),
      steps: [
        .says(
          "vpg-exempel", "attach",
          "{document: consultation-draft, at: https://example.org/utkast-2.pdf}",
          on: day("2020-01-20")),
        .refused(
          "vpg-exempel", "attach",
          "{document: consultation-draft, at: https://example.org/ny.pdf, version: \"4.1\"}",
          on: day("2020-01-27"), code: "draft/version-taken", at: "version"),
        .says(
          "vpg-exempel", "submit", "{substantial-change: true, note: Nytt kapitel om strålning}",
          on: day("2020-02-03")),
      ], ends: "substantial-change")
  }

  private static var barred: Example {
    Example(
      sv: "Den som är jävig lämnar kapitlet till någon annan",
      en: "One who is barred hands the chapter to another",
      settings: "{documents: [consultation-draft]}", opening: opening,
      steps: [
        .says(
          "vpg-exempel", "attach",
          "{document: consultation-draft, at: https://example.org/utkast.pdf}",
          on: day("2019-08-26")),
        .says(
          "vpg-exempel", "section", "{rows: [{chapter: \"7\", author: ledamot-3, state: done}]}",
          on: day("2019-08-26")),
        .says(
          "vpg-exempel", "declare", "{person: ledamot-3, interest: Delägare, blocking: true}",
          on: day("2019-08-27")),
        .refused(
          "vpg-exempel", "submit", "{}", on: day("2019-08-28"), code: "draft/barred-author"),
        .says(
          "vpg-exempel", "section", "{rows: [{chapter: \"7\", author: ledamot-4, state: review}]}",
          on: day("2019-08-29")),
      ],
      owes: [Owed("section", by: "vpg-exempel", Text(sv: "1 kapitel", en: "1 chapter"))])
  }

  private static var badSaid: Example {
    Example(
      sv: "Ett dokument som inte hör till fasen tas inte emot",
      en: "What is not expected is not accepted",
      settings: "{documents: [consultation-draft], checklist: [Språkgranskat]}", opening: opening,
      steps: [
        .refused(
          "vpg-exempel", "attach", "{document: cover-letter, at: https://example.org/brev.pdf}",
          on: day("2019-08-26"), code: "draft/unknown-document", at: "document"),
        .refused(
          "vpg-exempel", "attach",
          "{document: consultation-draft, at: https://example.org/utkast.pdf, version: \"4#1\"}",
          on: day("2019-08-26"), code: "draft/bad-version", at: "version"),
        .refused(
          "vpg-exempel", "check", "{item: Faktagranskat}", on: day("2019-08-26"),
          code: "draft/unknown-item", at: "item"),
        .refused(
          "vpg-exempel", "section",
          "{rows: [{chapter: A, state: done}, {chapter: A, state: done, date: 2019-10}]}",
          on: day("2019-08-26"), code: "draft/not-yet", at: ["rows", 1, "date"]),
        .refused(
          "vpg-exempel", "section",
          "{rows: [{chapter: A, state: done}, {chapter: A, state: done}]}",
          on: day("2019-08-26"), code: "draft/listed-twice", at: ["rows", 1, "chapter"]),
      ],
      owes: [
        Owed("attach", by: "vpg-exempel", Text(sv: "Remissversion", en: "Consultation draft")),
        Owed("check", by: "vpg-exempel", Text("Språkgranskat")),
      ])
  }
}
