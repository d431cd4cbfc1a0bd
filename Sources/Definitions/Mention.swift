package import Located
import StageKit

/// A place in a definition that names a body, a role or a set.
package struct Mention: Sendable {
  package let id: String
  package let node: Node

  /// A name and where it stands.
  package init(id: String, node: Node) {
    self.id = id
    self.node = node
  }

  /// All of a definition, in the order written.
  static func all(_ form: PipelineForm, _ stages: [StageDefinition]) -> [Mention] {
    var all: [Mention] = []
    all.reserveCapacity(2 * stages.count + 2)
    func add(_ id: String, _ node: Node?) {
      guard let node else { return }
      all.append(Mention(id: id, node: node))
    }
    add(form.owner.value.description, form.owner.node)
    if let to = form.escalate?.to { add(to.value.description, to.node) }
    for stage in stages {
      if let owner = stage.form.owner { add(owner.value.description, owner.node) }
      for entry in stage.form.acts.all {
        for who in entry.value.all { add(who.value.description, who.node) }
      }
      if let to = stage.form.escalate?.to { add(to.value.description, to.node) }
      guard !stage.prepared.sets.isEmpty, let settings = stage.form.settings?.node else { continue }
      for name in stage.prepared.sets { add(name, settings.scalar(name) ?? settings) }
    }
    return all
  }
}
