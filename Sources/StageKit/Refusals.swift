import Canonical
import CivilTime
import Located

// What is said of a value that is not of its shape, with what to write instead. Only a finding
// comes here, so words may cost.

extension FieldInput {
  /// A text that another reader of YAML takes for something else.
  mutating func quote(_ text: String, _ other: Text) {
    guard !text.isEmpty else {
      fault("schema/wrong-type", sv: "här ska det stå en text", en: "a text is expected here")
      return
    }
    fault(
      "yaml/ambiguous-scalar", sv: "sätt '\(text)' inom citattecken: \(other.sv)",
      en: "quote '\(text)': \(other.en)", instead: Fault.Replacement("\"\(text)\"", isSafe: true))
  }

  /// What is neither `true` nor `false`.
  mutating func refuseFlag(_ text: String) {
    let word = text.lowercased()
    if text == "true" || text == "false" {
      fault(
        "schema/wrong-type", sv: "'\(text)' står inom citattecken: skriv \(text) utan dem",
        en: "'\(text)' stands in quotes: write \(text) without them",
        instead: Fault.Replacement(text, isSafe: true))
      return
    }
    let yes = ["yes", "on", "y", "ja", "true", "sant"].contains(word)
    let no = ["no", "off", "n", "nej", "false", "falskt"].contains(word)
    let write = yes ? "true" : no ? "false" : nil
    fault(
      write == nil ? "schema/wrong-type" : "yaml/legacy-boolean",
      sv: "'\(text)' är varken true eller false" + (write.map { ": skriv \($0)" } ?? ""),
      en: "'\(text)' is neither true nor false" + (write.map { ": write \($0)" } ?? ""),
      help: write == nil ? Text(sv: "skriv true eller false", en: "write true or false") : nil,
      instead: write.map { Fault.Replacement($0, isSafe: true) })
  }

  /// What is no date.
  mutating func refuseDate(_ text: String) {
    let meant = CivilDate(meantBy: text)?.description
    let write = meant ?? "2019-09-16"
    fault(
      "schema/bad-date",
      sv: "'\(text)' är inget datum" + (meant.map { ": skriv \($0)" } ?? ""),
      en: "'\(text)' is not a date" + (meant.map { ": write \($0)" } ?? ""),
      help: meant == nil
        ? Text(
          sv: "skriv år, månad och dag som \(write), eller bara månad som 2019-09",
          en: "write year, month and day as \(write), or only the month as 2019-09") : nil,
      instead: meant.map { Fault.Replacement($0, isSafe: false) })
  }

  /// What is none of some words.
  mutating func refuseChoice(_ text: String, among options: [(name: String, title: Text)]) {
    let names = options.map(\.name)
    let near = suggestions(for: text, among: names) { name in
      options.first { $0.name == name }?.title
    }
    // An id is a word of English: where they can be taken in at a glance, with the labels.
    let labelled = names.count <= 8 ? options.map { "\($0.name) (\($0.title.sv))" } : names
    fault(
      "schema/bad-choice",
      sv: "'\(text)' går inte att välja" + (near.question?.sv ?? ""),
      en: "'\(text)' is not one of the choices" + (near.question?.en ?? ""),
      help: near.names.isEmpty
        ? Text(
          sv: "välj bland \(labelled.joined(separator: ", "))",
          en: "choose among \(names.joined(separator: ", "))") : nil,
      instead: near.first.map { Fault.Replacement($0, isSafe: near.isCertain) })
  }

  /// What is no word of a form.
  mutating func refuse(_ text: String, as type: any Word.Type) {
    let (what, example) = Shape.word(type.form).wanted
    if type == Name.self || type == Body.self || type == Bodies.self {
      let slug = slug(of: text)
      fault(
        "schema/bad-id",
        sv: "'\(text)' kan inte vara ett id" + (slug.map { ", skriv till exempel '\($0)'" } ?? ""),
        en: "'\(text)' cannot be an id" + (slug.map { ", try '\($0)'" } ?? ""),
        help: Text(
          sv:
            "ett id har bara små bokstäver a–z, siffror och bindestreck, och börjar med en bokstav",
          en: "an id has only small letters a–z, digits and hyphens, and begins with a letter"),
        instead: slug.map { Fault.Replacement($0, isSafe: false) })
    } else if type == CivilDuration.self, let meant = CivilDuration(meantBy: text)?.description {
      fault(
        "schema/wrong-form", sv: "'\(text)' skrivs \(meant)", en: "'\(text)' is written \(meant)",
        help: Text(
          sv: "en tid skrivs med days, working days, weeks, months eller years",
          en: "a duration is written with days, working days, weeks, months or years"),
        instead: Fault.Replacement(meant, isSafe: true))
    } else {
      fault(
        "schema/wrong-form",
        sv: "här ska det stå \(what.sv)\(example.sv), inte '\(text)'",
        en: "\(what.en) is expected here\(example.en), not '\(text)'")
    }
  }
}

extension Fault {
  /// A list where a text is wanted, a text where keys are wanted.
  package static func wrongType(_ node: Node, expecting shape: Shape) -> Fault {
    let ((what, example), not) = (shape.wanted, node.writtenKind)
    return Fault(
      "schema/wrong-type", sv: "här ska det stå \(what.sv)\(example.sv), inte \(not.sv)",
      en: "\(what.en) is expected here\(example.en), not \(not.en)")
  }
}

extension Node {
  /// Brackets round the one value of a list; nil where they could change what it says.
  var bracketed: Fix? {
    guard kind == .scalar, style != .block, span.start.line == span.end.line, let text,
      style == .quoted || !text.isEmpty && !text.contains(where: { ",[]{}#:".contains($0) })
    else { return nil }
    return Fix(
      Text(sv: "sätt klamrar om: [\(text)]", en: "put brackets round it: [\(text)]"), isSafe: true,
      edits: [
        Fix.Edit(path: path, span: Span(span.start, span.start), replacement: "["),
        Fix.Edit(path: path, span: Span(span.end, span.end), replacement: "]"),
      ])
  }
}
