import CTransfer
import Located

/// The server that takes mail (RFC 5321), by the settings of the environment.
package struct MailServer: Sendable {
  /// Its address without login, as it is told in a fault.
  package let address: String
  private let user: String?
  private let password: String?
  private let authorities: String?
  private let mustBeSecret: Bool
  private let milliseconds: Int

  /// Reads the settings: `STAFETT_SMTP` (`smtp://host:port`, or `smtps://` where all is secret from
  /// the start), `STAFETT_SMTP_USER` and `STAFETT_SMTP_PASSWORD` where one logs in,
  /// `STAFETT_SMTP_TLS`, `STAFETT_CA_FILE`, `STAFETT_SEND_SECONDS`.
  ///
  /// The connection must be secret (STARTTLS) unless the server is on this machine; `STAFETT_SMTP_TLS`
  /// says otherwise: `on`, here too; `off`, in a closed network.
  ///
  /// - Throws: `noServer` without an address, `badSetting` where a setting cannot be used.
  package init(environment: [String: String]) throws(SendingFault) {
    guard let address = environment["STAFETT_SMTP"], !address.isEmpty else {
      throw SendingFault(
        reason: .noServer,
        text: Text(sv: "ingen e-postserver är inställd", en: "no mail server is set"),
        help: Text(
          sv:
            "sätt STAFETT_SMTP, som smtp://smtp.region.example:587, eller spara utkasten: stafett outbox save MAPP",
          en:
            "set STAFETT_SMTP, such as smtp://smtp.region.example:587, or save the drafts: stafett outbox save FOLDER"
        ))
    }
    guard let server = ServerAddress(address, schemes: ["smtp", "smtps"]) else {
      throw SendingFault(
        reason: .badSetting,
        // What was written may hold a password, so it is not repeated.
        text: Text(
          sv: "STAFETT_SMTP är ingen adress till en e-postserver",
          en: "STAFETT_SMTP is no address of a mail server"),
        help: Text(
          sv:
            "skriv smtp://värd:port, med inloggning i STAFETT_SMTP_USER och STAFETT_SMTP_PASSWORD",
          en:
            "write smtp://host:port, with the login in STAFETT_SMTP_USER and STAFETT_SMTP_PASSWORD"
        ))
    }
    self.address = address
    user = environment["STAFETT_SMTP_USER"]
    password = environment["STAFETT_SMTP_PASSWORD"]
    authorities = environment["STAFETT_CA_FILE"]
    mustBeSecret =
      switch environment["STAFETT_SMTP_TLS"] {
      case "on": true
      case "off": false
      case nil, "": !server.isOnThisMachine
      default:
        throw SendingFault(
          reason: .badSetting,
          text: Text(
            sv: "STAFETT_SMTP_TLS är varken on eller off",
            en: "STAFETT_SMTP_TLS is neither on nor off"),
          help: Text(
            sv: "ta bort den: utom på den egna maskinen är förbindelsen alltid krypterad då",
            en: "remove it: the connection is always encrypted then, except on this machine"))
      }
    milliseconds = Limits.milliseconds(environment)
  }

  /// Sends a message to every recipient, or to none.
  ///
  /// - Parameters:
  ///   - message: header and body with CRLF at the end of each line.
  ///   - recipients: plain addresses.
  package func send(
    _ message: [UInt8], from sender: String, to recipients: [String]
  ) throws(SendingFault) {
    let target = Target(
      url: address, user: user, password: password, authorities: authorities,
      mustBeSecret: mustBeSecret, connectMilliseconds: min(10_000, milliseconds),
      totalMilliseconds: milliseconds)
    let result = target.lend { target in
      withCStrings(recipients) { recipients, count in
        message.withUnsafeBufferPointer {
          ctransfer_mail(target, sender, recipients, count, $0.baseAddress, $0.count)
        }
      }
    }
    if let fault = SendingFault(result, at: address) { throw fault }
  }
}

/// How long a transfer may take.
enum Limits {
  /// A minute, unless `STAFETT_SEND_SECONDS` says 1 to 600 seconds.
  static func milliseconds(_ environment: [String: String]) -> Int {
    let seconds = environment["STAFETT_SEND_SECONDS"].flatMap { Int($0) } ?? 60
    return min(max(seconds, 1), 600) * 1000
  }
}

/// `scheme://host[:port][/…]`, without a login: one that stands there ends in logs and lists.
struct ServerAddress {
  let scheme: String
  let host: String
  /// `scheme://host[:port]`: what follows may be as good as a password.
  let origin: String

  init?(_ text: String, schemes: [String]) {
    guard let scheme = schemes.first(where: { text.hasPrefix("\($0)://") }),
      text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { return nil }
    let rest = text.dropFirst(scheme.count + 3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !rest.isEmpty, !rest.contains("@") else { return nil }
    self.scheme = scheme
    origin = "\(scheme)://\(rest)"
    host =
      rest.hasPrefix("[")
      ? String(rest.prefix { $0 != "]" }.dropFirst()) : String(rest.prefix { $0 != ":" })
    if host.isEmpty { return nil }
  }

  /// Whether nothing that is sent there leaves this machine.
  var isOnThisMachine: Bool {
    ["localhost", "::1"].contains(host) || host.hasPrefix("127.")
  }
}
