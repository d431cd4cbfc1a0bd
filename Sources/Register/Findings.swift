import CivilTime
import Located

/// All faults of one reading, in the order found; and the readings of single values that find them.
final class Findings {
  private(set) var all: [Diagnostic] = []
  private var quota = FindingQuota()
  private var searches = 0

  var hasErrors: Bool { all.contains { $0.severity == .error } }

  func add(
    _ code: String, at node: Node, sv: @autoclosure () -> String, en: @autoclosure () -> String,
    related: @autoclosure () -> [Diagnostic.Related] = [], help: @autoclosure () -> Text? = nil,
    fixes: @autoclosure () -> [Fix] = []
  ) {
    guard quota.take(for: node.path) else { return }
    all.append(
      node.diagnostic(
        code, Text(sv: sv(), en: en()), related: related(), help: help(), fixes: fixes()))
  }

  /// Says that a name leads nowhere, and which one it may be meant for.
  ///
  /// Names that somebody made up may differ by a letter on purpose, so no fix is safe.
  func unknown(
    _ code: String, _ word: String, at node: Node, sv: String, en: String,
    among names: @autoclosure () -> [String]
  ) {
    // Each is a walk through the whole register.
    searches += 1
    let near = searches <= Suggestions.worthwhile ? suggestions(for: word, among: names()) : .none
    add(
      code, at: node, sv: "\(sv) '\(word)'\(near.question?.sv ?? "")",
      en: "\(en) '\(word)'\(near.question?.en ?? "")", fixes: near.fixes(at: node))
  }
}

// MARK: - Single values

extension Findings {
  func text(_ node: Node) -> String? {
    guard let text = node.text, !text.isEmpty else {
      return wrong(node, sv: "en text", en: "a text")
    }
    guard node.style == .plain, isAmbiguous(text) else { return text }
    return ambiguous(node, text)
  }

  /// What to do about a time that ends before it starts.
  static let correctTimes = Text(
    sv: "byt plats på dem, eller rätta den som är fel", en: "swap them, or correct the wrong one")

  /// A name in both languages: one text if it is the same, else `{sv: …, en: …}`.
  func name(_ node: Node, of key: Node?) -> Text? {
    guard node.kind == .mapping else { return text(node).map { Text($0) } }
    var fields = FieldReader(node, of: key, self)
    let (sv, en) = (fields.required("sv").flatMap(text), fields.required("en").flatMap(text))
    fields.finish()
    guard let sv, let en else { return nil }
    return Text(sv: sv, en: en)
  }

  /// A word of small letters, digits and hyphens that starts with a letter.
  func id(_ node: Node) -> String? {
    guard let text = text(node) else { return nil }
    let isWord = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isWord, text.utf8.first.map({ $0 >= UInt8(ascii: "a") }) == true, !text.hasSuffix("-")
    else {
      let slug = slug(of: text)
      add(
        "schema/bad-id", at: node,
        sv: "'\(text)' kan inte vara ett id" + (slug.map { ", skriv till exempel '\($0)'" } ?? ""),
        en: "'\(text)' cannot be an id" + (slug.map { ", try '\($0)'" } ?? ""),
        help: Text(
          sv:
            "ett id har bara små bokstäver a–z, siffror och bindestreck, och börjar med en bokstav",
          en: "an id has only small letters a–z, digits and hyphens, and begins with a letter"),
        fixes: slug.map { [node.replaced(by: $0, isSafe: false)] } ?? [])
      return nil
    }
    return text
  }

