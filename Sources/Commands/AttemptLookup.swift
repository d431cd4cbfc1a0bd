import CheckTool
import Definitions
import Lifecycle
import Located
import StageKit

/// An attempt that the user named: `STAGE`, `STAGE#2`, and where each does it by itself the member.
struct AttemptLookup {
  let spot: Spot
  /// Nil for the latest.
  let number: Int?

  /// Finds it.
  ///
  /// - Throws: `no` with what there is, when the case has no such stage, lane or attempt.
  init(_ named: String, lane: String?, of one: CaseState) throws(Failure) {
    let parts = named.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let stage = String(parts[0])
    guard let index = one.definition.stage(stage) else {
      throw Failure(noStage: stage, in: one.definition, of: one.id)
    }
    let members = Self.members(one, index)
    switch (members, lane) {
    case (nil, let lane?):
      throw Failure(
        .no, "case/no-lanes", at: "--lane",
        sv: "'\(stage)' gäller alla gemensamt, inte \(lane) för sig",
        en: "'\(stage)' is for all together, not for \(lane) by itself")
    case (let members?, nil):
      let known = members.prefix(3).joined(separator: ", ") + (members.count > 3 ? ", …" : "")
      throw Failure(
        .no, "case/says-no-lane", at: "--lane",
        sv: "ange vems: '\(stage)' görs av var och en för sig (\(known))",
        en: "say whose: each does '\(stage)' by itself (\(known))")
    case (let members?, let lane?) where !members.contains(lane):
      let near = nearest(to: lane, among: members)
      throw Failure(
        .no, "case/unknown-lane", at: "--lane",
        sv: "\(lane) är inte med i '\(stage)'" + (near.map { ", menar du \($0)?" } ?? ""),
        en: "\(lane) takes no part in '\(stage)'" + (near.map { ", did you mean \($0)?" } ?? ""))
    default: break
    }
    let numbers = one.attempts(at: index, lane: lane).map(\.number)
    guard !numbers.isEmpty else {
      throw Failure(
        .no, "case/no-attempt", at: "STAGE", sv: "i '\(stage)' är inget registrerat",
        en: "nothing is registered in '\(stage)'")
    }
    if parts.count == 2 {
      guard let number = Int(parts[1]), numbers.contains(number) else {
        let known = numbers.map { "\(stage)#\($0)" }.joined(separator: ", ")
        throw Failure(
          .no, "case/no-attempt", at: "STAGE", sv: "det finns ingen '\(named)', bara \(known)",
          en: "there is no '\(named)', only \(known)")
      }
      self.number = number
    } else {
      number = nil
    }
    spot = Spot(stage, lane: lane)
  }

  // Those who do the stage each for themselves; nil for one that all share.
  private static func members(_ one: CaseState, _ stage: Int) -> [String]? {
    let place = one.pinned.places[stage]
    guard place.lane != nil, let run = one.definition.table.rows[place.row].run else { return nil }
    return one.runs[run].lanes.map(\.body)
  }
}
