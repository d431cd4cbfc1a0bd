/// A draft that was saved as a file and perhaps changed there, read again so that it can be sent.
///
/// Only what the program needs is read; the rest goes out as it stands.
package struct EditedMail: Sendable {
  /// The header that says which effects a mail is about.
  static let effects = "Stafett-Effects"
  static let encoding = "Content-Transfer-Encoding"

  /// The message with CRLF after each line, and without what marks a draft.
  package let bytes: [UInt8]
  /// The effects that it is about.
  package let effects: [String]
  /// The addresses in `To` and `Cc`.
  package let recipients: [String]
  /// The address in `From`; nil where it has none.
  package let sender: Sender?

  /// Reads a file; nil for one that this program did not save, or that names no recipient.
  ///
  /// - Parameter sender: who it is from, where the file does not say.
  package init?(_ file: [UInt8], from sender: Sender?) {
    let lines = EditedMail.lines(of: file)
    guard let end = lines.firstIndex(where: \.isEmpty) else { return nil }
    var fields = EditedMail.fields(lines[..<end])
    func values(_ name: String) -> [String] {
      fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }
    effects = values(Self.effects).flatMap(EditedMail.items)
    recipients = (values("To") + values("Cc")).flatMap(EditedMail.addresses)
    self.sender = values("From").lazy.compactMap { Sender($0.unfolded) }.first ?? sender
    guard !effects.isEmpty, !recipients.isEmpty else { return nil }
    fields.removeAll { ["x-unsent", "bcc"].contains($0.name.lowercased()) }
    if values("From").isEmpty, let sender { fields.insert(("From", sender.header), at: 0) }
    var body = lines[end...].dropFirst().flatMap { $0 + Array("\r\n".utf8) }
    if let place = fields.firstIndex(where: { $0.name.lowercased() == Self.encoding.lowercased() }),
      fields[place].value.lowercased() == "8bit"
    {
      // As it left the program or an editor: text in UTF-8, which not every server takes.
      fields[place].value = "quoted-printable"
      let text = lines[end...].dropFirst().map { String(decoding: $0, as: UTF8.self) }
      body = Array(QuotedPrintable.text(of: text.joined(separator: "\n")).utf8)
    }
    for place in fields.indices where fields[place].name.lowercased() == "subject" {
      let subject = fields[place].value
      // What an editor wrote as it reads; what is encoded already stays.
      if subject.utf8.contains(where: { $0 > 126 }) {
        fields[place].value = EncodedWords(subject.unfolded).text
      }
    }
    let header = fields.flatMap { Array("\($0.name): \($0.value)\r\n".utf8) }
    bytes = header + Array("\r\n".utf8) + body
  }

  private static func lines(of file: [UInt8]) -> [[UInt8]] {
    var lines = file.split(separator: 10, omittingEmptySubsequences: false).map { line in
      Array(line.last == 13 ? line.dropLast() : line)
    }
    // What follows the last line's end is no line.
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func fields(_ lines: ArraySlice<[UInt8]>) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      if text.first == " " || text.first == "\t", !fields.isEmpty {
        fields[fields.count - 1].value += "\r\n\(text)"
      } else if let colon = text.firstIndex(of: ":") {
        let value = text[text.index(after: colon)...].drop { $0 == " " }
        fields.append((String(text[..<colon]), String(value)))
      }
    }
    return fields
  }

  private static func items(_ value: String) -> [String] {
    value.unfolded.split(separator: ",").map { $0.filter { $0 != " " } }
  }

  /// The addresses of a list; what stands in angle brackets where there are such.
  private static func addresses(_ value: String) -> [String] {
    // A comma within quotes parts nothing.
    var parts = [""]
    var isQuoted = false
    for character in value.unfolded {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.compactMap { part in Sender(part.trimmed)?.address }
  }
}

extension String {
  /// The text of a header's lines as one.
  fileprivate var unfolded: String {
    // CRLF is one character to Swift.
    String(filter { !$0.isNewline })
  }

  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
