import Canonical
import CivilTime
import Definitions
import Lifecycle
import Located
import StageKit

/// Puts events into words.
///
/// What the engine does is told in phrases that stand here whole; an act is told by its own title
/// and its form's labels, so that a stage of anybody's is told as well as ours.
struct Telling {
  let one: CaseState
  let names: Names
  let prose: ProseLookup

  /// An event in words.
  struct Told {
    var what: Text
    var spot: Spot?
    var texts: [(title: Text, text: Text)] = []
    var about: Int?
    var marks: EventMark?
  }

  func tell(_ event: Event) -> Told {
    let told = event.payload.withUnsafeBufferPointer { bytes in
      tell(act: event) ?? tell(flow: event, bytes) ?? tell(rest: event, bytes)
    }
    guard var told else {
      return Told(
        what: Text(
          sv: "En händelse som det här programmet inte kan läsa: \(event.type)",
          en: "An event that this build cannot read: \(event.type)"))
    }
    // Whose lane it is, unless that is who did it.
    if let lane = told.spot?.lane, lane != event.onBehalfOf {
      told.what = [names(lane), told.what].joined(": ")
    }
    return told
  }

  // MARK: acts

  private func tell(act event: Event) -> Told? {
    guard event.type == ActSaid.type, let said = ActSaid(event.payload),
      let index = one.definition.stage(said.spot.stage),
      let act = one.definition.stages[index].contract.act(said.act)
    else { return nil }
    let form = Value(json: event.payload)?["with"] ?? .record([])
    let words = FormWords(names: names, prose: prose, stage: one.definition.stages[index])
    let (required, others, texts) = words.tell(form, act.shape)
    var what = [act.title, required].filter { !$0.isEmpty }.joined(": ")
    if !others.isEmpty { what = [what, others].joined(required.isEmpty ? ". " : "; ") }
    if let corrects = said.corrects {
      what = Text(
        sv: "Rättar nr \(corrects). \(what.sv)", en: "Corrects no \(corrects). \(what.en)")
    }
    return Told(
      what: what, spot: said.spot, texts: texts,
      about: said.corrects, marks: said.corrects.map { _ in .corrected })
  }

  // MARK: the flow

  private func tell(flow event: Event, _ bytes: UnsafeBufferPointer<UInt8>) -> Told? {
    if let kind = StageChanged.Kind(rawValue: event.type) {
      return StageChanged.replay(bytes).map { tell(kind, $0) }
    }
    switch event.type {
    case StageOpened.type: return StageOpened.replay(bytes).map(tell)
    case StageClosed.type: return StageClosed.replay(bytes).map(tell)
    case LanesDrawn.type:
      return LanesDrawn.replay(bytes).map { drawn in
        let set = names.set(drawn.set)
        let count = drawn.members.count
        return Told(
          what: Text(
            sv: "\(title(drawn.stage).sv) fördelas: \(set.sv), \(count) st",
            en: "\(title(drawn.stage).en) goes out to: \(set.en), \(count)"),
          spot: Spot(drawn.stage))
      }
    case EnteredForce.type:
      return EnteredForce.replay(bytes).map { entered in
        Told(
          what: Text(
            sv:
              "Ny gällande version\(entered.label.map { " \($0)" } ?? "") från \(entered.appliesFrom)",
            en:
              "A new version\(entered.label.map { " \($0)" } ?? "") is in force from \(entered.appliesFrom)"
          ),
          spot: Spot(entered.stage))
      }
    case AwaitsForce.type:
      return AwaitsForce.replay(bytes).map { awaits in
        Told(
          what: Text(
            sv: "\(outcome(awaits.outcome, awaits.stage).sv), gäller från \(awaits.appliesFrom)",
            en: "\(outcome(awaits.outcome, awaits.stage).en), applies from \(awaits.appliesFrom)"),
          spot: awaits.spot)
      }
    case LeftForce.type:
      return LeftForce.replay(bytes).map { left in
        let what = left.by.map { Phrase.superseded(by: $0) } ?? VersionStatus.retired.label
        return Told(
          what: Text(
            sv: "Versionen gäller inte längre: \(what.sv)",
            en: "The version is no longer in force: \(what.en)"))
      }
    case CaseClosed.type: return CaseClosed.replay(bytes).map(tell)
    default: return nil
    }
  }

