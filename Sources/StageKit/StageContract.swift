package import Canonical
package import Located

/// A stage with its type forgotten: the one place where `any Stage.Type` is opened.
///
/// One for all definitions, by reference: a definition's stages name it again and again.
package final class StageContract: Sendable {
  /// An act as others see it.
  package struct ActContract: Sendable {
    package let name: String
    package let title: Text
    package let shape: Shape
    /// The keys that must be given.
    package let required: [String]
    /// Whether it may be said before the first day of the stage's window.
    package let isPossibleBeforeOpening: Bool
    /// What is wrong with a form by itself; whether it can be accepted, only an open attempt knows.
    package let faults: @Sendable (Node) -> [Finding]

    init(_ type: (some Record & Act).Type) {
      name = type.name
      title = type.title
      shape = type.shape
      required = shape.fields.filter(\.isRequired).map(\.key)
      isPossibleBeforeOpening = type.isPossibleBeforeOpening
      faults = { type.read($0).found }
    }
  }

  package let type: any Stage.Type
  package let name: StageName
  package let title: Text
  package let help: Text
  package let takes: [Topic]
  package let gives: [Topic]
  // A check of one file uses a few stages of the build, and of most of them none of this.
  private let described: Deferred<Description>
  private let read: @Sendable (Node, Bool) -> (PreparedStage?, [Finding])

  package convenience init(_ type: any Stage.Type) {
    self.init(opened: type)
  }

  /// What a stage tells of itself at some length.
  private struct Description: Sendable {
    let settings: Shape
    let acts: [ActContract]
    let refusals: [String]
    let examples: [Example]
  }

  package var settings: Shape { described.value.settings }
  package var acts: [ActContract] { described.value.acts }
  /// The codes that its acts can be refused with; none where the stage does not tell.
  package var refusals: [String] { described.value.refusals }
  package var examples: [Example] { described.value.examples }

  private init<S: Stage>(opened type: S.Type) {
    self.type = type
    name = S.name
    title = S.title
    help = S.help
    takes = S.takes
    gives = S.gives
    described = Deferred {
      Description(
        settings: S.Settings.shape, acts: S.acts.map { ActContract($0) }, refusals: S.refusals,
        examples: S.examples)
    }
    let dispatch = ActDispatch<S>()
    let bodies = Deferred {
      let shape = S.Settings.shape
      return (shape: shape, areNamed: shape.holds(form: Bodies.form))
    }
    read = { node, keeps in
      let (shape, namesBodies) = bodies.value
      let (settings, stored, found) = S.Settings.read(node, keeps: keeps || namesBodies)
      guard let settings else { return (nil, found) }
      let faults = S.faults(in: settings).map { Finding(node.node(at: $0.place), $0) }
      let prepared = PreparedStage(
        outcomes: S.outcomes(settings),
        sets: namesBodies ? shape.texts(ofForm: Bodies.form, in: stored) : [],
        settings: stored, demands: S.demands(settings), carrier: S.carrier(settings),
        start: { RunningAttempt(stage: S(settings, $0), dispatch: dispatch) })
      return (prepared, faults)
    }
  }

  /// Reads the settings once, when a definition is loaded; nil with at least one error.
  ///
  /// `keeps` says whether what was read is wanted in canonical form too.
  package func prepare(
    _ settings: Node, keeps: Bool = true
  ) -> (prepared: PreparedStage?, found: [Finding]) {
    let (prepared, found) = read(settings, keeps)
    return (found.contains { $0.fault.severity == .error } ? nil : prepared, found)
  }

  /// The module it is built in, as `stafett stages` shows it.
  package var module: String {
    let full = String(reflecting: type)
    return full.split(separator: ".").first.map(String.init) ?? full
  }

  /// The act of a name.
  package func act(_ name: String) -> ActContract? {
    acts.first { $0.name == name }
  }

  /// Names what is frozen with a level: settings, acts and what they accept; not help texts.
  package var digest: ContentHash {
    let value = Value.record([
      "stage": .text(name.description),
      "settings": settings.frozen,
      "acts": .list(acts.map { .record(["name": .text($0.name), "form": $0.shape.frozen]) }),
      "takes": .list(takes.map { .record(["name": .text($0.name), "form": $0.shape.frozen]) }),
      "gives": .list(gives.map { .record(["name": .text($0.name), "form": $0.shape.frozen]) }),
    ])
    return ContentHash(hashing: value.json)
  }
}

