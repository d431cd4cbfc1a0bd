import Canonical
import CheckTool
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit

/// The rows that were said in an earlier case, to be said again: a gap analysis or a plan that was
/// made for the version before.
enum EarlierRows {
  /// Finds them.
  ///
  /// - Parameters:
  ///   - source: `CASE/STAGE`, or `CASE/STAGE/LANE`.
  ///   - lane: whose they are, where the source does not say.
  /// - Throws: `no` where there are none.
  static func find(
    _ source: String, for option: String, of target: ActTarget, _ columns: [Shape.Field],
    lane: String?, in runner: Runner
  ) throws -> Node {
    let parts = source.split(separator: "/").map(String.init)
    guard (2...3).contains(parts.count) else {
      throw Failure(
        .usage, "usage/no-source", at: option, sv: "skriv ÄRENDE/FAS, eller ÄRENDE/FAS/REGION",
        en: "write CASE/STAGE, or CASE/STAGE/REGION")
    }
    let found = try ProductLookup(parts[0], in: runner)
    let id = try found.latestCase()
    guard let one = found.state[id], let index = one.definition.stage(parts[1]) else {
      throw Failure(
        .no, "case/unknown-stage", at: option, sv: "\(id) har ingen fas '\(parts[1])'",
        en: "\(id) has no stage '\(parts[1])'")
    }
    let place = one.definition.stages[index].contract.acts.firstIndex { $0.name == target.act }
    let isInLane = one.pinned.places[index].lane != nil
    let attempts = one.attempts(at: index, lane: isInLane ? parts.dropFirst(2).first ?? lane : nil)
    let key = String(option.dropFirst(2).dropLast("-from".count))
    let forms = place.map { place in attempts.last?.forms(ofAct: place) ?? [] } ?? []
    let rows = merged(forms.flatMap { $0[key]?.items ?? [] }, columns)
    let none = Failure(
      .no, "input/no-rows", at: option, sv: "inga rader i \(source) att ta med",
      en: "no rows in \(source) to carry over")
    guard !rows.isEmpty else { throw none }
    var builder = TreeBuilder(path: source)
    builder.add(.list(rows), Mark(line: 0, column: 1))
    guard let node = builder.finish() else { throw none }
    return node
  }

  // What was said last of a thing holds. A row that need say no more than its name, as one that
  // moves a date, changes what it names; any other takes the place of the row before.
  private static func merged(_ rows: [Value], _ columns: [Shape.Field]) -> [Value] {
    guard let name = columns.first?.key else { return rows }
    let saysAll = columns.dropFirst().contains { $0.isRequired }
    var all: [Value] = []
    for row in rows {
      guard let known = all.firstIndex(where: { $0[name] == row[name] }) else {
        all.append(row)
        continue
      }
      guard !saysAll, case .record(let old) = all[known], case .record(let new) = row else {
        all[known] = row
        continue
      }
      all[known] = .record(old.filter { field in !new.contains { $0.key == field.key } } + new)
    }
    return all
  }
}

extension TreeBuilder {
  /// Adds a value as if it were written on a command line.
  mutating func add(_ value: Value, _ mark: Mark) {
    switch value {
    case .list(let items):
      open(.list, mark)
      for item in items { add(item, mark) }
      close(mark)
    case .record(let fields):
      open(.mapping, mark)
      for field in fields {
        scalar(field.key, .argument, mark, mark)
        add(field.value, mark)
      }
      close(mark)
    case .text(let text), .prose(let text): scalar(text, .argument, mark, mark)
    case .whole(let number): scalar("\(number)", .argument, mark, mark)
    case .flag(let flag): scalar(flag ? "true" : "false", .argument, mark, mark)
    }
  }
}
