import CivilTime
import Located
import Register
import Sheets

/// Makes what stands in a sheet into what is wanted, in the few ways that a mapping may ask for.
struct Cleaning {
  let bodies: BodyNames
  let from1904: Bool

  /// The values of a source in a row; none where the cell is empty and nothing stands instead.
  func values(
    _ source: Mapping.Source, in row: SheetRow?, of view: SheetView
  ) throws(RowFault) -> [Written] {
    let found: Written?
    switch source.origin {
    case .word(let word): return [Written(text: word, mark: source.mark, column: 0)]
    case .column(let names): found = row.flatMap { view.cell(names, in: $0) }
    case .label(let names): found = view.label(names)
    }
    guard let found, !found.text.tidy.isEmpty else {
      return source.otherwise.map { [Written(text: $0, mark: source.mark, column: 0)] } ?? []
    }
    if PatientData.isHeld(in: found.text) {
      throw RowFault(
        "import/patient-data", at: found.column,
        sv: "ett personnummer står i cellen; sådana tas aldrig in",
        en: "the cell holds a personal identity number; such are never taken in",
        help: Text(sv: "ta bort det ur filen", en: "take it out of the file"))
    }
    do throws(RowFault) {
      if !source.isMany { return [try one(found, source)] }
      // A whole name may hold what else divides.
      if let whole = try? one(found, source) { return [whole] }
      var all: [Written] = []
      for part in parts(of: found.text) {
        var piece = found
        piece.text = part
        all.append(try one(piece, source))
      }
      return all
    } catch {
      var fault = error
      fault.column = found.column
      throw fault
    }
  }

  private func one(
    _ found: Written, _ source: Mapping.Source
  ) throws(RowFault) -> Written {
    var made = found
    let tidy = found.text.tidy
    if let word = source.words.first(where: { $0.from.compared == tidy.compared }) {
      made.text = word.to
      return made
    }
    switch source.kind {
    case .text: made.text = source.words.isEmpty ? clean(found.text) : try word(tidy, source)
    case .date: made.text = try WrittenDate.read(tidy, from1904: from1904).description
    case .slug: made.text = tidy.slug
    case .number: made.text = try number(tidy)
    case .twoDigits: made.text = twoDigits(tidy)
    case .yesNo: made.text = try yesNo(tidy)
    case .region, .body: made.text = try body(tidy, source.kind == .region)
    }
    made.text = source.prefix + made.text
    return made
  }

  // A text over lines keeps them; all else is one line.
  private func clean(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0).tidy }.joined(separator: "\n").trimmed
  }

  private func word(_ text: String, _ source: Mapping.Source) throws(RowFault) -> String {
    let known = source.words.map(\.from)
    let near = nearest(to: text, among: known)
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    throw RowFault(
      "import/unknown-word",
      sv: "'\(text)' står inte i mappningen" + (near.map { ", menar du '\($0)'?" } ?? ""),
      en: "'\(text)' is not in the mapping" + (near.map { ", did you mean '\($0)'?" } ?? ""),
      help: Text(
        sv: "rätta cellen, eller lägg till ordet under words: (där finns \(list))",
        en: "mend the cell, or add the word under words: (there are \(list))"))
  }

  private func number(_ text: String) throws(RowFault) -> String {
    let digits = String(text.filter { !$0.isSpace }.map { $0 == "," ? "." : $0 })
    let parts = (digits.hasPrefix("-") ? digits.dropFirst() : digits[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) })
    else {
      throw RowFault(
        "import/no-number", sv: "'\(text)' är inget tal", en: "'\(text)' is no number",
        help: Text(sv: "skriv bara siffror, som 1 234,5", en: "write digits only, as 1 234,5"))
    }
    return digits
  }

  private func twoDigits(_ text: String) -> String {
    text.count == 1 && text.allSatisfy(\.isASCIIDigit) ? "0\(text)" : text
  }

  private func yesNo(_ text: String) throws(RowFault) -> String {
    switch text.compared {
    case "ja", "j", "x", "1", "sant", "sann", "yes", "y", "true", "☒", "☑", "✓": return "true"
    case "nej", "n", "0", "falskt", "falsk", "no", "false", "-", "☐": return "false"
    default:
      throw RowFault(
        "import/no-yes-or-no", sv: "'\(text)' är varken ja eller nej",
        en: "'\(text)' is neither yes nor no",
        help: Text(sv: "skriv ja eller nej", en: "write yes or no"))
    }
  }

  private func body(_ text: String, _ onlyRegions: Bool) throws(RowFault) -> String {
    let found = bodies.bodies(called: text, onlyRegions: onlyRegions)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw RowFault(
        "import/several-bodies", sv: "'\(text)' kan vara \(found.joined(separator: " eller "))",
        en: "'\(text)' may be \(found.joined(separator: " or "))",
        help: Text(sv: "skriv id:t i cellen", en: "write the id in the cell"))
    }
    let parts = parts(of: text)
    let several = parts.map { bodies.bodies(called: $0, onlyRegions: onlyRegions) }
    if parts.count > 1, several.allSatisfy({ $0.count == 1 }) {
      let list = several.map { $0[0] }.joined(separator: ", ")
      throw RowFault(
        "import/merged-bodies", sv: "'\(text)' är flera: \(list)",
        en: "'\(text)' is several: \(list)",
        help: Text(
          sv: "dela raden, en för var och en, eller skriv many: true i mappningen om det är ett "
            + "gemensamt svar",
          en: "divide the row, one for each, or write many: true in the mapping if it is a joint "
            + "answer"))
    }
    // A group that the register does not list has an id too; the case says whether it may be bound.
    if !onlyRegions, text.slug == text, text.contains("-") { return text }
    throw RowFault(
      "import/unknown-body",
      sv: onlyRegions ? "ingen region '\(text)'" : "ingen grupp eller organisation '\(text)'",
      en: onlyRegions ? "no region '\(text)'" : "no body '\(text)'",
      help: Text(
        sv: "skriv id:t eller namnet som i organisationsregistret, eller lägg namnet under words:",
        en: "write the id or the name of the register, or put the name under words:"))
  }

  private func parts(of text: String) -> [String] {
    text.tidy.split { "/,;&+".contains($0) }
      .flatMap { part in
        part.split(separator: " ").split { $0 == "och" || $0 == "samt" || $0 == "and" }
          .map { $0.joined(separator: " ") }
      }.map(\.tidy).filter { !$0.isEmpty }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
