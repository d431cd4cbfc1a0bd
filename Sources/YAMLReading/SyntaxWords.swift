import Located

/// What to say about a fault that libyaml stopped at, in the words of who wrote the text.
struct SyntaxWords {
  var code = "syntax"
  var span: Span
  var message: Text
  var help: Text?
  var note: (span: Span, label: Text)?

  init(_ fault: ParserFault, _ lines: inout SourceLines) {
    let place = Place(fault, &lines)
    span = place.word
    (message, help) = Self.words(fault, place)
    switch fault.problem {
    case "found character that cannot start any token", "found unknown escape character",
      "mapping values are not allowed in this context":
      let width = fault.problem.mentions("escape") ? 2 : 1
      span = Span(fault.mark, Mark(line: fault.mark.line, column: fault.mark.column + width))
    case "could not find expected ':'":
      span = lines.line(fault.contextMark)
    case _ where fault.context.mentions("directive"):
      span = lines.line(fault.contextMark)
    case "did not find expected alphabetic or numeric character":
      span = lines.word(at: fault.contextMark)
    case "did not find expected key", "did not find expected '-' indicator":
      let start = fault.contextMark
      note = (
        Span(start, Mark(line: start.line, column: start.column + 1)),
        fault.problem.mentions("key")
          ? Text(sv: "avsnittet börjar här", en: "the section starts here")
          : Text(sv: "listan börjar här", en: "the list starts here")
      )
    case let problem where problem.hasPrefix("found a tab character"):
      code = "tab-indent"
    case let problem where problem.mentions("tag") || problem.mentions("'!'"):
      code = "tag"
      span = lines.word(at: fault.contextMark)
    default:
      if fault.context == "while scanning a tag" || fault.context == "while parsing a tag" {
        code = "tag"
        span = lines.word(at: fault.contextMark)
      }
    }
  }

  /// What stands round the place where libyaml stopped.
  struct Place {
    let word: Span
    let character: String
    /// The last byte before it on its line that is no blank; nil when it is the line's first.
    let before: UInt8?
    /// Whether an earlier colon on the line already made a key.
    let followsKey: Bool
    let isDashWithoutSpace: Bool
    /// The character as a message shows it.
    var quoted: String { character == "'" ? "\"'\"" : "'\(character)'" }

    init(_ fault: ParserFault, _ lines: inout SourceLines) {
      word = lines.word(at: fault.mark)
      let offset = lines.offset(of: fault.mark)
      let content = lines.content(ofLine: fault.mark.line)
      let code = lines.scalar(at: offset)
      character = code > 0x20 ? UnicodeScalar(code).map { String(Character($0)) } ?? "" : ""
      let head = lines.bytes[content.lowerBound..<min(offset, content.upperBound)]
      before = head.last { $0 != 0x20 && $0 != 0x09 }
      followsKey = head.indices.contains {
        head[$0] == UInt8(ascii: ":") && $0 + 1 < offset
          && (lines.bytes[$0 + 1] == 0x20 || lines.bytes[$0 + 1] == 0x09)
      }
      isDashWithoutSpace = character == "-" && lines.byte(offset + 1) > 0x20
    }
  }

  private static func words(_ fault: ParserFault, _ place: Place) -> (Text, Text?) {
    switch fault.problem {
    case "did not find expected key": key(place)
    case "mapping values are not allowed in this context": colon(place)
    case "did not find expected '-' indicator": item(place)
    case "could not find expected ':'":
      (
        Text(sv: "raden är ingen nyckel: kolon saknas", en: "the line is no key: it has no colon"),
        Text(
          sv: "skriv nyckel: värde, eller dra in raden om den hör till texten ovanför",
          en: "write key: value, or indent the line if it belongs to the text above")
      )
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      (
        Text(sv: "här saknas ett komma", en: "a comma was expected here"),
        Text(
          sv: "sätt komma mellan delarna, och citattecken om en text med särskilda tecken",
          en: "put a comma between the items, and quotes round a text with special characters")
      )
    case "did not find expected node content":
      (
        place.character.isEmpty
          ? Text(sv: "här saknas ett värde", en: "a value was expected here")
          : Text(
            sv: "här ska det stå ett värde, inte \(place.quoted)",
            en: "a value was expected here, not \(place.quoted)"),
        Text(
          sv: "ta bort tecknet, eller sätt citattecken om texten om det hör till den",
          en: "remove the character, or put the text in quotes if it belongs to it")
      )
    case "did not find expected <document start>":
      (
        Text(
          sv: "raden hör inte till det som står ovanför",
          en: "the line does not belong to what stands above"),
        Text(
          sv: "låt alla nycklar på yttersta nivån börja i samma kolumn",
          en: "let all keys of the outermost level start in the same column")
      )
    case "block sequence entries are not allowed in this context":
      (
        Text(sv: "en listpunkt kan inte börja här", en: "a list item cannot start here"),
        Text(
          sv: "börja varje punkt med '- ' på en egen rad under nyckeln",
          en: "start each item with '- ' on a line of its own below the key")
      )
    case "mapping keys are not allowed in this context":
      (
        Text(sv: "en nyckel kan inte börja här", en: "a key cannot start here"),
        Text(
          sv: "sätt citattecken om texten om frågetecknet hör till den",
          en: "put the text in quotes if the question mark belongs to it")
      )
    default: characters(fault, place)
    }
  }

