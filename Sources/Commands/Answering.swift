import Canonical
import CheckTool
import CivilTime
import Lifecycle
import Located
import Runtime
import StageKit
import Store
import Views

// What a command that registers something says of how it went.

extension Shell {
  /// Says what an order led to.
  ///
  /// - Throws: `Failure` with every reason why not.
  func report(_ answer: Answer, of order: Order, by runner: Runner) throws(Failure) -> Exit {
    switch answer {
    case .done(let receipt): say(receipt, of: runner)
    case .repeated(let receipt):
      say(
        receipt, of: runner, "repeated",
        Text(
          sv: "redan registrerat med id \(order.id); då följde:",
          en: "registered before with the id \(order.id); what followed then:"))
    case .planned(let receipt):
      say(
        receipt, of: runner, "planned",
        Text(
          sv: "inget är skrivet; det här skulle följa:",
          en: "nothing was written; this would follow:"))
    case .nothing: say(Text(sv: "inget att göra", en: "nothing to do"))
    case .refused(let refusals): throw Failure(.no, refusals.map { Failure.Problem($0) })
    case .stale(let current, let since): throw stale(order, current, since)
    case .reused(let id, let first, let last):
      throw Failure(
        .no, "command/id-reused", at: "--id",
        sv: "id \(id) har använts till något annat (händelse \(first)–\(last)): ange ett nytt",
        en: "the id \(id) was used for something else (events \(first)–\(last)): take another")
    }
    return .fine
  }

  /// Says what followed, after a line of its own where there is one.
  func say(
    _ receipt: Receipt, of runner: Runner, _ what: String = "done", _ first: Text? = nil
  ) {
    if settings.isJSON {
      return say(
        json: .record([
          "answer": .text(what), "product": .text(receipt.state.stream),
          "version": .whole(receipt.state.version),
          "cases": .list(receipt.cases.map { .text($0) }),
          "events": .list(receipt.events.map(\.value)),
          "deadlines": .list(
            receipt.deadlines.map { spot, deadline in
              .record([
                "stage": .text(spot.stage), "lane": spot.lane.map { .text($0) },
                "opens": deadline.opens.map { .text($0.description) },
                "closes": .text(deadline.closes.description),
                "why": .text(deadline.why[settings.language]),
              ])
            }),
          "clock-lifted": receipt.wasLifted ? .flag(true) : nil,
        ]))
    }
    if let first { say(first) }
    let texts = Dictionary(
      receipt.prose.map { (ContentHash(hashing: $0), $0) }, uniquingKeysWith: { first, _ in first })
    let names = runner.names(on: today)
    for id in receipt.cases {
      // A text that cannot be read is told as gone; the command itself was done.
      let timeline = Timeline(id, of: receipt.state, receipt.events, names: names) { hash in
        texts[hash] ?? (try? runner.store.prose(hash, in: receipt.state.stream))
      }
      if let timeline { show(timeline) }
    }
    if receipt.wasLifted {
      say(
        Text(
          sv: "datorns klocka går efter; tiden sattes till den senaste händelsens",
          en: "the clock stands before the last event; its time was taken instead"))
    }
  }

  /// Prints data for a program, on one line.
  func say(json value: Value) {
    output(String(decoding: value.json, as: UTF8.self) + "\n")
  }

  private func stale(_ order: Order, _ current: Int, _ since: [Event]) -> Failure {
    let acts = since.map { "\($0.sequence) \($0.type) (\($0.onBehalfOf))" }
      .prefix(5).joined(separator: ", ")
    let changed = acts.isEmpty ? "" : ": \(acts)"
    return Failure(
      .no, "command/stale", at: "--expect",
      sv:
        "\(order.product) är nu vid version \(current)\(changed); hämta läget på nytt och försök igen",
      en: "\(order.product) is at version \(current) now\(changed); look again and retry")
  }
}

extension Event {
  /// The event for a program; its payload as it is stored.
  var value: Value {
    .record([
      "event": .whole(sequence), "case": caseID.map { .text($0) }, "type": .text(type),
      "on": .text(effectiveAt.description), "for": .text(onBehalfOf),
      "says": Value(json: payload),
    ])
  }
}

extension Failure.Problem {
  /// A refusal of the engine; a place in a form is the option that says it.
  init(_ refusal: Refusal) {
    self.init(
      code: refusal.code, text: refusal.text, place: refusal.place.option,
      help: refusal.diagnostic?.help)
  }

  /// A finding in a file.
  init(_ diagnostic: Diagnostic) {
    let start = diagnostic.span.start
    self.init(
      code: diagnostic.code, text: diagnostic.message,
      place: "\(diagnostic.path):\(start.line):\(start.column)", help: diagnostic.help)
  }
}

extension Place {
  /// The option that says what stands there: `--stance`, `--rows 4.motive`; nil for the whole form.
  var option: String? {
    guard let first = steps.first, case .key(let key) = first else { return nil }
    let rest = Place(Array(steps.dropFirst())).description
    return rest.isEmpty ? "--\(key)" : "--\(key) \(rest)"
  }
}
