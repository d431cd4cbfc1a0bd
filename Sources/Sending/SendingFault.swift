import CTransfer
package import Located

/// Why something was not sent: what and where, and what to do about it.
package struct SendingFault: Error, Sendable, Hashable {
  /// What stands in the way; its raw value is a stable code.
  package enum Reason: String, Sendable {
    case noServer = "send/no-server"
    case badSetting = "send/bad-setting"
    case noSecret = "send/no-secret"
    case unreachable = "send/unreachable"
    case timedOut = "send/timed-out"
    case loginDenied = "send/login-denied"
    case untrusted = "send/untrusted"
    case refused = "send/refused"
    /// The receiver wants nothing more.
    case gone = "send/gone"
    case failed = "send/failed"
  }

  package let reason: Reason
  package let text: Text
  package let help: Text

  package init(reason: Reason, text: Text, help: Text) {
    self.reason = reason
    self.text = text
    self.help = help
  }

  /// Whether the next thing to the same server would meet the same.
  package var concernsServer: Bool {
    switch reason {
    case .refused, .gone, .failed: false
    case .noServer, .badSetting, .noSecret, .unreachable, .timedOut, .loginDenied, .untrusted: true
    }
  }
}

extension SendingFault {
  /// What came of a transfer to a server; nil where it was done.
  ///
  /// - Parameter server: its address without login.
  init?(_ result: ctransfer_result, at server: String) {
    let said = withUnsafeBytes(of: result.reason) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch result.outcome {
    case ctransfer_done: return nil
    case ctransfer_bad_address:
      self.init(
        reason: .badSetting,
        text: Text(
          sv: "adressen \(server) går inte att använda (\(said))",
          en: "the address \(server) cannot be used (\(said))"),
        help: Text(sv: "rätta adressen i inställningen", en: "correct the address in the setting"))
    case ctransfer_unreachable:
      self.init(
        reason: .unreachable,
        text: Text(
          sv: "\(server) går inte att nå (\(said))", en: "\(server) cannot be reached (\(said))"),
        help: Text(
          sv:
            "se efter att adress och port stämmer och att servern är i gång; inget är markerat som skickat",
          en: "see that address and port are right and the server runs; nothing is marked as sent"))
    case ctransfer_timed_out:
      self.init(
        reason: .timedOut,
        text: Text(
          sv: "\(server) svarade inte i tid (\(said))",
          en: "\(server) did not answer in time (\(said))"),
        help: Text(
          sv: "försök igen senare; kom det fram ändå har det samma Message-ID nästa gång",
          en: "try again later; if it did arrive, it has the same Message-ID the next time"))
    case ctransfer_login_denied:
      self.init(
        reason: .loginDenied,
        text: Text(
          sv: "\(server) tog inte emot inloggningen (\(said))",
          en: "\(server) did not accept the login (\(said))"),
        help: Text(
          sv: "se över STAFETT_SMTP_USER och STAFETT_SMTP_PASSWORD",
          en: "see to STAFETT_SMTP_USER and STAFETT_SMTP_PASSWORD"))
    case ctransfer_untrusted:
      self.init(
        reason: .untrusted,
        text: Text(
          sv: "\(server) har ingen säker förbindelse som går att lita på (\(said))",
          en: "\(server) offers no secure connection that can be trusted (\(said))"),
        help: Text(
          sv:
            "peka ut utfärdarens certifikat med STAFETT_CA_FILE; STAFETT_SMTP_TLS=off bara i ett slutet nät",
          en:
            "name the issuer's certificate by STAFETT_CA_FILE; STAFETT_SMTP_TLS=off in a closed network only"
        ))
    case ctransfer_refused:
      self.init(
        reason: .refused,
        text: Text(
          sv: "\(server) tog inte emot det, kod \(result.status) (\(said))",
          en: "\(server) refused it with code \(result.status) (\(said))"),
        help: Text(
          sv: "se efter att mottagarens och avsändarens adress är rätt",
          en: "see that the recipient's and the sender's addresses are right"))
    default:
      self.init(
        reason: .failed,
        text: Text(
          sv: "överföringen till \(server) bröts (\(said))",
          en: "the transfer to \(server) broke off (\(said))"),
        help: Text(sv: "försök igen", en: "try again"))
    }
  }
}
