package import Located

/// Where a body is reached, and how reminders go to it.
///
/// No decision depends on it, so it is no part of the register's hash: an address that is changed
/// makes no other register.
package struct Contact: Sendable, Hashable {
  /// What becomes of a reminder to the body.
  package enum Sending: String, Sendable, CaseIterable {
    /// It waits as a draft, until somebody sends it.
    case draft
    /// It is sent by itself.
    case automatic
  }

  /// What becomes of an escalation to the body.
  package enum Escalation: String, Sendable, CaseIterable {
    /// A mail, as a reminder is.
    case mail
    /// A line on the agenda of its next meeting.
    case agenda
  }

  /// The address of its function mailbox; nil where none is known.
  package let mail: String?
  /// The telephone number of the function, never a person's own; nil where none is known.
  package let phone: String?
  /// The page on which its contact details are published.
  package let page: String?
  /// Where a program of its own is told what happens in its cases; nil for nowhere.
  ///
  /// What its messages are signed with is a secret, and stands in no register.
  package let webhook: String?
  /// What becomes of a reminder to it.
  package let sending: Sending
  /// What becomes of an escalation to it.
  package let escalations: Escalation
  /// Times of the year in which nothing is sent to it, besides weekends and holidays.
  package let quiet: [Pause]
  /// The language in which it is written to.
  package let language: Language

  /// How it can be reached, as it is published: mail, telephone, page.
  package var ways: [String] { [mail, phone, page].compactMap(\.self) }
}

/// The languages as a register names them.
private enum WrittenLanguage: String, CaseIterable {
  case sv, en
}

/// The reading of what stands under a body's `contact:`.
func readContact(_ node: Node, of key: Node?, _ findings: Findings) -> Contact? {
  var fields = FieldReader(node, of: key, findings)
  let mail = fields("mail").flatMap(findings.mail)
  let phone = fields("phone").flatMap(findings.phone)
  let page = fields("page").flatMap(findings.page)
  let webhook = fields("webhook").flatMap(findings.webhook)
  let sending = fields("sending").flatMap { findings.choice($0, by: \Contact.Sending.rawValue) }
  let escalations = fields("escalations").flatMap {
    findings.choice($0, by: \Contact.Escalation.rawValue)
  }
  let quiet = findings.few(fields.items("quiet"), atMost: 20).compactMap {
    readPause($0, of: nil, findings)?.value
  }
  let language = fields("language").flatMap {
    findings.choice($0, by: \WrittenLanguage.rawValue)
  }
  fields.finish()
  if let written = node["sending"], sending == .automatic, node["mail"] == nil {
    findings.add(
      "schema/missing-key", at: written, sv: "nyckeln 'mail' saknas: utan adress kan inget skickas",
      en: "the key 'mail' is missing: nothing can be sent without an address",
      help: Text(
        sv: "lägg till mail: med funktionsbrevlådans adress, eller skriv sending: draft",
        en: "add mail: with the address of the function mailbox, or write sending: draft"))
  }
  return Contact(
    mail: mail, phone: phone, page: page, webhook: webhook, sending: sending ?? .draft,
    escalations: escalations ?? .mail, quiet: quiet, language: language == .en ? .en : .sv)
}

extension Findings {
  /// An address as it stands in a header: one `@`, and nothing that ends a line or begins another.
  fileprivate func mail(_ node: Node) -> String? {
    text(
      node, Text(sv: "ingen e-postadress", en: "no mail address"),
      help: Text(
        sv: "skriv funktionsbrevlådans adress, som npo.exempel@region.example",
        en: "write the address of the function mailbox, such as npo.exempel@region.example"),
      where: MailAddress.isPlain)
  }

  fileprivate func webhook(_ node: Node) -> String? {
    text(
      node, Text(sv: "ingen adress för en webhook", en: "no address of a webhook"),
      help: Text(
        sv: "skriv https://värd/väg, utan inloggning; http:// bara till den egna maskinen",
        en: "write https://host/path, without login; http:// to this machine only"),
      where: WebhookAddress.isSafe)
  }

  /// A number as it is written: digits, and what groups them.
  fileprivate func phone(_ node: Node) -> String? {
    let others = Set(" +-()".utf8)
    return text(
      node, Text(sv: "inget telefonnummer", en: "no telephone number"),
      help: Text(
        sv: "skriv funktionens nummer, som \"08-123 456 78\"",
        en: "write the number of the function, such as \"08-123 456 78\"")
    ) { text in
      text.utf8.count { (48...57).contains($0) } >= 5
        && text.utf8.allSatisfy { (48...57).contains($0) || others.contains($0) }
    }
  }

  fileprivate func page(_ node: Node) -> String? {
    text(
      node, Text(sv: "ingen webbadress", en: "no web address"),
      help: Text(
        sv: "skriv hela adressen, som https://region.example/kontakt",
        en: "write the whole address, such as https://region.example/kontakt")
    ) { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
  }

  // A text of a form; another is told as what it is not.
  private func text(
    _ node: Node, _ none: Text, help: Text, where isOfForm: (String) -> Bool
  ) -> String? {
    guard let text = text(node) else { return nil }
    if isOfForm(text) { return text }
    add(
      "schema/wrong-form", at: node, sv: "'\(text)' är \(none.sv)", en: "'\(text)' is \(none.en)",
      help: help)
    return nil
  }
}

/// What a webhook's address may look like.
package enum WebhookAddress {
  /// Whether a text is an address without login that nobody listens to on the way: by `https`, or
  /// on this machine.
  package static func isSafe(_ text: String) -> Bool {
    guard text.utf8.count <= 2000, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      return false
    }
    func host(after scheme: String) -> Substring? {
      guard text.hasPrefix(scheme) else { return nil }
      return text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    }
    if let host = host(after: "https://") { return !host.isEmpty && !host.contains("@") }
    let name = host(after: "http://")?.prefix { $0 != ":" }
    return name == "localhost" || name == "127.0.0.1"
  }
}

/// What a mail address may look like.
package enum MailAddress {
  /// Whether a text is an address without name, comment or quotes (RFC 5321, dot-string), in ASCII:
  /// every server takes it, and it cannot break a header.
  package static func isPlain(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254 else { return false }
    let signs = Set("!#$%&'*+-/=?^_`{|}~".utf8)
    func isWord(_ part: Substring, _ more: Set<UInt8>) -> Bool {
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || more.contains(byte)
        }
    }
    func words(_ part: Substring) -> [Substring] {
      part.split(separator: ".", omittingEmptySubsequences: false)
    }
    let host = words(parts[1])
    return words(parts[0]).allSatisfy { isWord($0, signs) } && host.count > 1
      && host.allSatisfy { isWord($0, [UInt8(ascii: "-")]) }
  }
}
