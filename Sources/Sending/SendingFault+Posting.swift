import CTransfer
import Located

extension SendingFault {
  /// What came of a POST; nil where the document was taken.
  ///
  /// - Parameter origin: the server, as it may be told.
  init?(posting result: ctransfer_result, to origin: String) {
    guard let fault = SendingFault(result, at: origin) else { return nil }
    switch fault.reason {
    case .refused: self.init(status: result.status, at: origin)
    case .timedOut:
      self.init(
        reason: .timedOut, text: fault.text,
        help: Text(
          sv: "det försöks igen; kom det fram ändå har det samma webhook-id nästa gång",
          en: "it is tried again; if it did arrive, it has the same webhook-id the next time"))
    case .unreachable:
      self.init(
        reason: .unreachable, text: fault.text,
        help: Text(
          sv: "se efter att adressen stämmer och att mottagaren är i gång; inget går förlorat",
          en: "see that the address is right and the receiver runs; nothing is lost"))
    case .untrusted:
      self.init(
        reason: .untrusted, text: fault.text,
        help: Text(
          sv: "peka ut utfärdarens certifikat med STAFETT_CA_FILE",
          en: "name the issuer's certificate by STAFETT_CA_FILE"))
    default: self = fault
    }
  }

  private init(status: Int, at origin: String) {
    let help: Text =
      switch status {
      case 300..<400:
        Text(
          sv: "mottagaren hänvisar till en annan adress: skriv den i inställningen",
          en: "the receiver refers to another address: write that one in the setting")
      case 401, 403:
        Text(
          sv: "mottagaren godtar inte signaturen: jämför hemligheten på båda sidor, och klockorna",
          en: "the receiver does not accept the signature: compare the secret on both sides, and "
            + "the clocks")
      case 404, 405:
        Text(
          sv: "mottagaren känner inte adressen: se efter att hela vägen är rätt",
          en: "the receiver does not know the address: see that all of its path is right")
      case 410:
        Text(
          sv: "mottagaren vill inte ha fler; inget mer skickas förrän någon startar det igen",
          en: "the receiver wants no more; nothing more is sent until somebody starts it again")
      case 429, 500...:
        Text(
          sv: "felet är mottagarens och brukar gå över: det försöks igen",
          en: "the fault is the receiver's and tends to pass: it is tried again")
      default:
        Text(
          sv: "mottagaren tar inte emot just det här: fråga den som sköter mottagaren",
          en: "the receiver does not take this one: ask whoever runs it")
      }
    self.init(
      reason: status == 410 ? .gone : .refused,
      text: Text(sv: "\(origin) svarade \(status)", en: "\(origin) answered \(status)"), help: help)
  }
}
