package import Canonical
package import CivilTime
package import Definitions
package import Located
package import Register
import StageKit

/// A pipeline as a picture: what may follow on what, drawn from the table that the engine runs.
package struct PipelineGraph: Sendable {
  /// What a node stands for.
  package enum Kind: String, Sendable {
    case start, stage, end
    case newCase = "new-case"
    /// Where a member of a run is done before the run's last stage.
    case laneEnd = "lane-end"
  }

  /// A box.
  package struct Node: Sendable, Hashable {
    package let id: String
    package let kind: Kind
    package let title: String
    /// What stands under the title: how long it takes.
    package var note: String?
    /// Some cases go without it.
    package var isConditional = false
    /// An outcome of it puts a version in force.
    package var isInForce = false
  }

  /// An arrow.
  package struct Edge: Sendable, Hashable {
    package enum Kind: String, Sendable {
      /// The flow goes on.
      case flow
      /// An outcome leads there and nowhere else.
      case branch
      /// Back, so many times at most.
      case back
      /// The stage returns.
      case loop
      /// It opens with the version in force, not with the flow.
      case inForce = "in-force"
    }

    package let from: String
    package let to: String
    package let kind: Kind
    package let label: String?
  }

  /// A run: a box around its stages.
  package struct Group: Sendable, Hashable {
    package let title: String
    package let nodes: [String]
  }

  package let title: String
  package let nodes: [Node]
  package let edges: [Edge]
  package let groups: [Group]

  /// Draws a definition, with names and the sizes of sets as on a day.
  package init(
    _ definition: PipelineDefinition, organisation: Organisation, on day: CivilDate,
    language: Language
  ) {
    let naming = Naming(
      definition: definition, organisation: organisation, day: day,
      say: Phrasing(language: language))
    var drawing = GraphDrawing(naming: naming)
    drawing.draw()
    title = "\(definition.title[language]), version \(definition.version)"
    nodes = drawing.nodes
    edges = drawing.edges
    groups = drawing.groups
  }

  /// The picture for a machine.
  package var value: Value {
    .record([
      "title": .text(title),
      "nodes": .list(
        nodes.map {
          .record([
            "id": .text($0.id), "kind": .text($0.kind.rawValue), "title": .text($0.title),
            "note": $0.note.map { .text($0) }, "conditional": .flag($0.isConditional),
            "in-force": .flag($0.isInForce),
          ])
        }),
      "edges": .list(
        edges.map {
          .record([
            "from": .text($0.from), "to": .text($0.to), "kind": .text($0.kind.rawValue),
            "label": $0.label.map { .text($0) },
          ])
        }),
      "groups": .list(
        groups.map {
          .record(["title": .text($0.title), "nodes": .list($0.nodes.map { .text($0) })])
        }),
    ])
  }
}
