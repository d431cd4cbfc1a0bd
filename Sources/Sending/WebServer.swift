import CTransfer
import Located

/// An address that takes documents by POST (RFC 9110).
package struct WebServer: Sendable {
  /// The address.
  package let address: String
  private let authorities: String?
  private let mustBeSecret: Bool
  private let milliseconds: Int

  /// An address; `https` unless it is on this machine.
  ///
  /// - Throws: `badSetting` for what is no such address.
  package init(_ address: String, environment: [String: String]) throws(SendingFault) {
    let server = ServerAddress(address, schemes: ["https", "http"])
    guard let server, server.scheme == "https" || server.isOnThisMachine else {
      throw SendingFault(
        reason: .badSetting,
        text: Text(
          sv: "en adress i STAFETT_WEBHOOKS går inte att använda",
          en: "an address in STAFETT_WEBHOOKS cannot be used"),
        help: Text(
          sv: "skriv https://värd/väg; http:// bara till den egna maskinen",
          en: "write https://host/path; http:// to this machine only"))
    }
    self.address = address
    authorities = environment["STAFETT_CA_FILE"]
    mustBeSecret = server.scheme == "https"
    milliseconds = Limits.milliseconds(environment)
  }

  /// Posts a document; an answer outside 200 to 299 is a refusal.
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
    if let fault = SendingFault(result, at: address) { throw fault }
  }
}
