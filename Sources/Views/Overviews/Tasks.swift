package import Lifecycle
package import Located
import CivilTime
import Definitions
import Register
import StageKit

/// What a body is there to do, and how often it worked with each task in a year; those it left alone too.
package struct Tasks: Overview {
  package let name = "tasks"
  package let title = Text(sv: "Uppgifter och vad som gjorts", en: "Tasks, and what was done")
  package let help = Text(
    sv: "En grupps uppgifter enligt styrande dokument, med årets registreringar, också de orörda.",
    en: "A body's tasks by the governing documents with the acts of the year, also those untouched."
  )
  package let options: [Query.Option] = [.body, .year]
  package let columns: [Listing.Column] = [
    .init("of", Text(sv: "Grupp", en: "Body")),
    .init("task", Text(sv: "Uppgift", en: "Task")),
    .init("acts", Text(sv: "Registreringar", en: "Acts")),
    .init("cases", Text(sv: "Ärenden", en: "Cases")),
    .init("last", Text(sv: "Senast", en: "Last")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.cases.flatMap { one -> [Row] in
      let said = one.saidByTask.map { task, by, on -> Row in
        [
          "task": Cell(task), "by": Cell(Body(stringLiteral: by)), "on": Cell(on),
          "year": Cell(on.year), "case": Cell(one.id),
          "by-kind": Cell(
            one.definition.roles.first { one.role($0.name) == by }?.kind),
        ]
      }
      return said
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let organisation = world.organisation
    let day = world.query.year.flatMap { CivilDate(year: $0, month: 12, day: 31) } ?? world.today
    let workers = rows.compactMap { $0["by"].body?.id }
    let bodies: [String] =
      world.query.body.map { [$0] }
      ?? organisation.bodies(on: day).map(\.id).filter { workers.contains($0) }
    let shown = bodies.flatMap { body -> [Row] in
      // The tasks of a kind are those of all its bodies, of which the register may list none.
      let asked = organisation.kind(body)
      let own = rows.filter { $0[asked == nil ? "by" : "by-kind"].word == body }
      let kind = asked?.id ?? own.compactMap { $0["by-kind"].word }.first
      return organisation.tasks(of: body, kind: kind, on: day).map { task in
        let done = own.filter { $0["task"].word == task.id }
        return [
          "of": asked.map { Cell($0.title) } ?? Cell(Body(stringLiteral: body)),
          "task": Cell(task.title), "code": Cell(task.id),
          "acts": Cell(done.count), "cases": Cell(Set(done.compactMap { $0["case"].word }).count),
          "last": Cell(done.compactMap { $0["on"].date }.max()),
        ]
      }
    }
    let untouched = shown.count { $0["acts"].count == 0 }
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(shown.count) uppgifter, \(untouched) orörda \(day.year)",
          en: "\(shown.count) tasks, \(untouched) untouched in \(day.year)")
      ]
    ) { $0["acts"].count == 0 ? .missing : nil }
    listing.whenEmpty = Text(
      sv: "Inga uppgifter: ange en grupp med --for.", en: "No tasks: name a body by --for.")
    return listing
  }
}
