import ArgumentParser
import Canonical
import CheckTool
import CivilTime
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit

/// `stafett receive`: a body takes a document that was handed over into a case of its own.
struct ReceiveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Take what was handed over into a case of one's own.",
    discussion: """
      stafett receive vf-hjartsvikt overlamning --for region-13 --role lpo=lpo-13-hjarta \
      --role lag=lag-13-hjartsvikt --role linjen=halland-narsjukvard

      The case follows the body's own pipeline where it has one, else the common one. What is decided \
      in it is seen in the lane that handed over.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "The case or product that hands over.") var caseName: String
  @Argument(help: "The stage that hands over.") var stage: String
  @Option(help: "Whose lane it is, where that is not the body itself: a region.")
  var lane: String?
  @Option(name: .customLong("product"), help: "The id of the new product; else PRODUCT-BODY.")
  var own: String?
  @Option(help: "An input, as NAME=VALUE; what is handed over and the body are filled in.")
  var input: [String] = []
  @Option(help: "Whom a role is bound to, as ROLE=BODY; once for each.") var role: [String] = []

  func run(in shell: Shell) throws -> Exit {
    let runner = try shell.runner(.register)
    let national = try ProductLookup(caseName, in: runner)
    let one = try national.caseState()
    let day = try writing.on.map { try date($0, "--on") } ?? shell.today
    guard let lane = lane ?? writing.body else {
      throw Failure(
        .usage, "usage/no-body", at: "--for", sv: "ange vem som tar emot",
        en: "say who receives it")
    }
    guard let handing = one.definition.stages.first(where: { $0.id == stage }),
      let carrier = handing.prepared.carrier
    else {
      throw Failure(
        .no, "handover/no-lane", at: stage,
        sv: "'\(stage)' i \(one.id) lämnar inte över till någon",
        en: "'\(stage)' of \(one.id) hands nothing over")
    }
    let definition = try definition(of: carrier.pipeline, for: lane, on: day, runner)
    var opening = Command.OpenCase.Opening()
    opening.carries = Carried(
      product: national.state.stream, caseID: one.id, stage: stage, lane: lane)
    let command = Command.OpenCase(
      title: national.state.title, pipeline: .latest(id: definition.id),
      inputs: try inputs(of: definition, national.state.stream, lane),
      roles: try bindings(role, "--role"), opening: opening)
    let product = own ?? "\(national.state.stream)-\(lane)"
    let order = writing.order(
      .open(command), on: product, try writing.context(in: shell, body: lane),
      request: .record([
        "receive": .text(one.id), "stage": .text(stage), "for": .text(lane),
        "product": .text(product), "inputs": .list(input.map { .text($0) }),
        "roles": .list(role.map { .text($0) }),
      ]), in: runner, shell)
    return try shell.report(try runner.perform(order), of: order, by: runner)
  }

  // The body's own variant of the pipeline, where it has one that holds on the day.
  private func definition(
    of base: Name, for lane: String, on day: CivilDate, _ runner: Runner
  ) throws(Failure) -> PipelineDefinition {
    let known = runner.engine.definitions.map(\.definition).filter { $0.isValid(on: day) }
    let base = base.description
    let own = known.filter {
      $0.region == lane
        && $0.form.extends?.value.split(separator: "@").first.map(String.init) == base
    }
    let found = own.isEmpty ? known.filter { $0.id == base } : own
    guard let definition = found.max(by: { $0.validFrom < $1.validFrom }) else {
      throw Failure(
        .no, "case/unknown-pipeline", at: base,
        sv: "det finns ingen process \(base) som gäller \(day)",
        en: "there is no pipeline \(base) that holds on \(day)")
    }
    return definition
  }

  // What is known already need not be written: the document that is handed over, and who receives it.
  private func inputs(
    of definition: PipelineDefinition, _ document: String, _ lane: String
  ) throws(Failure) -> [Binding] {
    var given = try bindings(input, "--input")
    for wanted in definition.inputs where !given.contains(where: { $0.name == wanted.name }) {
      guard definition.key.contains(wanted.name) else { continue }
      switch wanted.type {
      case .product: given.append(Binding(wanted.name, document))
      case .body: given.append(Binding(wanted.name, lane))
      default: break
      }
    }
    return given
  }
}
