import Definitions
import Located

/// A list that names the same thing twice: one of them was most likely meant to be another.
enum ListedTwice: DefinitionRule {
  static let code = "ref/listed-twice"

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    let form = definition.form
    var lists = [
      form.product.all.map(Item.init), form.key.all.map(Item.init),
      form.openedBy.all.map(Item.init),
    ]
    for input in form.inputs.all { lists.append(input.value.values.map(Item.init)) }
    for stage in definition.stages {
      let form = stage.form
      lists += [
        form.after.all.map(Item.init), form.inForce.all.map(Item.init),
        form.outOfForce.all.map(Item.init),
      ]
      lists += form.when.all.map { $0.value.all.map(Item.init) }
      lists += form.acts.all.map { $0.value.all.map(Item.init) }
    }
    return lists.flatMap(repeated)
  }

  private struct Item {
    let name: String
    let node: Node?

    init(_ written: Sited<some CustomStringConvertible>) {
      name = written.value.description
      node = written.node
    }
  }

  private static func repeated(_ list: [Item]) -> [Diagnostic] {
    guard list.count > 1 else { return [] }
    return list.indices.compactMap { index in
      let item = list[index]
      guard let node = item.node, let first = list[..<index].first(where: { $0.name == item.name })
      else { return nil }
      return finding(
        node, sv: "'\(item.name)' står två gånger i samma lista",
        en: "'\(item.name)' stands twice in the same list",
        related: first.node.map { [$0.related(sv: "först här", en: "first here")] } ?? [],
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    }
  }
}
