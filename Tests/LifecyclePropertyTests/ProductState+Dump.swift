import Canonical
import CivilTime
import Definitions
import Located
import StageKit

@testable import Lifecycle

extension ProductState {
  /// All that is known, in one order: two states are the same if these texts are.
  var dump: String {
    var out = "\(stream) \(kind) \(title.sv)/\(title.en) \(version) \(describe(inForce))\n"
    for version in earlier {
      out += "earlier \(describe(version.version)) \(version.until) \(version.replacedBy ?? "-")\n"
    }
    for fault in unreadable { out += "unreadable \(fault.sequence) \(fault.text.en)\n" }
    for one in cases { out += one.dump }
    return out
  }

  private func describe(_ version: InForce?) -> String {
    guard let version else { return "-" }
    return "\(version.caseID) \(version.stage)#\(version.attempt) \(version.outcome) "
      + "\(version.appliesFrom) \(version.since)"
  }
}

extension CaseState {
  fileprivate var dump: String {
    var out = "case \(id) \(definition.reference) \(edition) \(openedBy) \(openedOn) \(from ?? "-")"
    out += " \((inputs + roles).map { "\($0.name)=\($0.to)" })"
    out += " \(closed?.rawValue ?? "-") \(closedOn?.description ?? "-") \(flow.dump)\n"
    for (stage, attempts) in zip(definition.stages, attempts) {
      for attempt in attempts { out += " \(stage.id) \(attempt.dump)\n" }
    }
    for (run, state) in runs.enumerated() {
      out += " run \(run) \(state.draws) \(state.isTrailing) \(state.isCancelled)"
      out += " \(state.drew.map { "\($0.name)=\($0.to)" })\n"
      for lane in state.lanes {
        out += "  \(lane.body) \(lane.flow.dump) \(lane.offered?.flow.dump ?? "-")\n"
        for (row, attempts) in lane.attempts.enumerated() {
          for attempt in attempts { out += "   \(row) \(attempt.dump)\n" }
        }
      }
    }
    return out
  }
}

extension ControlState {
  fileprivate var dump: String {
    "[\(open) \(passed) \(gone) \(led) \(used) \(world) \(inForce) \(ended)]"
  }
}

extension AttemptState {
  fileprivate var dump: String {
    var out = "#\(number) \(openedSequence) \(status) \(opening.on) \(opening.owner)"
    out += " \(deadline.map { String(decoding: $0.value.json, as: UTF8.self) } ?? "-")"
    out += " \(opening.taken.map { "\($0.topic)=\($0.value)" }) \(opening.electorate)"
    out += " \(fired.map { String(decoding: $0.value.json, as: UTF8.self) })"
    out += " \(assigned ?? "-") \(lastBy?.id ?? "-") \(lastOn?.description ?? "-")"
    out += " \(closedOn?.description ?? "-") \(numbered) \(extensions.map(\.description))"
    for entry in entries {
      out += " (\(entry.sequence) \(entry.act) \(entry.form) \(entry.said.number)"
      out += " \(entry.said.by) \(entry.said.on) \(entry.annulledBy ?? 0))"
    }
    out += " \(attempt.outcome?.name ?? "-") \(attempt.owes.map(\.body.id))"
    out += " \(attempt.given.map { "\($0.topic)=\($0.value)" })"
    return out + " \(attempt.summary.line?.en ?? "")"
  }
}
