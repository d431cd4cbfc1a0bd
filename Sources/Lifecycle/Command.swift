package import Canonical
package import CivilTime
package import Located
package import StageKit

/// Something that somebody wants done to a product; it may be refused.
package enum Command: Sendable {
  /// Opens a case, and the product with its first.
  case open(OpenCase)
  /// An act of a stage; `corrects` names the event that it takes the place of.
  case act(caseID: String, spot: Spot, act: String, form: Node, corrects: Int?)
  /// A stage came to an outcome, and how is not told: for stories about the flow.
  ///
  /// Nobody is asked who says so: only scenarios and proofs use it, no program on a store.
  case conclude(caseID: String, spot: Spot, outcome: String)
  /// The owner skips an optional stage, or lets the case go on while the rest of a run trail.
  case skip(caseID: String, spot: Spot, reason: String)
  /// Moves a deadline.
  case extend(caseID: String, spot: Spot, closes: CivilDate, reason: String)
  /// A lane's earlier result still holds for the version that it is drawn from now.
  case confirm(caseID: String, spot: Spot)
  /// Takes back what was said in an act; the event stays readable.
  case annul(caseID: String, event: Int, reason: String)
  /// Ends a case before its version is in force.
  case cancel(caseID: String, reason: String)
  /// Writes something down.
  case note(caseID: String, spot: Spot?, text: String)
  /// Says in whose hands something is.
  case assign(caseID: String, spot: Spot, person: String)
  /// Says of which task of the body its work in the case is a part.
  case tag(caseID: String, spot: Spot?, task: String)
  /// Fires what is due on a day.
  case fire

  /// What is said when a case is opened.
  package struct OpenCase: Sendable {
    package var kind: String?
    package var title: Text
    package var pipeline: PipelineChoice
    package var inputs: [Binding]
    package var roles: [Binding]
    package var opening: Opening

    /// A definition that new cases may take.
    package enum PipelineChoice: Sendable {
      case latest(id: String)
      case version(String)
    }

    /// How the case begins.
    package struct Opening: Sendable {
      /// `opened`, or the outcome of a case that was not kept here.
      package var openedBy = "opened"
      /// First edition or revision; nil for what the product's cases say.
      package var isRevision: Bool?
      /// The stage at which it is taken over in mid-life.
      package var atStage: String?
      /// Since when its version has been in force, when it is taken over.
      package var inForceSince: CivilDate?
      /// What that version is called, such as `4.0`; nil where it is not known.
      package var inForceVersion: String?
      /// The lane of another product's case that it carries.
      package var carries: Carried?
      /// What that lane was handed.
      package var given: [Binding] = []

      package init() {}
    }

    package init(
      kind: String? = nil, title: Text, pipeline: PipelineChoice, inputs: [Binding],
      roles: [Binding], opening: Opening = Opening()
    ) {
      self.kind = kind
      self.title = title
      self.pipeline = pipeline
      self.inputs = inputs
      self.roles = roles
      self.opening = opening
    }
  }
}

/// Who wants it, and on which day.
package struct Context: Sendable {
  /// The day it happens, or happened: a day, or a month where no more is known.
  package var on: CivilDate
  /// The body on whose behalf.
  package var by: Body

  package init(on: CivilDate, by: Body) {
    self.on = on
    self.by = by
  }
}

/// Why something is refused, and what to do.
package struct Refusal: Sendable, Hashable {
  package let code: String
  package let text: Text
  /// Where in what was filled in; nil when it is not about a field.
  package let place: Place
  /// Where in the text that was read.
  package let diagnostic: Diagnostic?

  package init(_ code: String, sv: String, en: String) {
    self.code = code
    text = Text(sv: sv, en: en)
    place = []
    diagnostic = nil
  }

  init(_ finding: Finding) {
    code = finding.fault.code
    text = finding.fault.text
    place = finding.fault.place
    diagnostic = finding.diagnostic
  }
}

/// What became of a command.
package enum Decision: Sendable {
  /// What happened, in order, and the state after it.
  case accepted([Draft], ProductState)
  /// Every reason why not; nothing changed.
  case refused([Refusal])
}

/// An event before it has its place in a stream.
package struct Draft: Sendable, Equatable {
  package let caseID: String?
  package let type: String
  package let payload: [UInt8]
  package let definition: ContentHash?
  /// Texts that stand beside the chain.
  package let prose: [String]
  /// On which day it takes effect.
  package let on: CivilDate
  /// What is to be done outside.
  package let effects: [Effect]

  /// Something to be done outside the engine: a reminder to be sent.
  package struct Effect: Sendable, Equatable {
    package let kind: String
    package let payload: [UInt8]
  }
}
