package import Canonical
import CivilTime
import Located
import StageKit

extension StageReference {
  /// What there is, by name, as labels with names.
  var brief: [(label: String, names: [String])] {
    [
      (
        say("inställningar", "settings"),
        contract.settings.fields.map { $0.key + ($0.isRequired ? "*" : "") }
      ),
      (say("att göra", "acts"), contract.acts.map { "\($0.name) (\($0.title[say.language]))" }),
      (say("resultat", "outcomes"), outcomes.map { named($0.name, $0.title) }),
      (say("använder", "takes"), contract.takes.map(\.name)),
      (say("lämnar", "gives"), contract.gives.map(\.name)),
    ]
  }

  // A name that a definition gives is its own title.
  private func named(_ name: String, _ title: Text) -> String {
    title[say.language] == name ? name : "\(name) (\(title[say.language]))"
  }

  /// The whole reference as a page of text.
  package var text: String {
    var page = Page()
    page.heading("\(contract.name)  \(contract.title[say.language])", underline: "=")
    page.paragraph(contract.help[say.language])
    page.line(say("Modul: \(contract.module)", "Module: \(contract.module)"))

    let settings = contract.settings.fields
    if !settings.isEmpty {
      page.line()
      page.heading(say("Inställningar, under with:", "Settings, under with:"), underline: "-")
      write(settings, into: &page, indent: 0)
    }
    page.line()
    page.heading(say("Att göra", "Acts"), underline: "-")
    for act in contract.acts {
      page.line("\(act.name)  \(act.title[say.language])")
      write(act.shape.fields, into: &page, indent: 2)
    }
    if (settings + contract.acts.flatMap(\.shape.fields)).contains(where: \.isRequired) {
      page.line(say("* måste anges", "* must be given"))
    }
    page.line()
    page.heading(say("Resultat", "Outcomes"), underline: "-")
    let outcomes = outcomes
    let width = outcomes.map(\.name.count).max() ?? 0
    for outcome in outcomes {
      let named =
        isNamedBySettings(outcome)
        ? say(
          "; namngivet av inställningarna, som i exemplen",
          "; named by the settings, as in the examples")
        : ""
      page.line(
        "\(outcome.name.padded(to: width))  \(outcome.title[say.language]) – "
          + flow(outcome.flow) + named)
    }
    for (label, names) in brief.suffix(2) where !names.isEmpty {
      page.line("\(label.beginningSentence): \(names.joined(separator: ", "))")
    }
    page.line()
    page.heading(say("Exempel", "Examples"), underline: "-")
    for (number, example) in contract.examples.enumerated() {
      if number > 0 { page.line() }
      write(example, number + 1, into: &page)
    }
    return page.text
  }

  // MARK: fields

  private func write(_ fields: [Shape.Field], into page: inout Page, indent: Int) {
    let width = fields.map(\.key.count).max() ?? 0
    let margin = String(repeating: " ", count: indent)
    let hanging = margin + String(repeating: " ", count: width + 3)
    for field in fields {
      let key = (field.key + (field.isRequired ? "*" : "")).padded(to: width + 1)
      page.paragraph(
        "\(field.title[say.language]): \(accepts(field))", first: "\(margin)\(key)  ",
        hanging: hanging)
      if let help = field.help {
        page.paragraph(help[say.language], first: hanging, hanging: hanging)
      }
      write(field.shape.rows, into: &page, indent: indent + width + 3)
    }
  }

  private func accepts(_ field: Shape.Field) -> String {
    var parts = [expectation(field.shape)]
    if let bounds = field.bounds {
      let unit = field.unit.map { " \($0[say.language])" } ?? counted(field.shape)
      let upper = bounds.upperBound == .max ? "" : "\(bounds.upperBound)"
      parts.append(
        bounds.upperBound == .max
          ? say("minst \(bounds.lowerBound)\(unit)", "at least \(bounds.lowerBound)\(unit)")
          : "\(bounds.lowerBound)–\(upper)\(unit)")
    }
    if let fallback = field.fallback {
      parts.append(say("annars \(fallback)", "\(fallback) when left out"))
    }
    return parts.joined(separator: ", ")
  }

  private func expectation(_ shape: Shape) -> String {
    switch shape {
    case .choice(let options):
      options.map { "\($0.name) (\($0.title[say.language]))" }.joined(separator: " | ")
    case .list(.record): say("rader med", "rows of")
    case .list(let element): say("en eller flera: ", "one or several: ") + expectation(element)
    case .word(Body.form, _): say("grupp eller organisation", "body")
    case .word(Bodies.form, _): say("grupp, organisation eller mängd", "body or set")
    case .word(Name.form, _): say("namn med bindestreck", "name with hyphens")
    case .word(let form, _): say("som \(form)", "as \(form)")
    default: shape.expectation[say.language]
    }
  }

