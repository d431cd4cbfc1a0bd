import CivilTime
import Definitions
package import Located
package import StageKit

/// The engine's own acts as forms: asked for in scenarios and on the command line like a stage's.
package enum EngineAct: String, Choice {
  case skip, extend, confirm, cancel, annul, note, assign, tag

  package var title: Text {
    switch self {
    case .skip:
      Text(sv: "Hoppa över, eller gå vidare utan de övriga", en: "Skip, or go on without the rest")
    case .extend: Text(sv: "Förläng tiden", en: "Extend the deadline")
    case .confirm: Text(sv: "Bekräfta tidigare resultat", en: "Confirm the earlier result")
    case .cancel: Text(sv: "Avbryt ärendet", en: "Cancel the case")
    case .annul: Text(sv: "Makulera en registrering", en: "Annul a registration")
    case .note: Text(sv: "Anteckna", en: "Make a note")
    case .assign: Text(sv: "Utse handläggare", en: "Assign")
    case .tag: Text(sv: "Koppla till en uppgift", en: "Tag with a task")
    }
  }

  /// What it asks for.
  package var shape: Shape {
    switch self {
    case .skip, .cancel: Reason.shape
    case .extend: Extension.shape
    case .confirm: NoSettings.shape
    case .annul: Annulment.shape
    case .note: Remark.shape
    case .assign: Assignment.shape
    case .tag: Tagging.shape
    }
  }

  /// What a name and some fields mean.
  package enum Reading: Sendable {
    case stage
    case engine(Command)
    case faults([Finding])
  }

  /// The command of an engine's act, or the word that it is a stage's.
  package static func command(
    _ name: String, _ caseID: String, _ place: Spot?, _ fields: Node
  ) -> Reading {
    guard let act = EngineAct(rawValue: name) else { return .stage }
    // Only a note can be about no stage; the others are refused where they look the stage up.
    let spot = place ?? Spot("")
    switch act {
    case .skip:
      return read(Reason.self, fields) { .skip(caseID: caseID, spot: spot, reason: $0.reason) }
    case .cancel:
      return read(Reason.self, fields) { .cancel(caseID: caseID, reason: $0.reason) }
    case .extend:
      return read(Extension.self, fields) {
        .extend(caseID: caseID, spot: spot, closes: $0.closes, reason: $0.reason)
      }
    case .confirm:
      return read(NoSettings.self, fields) { _ in .confirm(caseID: caseID, spot: spot) }
    case .annul:
      return read(Annulment.self, fields) {
        .annul(caseID: caseID, event: $0.event, reason: $0.reason)
      }
    case .note:
      return read(Remark.self, fields) { .note(caseID: caseID, spot: place, text: $0.text) }
    case .assign:
      return read(Assignment.self, fields) {
        .assign(caseID: caseID, spot: spot, person: $0.person)
      }
    case .tag:
      return read(Tagging.self, fields) {
        .tag(caseID: caseID, spot: place, task: $0.task.description)
      }
    }
  }

  private static func read<R: Record>(
    _ type: R.Type, _ fields: Node, _ make: (R) -> Command
  ) -> Reading {
    let (form, _, found) = R.read(fields)
    return form.map { .engine(make($0)) } ?? .faults(found)
  }

  private struct Reason: Record {
    let reason: String
    init(_ form: inout Form) {
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }
  }

  private struct Extension: Record {
    let closes: CivilDate
    let reason: String
    init(_ form: inout Form) {
      closes = form("closes", sv: "Ny sista dag", en: "New last day")
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }
  }

  private struct Annulment: Record {
    let event: Int
    let reason: String
    init(_ form: inout Form) {
      event = form("event", in: 1...Int.max, sv: "Händelsens nummer", en: "The event's number")
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }
  }

  private struct Remark: Record {
    let text: String
    init(_ form: inout Form) {
      text = form("text", in: 1...10_000, sv: "Anteckning", en: "Note")
    }
  }

  private struct Tagging: Record {
    let task: Name
    init(_ form: inout Form) {
      task = form("task", sv: "Uppgift", en: "Task")
    }
  }

  private struct Assignment: Record {
    let person: String
    init(_ form: inout Form) {
      person = form("person", in: 1...200, sv: "Handläggare", en: "In whose hands")
    }
  }
}
