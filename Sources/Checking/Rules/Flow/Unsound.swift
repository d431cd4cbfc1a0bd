import CivilTime
import Definitions
import Located
import Register
import Soundness

/// What the proof of a definition's flow says to the one who wrote it.
///
/// It runs by itself and not with the other rules: it costs more, has bounds, and keeps its memory
/// from one definition to the next.
struct Unsound {
  /// What only the proof finds; a definition that has one of these could be run all the same.
  static let codes: Set = ["flow/unsound", "flow/undecided", "flow/dead-outcome"]

  let definition: PipelineDefinition
  let organisation: Organisation
  let proof: Proof
  private let bounds: ProofBounds

  init(_ definition: PipelineDefinition, _ organisation: Organisation, _ prover: inout Prover) {
    self.definition = definition
    self.organisation = organisation
    bounds = prover.bounds
    proof = prover.prove(
      definition.table,
      lanes: definition.table.runs.map { run in
        // A set that the register does not hold is a finding of its own.
        organisation.set(run.set).map {
          organisation.memberCount(of: $0.id, on: definition.validFrom)
        }
      })
  }

  var findings: [Diagnostic] {
    switch proof.verdict {
    case .sound: []
    case .undecided: [undecided]
    case .unsound: (proof.deadEnd.map { [stuck($0)] } ?? []) + unreachable + dead
    }
  }

  private var undecided: Diagnostic {
    // Of the case and of a lane together there may be more than either may have.
    let states = min(proof.states + proof.laneStates, bounds.states)
    return (definition.node["pipeline"] ?? definition.node).diagnostic(
      "flow/undecided",
      Text(
        sv: "det går inte att avgöra om varje ärende kan avslutas: \(states) lägen räckte inte",
        en: "whether every case can come to an end is not decided: \(states) states did not suffice"
      ),
      help: Text(
        sv: "sänk at-most:, låt färre faser pågå sida vid sida, eller höj gränsen med --bounds",
        en: "lower at-most:, let fewer stages run side by side, or raise the limit with --bounds"))
  }

  // MARK: what never happens

  private var unreachable: [Diagnostic] {
    let behind = rowsBehindDeadEnd
    return proof.deadStages.filter { !behind.has(definition.place(of: $0).row) }.map { index in
      let stage = definition.stages[index]
      return stage.idNode.diagnostic(
        "flow/unreachable",
        Text(
          sv: "inget ärende kommer någonsin till '\(stage.id)'",
          en: "no case ever comes to '\(stage.id)'"),
        related: waitsFor(index),
        help: Text(
          sv: "låt något leda dit, eller ta bort fasen",
          en: "let something lead there, or remove the stage"))
    }
  }

  /// The rows to which nothing comes only because cases get stuck before them.
  private var rowsBehindDeadEnd: Mask {
    guard let end = proof.deadEnd,
      let stuck = definition.stage(DeadEndStory(definition: definition, end: end).stage.id)
    else { return 0 }
    return definition.table.rows[definition.place(of: stuck).row].forward
  }

  /// Where it says what it waits for: the last stages before the gap.
  private func waitsFor(_ index: Int) -> [Diagnostic.Related] {
    let place = definition.place(of: index)
    let row = definition.table.rows[place.row]
    if place.lane != nil, definition.table.rows[place.row].stages.lowerBound != index {
      return [
        definition.stages[index - 1].idNode.related(
          sv: "fasen före, för samma medlem", en: "the stage before, for the same member")
      ]
    }
    return (row.after | row.leaders).indices.map { before in
      definition.stages[definition.table.rows[before].stages.upperBound - 1].idNode.related(
        sv: "härifrån borde den nås", en: "it should be reached from here")
    }
  }

  private var dead: [Diagnostic] {
    proof.deadOutcomes.map { dead in
      let stage = definition.stages[dead.stage]
      let node = stage.form.outcomes.all.first { $0.name == dead.outcome }?.key
      let why = why(dead.refusal)
      return (node ?? stage.idNode).diagnostic(
        "flow/dead-outcome",
        Text(
          sv: "'\(dead.outcome)' kan aldrig tas i '\(stage.id)': \(why.sv)",
          en: "'\(dead.outcome)' can never be taken in '\(stage.id)': \(why.en)"),
        help: Text(
          sv: "led det någon annanstans, eller flytta fasen",
          en: "lead it elsewhere, or move the stage"))
    }
  }

  private func why(_ refusal: ControlRefusal?) -> Text {
    switch refusal {
    case .caseInPreparation:
      Text(
        sv: "ett nytt ärende öppnas inte medan detta förbereds",
        en: "no new case is opened while this one is in preparation")
    case .nothingBetween:
      Text(
        sv: "det leder tillbaka till det som varje sådant ärende hoppar över",
        en: "it leads back to what every such case skips")
    case .targetUnderWay, .notOpen, .atBound, nil:
      Text(
        sv: "dit det leder pågår eller är passerat varje gång",
        en: "where it leads is open or behind the case every time")
    }
  }

  // MARK: what gets stuck

  private func stuck(_ end: DeadEnd) -> Diagnostic {
    let story = DeadEndStory(definition: definition, end: end)
    let stage = story.stage
    return stage.idNode.diagnostic(
      "flow/unsound",
      story.why,
      help: Text(
        sv:
          "ge '\(stage.id)' ett resultat som alltid går att ta, eller låt något annat avsluta ärendet",
        en:
          "give '\(stage.id)' an outcome that can always be taken, or let something else end the case"
      ),
      steps: story.steps, example: DeadEndScenario.yaml(definition, organisation, end))
  }
}