  /// A county code: two digits, in quotes, for other readers of YAML make numbers of some.
  func code(_ node: Node) -> String? {
    guard let text = node.text else { return wrong(node, sv: "en länskod", en: "a county code") }
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      add(
        "schema/wrong-form", at: node, sv: "'\(text)' är ingen länskod",
        en: "'\(text)' is no county code",
        help: Text(
          sv: "skriv två siffror inom citattecken, som \"08\"",
          en: "write two digits in quotes, as in \"08\""),
        fixes: text.utf8.count == 1 && Int(text) != nil
          ? [node.replaced(by: "\"0\(text)\"", isSafe: false)] : [])
      return nil
    }
    return node.style == .plain ? ambiguous(node, text) : text
  }

  func flag(_ node: Node) -> Bool? {
    switch (node.text, node.style) {
    case ("true", .plain): return true
    case ("false", .plain): return false
    default: break
    }
    let word = node.text?.lowercased() ?? ""
    let yes = ["yes", "on", "y", "ja", "true"].contains(word)
    guard yes || ["no", "off", "n", "nej", "false"].contains(word) else {
      return wrong(node, sv: "true eller false", en: "true or false")
    }
    add(
      "yaml/legacy-boolean", at: node,
      sv: "'\(node.text ?? "")' är varken true eller false: skriv \(yes)",
      en: "'\(node.text ?? "")' is neither true nor false: write \(yes)",
      fixes: [node.replaced(by: "\(yes)", isSafe: true)])
    return nil
  }

  func whole(_ node: Node, in bounds: ClosedRange<Int>) -> Int? {
    guard node.style == .plain, let number = node.text.flatMap({ Int($0) }) else {
      return wrong(node, sv: "ett heltal", en: "a whole number")
    }
    guard bounds.contains(number) else {
      add(
        "schema/out-of-bounds", at: node,
        sv: number < bounds.lowerBound
          ? "talet är \(number), men ska vara minst \(bounds.lowerBound)"
          : "talet är \(number), men får vara högst \(bounds.upperBound)",
        en: number < bounds.lowerBound
          ? "the number is \(number), but must be at least \(bounds.lowerBound)"
          : "the number is \(number), but may be at most \(bounds.upperBound)",
        help: Text(
          sv: "ange \(bounds.lowerBound) till \(bounds.upperBound)",
          en: "give \(bounds.lowerBound) to \(bounds.upperBound)"))
      return nil
    }
    return number
  }

  func date(_ node: Node) -> PartialDate? {
    guard let text = node.text else { return wrong(node, sv: "ett datum", en: "a date") }
    if let date = PartialDate(text) { return date }
    let meant = CivilDate(meantBy: text)?.description
    add(
      "schema/bad-date", at: node,
      sv: "'\(text)' är inget datum" + (meant.map { ": skriv \($0)" } ?? ""),
      en: "'\(text)' is no date" + (meant.map { ": write \($0)" } ?? ""),
      help: Text(
        sv: "skriv en dag, en månad eller ett år, som 2020-02-01, 2020-02 eller 2020",
        en: "write a day, a month or a year, such as 2020-02-01, 2020-02 or 2020"),
      fixes: meant.map { [node.replaced(by: $0, isSafe: false)] } ?? [])
    return nil
  }

  func choice<Choice: CaseIterable>(
    _ node: Node, by name: (Choice) -> String
  ) -> Choice? {
    guard let text = text(node) else { return nil }
    if let found = Choice.allCases.first(where: { name($0) == text }) { return found }
    let names = Choice.allCases.map(name)
    let near = suggestions(for: text, among: names)
    let all = names.joined(separator: ", ")
    add(
      "schema/bad-choice", at: node, sv: "'\(text)' går inte att välja\(near.question?.sv ?? "")",
      en: "'\(text)' is not one of the choices\(near.question?.en ?? "")",
      help: near.names.isEmpty
        ? Text(sv: "välj bland \(all)", en: "choose among \(all)") : nil,
      fixes: near.fixes(at: node, isSafe: near.isCertain))
    return nil
  }

  /// The items of a list; a single value stands for a list of one.
  func items(_ node: Node) -> [Node] {
    node.kind == .list ? node.items : [node]
  }

  private func wrong<T>(_ node: Node, sv: String, en: String) -> T? {
    let not = node.writtenKind
    add(
      "schema/wrong-type", at: node, sv: "här ska det stå \(sv), inte \(not.sv)",
      en: "\(en) is expected here, not \(not.en)")
    return nil
  }

  private func ambiguous(_ node: Node, _ text: String) -> String? {
    add(
      "yaml/ambiguous-scalar", at: node,
      sv: "sätt '\(text)' inom citattecken: andra program läser ett tal, eller sant eller falskt",
      en: "quote '\(text)': other programs read a number, or true or false",
      fixes: [node.replaced(by: "\"\(text)\"", isSafe: true)])
    return nil
  }

  /// Whether some reader of YAML 1.1 or 1.2 takes a plain text for a number, a truth or nothing.
  private func isAmbiguous(_ text: String) -> Bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"]
    let starts = text.utf8.first.map { (48...57).contains($0) || [43, 45, 46].contains($0) }
    return words.contains(text.lowercased()) || starts == true && Double(text) != nil
  }
}
