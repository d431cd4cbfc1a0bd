import Located
import Testing

@testable import Sending

/// Where something may be sent.
@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("smtp://mail.example:587", "mail.example"), ("smtps://mail.example", "mail.example"),
    ("smtp://[::1]:25", "::1"), ("smtp://127.0.0.1:2525", "127.0.0.1"),
  ])
  func `a server's address is read`(text: String, host: String) {
    #expect(ServerAddress(text, schemes: ["smtp", "smtps"])?.host == host)
  }

  @Test(arguments: [
    "", "mail.example", "http://mail.example", "smtp://", "smtp://a:b@mail.example",
    "smtp://mail.example\r\nRCPT", "smtp://mail example",
  ])
  func `what is no address, or holds a login, is none`(text: String) {
    #expect(ServerAddress(text, schemes: ["smtp", "smtps"]) == nil)
  }

  @Test(arguments: [
    ("smtp://127.0.0.1", true), ("smtp://localhost:25", true), ("smtp://[::1]", true),
    ("smtp://10.0.0.1", false), ("smtp://localhost.example", false),
  ])
  func `this machine is told from others`(text: String, isHere: Bool) {
    #expect(ServerAddress(text, schemes: ["smtp"])?.isOnThisMachine == isHere)
  }

  @Test func `what may be told of an address is its server`() throws {
    let address = "https://hook.example:8443/in/secret?token=x"
    #expect(ServerAddress(address, schemes: ["https"])?.origin == "https://hook.example:8443")
    #expect(try WebServer(address, environment: [:]).origin == "https://hook.example:8443")
  }

  @Test func `whether a mail server must be secret is said by on or off`() {
    let settings = ["STAFETT_SMTP": "smtp://127.0.0.1:25"]
    #expect(throws: Never.self) { try MailServer(environment: settings) }
    for (word, isKnown) in [("on", true), ("off", true), ("yes", false)] {
      let all = settings.merging(["STAFETT_SMTP_TLS": word]) { $1 }
      #expect(((try? MailServer(environment: all)) != nil) == isKnown)
    }
  }

  @Test func `a document goes to another machine in secret, or not at all`() {
    #expect(throws: SendingFault.self) { try WebServer("http://hook.example", environment: [:]) }
    #expect(throws: Never.self) { try WebServer("https://hook.example", environment: [:]) }
    #expect(throws: Never.self) { try WebServer("http://127.0.0.1:1/x", environment: [:]) }
  }

  @Test func `a server that is not there is told with its address and no login`() throws {
    let server = try MailServer(environment: [
      "STAFETT_SMTP": "smtp://127.0.0.1:9", "STAFETT_SMTP_PASSWORD": "hemligt",
    ])
    let fault = #expect(throws: SendingFault.self) {
      try server.send(Array("Subject: x\r\n\r\n".utf8), from: "a@b.example", to: ["c@d.example"])
    }
    #expect(fault?.reason == .unreachable && fault?.concernsServer == true)
    #expect(fault?.text.sv.contains("smtp://127.0.0.1:9") == true)
    #expect(fault?.text.sv.contains("hemligt") == false)
  }
}
