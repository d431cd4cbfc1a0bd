import Canonical
package import Lifecycle
import Located
import Register

/// A mail as it goes over the line (RFC 5322): header and body in ASCII, CRLF after each line.
package struct Message: Sendable {
  /// What a message is made for.
  package enum Purpose: Sendable {
    /// It is sent by the program, unread.
    case automatic
    /// Somebody asked for it to be sent.
    case personal
    /// It is kept as a file that a mail program opens as a draft.
    case draft
  }

  package let bytes: [UInt8]
  /// Without angle brackets: the same effects and the same sender's domain give the same.
  package let id: String

  package init(_ digest: Digest, from sender: Sender?, at now: Instant, for purpose: Purpose) {
    let letter = Letter(digest, from: sender, isAutomatic: purpose == .automatic)
    // RFC 2606 keeps this domain for what is nobody's.
    id = "stafett.\(digest.name)@\(sender?.domain ?? "stafett.invalid")"
    var header: [(name: String, value: String)] = []
    if let sender { header.append(("From", sender.header)) }
    if let mail = digest.contact?.mail {
      let name = digest.bodyName[digest.contact?.language ?? .sv]
      header.append(("To", "\(EncodedWords(phrase: name).text)\r\n <\(mail)>"))
    }
    header.append(("Subject", EncodedWords(letter.subject).text))
    header.append(("Date", MailDate(now).header))
    header.append(("Message-ID", "<\(id)>"))
    // A reply-all of a mailbox that is away would answer a program (RFC 3834).
    if purpose == .automatic { header.append(("Auto-Submitted", "auto-generated")) }
    // Outlook and others open a file with this as something that can be changed and sent.
    if purpose == .draft { header.append(("X-Unsent", "1")) }
    header.append(
      (EditedMail.effects, digest.effects.joined(separator: ",\r\n ")))
    header += [
      ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"),
      // A draft is to be read and changed in any editor; it is encoded when it is sent.
      (EditedMail.encoding, purpose == .draft ? "8bit" : "quoted-printable"),
    ]
    let body =
      purpose == .draft
      ? letter.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n") : QuotedPrintable.text(of: letter.text)
    bytes = Array(
      (header.map { "\($0.name): \($0.value)\r\n" }.joined() + "\r\n" + body).utf8)
  }
}