  private func counted(_ shape: Shape) -> String {
    switch shape {
    case .text, .prose: say(" tecken", " characters")
    case .list: say(" stycken", " items")
    default: ""
    }
  }

  // MARK: examples

  private func write(_ example: Example, _ number: Int, into page: inout Page) {
    page.paragraph(
      example.title[say.language].withoutFullStop, first: "\(number). ", hanging: "   ")
    if example.settings != "{}" { page.line("   with: \(example.settings.folded)") }
    let from =
      example.opening.closes.map { "\(example.opening.on) – \($0)" } ?? "\(example.opening.on)"
    page.line("   \(say("öppnas", "opens")) \(from), \(example.opening.owner)")
    for step in example.steps {
      switch step {
      case .says(let body, let act, let fields, let day):
        page.paragraph(
          "\(body): \(act) \(fields.folded)", first: "   \(day)  ", hanging: "               ")
      case .refused(let body, let act, let fields, let day, let code, let place):
        page.paragraph(
          "\(body): \(act) \(fields.folded)", first: "   \(day)  ", hanging: "               ")
        let at = place.steps.isEmpty ? "" : " (\(place))"
        page.line("               \(say("nekas", "refused")): \(code)\(at)")
      case .extended(let day):
        page.line("   \(say("sista dag förlängs till", "the last day is extended to")) \(day)")
      }
    }
    if let ends = example.ends { page.line("   \(say("resultat", "outcome")): \(ends)") }
    for owed in example.owes {
      let what = owed.what.map { " – \($0[say.language])" } ?? ""
      page.line("   \(say("återstår", "owed")): \(owed.act), \(owed.body)\(what)")
    }
  }
}

// MARK: - For a machine

extension StageReference {
  /// The reference for a machine.
  package var value: Value {
    .record([
      "name": .text(contract.name.description), "title": .text(contract.title[say.language]),
      "help": .text(contract.help[say.language]), "module": .text(contract.module),
      "digest": .text(contract.digest.description),
      "settings": .list(contract.settings.fields.map(value)),
      "acts": .list(
        contract.acts.map { act in
          .record([
            "name": .text(act.name), "title": .text(act.title[say.language]),
            "fields": .list(act.shape.fields.map(value)),
          ])
        }),
      "outcomes": .list(
        outcomes.map {
          .record([
            "name": .text($0.name), "flow": .text($0.flow.rawValue),
            "title": .text($0.title[say.language]),
          ])
        }),
      "takes": .list(contract.takes.map { .text($0.name) }),
      "gives": .list(contract.gives.map { .text($0.name) }),
      "examples": .list(contract.examples.map(value)),
    ])
  }

  private func value(_ field: Shape.Field) -> Value {
    let rows = field.shape.rows
    return .record([
      "key": .text(field.key), "title": .text(field.title[say.language]),
      "accepts": .text(field.shape.expectation[say.language]),
      "required": .flag(field.isRequired),
      "from": field.bounds.map { .whole($0.lowerBound) },
      "to": field.bounds.flatMap { $0.upperBound == .max ? nil : .whole($0.upperBound) },
      "default": field.fallback.map { .text($0) },
      "help": field.help.map { .text($0[say.language]) },
      "fields": rows.isEmpty ? nil : .list(rows.map(value)),
    ])
  }

  private func value(_ example: Example) -> Value {
    .record([
      "title": .text(example.title[say.language]), "settings": .text(example.settings),
      "steps": .list(
        example.steps.map { step in
          switch step {
          case .says(let body, let act, let fields, let day):
            .record([
              "on": .text(day.description), "for": .text(body.description), "act": .text(act),
              "with": .text(fields),
            ])
          case .refused(let body, let act, let fields, let day, let code, _):
            .record([
              "on": .text(day.description), "for": .text(body.description), "act": .text(act),
              "with": .text(fields), "refused": .text(code),
            ])
          case .extended(let day):
            .record(["extended-to": .text(day.description)])
          }
        }),
      "ends": example.ends.map { .text($0) },
    ])
  }
}

extension Shape {
  /// The fields inside: of a record, or of the rows of a list.
  fileprivate var rows: [Field] {
    switch self {
    case .record(let fields): fields
    case .list(let element): element.rows
    default: []
    }
  }
}

extension String {
  /// Lines as one, each run of spaces as one space.
  fileprivate var folded: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
