import Lifecycle
import Located
import Store
import Testing

@testable import Delivery

/// What messages are signed with, and when a receiver is tried again.
@Suite struct SigningTests {
  // The secret, message and signature that the libraries of Standard Webhooks are tested by.
  @Test func `a signature is that of the standard`() throws {
    let secret = try #require(SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = secret.signature(
      of: Array(#"{"test": 2432232314}"#.utf8), id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      at: 1_614_265_330)
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    #expect("\(secret)" == "whsec_…", "a log has no use for it")
  }

  @Test(arguments: [
    "", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_åäö", "whsec_MfKQ9r8GKYqr",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", "whsec_" + String(repeating: "AAAA", count: 22),
  ])
  func `what is no secret, or too short or long a one, is none`(text: String) {
    #expect(SigningSecret(text) == nil)
  }

  private static let start = Instant(milliseconds: 1_767_783_600_000)

  private static func later(_ minutes: Int64) -> Instant {
    Instant(milliseconds: start.milliseconds + minutes * 60_000)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 4), (10, 512), (11, 720), (12, 720), (400, 720)])
  func `the pause doubles from a minute to twelve hours`(failures: Int, minutes: Int) {
    var progress = WebhookProgress(from: 0)
    for _ in 0..<failures {
      progress.failed(.init(code: "x", text: Text("x"), at: Self.start), forGood: false)
    }
    #expect(progress.pausedUntil == Self.later(Int64(minutes)))
    #expect(!progress.isOpen(at: Self.later(Int64(minutes) - 1)))
    #expect(progress.isOpen(at: Self.later(Int64(minutes))))
    progress.took(1, at: Self.start)
    #expect(progress.isOpen(at: Self.start) && progress.fault == nil)
  }

  @Test func `how far a receiver has come is kept as it is`() throws {
    let webhook = Webhook(.body("region-24"), address: "https://hook.example", secrets: [])
    var progress = WebhookProgress(from: 3)
    func kept() -> WebhookProgress { WebhookProgress(progress.cursor(of: webhook)) }
    #expect(kept() == progress)
    progress.took(5, at: Self.start)
    #expect(kept() == progress)
    progress.failed(.init(code: "send/gone", text: Text("410"), at: Self.later(1)), forGood: true)
    #expect(kept() == progress && kept().isStopped)
    #expect(!kept().isOpen(at: Self.later(100_000)))
    progress.resume()
    #expect(kept() == progress && kept().isOpen(at: Self.start))
    #expect(progress.cursor(of: webhook).name == "webhook/region-24")
  }
}
