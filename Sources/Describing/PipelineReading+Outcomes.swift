import Definitions
import Located
import StageKit

// Where each outcome leads.

extension Naming {
  /// The outcomes of a stage that can be taken, those that do the same together.
  func outcomes(of index: Int, _ row: Int, lane: Int?) -> [String] {
    let run = table.rows[row].run
    let own = lane.flatMap { _ in run.map { table.runs[$0].lane } } ?? table
    let place = lane ?? row
    var groups: [(titles: [String], effect: String)] = []
    for exit in own.exits[own.rows[place].exits] {
      let title = stages[index].outcome(exit.outcome).map { self($0.title) } ?? exit.outcome
      let effect =
        lane == nil ? effect(exit, index, row) : laneEffect(exit, own, table.rows[row].stages)
      if let same = groups.firstIndex(where: { $0.effect == effect }) {
        groups[same].titles.append(title)
      } else {
        groups.append(([title], effect))
      }
    }
    return groups.map { "\(say.any($0.titles)): \($0.effect)." }
  }

  /// What follows a row; nil when nothing waits for it.
  func onward(from row: Int) -> String? {
    let next = waiting(for: row)
    guard next != 0 else { return nil }
    // What waits for the same others is told together.
    var groups: [(others: Mask, rows: Mask)] = []
    for later in next.indices {
      let others = table.rows[later].after & ~bit(row)
      if let same = groups.firstIndex(where: { $0.others == others }) {
        groups[same].rows |= bit(later)
      } else {
        groups.append((others, bit(later)))
      }
    }
    return say.all(groups.map(together))
  }

  private func together(_ others: Mask, _ rows: Mask) -> String {
    var text = list(entries(rows))
    if rows.nonzeroBitCount > 1 { text += say(", sida vid sida", ", side by side") }
    guard others != 0 else { return text }
    let isMany = others.nonzeroBitCount > 1
    let isPassed = others.indices.contains { mayBePassedBy($0) }
    let done =
      isPassed
      ? say(
        "\(isMany ? "är klara" : "är klar") eller inte blir av",
        "\(isMany ? "are" : "is") done or never opens")
      : say(isMany ? "är klara" : "är klar", isMany ? "are done" : "is done")
    return text
      + say(", när även \(list(ends(others))) \(done)", ", once \(list(ends(others))) \(done) too")
  }

  private func effect(_ exit: ControlTable.Exit, _ index: Int, _ row: Int) -> String {
    var parts: [String] = []
    if exit.entersForce {
      parts.append(
        say(
          "versionen börjar gälla och ersätter den förra",
          "the version comes into force and replaces the former one"))
    }
    if exit.leavesForce {
      parts.append(say("versionen upphör att gälla", "the version ceases to be in force"))
    }
    parts.append(flow(exit, index, row))
    return parts.joined(separator: "; ")
  }

  private func flow(_ exit: ControlTable.Exit, _ index: Int, _ row: Int) -> String {
    switch exit.effect {
    case .handOn:
      return onward(from: row).map { say("vidare till \($0)", "on to \($0)") }
        ?? say(
          "fasen är klar, och ingen annan väntar på den", "the stage is done, and none waits for it"
        )
    case .lead(_, let target):
      let to = stage(table.rows[target].stages.lowerBound)
      return say("till \(to), och bara dit", "to \(to), and only there")
    case .sendBack(let target):
      let first = table.rows[target].stages.lowerBound
      let again = target == row
      return
        (again
        ? say("fasen öppnas igen", "the stage opens again")
        : say("tillbaka till \(stage(first))", "back to \(stage(first))")) + limit(exit)
    case .end:
      return say(
        "ärendet avslutas, och allt som pågår i det avbryts",
        "the case is closed, and all that is open in it is cancelled")
    case .stay:
      return say("klart för den här gången; fasen återkommer", "done for now; the stage returns")
    case .openCase:
      let target = stages[index].form.outcomes[exit.outcome]?.target
      let other: String? = if case .newCase(let id)? = target { id } else { nil }
      return other.map {
        say(
          "ett nytt ärende öppnas i processen \($0); fasen återkommer",
          "a new case is opened in the pipeline \($0); the stage returns")
      }
        ?? say(
          "ett nytt ärende, en revidering, öppnas i den version av processen som gäller då; det går "
            + "inte medan ett annat är under arbete",
          "a new case, a revision, is opened in the version of the pipeline that is valid then; not "
            + "while another is in preparation")
    }
  }

  private func limit(_ exit: ControlTable.Exit) -> String {
    guard let limit = exit.bound?.limit else { return "" }
    return limit == 1
      ? say(", högst en gång", ", at most once")
      : say(", högst \(limit) gånger", ", at most \(limit) times")
  }

  private func laneEffect(
    _ exit: ControlTable.Exit, _ lane: ControlTable, _ range: Range<Int>
  ) -> String {
    func name(_ row: Int) -> String { stage(range.lowerBound + row) }
    switch exit.effect {
    case .handOn:
      let next = lane.rows.indices.filter { lane.rows[$0].after.has(exit.row) }
      return next.isEmpty
        ? say("klar", "done")
        : say("vidare till \(say.all(next.map(name)))", "on to \(say.all(next.map(name)))")
    case .lead(_, let target):
      return say("till \(name(target)), och bara dit", "to \(name(target)), and only there")
    case .sendBack(let target):
      return
        (target == exit.row
        ? say("fasen öppnas igen", "the stage opens again")
        : say("tillbaka till \(name(target))", "back to \(name(target))")) + limit(exit)
    case .end, .stay, .openCase:
      let rest = exit.row + 1 < lane.rows.count
      return rest
        ? say("klar, utan att gå vidare", "done, without going further")
        : say("klar", "done")
    }
  }
}
