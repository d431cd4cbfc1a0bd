package import Canonical
package import CivilTime
package import Located
package import Register

/// The organisation on a day.
package struct BodyListing: View {
  /// A body that was there.
  package struct Row: Sendable {
    package let body: BodyRecord
    package let name: Text
    package let kindTitle: Text
    /// The bodies that it was a part of.
    package let partOf: [String]
    package let partOfNames: [Text]
    package let powers: [Text]
    /// Decided, and not yet at work.
    package let isPlanned: Bool
  }

  package let on: CivilDate
  package let rows: [Row]

  /// The bodies on a day, or those of one kind, in the register's order.
  package init(_ organisation: Organisation, on day: CivilDate, kind: String? = nil) {
    on = day
    let names = Names(organisation, on: day)
    rows = organisation.bodies(on: day, kind: kind).map { body in
      let partOf = body.partOf.filter { $0.period.contains(day) }.map(\.body)
      return Row(
        body: body, name: names(body.id), kindTitle: names.kind(body.kind), partOf: partOf,
        partOfNames: partOf.map { names($0) },
        powers: body.powers.map { power in
          organisation.powers.first { $0.id == power }?.title ?? Text(power)
        },
        isPlanned: body.state(on: day) == .planned)
    }
  }

  package var page: Page {
    guard !rows.isEmpty else {
      return Page([.paragraph(Text(sv: "Ingen den \(on).", en: "None on \(on)."))])
    }
    let planned = Text(sv: "Beslutad, ej startad", en: "Decided, not yet started")
    return Page([
      .table(
        TextTable(
          [
            .init(Text("Id")), .init(Text(sv: "Kod", en: "Code"), rigid: true),
            .init(Phrase.title), .init(Text(sv: "Slag", en: "Kind")),
            .init(Text(sv: "Del av", en: "Part of")), .init(Text(sv: "Får", en: "May")),
            .init(Phrase.status),
          ],
          rows: rows.map { row in
            [
              Text(row.body.id), Text(row.body.code ?? ""), row.name, row.kindTitle,
              row.partOfNames.listed, row.powers.listed, row.isPlanned ? planned : Text(""),
            ]
          }
        ).withoutEmptyColumns)
    ])
  }

  /// Keys: `on`; `bodies`, each with `id`, `name`, `kind`, `kind-title`, `level`, `code`, `part-of`,
  /// `powers`, `planned`.
  package var json: Value {
    .record([
      "on": on.json,
      "bodies": .list(
        rows.map { row in
          .record([
            "id": .text(row.body.id), "name": row.name.json, "kind": .text(row.body.kind),
            "kind-title": row.kindTitle.json, "level": .text(row.body.level.rawValue),
            "code": row.body.code.map { .text($0) },
            "part-of": .list(row.partOf.map { .text($0) }),
            "powers": .list(row.body.powers.map { .text($0) }), "planned": .flag(row.isPlanned),
          ])
        }),
    ])
  }
}
