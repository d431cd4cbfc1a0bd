import ArgumentParser
import Canonical
import CheckTool
import CivilTime
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit

/// `stafett open`: starts a case, or takes one over in mid-life.
struct OpenCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Start a case, or take one over in mid-life.",
    discussion: """
      stafett open vp-prostata --pipeline cancer-care-programme \\
        --title-sv Prostatacancer --title-en "Prostate cancer" \\
        --input diagnosis=C61.9 --role stodjande-rcc=rcc-syd --role vardprogramgrupp=vpg-prostata
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The id of the product, new or known: letters a-z, digits, hyphens.")
  var product: String
  @Option(help: "The pipeline: ID for the version that holds on the day, or ID@VERSION.")
  var pipeline: String
  @Option(help: "The product's title in Swedish; needed for a new product.")
  var titleSv: String?
  @Option(help: "The product's title in English; needed for a new product.")
  var titleEn: String?
  @Option(help: "The kind of product, where the pipeline takes several.")
  var kind: String?
  @Option(help: "An input, as NAME=VALUE; once for each.")
  var input: [String] = []
  @Option(help: "Whom a role is bound to, as ROLE=BODY; once for each.")
  var role: [String] = []
  @Option(help: "Take over a case that stands at this stage.")
  var atStage: String?
  @Option(help: "Since when its version has been in force, for a case that is taken over.")
  var inForce: String?
  @Option(help: "What that version is called, such as 4.0.")
  var inForceVersion: String?
  @Flag(help: "It is a revision, also where no earlier edition is kept here.")
  var revision = false
  @Option(help: "What it was opened by, where that is not by hand: an outcome's name.")
  var openedBy: String?

  func run(in shell: Shell) throws -> Exit {
    guard Name(product) != nil else {
      throw Failure(
        .usage, "usage/no-id", at: "PRODUCT",
        sv: "'\(product)' är inget id: skriv a-z, siffror och bindestreck, med en bokstav först",
        en: "'\(product)' is no id: write a-z, digits and hyphens, a letter first")
    }
    let inputs = try bindings(input, "--input")
    let roles = try bindings(role, "--role")
    let since = try inForce.map { try date($0, "--in-force") }
    if inForceVersion != nil, since == nil {
      throw Failure(
        .usage, "usage/no-force", at: "--in-force-version",
        sv: "ange också sedan när versionen gäller: --in-force",
        en: "say since when the version is in force too: --in-force")
    }
    let runner = try shell.runner(writing.dryRun ? .register : .begin)
    let title = try title(for: try runner.state(of: product))
    var opening = Command.OpenCase.Opening()
    opening.openedBy = openedBy ?? "opened"
    opening.isRevision = revision ? true : nil
    opening.atStage = atStage
    opening.inForceSince = since
    opening.inForceVersion = inForceVersion
    let command = Command.OpenCase(
      kind: kind, title: title,
      pipeline: pipeline.contains("@") ? .version(pipeline) : .latest(id: pipeline),
      inputs: inputs, roles: roles, opening: opening)
    let day = try writing.on.map { try date($0, "--on") } ?? shell.today
    let owner = runner.owner(of: pipeline, on: day, roles)
    let context = try writing.context(in: shell, body: owner)
    let order = writing.order(
      .open(command), on: product, context, request: request, in: runner, shell)
    let answer = try runner.perform(order)
    let exit = try shell.report(answer, of: order, by: runner)
    if case .done(let receipt) = answer, !shell.settings.isJSON {
      let kind = receipt.state.kind
      let alike = try Alikeness(of: receipt.state) { try runner.products(of: kind) }
      for text in alike.texts { shell.say(text) }
    }
    return exit
  }

  private func title(for state: ProductState) throws(Failure) -> Text {
    if state.version > 0 { return state.title }
    guard let titleSv, let titleEn else {
      throw Failure(
        .usage, "usage/no-title", at: titleSv == nil ? "--title-sv" : "--title-en",
        sv: "\(product) är ny: ange rubriken på svenska och engelska",
        en: "\(product) is new: give its title in Swedish and English")
    }
    return Text(sv: titleSv, en: titleEn)
  }

  private var request: Value {
    .record([
      "open": .text(product), "pipeline": .text(pipeline), "sv": titleSv.map { .text($0) },
      "en": titleEn.map { .text($0) }, "kind": kind.map { .text($0) },
      "inputs": .list(input.map { .text($0) }), "roles": .list(role.map { .text($0) }),
      "at-stage": atStage.map { .text($0) }, "in-force": inForce.map { .text($0) },
      "in-force-version": inForceVersion.map { .text($0) },
      "revision": .flag(revision), "opened-by": openedBy.map { .text($0) },
    ])
  }
}

extension Runner {
  /// Who opens a case of a pipeline unless someone else is named: its owner.
  func owner(of pipeline: String, on day: CivilDate, _ roles: [Binding]) -> String {
    let known = engine.definitions.map(\.definition)
    let definition =
      known.first { $0.reference == pipeline } ?? engine.definition(pipeline, on: day)?.definition
      ?? known.first { $0.id == pipeline }
    return definition.map { definition in
      roles.first { $0.name == definition.owner }?.to ?? definition.owner
    } ?? Runner.itself
  }
}
