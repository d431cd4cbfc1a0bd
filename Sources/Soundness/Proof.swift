package import Definitions

/// What is known of a definition's flow when every run of it was followed.
package struct Proof: Sendable {
  /// The answer.
  package enum Verdict: Sendable {
    /// Every case can come to an end from wherever it is, and nothing in the definition is dead.
    case sound
    /// Some run cannot come to an end, or something can never happen.
    case unsound
    /// A bound was reached before all was followed.
    case undecided
  }

  package var verdict = Verdict.sound
  /// The states of the case, and of one lane of each run, that were followed.
  package var states = 0
  package var laneStates = 0
  /// The most memory that they took at once, in bytes.
  package var bytes = 0
  /// Whether the states were too many, and the answer comes from two tables that lie on either side:
  /// one that can do more and never gets stuck, one that can do less and in which all can happen.
  package var isBetween = false
  /// A shortest run that cannot come to an end; nil when every one can.
  package var deadEnd: DeadEnd?
  /// The stages that no run opens, as indices of the definition's stages.
  package var deadStages: [Int] = []
  /// The outcomes that no run can take, of stages that open.
  package var deadOutcomes: [DeadOutcome] = []

  /// An outcome that can never be taken.
  package struct DeadOutcome: Sendable, Hashable {
    package let stage: Int
    package let outcome: String
    /// Why it is refused whenever its stage is open.
    package let refusal: ControlRefusal?
  }
}

/// A run after which a case can no longer come to an end, and why.
package struct DeadEnd: Sendable {
  /// Something done on the way.
  package enum Step: Sendable, Hashable {
    /// A stage was closed by an outcome.
    case outcome(stage: Int, String)
    /// A stage was skipped by its owner.
    case skipped(stage: Int)
    /// The owner let the case go on from a run, named by its first stage.
    case letGoOn(stage: Int)
    /// The case was sent back, and the lanes of a run, named by its first stage, start anew.
    case drawnAnew(stage: Int)
    /// So many lanes of a run, named by its first stage, went this way to their end.
    case lanes(stage: Int, count: Int?, [Step])
  }

  /// Why it cannot go on.
  package enum Obstacle: Sendable, Hashable {
    /// A stage is open and each of its outcomes is refused.
    case blocked(stage: Int, [Refused])
    /// A recurring stage returns for ever: no version is in force and no outcome leaves it.
    case returns(stage: Int)
    /// The run, named by its last stage, never goes on when so many of its lanes come to this.
    case lanes(stage: Int, stuck: Int?, of: Int?, way: [Step], because: [Obstacle])
    /// The run, named by its last stage, waits for lanes that never come to an end.
    case neverDone(stage: Int)
  }

  /// An outcome that cannot be taken.
  package struct Refused: Sendable, Hashable {
    package let outcome: String
    /// Nil when it can be taken and changes nothing.
    package let refusal: ControlRefusal?
  }

  /// The way to open the case, as an index of the table's worlds.
  package let world: Int
  package let steps: [Step]
  package let obstacles: [Obstacle]
}
