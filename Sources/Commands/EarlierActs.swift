import Canonical
import CheckTool
import Definitions
import Lifecycle
import Located
import Runtime
import StageKit

/// What was said in an earlier case, to be said again: the rows of a gap analysis or a plan that was
/// made for the version before, or a whole act, such as the region's supplement.
struct EarlierActs {
  /// The act that is to be said now.
  let target: ActTarget
  /// Whose it is, where the source does not say.
  let lane: String?
  let runner: Runner

  /// The rows of a list, as they were said last.
  ///
  /// - Parameter source: `CASE/STAGE`, or `CASE/STAGE/LANE`.
  /// - Throws: `no` where there are none.
  func rows(_ source: String, for option: String, _ columns: [Shape.Field]) throws -> Node {
    let key = String(option.dropFirst(2).dropLast("-from".count))
    let rows = Self.merged(
      try forms(source, for: option).flatMap { $0[key]?.items ?? [] }, columns)
    guard !rows.isEmpty, let node = Self.node(.list(rows), of: source) else {
      throw Failure(
        .no, "input/no-rows", at: option, sv: "inga rader i \(source) att ta med",
        en: "no rows in \(source) to carry over")
    }
    return node
  }

  /// The act as it was said last, without its days: what was decided then is decided anew.
  ///
  /// - Parameter source: `CASE/STAGE`, or `CASE/STAGE/LANE`.
  /// - Throws: `no` where it was not said there.
  func form(_ source: String, for option: String) throws -> Node {
    let fields = target.shape.fields.filter { $0.shape != .date && $0.shape != .prose }.map(\.key)
    guard case .record(let said)? = try forms(source, for: option).last,
      let node = Self.node(.record(said.filter { fields.contains($0.key) }), of: source)
    else {
      throw Failure(
        .no, "input/not-said", at: option, sv: "'\(target.act)' är inte registrerat i \(source)",
        en: "'\(target.act)' was not registered in \(source)")
    }
    return node
  }

  private static func node(_ value: Value, of source: String) -> Node? {
    var builder = TreeBuilder(path: source)
    builder.add(value, Mark(line: 0, column: 1))
    return builder.finish()
  }

  /// What was said by the same act at a stage of an earlier case, oldest first.
  private func forms(_ source: String, for option: String) throws -> [Value] {
    let parts = source.split(separator: "/").map(String.init)
    guard (2...3).contains(parts.count) else {
      throw Failure(
        .usage, "usage/no-source", at: option, sv: "skriv ÄRENDE/FAS, eller ÄRENDE/FAS/REGION",
        en: "write CASE/STAGE, or CASE/STAGE/REGION")
    }
    let found = try ProductLookup(parts[0], in: runner)
    let one = try found.caseState()
    guard let index = one.definition.stage(parts[1]) else {
      throw Failure(
        .no, "case/unknown-stage", at: option, sv: "\(one.id) har ingen fas '\(parts[1])'",
        en: "\(one.id) has no stage '\(parts[1])'")
    }
    let place = one.definition.stages[index].contract.acts.firstIndex { $0.name == target.act }
    let isInLane = one.pinned.places[index].lane != nil
    let attempts = one.attempts(at: index, lane: isInLane ? parts.dropFirst(2).first ?? lane : nil)
    return place.map { place in attempts.last?.forms(ofAct: place) ?? [] } ?? []
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
