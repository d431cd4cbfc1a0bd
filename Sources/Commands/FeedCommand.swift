import ArgumentParser
import CheckTool
import CivilTime
import Delivery
import Lifecycle
import Located
import Register
import Runtime
import Store
import Views

/// `stafett feed`: last days and meetings as a calendar.
struct FeedCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Print last days and meetings as an iCalendar, to be subscribed to.",
    discussion: """
      Written to a file that a web server shows, it is a calendar in Outlook and others. The same \
      cases give the same text; what is done is gone from it.
      """)
  static let formats = ["text"]

  @OptionGroup var global: GlobalOptions
  @Option(name: .customLong("for"), help: "What this body owes, or may do for another.")
  var body: String?
  @Option(help: "What this region and its bodies owe.") var region: String?
  @Option(help: "All of this product, or of this case's.") var product: String?
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let runner = try shell.runner(.look)
    let choice = try choice(in: runner, shell)
    let products: [ProductState]
    if case .product(let id) = choice {
      products = [try runner.state(of: id)]
    } else {
      products = try runner.products()
    }
    var events: [String: [Event]] = [:]
    for product in products {
      events[product.stream] = try runner.store.events(of: product.stream, from: 1)
    }
    shell.output(
      CalendarFeed(
        choice, products, events: events, names: runner.names(on: day), from: day,
        in: shell.settings.language
      ).text)
    return .fine
  }

  private func choice(in runner: Runner, _ shell: Shell) throws -> CalendarFeed.Choice {
    let given = [body, region, product].compactMap { $0 }
    guard given.count <= 1 else {
      throw Failure(
        .usage, "usage/one-of", at: "--for", sv: "ange bara ett av --for, --region och --product",
        en: "give only one of --for, --region and --product")
    }
    if let product { return .product(try ProductLookup(product, in: runner).state.stream) }
    if let region {
      try shell.check(region: region, by: runner)
      return .region(region)
    }
    try shell.check(body: body, at: "--for", by: runner)
    return body.map { .body($0) } ?? .everything
  }
}
