import Located
import StageKit

/// Stages that wait for each other, or for what stands later in the file.
extension TableBuilder {
  /// A row that waits for another, and where that is written.
  private struct Wait {
    let from: Int
    let to: Int
    let node: Node
    /// Whether it says so; else it waits for what stands before it.
    let isWritten: Bool
  }

  /// Says that a row waits for one that is no earlier: with the whole circle, each of its edges
  /// shown, if the other waits for it in turn.
  mutating func reportCircle(from row: Int, waitingFor other: Int, _ node: Node) {
    let (id, later) = (stage(at: row).id, stage(at: other).id)
    if row == other {
      diagnostics.append(
        node.diagnostic(
          "flow/cycle",
          Text(sv: "'\(id)' väntar på sig själv", en: "'\(id)' waits for itself"),
          help: Text(sv: "ta bort den ur after:", en: "remove it from after:")))
      return
    }
    guard let way = way(from: other, to: row, []) else {
      diagnostics.append(
        node.diagnostic(
          "flow/cycle",
          Text(
            sv: "'\(id)' väntar på '\(later)', som står senare i filen",
            en: "'\(id)' waits for '\(later)', which stands later in the file"),
          help: Text(
            sv: "flytta '\(id)' så att den står efter '\(later)'",
            en: "move '\(id)' so that it stands after '\(later)'")))
      return
    }
    // A circle with two ways forward in it would be found from each.
    let rows = way.reduce(bit(row)) { $0 | bit($1.from) }
    guard !circles.contains(rows) else { return }
    circles.append(rows)
    let edges = [Wait(from: row, to: other, node: node, isWritten: true)] + way
    let names = (edges.map(\.from) + [row]).map { stage(at: $0).id }.joined(separator: " → ")
    diagnostics.append(
      node.diagnostic(
        "flow/cycle",
        Text(
          sv: "faserna väntar på varandra: \(names)",
          en: "the stages wait for each other: \(names)"),
        help: Text(
          sv: "ta bort ett av leden; ett resultat med at-most: kan leda tillbaka",
          en: "remove one of these; an outcome with at-most: may lead back"),
        steps: edges.map { edge in
          let (a, b) = (stage(at: edge.from).id, stage(at: edge.to).id)
          return edge.isWritten
            ? edge.node.related(sv: "'\(a)' väntar på '\(b)'", en: "'\(a)' waits for '\(b)'")
            : edge.node.related(
              sv: "'\(a)' står efter '\(b)'", en: "'\(a)' stands after '\(b)'")
        }))
  }

  private func waits(of row: Int) -> [Wait] {
    let stage = stage(at: row)
    let written = stage.form.after.all.compactMap { entry -> Wait? in
      guard let to = rowOf[entry.value.description], let node = entry.node else { return nil }
      return Wait(from: row, to: to, node: node, isWritten: true)
    }
    guard stage.form.after.all.isEmpty, stage.form.every == nil, row > 0,
      table.rows[row].leaders == 0
    else { return written }
    return [
      Wait(from: row, to: row - 1, node: stage.form.id.node ?? stage.node, isWritten: false)
    ]
  }

  private func way(from start: Int, to end: Int, _ passed: Set<Int>) -> [Wait]? {
    for wait in waits(of: start) where !passed.contains(wait.to) {
      if wait.to == end { return [wait] }
      if let rest = way(from: wait.to, to: end, passed.union([start])) { return [wait] + rest }
    }
    return nil
  }
}
