import Located

/// The words of every fault that reading can find in one file.
struct Faults {
  let path: String

  func fault(
    _ code: String, _ span: Span, _ message: Text, _ related: [Diagnostic.Related] = [],
    help: Text? = nil, fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      "yaml/\(code)", message, path: path, span: span, related: related, help: help, fixes: fixes)
  }

  /// One change of one stretch of the file.
  func fix(_ title: Text, isSafe: Bool = true, _ span: Span, _ replacement: String) -> Fix {
    Fix(
      title, isSafe: isSafe, edits: [Fix.Edit(path: path, span: span, replacement: replacement)])
  }

  func related(_ span: Span, _ label: Text) -> Diagnostic.Related {
    Diagnostic.Related(path: path, span: span, label: label)
  }

  // MARK: The tree

  var empty: Diagnostic {
    let start = Mark(line: 1, column: 1)
    return fault(
      "empty", Span(start, start),
      Text(sv: "filen har inget innehåll", en: "the file has no content"),
      help: Text(
        sv: "skriv innehållet, eller ta bort filen", en: "write the content, or remove the file"))
  }

  func severalDocuments(_ span: Span, first: Span) -> Diagnostic {
    fault(
      "several-documents", span,
      Text(
        sv: "'---' delar filen i flera dokument",
        en: "'---' divides the file into several documents"),
      [related(first, Text(sv: "det första börjar här", en: "the first one starts here"))],
      help: Text(
        sv: "lägg varje del i en egen fil, eller ta bort '---' om det bara skulle avgränsa",
        en: "put each part in a file of its own, or remove '---' if it was only a divider"))
  }

  func depth(at start: Mark, limit: Int) -> Diagnostic {
    fault(
      "depth-limit", Span(start, Mark(line: start.line, column: start.column + 1)),
      Text(
        sv: "nycklar och listor ligger inuti varandra i fler än \(limit) nivåer",
        en: "keys and lists are nested in more than \(limit) levels"),
      help: Text(
        sv: "använd färre nivåer; det som står här och längre ner har inte lästs",
        en: "use fewer levels; what stands here and further down was not read"))
  }

  func duplicate(
    _ key: RepeatedKey, in builder: borrowing TreeBuilder, removing gone: Span?
  ) -> Diagnostic {
    let name = builder.text(of: key.first) ?? ""
    return fault(
      "duplicate-key", builder.span(of: key.second),
      key.sameValue
        ? Text(
          sv: "'\(name)' står två gånger, med samma värde",
          en: "'\(name)' stands twice, with the same value")
        : Text(
          sv: "'\(name)' står två gånger, med olika värden",
          en: "'\(name)' stands twice, with different values"),
      [
        related(
          builder.span(of: key.first), Text(sv: "står först här", en: "first written here"))
      ],
      help: key.sameValue
        ? Text(sv: "ta bort den ena", en: "remove one of them")
        : Text(
          sv: "behåll den som gäller och ta bort den andra",
          en: "keep the one that is meant and remove the other"),
      fixes: gone.map {
        [fix(Text(sv: "ta bort den andra", en: "remove the second"), isSafe: key.sameValue, $0, "")]
      } ?? [])
  }

  /// A list item whose first key stands again is two items, and the dash of the second is missing.
  func missingDash(_ key: RepeatedKey, in builder: borrowing TreeBuilder) -> Diagnostic {
    let name = builder.text(of: key.first) ?? ""
    let start = builder.span(of: key.second).start
    let dash = Span(Mark(line: start.line, column: max(1, start.column - 2)), start)
    return fault(
      "duplicate-key", builder.span(of: key.second),
      Text(
        sv: "'\(name)' står två gånger i samma listpunkt: ett streck saknas före den andra",
        en: "'\(name)' stands twice in one list item: a dash is missing before the second"),
      [
        related(
          builder.span(of: key.first),
          Text(sv: "listpunkten börjar här", en: "the item begins here"))
      ],
      help: Text(
        sv: "börja den nya punkten med '- \(name):'", en: "begin the new item with '- \(name):'"),
      fixes: start.column > 2
        ? [fix(Text(sv: "sätt dit strecket", en: "write the dash"), isSafe: false, dash, "- ")] : []
    )
  }

  func mergeKey(_ key: Int, in builder: borrowing TreeBuilder) -> Diagnostic {
    var related: [Diagnostic.Related] = []
    if let value = builder.value(ofKey: key) {
      related.append(
        self.related(
          builder.span(of: builder.target(of: value)),
          Text(sv: "detta skulle läggas in", en: "this would be merged in")))
    }
    return fault(
      "merge-key", builder.span(of: key),
      Text(
        sv: "'<<' lägger inte in något: YAML 1.2 har ingen sådan nyckel",
        en: "'<<' merges nothing: YAML 1.2 has no such key"),
      related,
      help: Text(
        sv: "skriv ut innehållet; en hel process kan bygga på en annan med extends:",
        en: "write the content out; a whole pipeline may build on another with extends:"))
  }

  func tag(_ tag: String, _ span: Span) -> Diagnostic {
    fault(
      "tag", span,
      Text(
        sv: "märkning med utropstecken (YAML-tagg) används inte här",
        en: "marks with an exclamation mark (YAML tags) are not used here"),
      help: tag == "tag:yaml.org,2002:str"
        ? Text(
          sv: "sätt texten inom citattecken i stället", en: "put the text in quotes instead")
        : Text(
          sv: "ta bort märkningen, eller sätt citattecken om texten om utropstecknet hör till den",
          en: "remove the mark, or put the text in quotes if the exclamation mark belongs to it"))
  }

  // MARK: Aliases

  func unknownAlias(_ name: String, _ span: Span) -> Diagnostic {
    fault(
      "unknown-alias", span,
      Text(
        sv: "'*\(name)' syftar på '&\(name)', som inte finns tidigare i filen",
        en: "'*\(name)' stands for '&\(name)', which does not exist earlier in the file"),
      help: Text(
        sv:
          "sätt '&\(name)' framför det som menas, eller citattecken om texten om den ska börja med '*'",
        en:
          "put '&\(name)' before what is meant, or quotes round the text if it is to start with '*'"
      ))
  }

  func anchorCycle(_ name: String, _ span: Span, anchor: Span) -> Diagnostic {
    fault(
      "anchor-cycle", span,
      Text(
        sv: "'*\(name)' står inuti det som den syftar på",
        en: "'*\(name)' stands inside what it stands for"),
      [related(anchor, Text(sv: "'&\(name)' omfattar platsen", en: "'&\(name)' spans the place"))],
      help: Text(sv: "skriv ut det som menas i stället", en: "write out what is meant instead"))
  }

  func aliasLimit(_ span: Span, anchor: Span, _ added: Int, _ limit: Int) -> Diagnostic {
    let number = added == .max ? "9223372036854775807" : String(added)
    return fault(
      "alias-limit", span,
      Text(
        sv: "filens upprepningar (alias) skulle ge \(number) delar, och gränsen är \(limit)",
        en:
          "the repetitions (aliases) of the file would give \(number) parts, and the limit is \(limit)"
      ),
      [related(anchor, Text(sv: "detta upprepas", en: "this is repeated"))],
      help: Text(
        sv: "skriv ut innehållet där det behövs", en: "write the content out where it is needed"))
  }

  // MARK: Lines

  func missingSpace(_ pair: PairWithoutSpace, at start: Mark) -> Diagnostic {
    let colon = Mark(line: start.line, column: start.column + pair.key.unicodeScalars.count)
    return fault(
      "missing-space", Span(colon, Mark(line: colon.line, column: colon.column + 1)),
      Text(
        sv: "mellanslag saknas efter kolon, så '\(pair.whole)' är en enda text",
        en: "no space after the colon, so '\(pair.whole)' is one text"),
      help: Text(
        sv: "skriv '\(pair.key): \(pair.value)'", en: "write '\(pair.key): \(pair.value)'"),
      fixes: [
        fix(
          Text(sv: "sätt ett mellanslag", en: "put a space"),
          Span(
            Mark(line: colon.line, column: colon.column + 1),
            Mark(line: colon.line, column: colon.column + 1)), " ")
      ])
  }

  /// Tabs in the indentation of a line, and how many spaces stand there for them; nil when the
  /// lines round it do not tell.
  func tab(_ span: Span, spaces: Int?) -> Diagnostic {
    fault(
      "tab-indent", span,
      Text(
        sv: "indrag med tabbtecken: YAML tar bara mellanslag",
        en: "indented with a tab: YAML takes only spaces"),
      help: Text(sv: "byt ut det mot mellanslag", en: "replace it by spaces"),
      fixes: spaces.map {
        [
          fix(
            Text(sv: "byt mot \($0) mellanslag", en: "replace by \($0) spaces"), span,
            String(repeating: " ", count: $0))
        ]
      } ?? [])
  }
}

/// A key and a value with a colon between them but no space: `owner:npo`.
struct PairWithoutSpace {
  let key, value: String
  var whole: String { "\(key):\(value)" }

  /// The pair in a plain text; nil when it does not look like one, as in `https://…` or `8:30`.
  init?(_ text: some StringProtocol) {
    guard let colon = text.unicodeScalars.firstIndex(of: ":") else { return nil }
    let key = text[..<colon]
    let value = text[text.index(after: colon)...]
    guard let first = key.unicodeScalars.first, first.properties.isAlphabetic,
      key.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
      }),
      !value.isEmpty, !value.hasPrefix("/"), !value.hasPrefix(":"), !value.hasSuffix(":"),
      !value.mentions(": ")
    else { return nil }
    self.key = String(key)
    self.value = String(value)
  }
}