  /// Text after a value that had already ended; nil when something else stands before it.
  private static func trailing(_ place: Place) -> (Text, Text?)? {
    switch place.before {
    case 0x22, 0x27:
      (
        Text(
          sv: "text efter citattecknet som avslutade värdet",
          en: "text after the quote that ended the value"),
        Text(
          sv:
            #"sätt hela värdet inom "…", och skriv \" för ett citattecken inuti det"#,
          en:
            #"put the whole value in "…", and write \" for a quote inside it"#
        )
      )
    case 0x5D, 0x7D:
      (
        Text(
          sv: "text efter klammern som avslutade värdet",
          en: "text after the bracket that ended the value"),
        Text(
          sv: "ta bort den, eller sätt citattecken om hela värdet",
          en: "remove it, or put the whole value in quotes")
      )
    default: nil
    }
  }

  private static func key(_ place: Place) -> (Text, Text?) {
    if let trailing = trailing(place) { return trailing }
    return switch place.before {
    case nil where place.character == "-":
      (
        Text(
          sv: "en listpunkt där det ska stå en nyckel", en: "a list item where a key was expected"),
        Text(
          sv: "dra in listan under sin nyckel, eller gör hela avsnittet till en lista",
          en: "indent the list below its key, or make the whole section a list")
      )
    case nil:
      (
        Text(
          sv: "indraget stämmer inte med någon rad ovanför",
          en: "the indentation matches no line above"),
        Text(
          sv: "låt raden börja i samma kolumn som de andra nycklarna i sitt avsnitt",
          en: "let the line start in the same column as the other keys of its section")
      )
    default:
      (
        Text(sv: "här ska det stå en nyckel", en: "a key was expected here"),
        Text(
          sv: "skriv nyckel: värde, eller sätt citattecken om texten",
          en: "write key: value, or put the text in quotes")
      )
    }
  }

  private static func colon(_ place: Place) -> (Text, Text?) {
    place.followsKey
      ? (
        Text(
          sv: "kolon i en text utan citattecken", en: "a colon in a text without quotes"),
        Text(
          sv:
            "sätt citattecken om texten, eller börja den inre nyckeln på en ny rad med större indrag",
          en: "put the text in quotes, or start the inner key on a new line, indented further")
      )
      : (
        Text(
          sv: "en nyckel kan inte stå här: raden ovanför har redan ett värde",
          en: "a key cannot stand here: the line above already has a value"),
        Text(
          sv: "rätta indraget, eller sätt kolon efter nyckeln ovanför",
          en: "correct the indentation, or put a colon after the key above")
      )
  }

  private static func item(_ place: Place) -> (Text, Text?) {
    if let trailing = trailing(place) { return trailing }
    return place.isDashWithoutSpace
      ? (
        Text(sv: "mellanslag saknas efter bindestrecket", en: "no space after the dash"),
        Text(sv: "skriv '- ' före punkten", en: "write '- ' before the item")
      )
      : (
        Text(sv: "här ska det stå en listpunkt", en: "a list item was expected here"),
        Text(
          sv: "börja raden med '- ' i samma kolumn som de andra, eller dra in den",
          en: "start the line with '- ' in the same column as the others, or indent it")
      )
  }
}

extension SourceLines {
  /// A line from a mark to its last character that is no blank.
  fileprivate mutating func line(_ mark: Mark) -> Span {
    let start = offset(of: mark)
    var end = content(ofLine: mark.line).upperBound
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return Span(mark, self.mark(line: mark.line, at: end))
  }
}
