import CivilTime
import Definitions
import StageKit

extension AttemptState {
  mutating func fold(_ said: ActSaid, _ event: Fold.Happened, by body: Body) -> Bool {
    guard let act = attempt.index(ofAct: said.act) else { return false }
    if let corrected = said.corrects {
      return replace(corrected, act, said, event, by: body)
    }
    let entry = Entry(
      sequence: event.sequence, act: act, payload: event.payload, form: said.form,
      said: Said(on: event.on, by: body, number: numbered + 1))
    guard entry.fold(into: &attempt) else { return false }
    entries.append(entry)
    numbered += 1
    (lastBy, lastOn) = (body, event.on)
    return true
  }

  // A correction stands where the mistake stood and keeps its number, so that what refers to it
  // still does, and its day, so that nothing is late for having been corrected; whoever corrects
  // answers for it. Then everything is folded again.
  private mutating func replace(
    _ sequence: Int, _ act: Int, _ said: ActSaid, _ event: Fold.Happened, by body: Body
  ) -> Bool {
    guard let index = entries.firstIndex(where: { $0.sequence == sequence }) else { return false }
    let mistake = entries[index].said
    entries[index].annulledBy = event.sequence
    entries.insert(
      Entry(
        sequence: event.sequence, act: act, payload: event.payload, form: said.form,
        said: Said(on: mistake.on, by: body, number: mistake.number)), at: index + 1)
    (lastBy, lastOn) = (body, event.on)
    return true
  }

  /// Marks an act as annulled; the attempt must then be folded again.
  mutating func annul(_ sequence: Int, by: Int) -> Bool {
    guard let index = entries.firstIndex(where: { $0.sequence == sequence }) else { return false }
    entries[index].annulledBy = by
    return true
  }

  /// The attempt from its opening, with the acts that count.
  mutating func refold(_ start: (Opening) -> any Attempt) {
    var fresh = start(opening)
    if let last = extensions.last { fresh.extend(to: last) }
    for entry in entries where entry.annulledBy == nil { _ = entry.fold(into: &fresh) }
    attempt = fresh
  }

  mutating func extend(_ deadline: Deadline) {
    self.deadline = deadline
    extensions.append(deadline.closes)
    attempt.extend(to: deadline.closes)
  }
}

extension AttemptState.Entry {
  func fold(into attempt: inout any Attempt) -> Bool {
    payload.withUnsafeBufferPointer { bytes in
      attempt.fold(act, UnsafeBufferPointer(rebasing: bytes[form..<bytes.count - 1]), said)
    }
  }
}

extension CaseState {
  /// Takes back an act, wherever it was said.
  mutating func annul(_ sequence: Int, by: Int) -> Bool {
    for stage in attempts.indices {
      for index in attempts[stage].indices where attempts[stage][index].annul(sequence, by: by) {
        attempts[stage][index].refold(definition.stages[stage].prepared.start)
        return true
      }
    }
    for run in runs.indices {
      for lane in runs[run].lanes.indices {
        for row in runs[run].lanes[lane].attempts.indices {
          for index in runs[run].lanes[lane].attempts[row].indices
          where runs[run].lanes[lane].attempts[row][index].annul(sequence, by: by) {
            let stage = stage(ofRun: run, row: row)
            runs[run].lanes[lane].attempts[row][index].refold(stage.prepared.start)
            return true
          }
        }
      }
    }
    return false
  }

  private func stage(ofRun run: Int, row: Int) -> StageDefinition {
    let stages = definition.table.rows.first { $0.run == run }?.stages ?? 0..<1
    return definition.stages[stages.lowerBound + row]
  }
}
