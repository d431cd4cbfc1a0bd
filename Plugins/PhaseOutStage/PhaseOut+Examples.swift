public import StageKit

extension PhaseOut {
  /// A method in part, a drug with residual use, a document, and what is refused.
  public static let examples: [Example] = [
    Example(
      sv: "En metod fasas ut delvis, med två datum", en: "A method in part, with two dates",
      settings: "{kind: method}", opening: opening,
      steps: [
        .refused(
          lag, "plan", "{scope: full, reason: not-cost-effective}", on: day("2027-01-11"),
          code: "phase-out/replacement-missing", at: "replacement"),
        .refused(
          lag, "plan", "{scope: partial, reason: not-cost-effective, replacement: metod Z}",
          on: day("2027-01-11"), code: "phase-out/no-affected", at: "affected"),
        .says(
          lag, "plan",
          "{scope: partial, reason: not-cost-effective, replacement: metod Z, "
            + "affected: 'alla, utom vid diagnos Y'}",
          on: day("2027-01-11")),
        .refused(
          lag, "archive", "{}", on: day("2027-09-02"), code: "phase-out/no-dates"),
        .refused(
          lag, "dates", "{stop-new: 2027-03-01, last-use: 2027-02}", on: day("2027-01-11"),
          code: "phase-out/last-use-first", at: "last-use"),
        .says(
          lag, "dates", "{stop-new: 2027-03-01, last-use: 2027-09-01}", on: day("2027-01-11")),
        .refused(
          lag, "archive", "{}", on: day("2027-08-31"), code: "phase-out/still-used"),
        .says(lag, "archive", "{}", on: day("2027-09-02")),
      ],
      ends: "archived"),
    Example(
      sv: "Kvarvarande användning över målvärdet behöver en anteckning",
      en: "Residual use above target owes a note",
      settings: "{kind: drug}", opening: opening,
      steps: [
        .says(
          lag, "plan", "{scope: full, reason: unsafe, no-replacement: true}",
          on: day("2027-01-11")),
        .says(lag, "dates", "{stop-new: 2027-03, last-use: 2027-03}", on: day("2027-01-11")),
        .says(
          lag, "residual",
          "{rows: [{place: medicinkliniken, amount: 12, unit: patienter, period: 2027-Q2, target: 0}]}",
          on: day("2027-07-05")),
        .says(
          lag, "citations",
          "{rows: [{document: Terapiråd hösten 2026, owner: läkemedelskommittén}]}",
          on: day("2027-07-05")),
        .refused(
          lag, "archive", "{}", on: day("2027-10-04"), code: "phase-out/left-over", at: "note"),
        .says(
          lag, "residual",
          "{rows: [{place: medicinkliniken, amount: 0, unit: patienter, period: 2027-Q3, target: 0}]}",
          on: day("2027-10-04")),
        .says(
          lag, "archive", "{note: terapirådet upphör vid årsskiftet}", on: day("2027-10-04")),
      ],
      ends: "archived"),
    Example(
      sv: "Ett dokument utmönstras med en länk till det som ersätter",
      en: "A document retires with a link to what replaces it",
      opening: opening,
      steps: [
        .refused(
          lag, "archive", "{}", on: day("2027-02-01"), code: "phase-out/no-plan"),
        .refused(
          lag, "plan",
          "{scope: partial, reason: superseded, replacement: ny version, affected: kapitel 4}",
          on: day("2027-01-11"), code: "phase-out/partial-document", at: "scope"),
        .says(
          lag, "plan", "{scope: full, reason: superseded, replacement: vårdförloppet}",
          on: day("2027-01-11")),
        .refused(
          lag, "archive", "{}", on: day("2027-02-01"), code: "phase-out/no-link",
          at: "replaced-by"),
        .says(
          lag, "archive", "{replaced-by: 'https://example.org/vardforlopp'}",
          on: day("2027-02-01")),
      ],
      ends: "archived"),
    Example(
      sv: "Ett läkemedel behöver underlag och datum", en: "A drug owes a basis and dates",
      settings: "{kind: drug}", opening: opening,
      steps: [
        .refused(
          lag, "plan", "{scope: full, reason: other, no-replacement: true}",
          on: day("2027-01-11"), code: "phase-out/no-explanation", at: "explanation"),
        .refused(
          lag, "plan",
          "{scope: full, reason: withdrawn, no-replacement: true, replacement: preparat Z}",
          on: day("2027-01-11"), code: "phase-out/replacement-both", at: "no-replacement"),
      ],
      owes: [Owed("plan", by: lag), Owed("dates", by: lag)]),
  ]
}

private let lag: Body = "lag-exempel"

private let opening = Opening(on: day("2027-01-04"), owner: lag)

private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
