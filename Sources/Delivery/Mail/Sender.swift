import Located
import Register

/// Who a mail is from: a name and an address.
package struct Sender: Sendable, Hashable {
  /// The name that people read; empty where none was given.
  package let name: String
  package let address: String

  /// Reads `Name <address>` or an address alone; nil for what is neither.
  package init?(_ text: String) {
    guard !text.utf8.contains(where: { $0 < 32 || $0 == 127 }) else { return nil }
    if text.last == ">", let start = text.lastIndex(of: "<") {
      name = String(
        text[..<start].drop { $0 == " " || $0 == "\"" }.reversed()
          .drop { $0 == " " || $0 == "\"" }.reversed())
      address = String(text[text.index(after: start)...].dropLast())
    } else {
      name = ""
      address = text
    }
    guard MailAddress.isPlain(address) else { return nil }
  }

  /// What stands after the `@`.
  package var domain: Substring { address.split(separator: "@").last ?? "" }

  /// As it stands in a header (RFC 5322, 3.4).
  var header: String {
    name.isEmpty ? address : "\(EncodedWords(phrase: name).text) <\(address)>"
  }
}
