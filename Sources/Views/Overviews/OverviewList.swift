package import Canonical
package import CivilTime
package import Located
import StageKit

/// The overviews themselves: what each is for, and what it can be narrowed by.
package struct OverviewList: Tabular {
  let today: CivilDate

  package init(on today: CivilDate) { self.today = today }

  package var page: Page {
    let table = listing.page.blocks.filter { if case .table = $0 { true } else { false } }
    return Page(table)
  }

  package var heading: Text { Text(sv: "Översikter", en: "Overviews") }

  package var listing: Listing {
    Listing(
      key: "views", title: heading, today: today,
      columns: [
        .init("view", sv: "Översikt", en: "Overview"), .init("help", sv: "Visar", en: "Shows"),
        .init("options", sv: "Urval", en: "Narrowed by"),
      ],
      lines: Overviews.all.map { overview in
        let options = Text(overview.options.map(\.word).joined(separator: " "))
        return Listing.Line(
          cells: [Text(overview.name), overview.help, options].map {
            Told(cell: Cell($0), text: $0)
          }, mark: nil)
      })
  }

  /// Keys: `views`, each with `view`, `title`, `help`, `options` and `columns` (`key`, `title`).
  package var json: Value {
    .record([
      "views": .list(
        Overviews.all.map { overview in
          .record([
            "view": .text(overview.name), "title": overview.title.json, "help": overview.help.json,
            "options": .list(overview.options.map { .text($0.word) }),
            "columns": .list(
              overview.columns.map {
                .record(["key": .text($0.key), "title": $0.title.json])
              }),
          ])
        })
    ])
  }
}
