import CivilTime
import Lifecycle
import Located
import StageKit

/// The acts that every stage takes, whatever its kind.
enum EngineAct: String, CaseIterable {
  case skip, extend, confirm, cancel, note, assign

  /// Whether it can be about the whole case.
  var isOfCase: Bool { self == .cancel || self == .note }

  var title: Text {
    switch self {
    case .skip: Text(sv: "Hoppa över", en: "Skip")
    case .extend: Text(sv: "Förläng", en: "Extend")
    case .confirm: Text(sv: "Bekräfta tidigare resultat", en: "Confirm the earlier result")
    case .cancel: Text(sv: "Avbryt ärendet", en: "Cancel the case")
    case .note: Text(sv: "Skriv en anteckning", en: "Write a note")
    case .assign: Text(sv: "Lämna till handläggare", en: "Assign to a person")
    }
  }

  var shape: Shape { form.shape }

  private var form: any Record.Type {
    switch self {
    case .skip, .cancel: ReasonForm.self
    case .extend: ExtensionForm.self
    case .confirm: EmptyForm.self
    case .note: NoteForm.self
    case .assign: AssignmentForm.self
    }
  }

  /// The command that a form says, about a case or a place in it.
  ///
  /// - Throws: `no`, with every fault of the form.
  func command(_ caseID: String, _ spot: Spot?, _ node: Node) throws(Failure) -> Command {
    let place = spot ?? Spot("")
    switch self {
    case .skip:
      return .skip(caseID: caseID, spot: place, reason: try read(ReasonForm.self, node).reason)
    case .cancel: return .cancel(caseID: caseID, reason: try read(ReasonForm.self, node).reason)
    case .extend:
      let form = try read(ExtensionForm.self, node)
      return .extend(caseID: caseID, spot: place, closes: form.closes, reason: form.reason)
    case .confirm:
      _ = try read(EmptyForm.self, node)
      return .confirm(caseID: caseID, spot: place)
    case .note: return .note(caseID: caseID, spot: spot, text: try read(NoteForm.self, node).text)
    case .assign:
      return .assign(
        caseID: caseID, spot: place, person: try read(AssignmentForm.self, node).person)
    }
  }

  private func read<Form: Record>(_: Form.Type, _ node: Node) throws(Failure) -> Form {
    let (form, _, found) = Form.read(node)
    guard let form else {
      throw Failure(
        .no,
        found.map {
          Failure.Problem(code: $0.fault.code, text: $0.fault.text, place: $0.fault.place.option)
        })
    }
    return form
  }
}

private struct EmptyForm: Record {
  init(_ form: inout Form) {}
}

private struct ReasonForm: Record {
  let reason: String

  init(_ form: inout Form) {
    reason = form("reason", in: 1...10_000, sv: "Skäl", en: "Reason")
  }
}

private struct ExtensionForm: Record {
  let closes: CivilDate
  let reason: String

  init(_ form: inout Form) {
    closes = form("closes", sv: "Ny sista dag", en: "New last day")
    reason = form("reason", in: 1...10_000, sv: "Skäl", en: "Reason")
  }
}

private struct NoteForm: Record {
  let text: String

  init(_ form: inout Form) {
    text = form("text", in: 1...10_000, sv: "Anteckning", en: "Note")
  }
}

private struct AssignmentForm: Record {
  let person: String

  init(_ form: inout Form) {
    person = form("person", in: 1...200, sv: "Person (referens)", en: "Person (reference)")
  }
}