  private func tell(_ opened: StageOpened) -> Told {
    let stage = title(opened.stage)
    var parts = [Text(sv: "Fasen öppnas: \(stage.sv)", en: "Stage opens: \(stage.en)")]
    if opened.attempt > 1 { parts.append(Phrase.attempt(opened.attempt)) }
    if let deadline = opened.deadline {
      parts.append(
        Text(sv: "sista dag \(deadline.closes)", en: "last day \(deadline.closes)"))
    }
    return Told(what: parts.listed, spot: opened.spot)
  }

  private func tell(_ closed: StageClosed) -> Told {
    let stage = title(closed.stage)
    let result = outcome(closed.outcome, closed.stage)
    var what = Text(
      sv: "Fasens resultat, \(stage.sv): \(result.sv)",
      en: "Outcome of \(stage.en): \(result.en)")
    if closed.then == .sendsBack, let target = target(closed) {
      what = Text(
        sv: "\(what.sv). Åter till \(target.sv)", en: "\(what.en). Back to \(target.en)")
    }
    return Told(what: what, spot: closed.spot)
  }

  private func target(_ closed: StageClosed) -> Text? {
    guard let index = one.definition.stage(closed.stage),
      case .back(let stage, _)? =
        one.definition.stages[index].form.outcomes[closed.outcome]?.target
    else { return nil }
    return title(stage)
  }

  private func tell(_ kind: StageChanged.Kind, _ change: StageChanged) -> Told {
    let stage = title(change.stage)
    let what =
      switch kind {
      case .skipped where change.because == "taken-over":
        Text(
          sv: "Räknas som gjort före övertagandet: \(stage.sv)",
          en: "Counts as done before it was taken over: \(stage.en)")
      case .skipped where change.because == "owner":
        Text(sv: "Fasen hoppades över: \(stage.sv)", en: "Stage skipped: \(stage.en)")
      case .skipped, .passed:
        Text(sv: "Fasen är ej aktuell: \(stage.sv)", en: "Stage not applicable: \(stage.en)")
      case .cleared: Text(sv: "Fasen görs om: \(stage.sv)", en: "Stage to be redone: \(stage.en)")
      case .cancelled: Text(sv: "Fasen avbröts: \(stage.sv)", en: "Stage cancelled: \(stage.en)")
      case .proceeded:
        Text(
          sv: "Det nationella arbetet går vidare, \(enough(change.because).sv): \(stage.sv)",
          en: "The case goes on, \(enough(change.because).en): \(stage.en)")
      case .trails:
        Text(
          sv: "De som inte är klara fortsätter i egen takt: \(stage.sv)",
          en: "Those not done go on at their own pace: \(stage.en)")
      case .confirmed:
        Text(
          sv: "Tidigare resultat bekräftat: \(stage.sv)",
          en: "Earlier result confirmed: \(stage.en)")
      }
    return Told(
      what: what, spot: change.spot, texts: reason(change.reason))
  }

  private func tell(_ closed: CaseClosed) -> Told {
    let what =
      switch closed.how {
      case .done, .ended: Text(sv: "Ärendet avslutades", en: "The case was closed")
      case .cancelled: Text(sv: "Ärendet avbröts", en: "The case was cancelled")
      case .replaced:
        Text(
          sv: "Ärendet avslutades: ersatt av en ny version",
          en: "The case was closed: replaced by a new version")
      }
    return Told(what: what, texts: reason(closed.reason))
  }

  // MARK: the rest

