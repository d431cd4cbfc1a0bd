package import Canonical
package import CivilTime
package import Located
package import Register

/// The bodies that were there on a day, kind by kind, by the names that they had.
package struct OrganisationOnDay: Sendable {
  let organisation: Organisation
  let day: CivilDate
  let kinds: [BodyKind]
  let say: Phrasing

  /// The organisation on a day, or its bodies of one kind.
  package init(_ organisation: Organisation, on day: CivilDate, kind: BodyKind?, language: Language)
  {
    self.organisation = organisation
    self.day = day
    // From the whole country to the unit, as the levels stand.
    kinds =
      kind.map { [$0] }
      ?? Level.allCases.flatMap { level in organisation.kinds.filter { $0.level == level } }
    say = Phrasing(language: language)
  }

  private func bodies(_ kind: BodyKind) -> [BodyRecord] {
    organisation.bodies(on: day, kind: kind.id)
  }

  /// The day as a page of text: a heading with a count for each kind that had any.
  package var text: String {
    var page = Page()
    page.heading(
      say("Organisationen \(day.written.sv)", "The organisation on \(day.written.en)"),
      underline: "=")
    let groups = kinds.map { ($0, bodies($0)) }.filter { !$0.1.isEmpty }
    if groups.isEmpty { page.line(say("Inga den dagen.", "None on that day.")) }
    let width = groups.flatMap(\.1).map(\.id.count).max() ?? 0
    for (kind, bodies) in groups {
      page.line()
      page.heading(
        "\(kind.title[say.language]) (\(kind.id)): \(bodies.count)", underline: "-")
      for body in bodies {
        page.paragraph(
          line(body), first: "\(body.id.padded(to: width))  ",
          hanging: String(repeating: " ", count: width + 2))
      }
    }
    return page.text
  }

  private func line(_ body: BodyRecord) -> String {
    let name = body.name(on: day)
    var notes: [String] = []
    if name != body.name {
      notes.append(say("senare \(body.name.sv)", "later \(body.name.en)"))
    }
    if body.state(on: day) == .planned, let started = body.started {
      notes.append(say("startar \(started)", "starts \(started)"))
    }
    if let to = body.period.to { notes.append(say("till \(to)", "until \(to)")) }
    return name[say.language] + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  /// The day for a machine.
  package var value: Value {
    .record([
      "at": .text(day.description), "register": .text(organisation.hash.description),
      "counts": .record(
        kinds.map { Value.Field($0.id, .whole(bodies($0).count)) }.filter { $0.value.whole != 0 }),
      "bodies": .list(
        kinds.flatMap { kind in
          bodies(kind).map { body in
            let name = body.name(on: day)
            return .record([
              "id": .text(body.id), "kind": .text(kind.id), "name": .text(name[say.language]),
              "later-name": name == body.name ? nil : .text(body.name[say.language]),
              "code": body.code.map { .text($0) },
              "from": body.period.from.map { .text($0.description) },
              "to": body.period.to.map { .text($0.description) },
            ])
          }
        }),
    ])
  }
}
