import Located

extension Shape {
  /// What is expected, as in running text: "a duration"; and an example to be put behind it.
  package var wanted: (what: Text, example: Text) {
    switch self {
    case .whole: (Text(sv: "ett heltal", en: "a whole number"), Self.such("3"))
    case .flag: (Text(sv: "true eller false", en: "true or false"), Text(""))
    case .text, .prose: (Text(sv: "en text", en: "a text"), Text(""))
    case .date:
      (
        Text(sv: "ett datum", en: "a date"),
        Text(sv: ", som 2019-09-16 eller 2019-09", en: ", such as 2019-09-16 or 2019-09")
      )
    case .word(let form, _): Self.word(form)
    case .choice(let options): (Self.either(options.prefix(8).map { Text($0.name) }), Text(""))
    case .list: (Text(sv: "en lista", en: "a list"), such)
    case .record, .map: (Text(sv: "nycklar", en: "keys"), such)
    case .either(let shapes): (Self.either(shapes.map(\.wanted.what)), Text(""))
    case .anything: (Text(sv: "något", en: "something"), Text(""))
    }
  }

  private var such: Text { sample.contains("…") ? Text("") : Self.such(sample) }

  private static func such(_ example: String) -> Text {
    Text(sv: ", som \(example)", en: ", such as \(example)")
  }

  /// A value that it accepts, as it could be written on one line; `…` stands for what depends on
  /// the case.
  package var sample: String {
    switch self {
    case .whole: "3"
    case .flag: "true"
    case .text, .prose: "…"
    case .date: "2019-09-16"
    case .word(let form, _): Self.examples[form] ?? form
    case .choice(let options): options.first?.name ?? "…"
    case .list(let element): "[\(element.sample)]"
    case .record(let fields):
      "{"
        + fields.filter(\.isRequired).prefix(3).map { "\($0.key): \($0.shape.sample)" }
        .joined(separator: ", ") + "}"
    case .map(let element): "{…: \(element.sample)}"
    case .either(let shapes): shapes.first?.sample ?? "…"
    case .anything: "…"
    }
  }

  // Names of forms that are no example themselves.
  private static let examples = [
    "kebab-case": "…", "body-id": "region-25", "body-or-set": "regions",
    "next|end|new-case|STAGE": "next",
  ]

  private static func word(_ form: String) -> (Text, Text) {
    switch form {
    case "8 weeks": (Text(sv: "en tid", en: "a duration"), such("'8 weeks'"))
    case "41,5": (Text(sv: "ett tal", en: "a number"), such("41.5"))
    case "kebab-case": (Text(sv: "ett id", en: "an id"), Text(""))
    case "body-id":
      (Text(sv: "en grupp eller organisation", en: "a body"), such("'region-25'"))
    case "body-or-set":
      (Text(sv: "en organisation eller mängd", en: "a body or a set"), such("'regions'"))
    case "next|end|new-case|STAGE":
      (Text(sv: "next, end, new-case eller en fas", en: "next, end, new-case or a stage"), Text(""))
    default: (Text(sv: "en text", en: "a text"), such("'\(form)'"))
    }
  }

  private static func either(_ all: [Text]) -> Text {
    func joined(_ words: [String], _ or: String) -> String {
      guard let last = words.last, words.count > 1 else { return words.first ?? "" }
      return words.dropLast().joined(separator: ", ") + " \(or) \(last)"
    }
    return Text(sv: joined(all.map(\.sv), "eller"), en: joined(all.map(\.en), "or"))
  }
}