  private func tell(rest event: Event, _ bytes: UnsafeBufferPointer<UInt8>) -> Told? {
    switch event.type {
    case ProductOpened.type:
      return ProductOpened.replay(bytes).map { opened in
        let kind = Phrase.productKind(opened.kind)
        return Told(
          what: Text(
            sv: "Började följas: \(opened.sv), \(kind.sv)", en: "Added: \(opened.en), \(kind.en)")
        )
      }
    case CaseOpened.type:
      return CaseOpened.replay(bytes).map { opened in
        Told(
          what: Text(
            sv: "Ärendet öppnades: \(opened.pipeline), utgåva \(opened.edition)",
            en: "The case was opened: \(opened.pipeline), edition \(opened.edition)"))
      }
    case Extended.type:
      return Extended.replay(bytes).map { extended in
        let phrase = Phrase.extended(to: extended.deadline.closes.description)
        let what = [phrase, title(extended.stage)].joined(": ")
        return Told(
          what: what, spot: extended.spot, texts: reason(extended.reason))
      }
    case Fired.type: return Fired.replay(bytes).map(tell)
    case Annulled.type:
      return Annulled.replay(bytes).map { annulled in
        Told(
          what: Text(sv: "Makulerar nr \(annulled.event)", en: "Annuls no \(annulled.event)"),
          texts: reason(annulled.reason), about: annulled.event, marks: .annulled)
      }
    case Remarked.noted: return Remarked.replay(bytes).map(tellNote)
    case Remarked.tagged:
      return Remarked.replay(bytes).map { remark in
        let task = remark.task.map { names.task($0) } ?? Text("")
        return Told(
          what: Text(sv: "Uppgift: \(task.sv)", en: "Task: \(task.en)"),
          spot: remark.stage.map { Spot($0, lane: remark.lane) })
      }
    case Remarked.assigned:
      return Remarked.replay(bytes).map { remark in
        let person = remark.person.map(names.person) ?? ""
        return Told(
          what: Text(sv: "Handläggare: \(person)", en: "Assigned to: \(person)"),
          spot: remark.stage.map { Spot($0, lane: remark.lane) })
      }
    default: return nil
    }
  }

  private func tellNote(_ remark: Remarked) -> Told {
    let note = remark.text.map { prose($0.hash).map { Text($0) } ?? Phrase.textGone } ?? Text("")
    return Told(
      what: Text(sv: "Anteckning: \(note.sv)", en: "Note: \(note.en)"),
      spot: remark.stage.map { Spot($0, lane: remark.lane) })
  }

  // Why a run let the case go on: how many were done, or that it was decided so.
  private func enough(_ because: String) -> Text {
    switch because {
    case "owner": return Text(sv: "beslutat av ansvarig", en: "decided by the owner")
    case "taken-over":
      return Text(sv: "gjort före övertagandet", en: "done before it was taken over")
    default:
      let parts = because.split(separator: "/")
      guard parts.count == 2 else { return Text(because) }
      return Text(
        sv: "\(parts[0]) av \(parts[1]) klara", en: "\(parts[0]) of \(parts[1]) done")
    }
  }

  private func tell(_ fired: Fired) -> Told {
    let to = fired.to.map { names($0) }.listedBriefly
    let stage = title(fired.stage)
    let what =
      fired.rung == Timer.escalate
      ? Text(sv: "Lyfts till \(to.sv): \(stage.sv)", en: "Escalated to \(to.en): \(stage.en)")
      : Text(sv: "Påminnelse till \(to.sv): \(stage.sv)", en: "Reminder to \(to.en): \(stage.en)")
    return Told(what: what, spot: fired.spot)
  }

  // MARK: words

  private func title(_ stage: String) -> Text {
    one.definition.stage(stage).map { one.definition.stages[$0].title } ?? Text(stage)
  }

  private func outcome(_ name: String, _ stage: String) -> Text {
    one.definition.stage(stage).flatMap { one.definition.stages[$0].outcome(name)?.title }
      ?? Text(name)
  }

  private func reason(_ reason: Prose?) -> [(title: Text, text: Text)] {
    reason.map {
      [(Text(sv: "Skäl", en: "Reason"), prose($0.hash).map { Text($0) } ?? Phrase.textGone)]
    }
      ?? []
  }
}
