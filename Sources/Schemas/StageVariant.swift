import Canonical
import Definitions
import Located
import StageKit
import YAMLReading

/// What a definition may say of a stage that uses one plugin.
struct StageVariant {
  let contract: StageContract
  let write: SchemaWriter
  private let outcomes: [Outcome]
  /// Whether no setting adds an outcome or takes one away.
  let isClosed: Bool

  init(_ contract: StageContract, _ write: SchemaWriter) {
    self.contract = contract
    self.write = write
    let sets = Self.outcomes(of: contract)
    var all: [Outcome] = []
    for outcome in sets.joined() where !all.contains(where: { $0.name == outcome.name }) {
      all.append(outcome)
    }
    outcomes = all
    isClosed = !sets.isEmpty && sets.allSatisfy { $0 == sets[0] }
  }

  /// Its settings, acts and outcomes, where `uses:` names it.
  var refined: Value {
    let names = write.object(contract.settings.fields)
    let acts = contract.acts.map { act in
      Value.Field(act.name, .record(write.about(act.title[write.language], nil)))
    }
    let ways = outcomes.map { outcome in
      Value.Field(
        outcome.name, .record(write.about(outcome.title[write.language], flow(outcome.flow))))
    }
    let known = (contract.acts.map(\.name) + EngineActs.names).map { Value.text($0) }
    return when(
      .record([
        "properties": .record(
          [
            Value.Field("with", .record(names)),
            Value.Field(
              "acts",
              .record([
                "properties": .record(acts), "propertyNames": .record(["enum": .list(known)]),
              ])),
            Value.Field(
              "outcomes",
              .record([
                "properties": .record(ways),
                "propertyNames": isClosed ? .record(["enum": outcomeNames]) : nil,
              ])),
          ] + force("in-force") + force("out-of-force"))
      ]))
  }

  /// What must be there, unless the base of a variant may have it.
  var demands: [Value] {
    var demands: [Value] = []
    if contract.settings.fields.contains(where: \.isRequired) {
      demands.append(when(.record(["required": .list([.text("with")])])))
    }
    let diverting = outcomes.filter { $0.flow == .diverting }.map { Value.text($0.name) }
    if isClosed, !diverting.isEmpty {
      // In a lane an outcome that leads nowhere ends the lane.
      let alone = Value.record(["not": .record(["required": .list([.text("for-each")])])])
      demands.append(
        when(
          .record([
            "required": .list([.text("outcomes")]),
            "properties": .record([
              "outcomes": .record(["required": .list(diverting)])
            ]),
          ]), and: alone))
    }
    return demands
  }

  // MARK: parts

  private var outcomeNames: Value { .list(outcomes.map { .text($0.name) }) }

  private func when(_ then: Value, and condition: Value? = nil) -> Value {
    let uses = Value.record([
      "required": .list([.text("uses")]),
      "properties": .record([
        "uses": .record(["const": .text(contract.name.description)])
      ]),
    ])
    return .record([
      "if": condition.map { .record(["allOf": .list([uses, $0])]) } ?? uses, "then": then,
    ])
  }

  private func force(_ key: String) -> [Value.Field] {
    guard isClosed else { return [] }
    let one = Value.record(["enum": outcomeNames])
    let many = Value.record(["type": .text("array"), "items": one])
    return [Value.Field(key, .record(["anyOf": .list([one, many])]))]
  }

  private func flow(_ flow: Outcome.Flow) -> String {
    switch flow {
    case .forward: write("Går vidare av sig självt.", "Goes on by itself.")
    case .diverting: write("Ange vart det leder.", "Say where it leads.")
    case .optional:
      write("Erbjuds bara om det står här.", "Offered only where it stands here.")
    }
  }

  // MARK: outcomes

  /// The outcomes under different settings: those of the examples, none, and all filled in.
  private static func outcomes(of contract: StageContract) -> [[Outcome]] {
    let written = contract.examples.map { YAMLReader.read(Array($0.settings.utf8), path: "").root }
    let empty = YAMLReader.read(Array("{}".utf8), path: "").root
    let filled = [Filling.least, .most].map { $0.node(of: contract.settings) }
    return (written + [empty] + filled).compactMap { node in
      node.flatMap { contract.prepare($0).prepared?.outcomes }
    }
  }
}

/// Settings filled in as far as they go, to see what depends on them.
private struct Filling {
  static let least = Filling(takesLast: false)
  static let most = Filling(takesLast: true)

  /// Which of some choices is taken, and whether a flag is set.
  let takesLast: Bool
  private static let mark = Mark(line: 1, column: 1)

  func node(of shape: Shape) -> Node? {
    var tree = TreeBuilder(path: "")
    write(shape, nil, into: &tree)
    return tree.finish()
  }

  private func write(_ shape: Shape, _ bounds: ClosedRange<Int>?, into tree: inout TreeBuilder) {
    func scalar(_ text: String, _ style: Node.Style = .quoted) {
      tree.scalar(text, style, Self.mark, Self.mark)
    }
    switch shape {
    case .whole: scalar("\(bounds?.lowerBound ?? 1)", .plain)
    case .flag: scalar(takesLast ? "true" : "false", .plain)
    case .text, .prose: scalar(String(repeating: "x", count: max(1, bounds?.lowerBound ?? 1)))
    case .date: scalar("2020-01-01")
    case .word(Name.form, _), .word(Body.form, _), .word(Bodies.form, _): scalar("something-else")
    case .word(let form, _): scalar(form)
    case .choice(let options): scalar((takesLast ? options.last : options.first)?.name ?? "")
    case .list(let element):
      tree.open(.list, Self.mark)
      write(element, nil, into: &tree)
      tree.close(Self.mark)
    case .record(let fields):
      tree.open(.mapping, Self.mark)
      for field in fields {
        scalar(field.key)
        write(field.shape, field.bounds, into: &tree)
      }
      tree.close(Self.mark)
    case .map(let value):
      tree.open(.mapping, Self.mark)
      scalar("something-else")
      write(value, nil, into: &tree)
      tree.close(Self.mark)
    case .either(let shapes):
      if let shape = shapes.first { write(shape, bounds, into: &tree) } else { scalar("x") }
    case .anything: scalar("x")
    }
  }
}
