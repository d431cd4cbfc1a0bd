import Canonical
import CivilTime
import Lifecycle
import Testing

@testable import Delivery

/// What others are told of an event.
@Suite struct WebhookMessageTests {
  private func event(
    _ payload: Value, type: String = "lanes-drawn", in caseID: String? = "vp-1",
    for body: String = "rcc-norr"
  ) throws -> Event {
    Event(
      stream: "vp", sequence: 7, caseID: caseID, id: "0199", type: type,
      recordedAt: Instant(milliseconds: 1_767_783_600_000),
      effectiveAt: try #require(CivilDate("2026-01")), actor: "p-hemlig", onBehalfOf: body,
      command: "c", definition: nil, payload: payload.json)
  }

  @Test func `a message says what happened where, in the same bytes each time`() throws {
    let event = try event(
      .record([
        "stage": .text("remiss"), "attempt": .whole(1), "lane": .text("region-24"),
        "act": .text("respond"), "with": .record(["party": .text("hemlig")]),
        "reason": .prose("hemlig"), "person": .text("p-hemlig"), "because": .text("a\"b"),
      ]), type: "act")
    let message = WebhookMessage(event, of: ProductState(stream: "vp"))
    #expect(message == WebhookMessage(event, of: ProductState(stream: "vp")))
    #expect(message.id == "0199" && message.subject == "vp-1/remiss/region-24")
    let text = String(decoding: message.body, as: UTF8.self)
    #expect(!text.contains("hemlig"))
    let read = try #require(Value(json: message.body))
    #expect(read["time"]?.text == "2026-01-07T11:00:00Z")
    #expect(read["data"]?["on"]?.text == "2026-01" && read["data"]?["because"]?.text == "a\"b")
  }

  @Test(arguments: [10, 100_000])
  func `a message never grows beyond what every intermediary passes on`(_ count: Int) throws {
    let members = (0..<count).map { Value.text("body-\($0)") }
    let payload = Value.record(["stage": .text("svar"), "members": .list(members)])
    let message = WebhookMessage(try event(payload), of: ProductState(stream: "vp"))
    #expect(message.body.count <= WebhookMessage.largest)
    let data = try #require(Value(json: message.body)?["data"])
    #expect(data["members"]?.items.count == (count == 10 ? 10 : nil))
    #expect(data["shortened"]?.flag == (count == 10 ? nil : true))
    #expect(data["case"]?.text == "vp-1" && data["sequence"]?.whole == 7)
  }

  @Test func `what cannot be told to be another's is told to everybody`() throws {
    let product = ProductState(stream: "vp")
    #expect(try event(.record([]), in: "unreadable").concerns("region-24", in: product))
    #expect(try !event(.record([]), in: nil).concerns("region-24", in: product))
    #expect(try event(.record([]), in: nil).concerns("rcc-norr", in: product))
  }
}
