import CivilTime
import Definitions
import Lifecycle
import Located
import Register
import StageKit

/// What can be done in a case now, and what cannot.
struct Offer {
  var possible: [PossibleAct] = []
  var blocked: [BlockedStage] = []
}

extension Offer {
  init(_ one: CaseState, _ names: Names, _ today: CivilDate) {
    let (possible, refused) = PossibleAct.all(in: one, names, today)
    self.possible = possible
    let stages = BlockedStage.all(in: one, names)
    // What an open stage refuses stands together, in the order of the stages.
    blocked = one.definition.stages.flatMap { stage in
      stages.filter { $0.stage == stage.id } + refused.filter { $0.stage == stage.id }
    }
  }
}

extension CaseState {
  /// Why an act of an open stage cannot be done on a day, wherever the stage is open: its window
  /// has not opened, or the stage refuses it as it stands.
  ///
  /// Only an act that asks for nothing can be tried; whether another is accepted depends on what
  /// it says.
  func whyRefused(
    _ act: StageContract.ActContract, at index: Int, _ spots: [Spot], _ names: Names,
    _ today: CivilDate
  ) -> (code: String, why: Text)? {
    var first: (code: String, why: Text)?
    for spot in spots {
      guard let attempt = attempts(at: index, lane: spot.lane).last,
        case .open = attempt.status
      else { continue }
      let speakers = speakers(act.name, at: index, spot, attempt, names, today)
      guard let why = attempt.whyRefused(act, by: speakers, today) else { return nil }
      first = first ?? why
    }
    return first
  }

  // What a stage refuses may hang on who says it, so each who may is tried.
  private func speakers(
    _ act: String, at index: Int, _ spot: Spot, _ attempt: AttemptState, _ names: Names,
    _ today: CivilDate
  ) -> [Body] {
    let also = definition.stages[index].mayAlso(act).flatMap { name -> [Body] in
      if name == "lane" { return spot.lane.flatMap { Body($0) }.map { [$0] } ?? [] }
      if let bound = role(name).flatMap({ Body($0) }) { return [bound] }
      let members = names.organisation.members(of: name, on: today).compactMap { Body($0) }
      return members.isEmpty ? Body(name).map { [$0] } ?? [] : members
    }
    let all = [attempt.opening.owner] + attempt.opening.electorate + also
    return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
  }
}

extension AttemptState {
  fileprivate func whyRefused(
    _ act: StageContract.ActContract, by speakers: [Body], _ today: CivilDate
  ) -> (code: String, why: Text)? {
    guard !act.shape.fields.contains(where: \.isRequired) else {
      guard let opens = deadline?.opens, opens.firstDay > today.lastDay,
        !act.isPossibleBeforeOpening
      else { return nil }
      return ("before-opening", Text(sv: "öppnar \(opens)", en: "opens \(opens)"))
    }
    guard let number = attempt.index(ofAct: act.name), let form = Node.withNothing else {
      return nil
    }
    var first: (code: String, why: Text)?
    for speaker in speakers {
      let said = Said(on: today, by: speaker, number: actsThatCount + 1)
      // A fault at a field is of the form, and this form is empty.
      guard case .refused(let findings) = attempt.decide(number, form, said),
        let fault = findings.map(\.fault).first(where: { $0.place.steps.isEmpty })
      else { return nil }
      first = first ?? (fault.code, fault.text)
    }
    return first
  }
}

extension Node {
  /// A form in which nothing is said.
  fileprivate static var withNothing: Node? {
    let start = Mark(line: 1, column: 1)
    var builder = TreeBuilder(path: "", nodes: 1, bytes: 1)
    builder.open(.mapping, start)
    builder.close(start)
    return builder.finish()
  }
}
