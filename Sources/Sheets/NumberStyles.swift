/// How the numbers of a workbook are shown, as far as they are dates.
final class NumberStyles: XMLHandler {
  /// What a number stands for.
  enum Meaning {
    case number
    case day
    /// Only year and month are shown, so no day is said.
    case month
  }

  private var meanings: [Meaning] = []
  private var own: [Int: Meaning] = [:]
  private var isInCells = false
  let fault: SheetFault? = nil

  /// What the numbers of a style stand for.
  func meaning(_ style: Int?) -> Meaning {
    guard let style, meanings.indices.contains(style) else { return .number }
    return meanings[style]
  }

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        own[id] = Self.meaning(ofCode: code)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      meanings.append(own[id] ?? Self.meaning(ofBuiltIn: id))
    default: break
    }
  }

  func text(_ text: String) {}

  func end(_ element: String) {
    if element == "cellXfs" { isInCells = false }
  }

  // ISO/IEC 29500-1, 18.8.30; 27–36 and 50–58 are dates in the languages that have them.
  private static func meaning(ofBuiltIn id: Int) -> Meaning {
    switch id {
    case 17: .month
    case 14...16, 22, 27...31, 36, 50...58: .day
    default: .number
    }
  }

  /// What a format code shows: letters of it, outside quotes, brackets and escapes.
  static func meaning(ofCode code: String) -> Meaning {
    var letters = ""
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      // What follows shows negative numbers and texts.
      case ";": rest = ""
      default: letters.append(character)
      }
    }
    if letters.contains("d") { return .day }
    return letters.contains("y") && letters.contains("m") ? .month : .number
  }
}
