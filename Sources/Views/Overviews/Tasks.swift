package import Lifecycle
package import Located
import CivilTime
import Definitions
import Register
import StageKit

/// What a body is there to do, and the work of a year with each task; those it left alone too.
package struct Tasks: Overview {
  package let name = "tasks"
  package let title = Text(sv: "Uppgifter och vad som gjorts", en: "Tasks, and what was done")
  package let help = Text(
    sv: "En grupps uppgifter enligt styrande dokument: vad den har arbetat med, och det orörda.",
    en: "A body's tasks by the governing documents: what it worked with, and what it left alone.")
  package let options: [Query.Option] = [.body, .year]
  package let columns: [Listing.Column] = [
    .init("of", Text(sv: "Grupp", en: "Body")),
    .init("task", Phrase.task), .init("titles", Phrase.subject),
    .init("acts", Text(sv: "Registreringar", en: "Acts")),
    .init("cases", Text(sv: "Ärenden", en: "Cases")),
    .init("last", Text(sv: "Senast", en: "Last")),
    // By what name a case is tagged with it.
    .init("code", Text(sv: "Kod", en: "Code")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.cases.flatMap { one -> [Row] in
      one.saidByTask.map { task, by, on -> Row in
        [
          "task": Cell(task), "by": Cell(Body(stringLiteral: by)), "on": Cell(on),
          "year": Cell(on.year), "case": Cell(one.id), "title": Cell(product.title),
          "by-kind": Cell(
            one.definition.roles.first { one.role($0.name) == by }?.kind),
        ]
      }
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let organisation = world.organisation
    let year = world.query.year ?? world.today.year
    let day = CivilDate(year: year, month: 12, day: 31) ?? world.today
    let rows = rows.filter { $0["year"].count == year }
    let workers = rows.compactMap { $0["by"].body?.id }
    let bodies: [String] =
      world.query.body.map { [$0] }
      ?? organisation.bodies(on: day).map(\.id).filter { workers.contains($0) }
    let parts = bodies.map { body -> [Row] in
      // The tasks of a kind are those of all its bodies, of which the register may list none.
      let asked = organisation.kind(body)
      let own = rows.filter { $0[asked == nil ? "by" : "by-kind"].word == body }
      let kind = asked?.id ?? own.compactMap { $0["by-kind"].word }.first
      let name = asked.map { Cell($0.title) } ?? Cell(Body(stringLiteral: body))
      return organisation.tasks(of: body, kind: kind, on: day).map { task in
        Self.row(task, name, own.filter { $0["task"].word == task.id })
      }.sorted(in: world, by: "task")
    }.filter { !$0.isEmpty }
    let shown = Array(parts.joined())
    var listing = listing(shown, in: world, top: [Self.count(shown, in: year)]) {
      Self.isUntouched($0) ? .untouched : nil
    }
    listing.dividedBy = "of"
    if parts.count > 1 { listing.ofParts = parts.map { Self.count($0, in: year) } }
    listing.whenEmpty = Text(
      sv: "Inga uppgifter: ange en grupp med --for.", en: "No tasks: name a body by --for.")
    return listing
  }

  private static func row(_ task: BodyTask, _ body: Cell, _ done: [Row]) -> Row {
    var titles: [Text] = []
    for row in done {
      if let title = row["title"].words, !titles.contains(title) { titles.append(title) }
    }
    return [
      "of": body, "task": Cell(task.title),
      "titles": titles.isEmpty ? .none : Cell(titles.listedBriefly),
      "acts": Cell(done.count), "cases": Cell(Set(done.compactMap { $0["case"].word }).count),
      "last": Cell(done.compactMap { $0["on"].date }.max()), "code": Cell(task.id),
    ]
  }

  private static func isUntouched(_ row: Row) -> Bool { row["acts"].count == 0 }

  private static func count(_ rows: [Row], in year: Int) -> Text {
    let untouched = rows.count(where: isUntouched)
    return Text(
      sv: "\(rows.count) uppgifter, \(untouched) \(untouched == 1 ? "orörd" : "orörda") \(year)",
      en: "\(rows.count) tasks, \(untouched) untouched in \(year)")
  }
}