/// A stage with the settings of a definition: it can open attempts.
package struct PreparedStage: Sendable {
  package let outcomes: [Outcome]
  /// The bodies and sets that the settings name, to be asked for on the day an attempt opens.
  package let sets: [String]
  package let settings: Value
  /// What it asks of the body that owns it.
  package let demands: [Demand]
  /// Where it is carried on in cases of their own; nil where it is done in the case itself.
  package let carrier: Carrier?
  package let start: @Sendable (Opening) -> any Attempt
}

extension Record {
  /// Reads what someone wrote: the value and what to store, or every fault.
  package static func read(
    _ node: Node, keeps: Bool = true
  ) -> (value: Self?, stored: Value, found: [Finding]) {
    var input = FieldInput(node, keeps: keeps)
    let value = Self(reading: &input)
    return (value, input.stored ?? .record([]), input.found)
  }

  /// The same where a form extends a base: a key that it leaves out is read from the base.
  ///
  /// A field with a fault is blank, so that what else is wrong can be found in the same run.
  package static func read(
    _ node: Node, over base: Node?, keeps: Bool = true
  ) -> (value: Self, stored: Value, found: [Finding]) {
    let desk = FormDesk(node, over: base, keeps: keeps)
    var form = Form(reader: .nothing, desk: desk)
    let value = Self(&form)
    desk.finish { Self.shape.fields }
    return (value, .record(desk.stored), desk.found)
  }

  /// What was stored; nil when the bytes were not written under this contract.
  @inlinable package static func replay(_ bytes: UnsafeBufferPointer<UInt8>) -> Self? {
    var reader = StoredReader(bytes)
    let value = Self(replaying: &reader)
    return reader.isFinished ? value : nil
  }

  /// The keys that are asked for while a node is read: those of the shape, unless an `if` hides one.
  package static func keysAsked(reading node: Node) -> [String] {
    let desk = FormDesk(node, listsKeys: true)
    var form = Form(reader: .nothing, desk: desk)
    _ = Self(&form)
    return desk.asked ?? []
  }
}

extension Shape {
  /// What of a shape is part of its contract: keys, types and bounds, in canonical form.
  package var frozen: Value {
    switch self {
    case .whole: .text("whole")
    case .flag: .text("flag")
    case .text: .text("text")
    case .prose: .text("prose")
    case .date: .text("date")
    case .word(let form, _): .record(["word": .text(form)])
    case .choice(let options): .record(["choice": .list(options.map { .text($0.name) })])
    case .list(let element): .record(["list": element.frozen])
    case .map(let element): .record(["map": element.frozen])
    case .either(let shapes): .record(["either": .list(shapes.map(\.frozen))])
    case .anything: .text("anything")
    case .record(let fields):
      .list(
        fields.map { field in
          .record([
            "key": .text(field.key), "accepts": field.shape.frozen,
            "required": .flag(field.isRequired),
            "from": field.bounds.map { .whole($0.lowerBound) },
            "to": field.bounds.map { .whole($0.upperBound) },
            "default": field.fallback.map { .text($0) },
          ])
        })
    }
  }

  /// Whether a text of a special form may stand anywhere in it.
  func holds(form: String) -> Bool {
    switch self {
    case .word(form, _): true
    case .list(let element), .map(let element): element.holds(form: form)
    case .record(let fields): fields.contains { $0.shape.holds(form: form) }
    case .either(let shapes): shapes.contains { $0.holds(form: form) }
    case .whole, .flag, .text, .prose, .date, .word, .choice, .anything: false
    }
  }

  /// The texts of a special form in a stored value, in order.
  func texts(ofForm form: String, in value: Value) -> [String] {
    switch (self, value) {
    case (.word(form, _), .text(let text)): [text]
    case (.list(let element), .list(let items)):
      items.flatMap { element.texts(ofForm: form, in: $0) }
    case (.record(let fields), .record(let entries)):
      entries.flatMap { entry in
        fields.first { $0.key == entry.key }?.shape.texts(ofForm: form, in: entry.value) ?? []
      }
    default: []
    }
  }
}
