import Located
import StageKit

/// What an act asks for, field by field, as its form declares it.
struct ActHelp {
  let target: ActTarget
  let language: Language

  var lines: [String] {
    let stage = target.stage.map { " \($0)" } ?? ""
    let body = Text(sv: "GRUPP", en: "BODY")[language]
    let head = "stafett act \(target.caseID)\(stage) \(target.act) --for \(body)"
    let fields = target.shape.fields
    let required = fields.filter(\.isRequired).map { " --\($0.key) …" }.joined()
    var lines = ["\(target.title[language])", "", head + required, ""]
    let width = fields.map { $0.key.count }.max() ?? 0
    for field in fields {
      let name = "  --\(field.key)" + String(repeating: " ", count: width - field.key.count + 2)
      let indent = String(repeating: " ", count: name.count)
      lines.append(name + describe(field))
      lines += choices(field).map { "\(indent)  \($0)" }
      if let help = field.help { lines.append(indent + help[language]) }
      if case .list(.record(let columns)) = field.shape {
        for column in columns {
          lines.append("\(indent)\(column.key): \(describe(column))")
          lines += choices(column).map { "\(indent)  \($0)" }
        }
      }
    }
    if fields.isEmpty { lines.append(Text(sv: "  inga fält", en: "  no fields")[language]) }
    return lines
  }

  private func choices(_ field: Shape.Field) -> [String] {
    target.choices.of(field).map { $0.shown(language) }
  }

  private func describe(_ field: Shape.Field) -> String {
    var parts = [field.title[language], kind(field)[language]]
    if let bounds = field.bounds {
      let upper = bounds.upperBound == .max ? "" : "\(bounds.upperBound)"
      let unit = field.unit.map { " \($0[language])" } ?? ""
      parts.append("\(bounds.lowerBound)–\(upper)\(unit)")
    }
    if let fallback = field.fallback {
      parts.append(Text(sv: "annars \(fallback)", en: "else \(fallback)")[language])
    } else if !field.isRequired {
      parts.append(Text(sv: "får utelämnas", en: "optional")[language])
    }
    return parts.joined(separator: "; ")
  }

  private func kind(_ field: Shape.Field) -> Text {
    if case .list(.record) = field.shape {
      return Text(sv: "fil med rader: YAML, JSON eller CSV", en: "file of rows: YAML, JSON or CSV")
    }
    guard !target.choices.of(field).isEmpty else { return told(field.shape) }
    if case .list = field.shape {
      return Text(sv: "ett eller flera av dessa", en: "one or more of these")
    }
    return Text(sv: "ett av dessa", en: "one of these")
  }

  // A form of text by what it is and an example: its name is a definition author's word.
  private func told(_ shape: Shape) -> Text {
    switch shape {
    case .word:
      let (what, example) = shape.wanted
      return Text(sv: what.sv + example.sv, en: what.en + example.en)
    case .list(let element):
      let one = told(element)
      return Text(sv: "en eller flera: \(one.sv)", en: "one or several: \(one.en)")
    default: return shape.expectation
    }
  }
}
