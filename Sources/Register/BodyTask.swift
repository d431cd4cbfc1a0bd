package import CivilTime
package import Located

/// Something that bodies of a kind are there to do, as a governing document says it.
package struct BodyTask: Sendable, Hashable {
  /// The code by which stages and cases name it: `lpo-local-adaptation`.
  package let id: String
  /// What it is.
  package let title: Text
  /// The kinds of bodies whose task it is.
  package let kinds: [String]
  /// The bodies whose task it is, by id.
  package let bodies: [String]
  /// Only bodies that are a part of this one have it; nil for all.
  package let partOf: String?
  /// When it is theirs.
  package let period: Period
}

extension Organisation {
  /// The task with this code.
  package func task(_ id: String) -> BodyTask? { tasks.first { $0.id == id } }

  /// What a body was there to do on a date, by code.
  ///
  /// - Parameter kind: of a body that the register does not list, by the role that it has.
  package func tasks(of body: String, kind: String? = nil, on date: CivilDate) -> [BodyTask] {
    let record = self.body(body)
    return tasks.filter { task in
      guard task.period.contains(date) else { return false }
      if task.bodies.contains(body) { return true }
      guard let kind = record?.kind ?? kind, task.kinds.contains(kind) else { return false }
      return task.partOf.map { whole in
        record?.partOf.contains { $0.body == whole && $0.period.contains(date) } ?? false
      } ?? true
    }
  }
}

/// The reading of an entry under `tasks:`.
func readTask(
  _ node: Node, _ references: inout [Reference], _ findings: Findings
) -> Written<BodyTask>? {
  var fields = FieldReader(node, findings)
  let (key, title) = (fields.required("id"), fields.requiredName("title"))
  let kinds = readWords(fields.items("kind"), .kind, &references, findings)
  let bodies = readWords(fields.items("body"), .body, &references, findings)
  let partOf = readWords(fields.items("part-of"), .body, &references, findings).first
  let period = fields.period()
  fields.finish()
  if kinds.isEmpty, bodies.isEmpty, node["kind"] == nil, node["body"] == nil {
    findings.add(
      "schema/wrong-form", at: key ?? node, sv: "ange vems uppgiften är, med kind: eller body:",
      en: "say whose task it is, by kind: or body:",
      help: Text(
        sv: "skriv kind: för alla av ett slag, eller body: för dem som räknas upp",
        en: "write kind: for all of one kind, or body: for those that are listed"))
  }
  guard let key, let id = findings.id(key), let title else { return nil }
  return Written(
    value: BodyTask(
      id: id, title: title, kinds: kinds, bodies: bodies, partOf: partOf, period: period),
    node: key, entry: node)
}
