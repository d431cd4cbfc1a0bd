import Canonical
import Lifecycle
import Runtime
import StageKit
import Store
import Testing

struct BatchTests {
  @Test func `all is done in one piece, each on what those before it led to`() throws {
    let bench = try Bench()
    let answers = try bench.runner.perform([
      open("vp-a", about: "C61.9"), attach(to: "vp-a"), open("vp-b", about: "C00"),
      attach(to: "vp-b"),
    ])
    #expect(answers.compactMap(\.receipt).count == 4)
    #expect(try bench.store.streams().map(\.version) == [4, 4])
    #expect(try bench.runner.verify().faults == [])
  }

  @Test func `where one is refused nothing is written, and each is told its fate`() throws {
    let bench = try Bench()
    let answers = try bench.runner.perform([
      open("vp-a", about: "C61.9"), open("vp-b", about: "no code"), attach(to: "vp-a"),
    ])
    #expect(answers.map(\.word) == ["planned", "refused case/bad-input", "planned"])
    #expect(try bench.store.streams().isEmpty)
  }

  @Test func `two that are the same are found within what is done together`() throws {
    let bench = try Bench()
    try bench.open("vp-a", about: "C61.9")
    let answers = try bench.runner.perform([
      open("vp-b", about: "C00"), open("vp-c", about: "C00"), open("vp-d", about: "C61.9"),
    ])
    #expect(
      answers.map(\.word) == ["planned", "refused product/exists", "refused product/exists"])
  }

  @Test func `asked for again with more, only what is new is done`() throws {
    let bench = try Bench()
    _ = try bench.runner.perform([open("vp-a", about: "C61.9")])
    let answers = try bench.runner.perform([
      open("vp-a", about: "C61.9"), open("vp-b", about: "C00"),
    ])
    #expect(answers.map(\.word) == ["repeated", "done"])
  }

  @Test func `when others were first all is decided anew`() throws {
    let rival = Rival(first: MemoryStore())
    let bench = try Bench(rival)
    try bench.open("vp-a")
    rival.interfere { _ = try Bench(rival.first).attach("cover-letter", id: "theirs") }
    let answers = try bench.runner.perform([attach(to: "vp-a"), open("vp-b", about: "C00")])
    #expect(answers.map(\.word) == ["done", "done"])
    #expect(
      try bench.store.events(of: "vp-a", from: 4).map(\.command) == ["theirs", "attach vp-a"])
  }

  private func open(_ product: String, about diagnosis: String) throws -> Order {
    let command = Command.OpenCase(
      title: Text(product), pipeline: .latest(id: "cancer-care-programme"),
      inputs: [Binding("diagnosis", diagnosis)],
      roles: [Binding("stodjande-rcc", "rcc-syd"), Binding("vardprogramgrupp", "vpg-a")])
    return try order(.open(command), product, "open", by: "rcc-samverkan", on: "2026-01-07")
  }

  private func attach(to product: String) throws -> Order {
    try order(
      .act(
        caseID: "\(product)-1", spot: Spot("utkast"), act: "attach",
        form: try form(["document": "cover-letter", "at": "https://example.se/a"]), corrects: nil),
      product, "attach", by: "vpg-a", on: "2026-02-02")
  }

  private func order(
    _ command: Command, _ product: String, _ name: String, by body: Body, on day: String
  ) throws -> Order {
    let id = "\(name) \(product)"
    return Order(
      command, on: product, Context(on: try date(day), by: body), id: id,
      request: ContentHash(hashing: id), actor: "test")
  }
}

extension Answer {
  fileprivate var word: String {
    switch self {
    case .done: "done"
    case .repeated: "repeated"
    case .planned: "planned"
    case .nothing: "nothing"
    case .refused(let refusals): "refused \(refusals.first?.code ?? "")"
    case .stale: "stale"
    case .reused: "reused"
    }
  }
}
