import Canonical
package import Lifecycle

/// What a receiver and the sender both know, by which a message is known to be unchanged and ours
/// (Standard Webhooks, symmetric signatures).
package struct SigningSecret: Sendable, Hashable {
  static let prefix = "whsec_"
  /// What the standard asks for, in bytes.
  static let sizes = 24...64
  private let key: [UInt8]

  /// Reads `whsec_` and base64 of 24 to 64 bytes; nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard text.hasPrefix(Self.prefix),
      let key = Base64.bytes(of: String(text.dropFirst(Self.prefix.count))),
      Self.sizes.contains(key.count)
    else { return nil }
    self.key = key
  }

  /// The signature of a message, as it stands in `webhook-signature`.
  ///
  /// - Parameter seconds: since 1970, as in `webhook-timestamp`.
  func signature(of body: [UInt8], id: String, at seconds: Int64) -> String {
    let signed = Array("\(id).\(seconds).".utf8) + body
    let code = ContentHash(authenticating: signed, with: key).withBytes { Array($0) }
    return "v1,\(Base64.text(of: code))"
  }
}

extension SigningSecret: CustomStringConvertible {
  /// Never the secret: what describes a value ends in logs.
  package var description: String { "whsec_…" }
}

/// Who is told by program, and how they know that it is from here.
package struct Webhook: Sendable {
  /// What it is told of.
  package enum Scope: Sendable, Hashable {
    /// All that happens here.
    case everything
    /// What happens in a body's cases.
    case body(String)
  }

  /// The name of the receiver that is told of everything.
  package static let everything = "all"

  package let scope: Scope
  package let address: String
  /// More than one while one takes over from another: a message is signed by each.
  package let secrets: [SigningSecret]

  package init(_ scope: Scope, address: String, secrets: [SigningSecret]) {
    self.scope = scope
    self.address = address
    self.secrets = secrets
  }

  /// What it is called on the command line: the body's id, or `all`.
  package var name: String {
    switch scope {
    case .everything: Self.everything
    case .body(let body): body
    }
  }

  /// The name under which the store keeps how far it has come.
  package var cursor: String {
    switch scope {
    case .everything: "webhook"
    case .body(let body): "webhook/\(body)"
    }
  }

  /// The headers of a message that is sent at an instant.
  package func headers(
    of message: WebhookMessage, at now: Instant
  ) -> [(name: String, value: String)] {
    let seconds = now.milliseconds / 1000
    let signatures = secrets.map {
      $0.signature(of: message.body, id: message.id, at: seconds)
    }
    return [
      ("content-type", "application/cloudevents+json; charset=utf-8"),
      ("webhook-id", message.id), ("webhook-timestamp", String(seconds)),
      ("webhook-signature", signatures.joined(separator: " ")), ("user-agent", "stafett"),
    ]
  }
}
