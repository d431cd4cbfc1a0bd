import CivilTime
import Definitions
import Lifecycle
import Located
import Register
import Scenarios
import StageKit

// The cases: whether they could be opened, as far as that shows without playing.

extension ScenarioReading {
  /// The definition that a case takes, or the finding that there is none.
  mutating func definition(of one: ScenarioCase) -> PipelineDefinition? {
    guard let written = one.pipeline else { return nil }
    let parts = written.value.split(separator: "@", omittingEmptySubsequences: false).map(
      String.init)
    let id = parts.first ?? ""
    let versions = whole.definitions.filter { $0.id == id }
    if parts.count > 1 {
      if let found = versions.first(where: { $0.reference == written.value }) {
        if !found.isValid(on: one.opened.value) { reportValidity(one, [found]) }
        return found
      }
    } else if let found = versions.last(where: { $0.isValid(on: one.opened.value) }) {
      return found
    }
    guard !whole.mayHide(pipeline: id), versions.isEmpty || whole.hasAllPipelines else {
      return nil
    }
    if parts.count == 1, !versions.isEmpty {
      reportValidity(one, versions)
      return nil
    }
    let names =
      parts.count > 1 ? whole.headers.map(\.reference) : whole.ids
    let near = suggestions(for: written.value, among: names)
    let known = versions.map(\.reference).joined(separator: ", ")
    report(
      written.node, "ref/unknown-pipeline",
      "ingen process heter '\(written.value)'" + (near.question?.sv ?? ""),
      "no pipeline is named '\(written.value)'" + (near.question?.en ?? ""),
      help: near.names.isEmpty && !known.isEmpty
        ? Text(sv: "här finns \(known)", en: "known here: \(known)") : nil,
      fixes: written.node.map { near.fixes(at: $0) } ?? [])
    return nil
  }

  private mutating func reportValidity(_ one: ScenarioCase, _ versions: [PipelineDefinition]) {
    let day = one.opened.value
    let related = versions.compactMap { version -> Diagnostic.Related? in
      let isOver = version.validFrom <= day
      let node = isOver ? version.form.valid.to?.node : version.form.valid.from.node
      return isOver
        ? node?.related(
          sv: "\(version.reference) gäller till och med den här dagen",
          en: "\(version.reference) holds until this day")
        : node?.related(
          sv: "\(version.reference) gäller från den här dagen",
          en: "\(version.reference) holds from this day")
    }
    let name = one.pipeline?.value ?? ""
    report(
      one.opened.node, "scenario/not-valid",
      "\(name) gäller inte nya ärenden \(day)", "\(name) does not hold for new cases on \(day)",
      related: related,
      help: Text(
        sv: "öppna ärendet en dag då den gäller, eller välj en annan version; det som började "
          + "tidigare tas över med at-stage: och in-force:",
        en: "open the case on a day when it holds, or choose another version; what began before is "
          + "taken over by at-stage: and in-force:"))
  }

  /// What a case says of itself, against its definition.
  mutating func check(_ one: ScenarioCase, _ definition: PipelineDefinition) {
    checkKind(one, definition)
    checkRoles(one, definition)
    checkInputs(one, definition)
    if let by = one.openedBy, !definition.openedBy.contains(by.value.description) {
      unknown(
        by.node, "scenario/unknown-opening", by.value.description,
        ("\(definition.reference) öppnas inte av", "\(definition.reference) is not opened by"),
        among: definition.openedBy)
    }
    if let at = one.atStage { _ = stage(at.value.description, at.node, definition) }
  }

