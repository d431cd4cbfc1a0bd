import ArgumentParser
import Canonical
import CheckTool
import Lifecycle
import Located
import Runtime
import Store
import Views

/// `stafett view`: an overview over all cases, by its name.
struct ViewCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "view", abstract: "Show an overview over all cases; without a name, list them.",
    discussion: """
      An overview's name alone is a command too: 'stafett inbox' is 'stafett view inbox'. Each says \
      which of the options narrow it.
      """)
  static let formats = sheetFormats

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The overview, then cases or products where it takes any.")
  var words: [String] = []
  @Option(name: .customLong("for"), help: "Only what this body owes, or may do for another.")
  var body: String?
  @Option(help: "Only this region.") var region: String?
  @Option(help: "Only what this programme area, or a group of it, has a part in.")
  var area: String?
  @Option(help: "Only of this year.") var year: Int?
  @Option(help: "Only of this kind of product, or of initiative.") var kind: String?
  @Option(help: "Only with this goal of good care.") var goal: String?
  @Option(help: "Only what is due within so many days.") var within: Int?
  @Option(help: "The day to look from; else today.") var on: String?

  func run(in shell: Shell) throws -> Exit {
    let until = try on.map { try date($0, "--on") }
    let day = until ?? shell.today
    guard let name = words.first else {
      shell.show(OverviewList(on: day))
      return .fine
    }
    let overview = try Self.overview(name)
    let query = query
    if let refused = query.given.first(where: { !overview.options.contains($0) }) {
      throw Self.refusal(of: refused, by: overview)
    }
    let runner = try shell.overlooker()
    // A name that is none is told with its nearest, and shows no empty page.
    for name in query.cases { _ = try ProductLookup(name, in: runner, until: until) }
    try shell.check(body: query.body, at: "--for", by: runner)
    try shell.check(body: query.area, at: "--area", by: runner)
    try shell.check(region: query.region, by: runner)
    let persons = try runner.store.persons()
    // A listing asks for many texts of one product after another.
    var texts: [String: [ContentHash: String]] = [:]
    let world = World(runner.names(on: day), query, persons: persons) { product, hash in
      if texts[product] == nil { texts[product] = (try? runner.store.prose(in: product)) ?? [:] }
      return texts[product]?[hash]
    }
    let rows = try shell.gathered(overview, until: until, by: runner)
    try shell.check(kind: query.kind, among: rows)
    shell.show(overview.listing(of: rows, in: world))
    return .fine
  }

  private var query: Query {
    var query = Query()
    query.body = body
    query.region = region
    query.area = area
    query.year = year
    query.kind = kind
    query.goal = goal
    query.within = within
    query.cases = Array(words.dropFirst())
    return query
  }

  private static func overview(_ name: String) throws(Failure) -> any Overview {
    if let overview = Overviews.named(name) { return overview }
    let names = Overviews.all.map(\.name)
    let near = nearest(to: name, among: names)
    throw Failure(
      .usage, "usage/no-view",
      sv: "ingen översikt '\(name)'"
        + (near.map { ", menar du '\($0)'?" } ?? ": här finns \(names.joined(separator: ", "))"),
      en: "no overview '\(name)'"
        + (near.map { ", did you mean '\($0)'?" } ?? ": there are \(names.joined(separator: ", "))")
    )
  }

  private static func refusal(of option: Query.Option, by overview: any Overview) -> Failure {
    let taken = overview.options.map(\.word).joined(separator: ", ")
    return Failure(
      .usage, "usage/option-not-taken", at: option.word,
      sv: "översikten \(overview.name) tar inte \(option.word), "
        + (taken.isEmpty ? "och inget annat urval" : "bara \(taken)"),
      en: "the overview \(overview.name) does not take \(option.word), "
        + (taken.isEmpty ? "nor any other choice" : "only \(taken)"))
  }

  /// A command line with `view` in front, where it begins with the name of an overview.
  static func words(of arguments: [String]) -> [String] {
    guard let first = arguments.first, Overviews.named(first) != nil else { return arguments }
    return [configuration.commandName ?? ""] + arguments
  }
}
