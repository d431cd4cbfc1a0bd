import CivilTime
import Located
import Testing

@testable import Register

/// Where a body is reached.
@Suite struct ContactTests {
  private func body(_ contact: String) -> String {
    "bodies:\n  - {id: lag-a, kind: lag, name: LAG A, contact: \(contact)}\n"
  }

  @Test func `a body without more is written to by hand, in Swedish, on working days`() throws {
    let contact = try #require(
      try sample(body("{mail: lag@region.example}")).get().body("lag-a")?.contact)
    #expect(contact.mail == "lag@region.example")
    #expect(contact.sending == .draft && contact.escalations == .mail)
    #expect(contact.quiet.isEmpty && contact.language == .sv)
  }

  @Test func `a contact says how and when`() throws {
    let contact = try #require(
      try sample(
        body(
          "{mail: lag@region.example, page: \"https://region.example/lag\", sending: automatic, "
            + "escalations: agenda, quiet: {from: \"07-01\", to: \"08-15\"}, language: en}")
      ).get().body("lag-a")?.contact)
    #expect(contact.page == "https://region.example/lag")
    #expect(contact.sending == .automatic && contact.escalations == .agenda)
    #expect(contact.language == .en)
    #expect(contact.quiet.map { $0.contains(date("2026-07-15")) } == [true])
  }

  @Test func `what is published of a contact is told in one order`() throws {
    let contact = try #require(
      try sample(
        body(
          "{page: \"https://region.example/lag\", phone: \"08-123 456 78\", "
            + "mail: lag@region.example}")
      ).get().body("lag-a")?.contact)
    #expect(
      contact.ways == ["lag@region.example", "08-123 456 78", "https://region.example/lag"])
  }

  @Test func `an address that is changed makes no other register`() throws {
    let (one, other) = (
      try sample(body("{mail: a@region.example}")).get(),
      try sample(body("{mail: b@region.example}")).get()
    )
    #expect(one.hash == other.hash)
  }

  @Test(arguments: [
    ("{mail: nobody}", "schema/wrong-form"),
    ("{mail: \"a@b.example, c@d.example\"}", "schema/wrong-form"),
    ("{mail: \"a@b.example\\nBcc: c@d.example\"}", "schema/wrong-form"),
    ("{page: region.example}", "schema/wrong-form"), ("{sending: always}", "schema/bad-choice"),
    ("{sending: automatic}", "schema/missing-key"), ("{escalations: never}", "schema/bad-choice"),
    ("{mail: a@b.example, fax: x}", "schema/unknown-key"), ("{phone: x}", "schema/wrong-form"),
    ("{phone: \"08-1 anknytning 23456\"}", "schema/wrong-form"),
    ("{quiet: {from: \"13-01\", to: \"01-01\"}}", "schema/bad-date"),
  ])
  func `a fault is told`(contact: String, code: String) {
    let found = faults(body(contact))
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(code) }, "\(found)")
  }

  @Test(arguments: [
    ("a@b.example", true), ("a.b+c@d-e.example", true), ("a@b", false), ("a@@b.example", false),
    ("a..b@c.example", false), ("å@b.example", false), ("a b@c.example", false), ("", false),
  ])
  func `an address is plain or none`(text: String, isPlain: Bool) {
    #expect(MailAddress.isPlain(text) == isPlain)
  }
}
