package import Canonical
package import CivilTime
package import Located
package import Register

/// All that the register holds of one body, as it was on a day.
package struct BodyOnDay: Sendable {
  /// What is told under one heading, a line each.
  private struct Part {
    let key: String
    let title: String
    let lines: [String]
    /// What a person is told where there is none; nil where that says nothing.
    var whenEmpty: String?
  }

  private let body: BodyRecord
  private let organisation: Organisation
  private let day: CivilDate
  private let say: Phrasing

  /// A body of the register, by the names of a day.
  package init(
    _ body: BodyRecord, in organisation: Organisation, on day: CivilDate, language: Language
  ) {
    self.body = body
    self.organisation = organisation
    self.day = day
    say = Phrasing(language: language)
  }

  /// The body as a page of text.
  package var text: String {
    var page = Page()
    page.heading("\(name) (\(body.id)), \(day.written[say.language])", underline: "=")
    page.line()
    page.line("\(kind?.title[say.language] ?? body.kind): \(state)")
    for part in parts {
      let lines = part.lines.isEmpty ? [part.whenEmpty].compactMap(\.self) : part.lines
      guard !lines.isEmpty else { continue }
      page.line()
      page.heading(part.title, underline: "-")
      for line in lines { page.paragraph(line, first: "- ", hanging: "  ") }
    }
    return page.text
  }

  /// The body for a machine.
  package var value: Value {
    let head = [
      ("at", day.description), ("id", body.id), ("kind", body.kind), ("name", name),
      ("state", state),
    ]
    return .record(
      head.map { Value.Field($0.0, .text($0.1)) }
        + parts.map { Value.Field($0.key, .list($0.lines.map { .text($0) })) })
  }

  private var name: String { body.name(on: day)[say.language] }
  private var kind: BodyKind? { organisation.kind(body.kind) }

  private var state: String {
    let from = body.period.from.map { say("från \($0)", "from \($0)") }
    switch body.state(on: day) {
    case nil: return say("inte beslutad den dagen", "not decided on that day")
    case .ended: return say("upphörde \(end)", "ended \(end)")
    case .planned:
      let starts = body.started?.description ?? ""
      return say(
        "planerad \(from ?? ""), startar \(starts)", "planned \(from ?? ""), starts \(starts)")
    case .started:
      return [say("startad", "started"), from].compactMap { $0 }.joined(separator: " ")
    }
  }

  private var end: String { body.period.to?.description ?? "" }

  private var parts: [Part] {
    [
      Part(
        key: "contact", title: say("Kontakt", "Contact"), lines: body.contact?.ways ?? [],
        whenEmpty: say("kontaktuppgifter saknas", "contact details are missing")),
      Part(key: "part-of", title: say("Del av", "Part of"), lines: told(body.partOf)),
      Part(key: "hosts", title: say("Värd", "Host"), lines: told(body.hosts)),
      Part(
        key: "acting-for", title: say("Får agera för", "May act for"),
        lines: told(body.actingFor)),
      Part(
        key: "actors", title: say("Den som får agera för den", "Who may act for it"),
        lines: organisation.bodies.flatMap { other in
          other.actingFor.filter { $0.body == body.id }.map { told(other.id, $0) }
        }),
      Part(key: "follows", title: say("Efterträder", "Follows"), lines: body.follows.map(named)),
      Part(
        key: "followed-by", title: say("Efterträds av", "Followed by"),
        lines: organisation.bodies.filter { $0.follows.contains(body.id) }.map { named($0.id) }),
      Part(
        key: "seats", title: say("Platser", "Seats"),
        lines: body.seats.filter { $0.period.contains(day) }.map(told)),
      Part(
        key: "composition", title: say("Sammansättning", "Composition"),
        lines: (body.composition.isEmpty ? kind?.composition ?? [] : body.composition)
          .filter { $0.period.contains(day) }.map(told)),
      Part(
        key: "parts", title: say("Delar", "Parts"),
        lines: organisation.parts(of: body.id, on: day).map(named)),
      Part(
        key: "tasks", title: say("Uppgifter", "Tasks"),
        lines: organisation.tasks(of: body.id, on: day).map { $0.title[say.language] }),
    ]
  }

  private func named(_ id: String) -> String {
    organisation.body(id)?.name(on: day)[say.language] ?? id
  }

  private func told(_ links: [BodyRecord.Link]) -> [String] { links.map { told($0.body, $0) } }

  // A body with the time and the remark of a link to it, or from it.
  private func told(_ body: String, _ link: BodyRecord.Link) -> String {
    let from = link.period.from.map { say("från \($0)", "from \($0)") }
    let to = link.period.to.map { say("till \($0)", "until \($0)") }
    let notes = [from, to, link.note?[say.language]].compactMap { $0 }
    return named(body) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  private func told(_ seat: Seat) -> String {
    let count = seat.count == 1 ? "" : " × \(seat.count)"
    let per = seat.per.flatMap { organisation.set($0) }.map { set in
      let members = organisation.members(of: set.id, on: day).count
      return say(
        ", en för varje: \(set.title.sv.withinSentence) (\(members))",
        ", one for each of: \(set.title.en.withinSentence) (\(members))")
    }
    let mandate = seat.decides ? "" : say(", utan beslutsmandat", ", without a mandate to decide")
    return seat.title[say.language] + count + (per ?? "") + mandate
  }

  private func told(_ rule: CompositionRule) -> String {
    let soft = rule.isSoft ? say(" (eftersträvas)", " (to strive for)") : ""
    return "\(rule.id): \(rule.title[say.language])\(soft)"
  }
}
