package import Canonical
package import CivilTime
package import Located
package import Register

/// The holidays of a year and the consultation windows that open in it.
package struct CalendarYear: View {
  /// A round of a window.
  package struct Round: Sendable {
    package let window: String
    package let title: Text
    package let opens: CivilDate
    package let closes: CivilDate
    /// Why it opens or closes on another day than the rule says.
    package let reasons: [Text]
  }

  package let year: Int
  package let holidays: [WorkingCalendar.Holiday]
  /// By opening; those that open on one day by the window's id.
  package let rounds: [Round]

  /// A year; of one window where it is named.
  package init(_ organisation: Organisation, year: Int, window: String? = nil) {
    self.year = year
    holidays = organisation.calendar.holidays(in: year)
    rounds = organisation.windows.filter { window == nil || $0.id == window }.flatMap { window in
      organisation.rounds(of: window.id, in: year).map { round in
        Round(
          window: window.id, title: window.title, opens: round.opens, closes: round.closes,
          reasons: [round.opensReason, round.closesReason].compactMap { $0 })
      }
    }
    .sorted { ($0.opens, $0.window) < ($1.opens, $1.window) }
  }

  package var page: Page {
    var blocks: [Page.Block] = [
      .heading(Text(sv: "Helgdagar \(year)", en: "Holidays \(year)")),
      .table(
        TextTable(
          [
            .init(Phrase.day, rigid: true), .init(Text(sv: "Veckodag", en: "Weekday")),
            .init(Phrase.title),
          ],
          rows: holidays.map { [Text($0.date.description), $0.date.weekday.title, $0.name] })),
    ]
    if !rounds.isEmpty {
      blocks += [
        .heading(Text(sv: "Remissrundor \(year)", en: "Consultation windows \(year)")),
        .table(
          TextTable(
            [
              .init(Text(sv: "Öppnar", en: "Opens"), rigid: true),
              .init(Phrase.lastDay, rigid: true), .init(Text(sv: "Runda", en: "Window")),
              .init(Text(sv: "Flyttad dag", en: "Moved day")),
            ],
            rows: rounds.map { round in
              [
                Text(round.opens.description), Text(round.closes.description), round.title,
                round.reasons.joined("; "),
              ]
            }
          ).withoutEmptyColumns),
      ]
    }
    return Page(blocks)
  }

  /// Keys: `year`; `holidays`, each with `date`, `name`; `windows`, each with `window`, `title`,
  /// `opens`, `closes`, `reasons`.
  package var json: Value {
    .record([
      "year": .whole(year),
      "holidays": .list(
        holidays.map { .record(["date": $0.date.json, "name": $0.name.json]) }),
      "windows": .list(
        rounds.map { round in
          .record([
            "window": .text(round.window), "title": round.title.json, "opens": round.opens.json,
            "closes": round.closes.json,
            "reasons": round.reasons.isEmpty ? nil : .list(round.reasons.map(\.json)),
          ])
        }),
    ])
  }
}
