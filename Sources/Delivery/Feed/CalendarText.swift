/// The lines of an iCalendar object (RFC 5545): CRLF after each, folded at 75 octets.
struct CalendarText {
  private(set) var text = ""

  /// A property whose value stands as it is.
  mutating func add(_ name: String, _ value: String) {
    var width = 0
    for character in "\(name):\(value)" {
      // A character is never parted; the space that continues a line counts.
      let size = character.utf8.count
      if width + size > 75 {
        text += "\r\n "
        width = 1
      }
      text.append(character)
      width += size
    }
    text += "\r\n"
  }

  /// A property of text (RFC 5545, 3.3.11).
  mutating func add(_ name: String, text value: String) {
    var escaped = ""
    for character in value {
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case _ where character.isNewline: escaped += "\\n"
      // No other control sign may stand in a text.
      case _ where character.unicodeScalars.allSatisfy { $0.value < 32 || $0.value == 127 }: break
      default: escaped.append(character)
      }
    }
    add(name, escaped)
  }
}
