import CivilTime
import Located
import Register
import StageKit

// What is said of the pipeline as a whole: its owner, key, roles, inputs and conditions, and what
// one stage hands to the next.

extension DefinitionRules {
  /// What can be told without the stages.
  mutating func checkHeader() {
    if form.owner.node != nil { checkWho(form.owner, allowingLane: false) }
    if let escalate = form.escalate { checkWho(escalate.to, allowingLane: false) }
    for key in form.key.all where !inputs.contains(where: { $0.name == key.value.description }) {
      unknown(
        key.node, "ref/unknown-input", key.value.description,
        ("ingen uppgift under inputs: heter", "no input is named"), among: inputs.map(\.name))
    }
    let kinds = organisation.kinds
    for role in form.roles.all {
      let kind = role.value.kind.value.description
      guard organisation.kind(kind) == nil, !reader.unread.mayHold(kind) else { continue }
      unknown(
        role.value.kind.node, "ref/unknown-kind", kind,
        ("inget slag av organisation heter", "no kind of body is named"),
        among: kinds.map(\.id)
      ) { id in kinds.first { $0.id == id }?.title }
    }
    if let to = form.valid.to, form.valid.from.node != nil, to.value < form.valid.from.value {
      report(
        to.node, "time/ends-before-start",
        "processen slutar gälla \(to.value), innan den börjar gälla \(form.valid.from.value)",
        "the pipeline ends on \(to.value), before it starts on \(form.valid.from.value)",
        related: [form.valid.from.node?.related(sv: "börjar här", en: "starts here")].compactMap {
          $0
        },
        help: Text(
          sv: "rätta dagarna, eller ta bort to: om inget slut är bestämt",
          en: "correct the days, or remove to: if no end is decided"))
    }
    for input in form.inputs.all {
      if (input.value.type == .choice) == input.value.values.isEmpty {
        knowsFlow = false
        let isChoice = input.value.type == .choice
        report(
          input.key, "schema/enum-values",
          isChoice
            ? "'\(input.name)' är ett val (enum) men saknar values:"
            : "'\(input.name)' har values: men är inget val (enum)",
          isChoice
            ? "'\(input.name)' is a choice (enum) but has no values:"
            : "'\(input.name)' has values: but is no choice (enum)",
          help: isChoice
            ? Text(
              sv: "skriv som values: [regional, lokal]", en: "write as values: [regional, local]")
            : Text(
              sv: "ta bort values:, eller skriv type: enum",
              en: "remove values:, or write type: enum"))
      }
    }
  }

  /// What only all stages together tell.
  mutating func checkTogether(_ stages: [StageDefinition]) {
    let before = diagnostics.count
    checkConditions(stages)
    checkForce(stages)
    if diagnostics.count > before { knowsFlow = false }
    checkTopics(stages)
  }

  private mutating func checkConditions(_ stages: [StageDefinition]) {
    var known = inputs.filter { $0.type == .choice && !$0.isOptional }.map { ($0.name, $0.values) }
    known.append(("edition", ["first", "revision"]))
    known.append(("opened-by", openedBy(stages)))
    for stage in stages {
      for entry in stage.form.when.all {
        guard let values = known.first(where: { $0.0 == entry.name })?.1 else {
          unknown(
            entry.key, "ref/unknown-input", entry.name,
            (
              "when: frågar bara efter edition, opened-by och uppgifter av typen enum, inte",
              "when: asks only for edition, opened-by and inputs of type enum, not"
            ),
            among: known.map(\.0))
          continue
        }
        for value in entry.value.all where !values.contains(value.value.description) {
          unknown(
            value.node, "schema/bad-choice", value.value.description,
            ("'\(entry.name)' är aldrig", "'\(entry.name)' is never"), among: values)
        }
      }
    }
  }

  /// What opens a case: by hand, an outcome mapped to `new-case`, or what another pipeline declares.
  func openedBy(_ stages: [StageDefinition]) -> [String] {
    var names = ["opened"]
    for stage in stages {
      for entry in stage.form.outcomes.all {
        if case .newCase(nil) = entry.value.target, !names.contains(entry.name) {
          names.append(entry.name)
        }
      }
    }
    for other in form.openedBy.values where !names.contains(other.description) {
      names.append(other.description)
    }
    return names
  }

  // An every: without after: hangs on the version in force, so something must put one there.
  private mutating func checkForce(_ stages: [StageDefinition]) {
    guard stages.allSatisfy({ $0.form.inForce.all.isEmpty }) else { return }
    for stage in stages where stage.form.every != nil && stage.form.after.all.isEmpty {
      report(
        stage.form.every?.node, "flow/unreachable",
        "'\(stage.id)' öppnas aldrig: den räknar från den version som gäller, och ingen fas sätter "
          + "en version i kraft",
        "'\(stage.id)' never opens: it counts from the version in force, and no stage puts a version "
          + "in force",
        help: Text(
          sv: "skriv in-force: i fasen som publicerar, eller after: här",
          en: "write in-force: in the stage that publishes, or after: here"))
    }
  }

  // What a stage takes, some earlier stage must be able to give. A case about another product is
  // handed that one's document by the lane that it carries.
  private mutating func checkTopics(_ stages: [StageDefinition]) {
    guard !inputs.contains(where: { $0.type == .product }) else { return }
    for (index, stage) in stages.enumerated() {
      for topic in stage.contract.takes where !topic.isOptional {
        let given = stages[..<index].contains { $0.contract.gives.contains(topic) }
        guard !given else { continue }
        diagnostics.append(
          (stage.form.uses.node ?? stage.node).diagnostic(
            "flow/nothing-given",
            Text(
              sv: "'\(stage.id)' använder '\(topic.name)', som ingen tidigare fas lämnar",
              en: "'\(stage.id)' takes '\(topic.name)', which no earlier stage gives"),
            severity: .warning,
            help: Text(
              sv: "lägg en fas före som lämnar det, eller flytta '\(stage.id)' längre ner",
              en: "put a stage before it that gives it, or move '\(stage.id)' further down")))
      }
    }
  }
}
