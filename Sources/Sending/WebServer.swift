import CTransfer
import Located

/// An address that takes documents by POST (RFC 9110).
package struct WebServer: Sendable {
  /// The server, without the path: that may be as good as a password.
  package let origin: String
  private let address: String
  private let authorities: String?
  private let mustBeSecret: Bool
  private let milliseconds: Int

  /// An address; `https` unless it is on this machine.
  ///
  /// - Parameter environment: `STAFETT_CA_FILE` and `STAFETT_SEND_SECONDS`, as of a mail server.
  /// - Throws: `badSetting` for what is no such address.
  package init(_ address: String, environment: [String: String]) throws(SendingFault) {
    let server = ServerAddress(address, schemes: ["https", "http"])
    guard let server, server.scheme == "https" || server.isOnThisMachine else {
      throw SendingFault(
        reason: .badSetting,
        text: Text(
          sv: "webhookens adress går inte att använda", en: "the webhook's address cannot be used"),
        help: Text(
          sv: "skriv https://värd/väg; http:// bara till den egna maskinen",
          en: "write https://host/path; http:// to this machine only"))
    }
    self.address = address
    origin = server.origin
    authorities = environment["STAFETT_CA_FILE"]
    mustBeSecret = server.scheme == "https"
    milliseconds = Limits.milliseconds(environment)
  }

  /// Posts a document, and follows nowhere.
  ///
  /// - Throws: also for an answer outside 200 to 299.
  package func post(
    _ body: [UInt8], headers: [(name: String, value: String)]
  ) throws(SendingFault) {
    let target = Target(
      url: address, authorities: authorities, mustBeSecret: mustBeSecret,
      connectMilliseconds: min(10_000, milliseconds), totalMilliseconds: milliseconds)
    let lines = headers.map { "\($0.name): \($0.value)" }
    let result = target.lend { target in
      withCStrings(lines) { headers, count in
        body.withUnsafeBufferPointer {
          ctransfer_post(target, headers, count, $0.baseAddress, $0.count)
        }
      }
    }
    if let fault = SendingFault(posting: result, to: origin) { throw fault }
  }
}
