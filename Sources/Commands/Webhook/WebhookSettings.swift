import CheckTool
import CivilTime
import Delivery
import Foundation
import Lifecycle
import Located
import Register
import Sending

extension Shell {
  /// Who is told by program on a day: the receiver of everything first, then bodies as the register
  /// has them.
  ///
  /// - Throws: `failure` where the file of secrets cannot be read.
  func webhooks(_ organisation: Organisation, on day: CivilDate) throws(Failure) -> [Webhook] {
    let secrets = try WebhookSecrets(environment)
    let all = environment["STAFETT_WEBHOOK"].flatMap { $0.isEmpty ? nil : $0 }.map {
      Webhook(.everything, address: $0, secrets: secrets[Webhook.everything])
    }
    let bodies = organisation.bodies(on: day).compactMap { body in
      body.contact?.webhook.map {
        Webhook(.body(body.id), address: $0, secrets: secrets[body.id])
      }
    }
    return [all].compactMap { $0 } + bodies
  }

  /// A receiver by its name.
  ///
  /// - Throws: `no` with the names that are known.
  func webhook(
    _ name: String, _ organisation: Organisation, on day: CivilDate
  ) throws(Failure) -> Webhook {
    let known = try webhooks(organisation, on: day)
    if let webhook = known.first(where: { $0.name == name }) { return webhook }
    let names = known.map(\.name).joined(separator: ", ")
    throw Failure(
      .no, "webhook/unknown", at: name, sv: "\(name) har ingen webhook",
      en: "\(name) has no webhook",
      help: names.isEmpty
        ? Text(
          sv: "skriv webhook: under contact: i organisationsregistret, eller sätt STAFETT_WEBHOOK",
          en: "write webhook: under contact: in the register, or set STAFETT_WEBHOOK")
        : Text(sv: "de som har en: \(names)", en: "those that have one: \(names)"))
  }

  /// The server of a webhook, ready to be posted to.
  func server(of webhook: Webhook) throws(SendingFault) -> WebServer {
    if webhook.secrets.isEmpty { throw .noSecret(for: webhook.name) }
    return try WebServer(webhook.address, environment: environment)
  }
}

extension SendingFault {
  fileprivate static func noSecret(for name: String) -> SendingFault {
    SendingFault(
      reason: .noSecret,
      text: Text(
        sv: "hemlighet saknas för \(name): osignerat skickas inget",
        en: "there is no secret for \(name): nothing is sent unsigned"),
      help: name == Webhook.everything
        ? Text(
          sv:
            "sätt STAFETT_WEBHOOK_SECRET, som whsec_ följt av utmatningen från openssl rand -base64 32",
          en: "set STAFETT_WEBHOOK_SECRET: whsec_ and what openssl rand -base64 32 prints")
        : Text(
          sv: "lägg till raden '\(name) whsec_…' i filen som STAFETT_WEBHOOK_SECRETS pekar ut",
          en: "add the line '\(name) whsec_…' to the file that STAFETT_WEBHOOK_SECRETS names"))
  }
}

/// What messages are signed with, by the receiver's name: from the environment, and a file that is in
/// no repository.
private struct WebhookSecrets {
  private var secrets: [String: [SigningSecret]] = [:]

  subscript(name: String) -> [SigningSecret] { secrets[name] ?? [] }

  /// Reads `STAFETT_WEBHOOK_SECRET` for the receiver of everything, and the file that
  /// `STAFETT_WEBHOOK_SECRETS` names: lines of a name and one secret or several.
  init(_ environment: [String: String]) throws(Failure) {
    if let text = environment["STAFETT_WEBHOOK_SECRET"] {
      try add(text.split(separator: " "), to: Webhook.everything, at: "STAFETT_WEBHOOK_SECRET")
    }
    guard let path = environment["STAFETT_WEBHOOK_SECRETS"], !path.isEmpty else { return }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .failure, "webhook/no-secrets", at: path,
        sv: "filen i STAFETT_WEBHOOK_SECRETS går inte att läsa",
        en: "the file in STAFETT_WEBHOOK_SECRETS cannot be read")
    }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard let name = words.first, !name.hasPrefix("#") else { continue }
      try add(words.dropFirst(), to: String(name), at: "\(path):\(number + 1)")
    }
  }

  private mutating func add(
    _ words: some Collection<Substring>, to name: String, at place: String
  ) throws(Failure) {
    let read = words.compactMap { SigningSecret($0) }
    guard !read.isEmpty, read.count == words.count else {
      // What was written is a secret, so it is not repeated.
      throw Failure(
        .failure, "webhook/bad-secret", at: place,
        sv: "hemligheten går inte att läsa", en: "the secret cannot be read",
        help: Text(
          sv: "skriv whsec_ och 24 till 64 byte i base64, som openssl rand -base64 32 ger",
          en: "write whsec_ and 24 to 64 bytes in base64, such as openssl rand -base64 32 prints"))
    }
    secrets[name, default: []] += read
  }
}