  private mutating func checkKind(_ one: ScenarioCase, _ definition: PipelineDefinition) {
    if let kind = one.product.kind {
      let name = kind.value.description
      guard !definition.kinds.contains(name) else { return }
      unknown(
        kind.node, "scenario/product-kind", name,
        ("\(definition.reference) avser inte", "\(definition.reference) is not about"),
        among: definition.kinds)
      return
    }
    // A product that an earlier case made keeps its kind.
    guard definition.kinds.count > 1, !products.contains(one.product.id.value.description)
    else { return }
    let kinds = definition.kinds.joined(separator: ", ")
    report(
      one.product.id.node, "scenario/product-kind",
      "ange vad ärendet avser: \(definition.reference) finns för \(kinds)",
      "say what the case is about: \(definition.reference) is for \(kinds)",
      help: Text(sv: "skriv kind: under product:", en: "write kind: under product:"))
  }

  private mutating func checkRoles(_ one: ScenarioCase, _ definition: PipelineDefinition) {
    let given = one.roles.all.map(\.name)
    for role in one.roles.all {
      guard let known = definition.roles.first(where: { $0.name == role.name }) else {
        unknown(
          role.key, "scenario/unknown-role", role.name,
          ("\(definition.reference) har ingen roll", "\(definition.reference) has no role"),
          among: definition.roles.map(\.name), butNot: given)
        continue
      }
      check(role.value, as: known)
    }
    let isGiven = Set(given)
    let missing = definition.roles.filter { !isGiven.contains($0.name) }
    // Misspelt ones are told already.
    let misspelt = isGiven.count + missing.count - definition.roles.count
    guard missing.count > misspelt else { return }
    let names = missing.map { "\($0.name) (\($0.kind))" }.joined(separator: ", ")
    report(
      one.roles.all.first?.key ?? one.product.id.node, "scenario/missing-role",
      "roller som \(definition.reference) behöver saknas: \(names)",
      "roles that \(definition.reference) needs are missing: \(names)",
      help: Text(sv: "skriv vem som har dem under roles:", en: "write who has them under roles:"))
  }

  private mutating func check(_ bound: Sited<Name>, as role: PipelineDefinition.Role) {
    let id = bound.value.description
    if let body = whole.organisation.body(id) {
      guard body.kind != role.kind else { return }
      report(
        bound.node, "scenario/wrong-kind",
        "'\(id)' är av slaget '\(body.kind)', men '\(role.name)' ska vara '\(role.kind)'",
        "'\(id)' is of the kind '\(body.kind)', but '\(role.name)' takes '\(role.kind)'",
        related: whole.declared(id),
        help: Text(
          sv: "ange en av slaget '\(role.kind)'", en: "name one of the kind '\(role.kind)'"))
    } else if !whole.organisation.isOpenKind(role.kind), !whole.unread.mayHold(id) {
      let organisation = whole.organisation
      unknown(
        bound.node, "ref/unknown-body", id,
        ("ingen organisation heter", "no body is named"),
        among: organisation.bodies.filter { $0.kind == role.kind }.map(\.id))
    }
  }

  private mutating func checkInputs(_ one: ScenarioCase, _ definition: PipelineDefinition) {
    let inputs = one.product.inputs.all
    for input in inputs {
      guard let known = definition.inputs.first(where: { $0.name == input.name }) else {
        unknown(
          input.key, "ref/unknown-input", input.name,
          ("ingen uppgift under inputs: heter", "no input is named"),
          among: definition.inputs.map(\.name), butNot: inputs.map(\.name))
        continue
      }
      guard let fault = known.fault(input.value.text) else { continue }
      report(
        input.written, "scenario/bad-input", "\(input.name): \(fault.sv)",
        "\(input.name): \(fault.en)",
        help: Text(
          sv: "rätta uppgiften under product: inputs:", en: "correct it under product: inputs:"))
    }
    let missing = definition.inputs.filter { input in
      !input.isOptional && !inputs.contains { $0.name == input.name }
    }
    guard !missing.isEmpty else { return }
    let names = missing.map(\.name).joined(separator: ", ")
    report(
      one.product.id.node, "scenario/missing-input",
      "uppgifter som \(definition.reference) behöver saknas: \(names)",
      "inputs that \(definition.reference) needs are missing: \(names)",
      help: Text(sv: "skriv dem under product: inputs:", en: "write them under product: inputs:"))
  }
}
