package import Canonical
import CivilTime
import Definitions
import Lifecycle
import Located
import Register
import StageKit

extension PipelinePlan {
  private var say: Phrasing { naming.say }
  private var definition: PipelineDefinition { naming.definition }

  /// The plan as a page of text: a block for each stage, by the day on which it opens.
  package var text: String {
    var page = Page()
    let title = "\(naming(definition.title)), version \(definition.version)"
    page.heading(title, underline: "=")
    page.paragraph(assumption)
    for step in steps {
      page.line()
      write(step, into: &page)
    }
    page.line()
    for line in conclusion { page.paragraph(line) }
    return page.text
  }

  private var assumption: String {
    let opened = say("Om ärendet öppnas ", "If the case is opened ") + say.on(opening.day)
    let how =
      opening.openedBy == "opened"
      ? opening.isRevision ? say(" som en revidering", " as a revision") : ""
      : " \(naming.opener(opening.openedBy))"
    return opened + how
      + say(
        ", varje fas tar hela sin tid och inget går tillbaka:",
        ", each stage takes all its time and nothing is sent back:")
  }

  private func members(of run: Int) -> String {
    let set = naming.table.runs[run].set
    return say(
      ", \(naming.count(of: set)) sida vid sida", ", \(naming.count(of: set)) side by side")
  }

  private func write(_ step: Step, into page: inout Page) {
    let stage = naming.stages[step.stage]
    let indent = String(repeating: " ", count: 12)
    page.line(
      "\(step.opened.description.padded(to: 10))  \(step.stage + 1). \(naming(stage.title))"
        + " – \(owner(of: stage))\(step.run.map(members) ?? "")")
    for note in notes(on: step) { page.paragraph(note, first: indent, hanging: indent) }
    guard !isRecurring(step) else { return }
    guard let deadline = step.deadline else { return }
    page.line(
      "\(deadline.closes.description.padded(to: 10))  \(say("sista dag", "last day"))"
        + (dayOff(deadline.closes).map { ", \($0)" } ?? ""))
    if step.inForce != nil {
      page.line(indent + say("versionen börjar gälla", "the version comes into force"))
    }
  }

  private func notes(on step: Step) -> [String] {
    guard let deadline = step.deadline else {
      return [
        say(
          "ingen sista dag: räknas här som klar samma dag", "no last day: counted as done at once")
      ]
    }
    var notes: [String] = []
    if isRecurring(step) {
      notes.append(
        say("första gången \(deadline.closes)", "first time \(deadline.closes)") + "; "
          + naming(deadline.why))
    } else {
      notes.append(naming(deadline.why))
    }
    if let opens = deadline.opens {
      let wait = step.opened.days(until: opens)
      notes.append(
        say("pågår \(opens) – \(deadline.closes)", "runs \(opens) – \(deadline.closes)")
          + (wait > 0
            ? say("; \(wait) dagars väntan", "; \(wait) days of waiting") : ""))
    }
    if deadline.closes < step.opened {
      notes.append(
        say(
          "sista dag har redan passerat när fasen öppnas", "the last day has passed before it opens"
        ))
    }
    if !deadline.remind.isEmpty {
      let days = say.all(deadline.remind.map(\.description))
      notes.append(say("påminns \(days)", "reminders \(days)"))
    }
    if let day = deadline.escalate, let to = deadline.escalateTo {
      notes.append(
        say("lyfts \(day) till \(naming.who(to))", "escalated \(day) to \(naming.who(to))"))
    }
    if let assumed = step.assumed {
      let title = naming.stages[step.stage].outcome(assumed).map { naming($0.title) } ?? assumed
      notes.append(say("antaget resultat: \(title)", "assumed outcome: \(title)"))
    }
    return notes
  }

  private func owner(of stage: StageDefinition) -> String {
    if let set = stage.set, stage.owner == nil || stage.owner == "lane" {
      return say("varje \(naming.member(of: set))", "each \(naming.member(of: set))")
    }
    return naming.who(stage.owner ?? definition.owner)
  }

  private func dayOff(_ day: CivilDate) -> String? {
    naming.organisation.calendar.closure(on: day).map { naming($0) }
  }

  private var conclusion: [String] {
    var lines: [String] = []
    if !skipped.isEmpty {
      lines.append(
        say(
          "Ingår inte i ett sådant ärende: \(naming.list(skipped)).",
          "Not part of such a case: \(naming.list(skipped))."))
    }
    if let inForce {
      lines.append(
        say(
          "Börjar gälla \(say.on(inForce)), \(length(to: inForce)) efter att ärendet öppnats.",
          "In force \(say.on(inForce)), \(length(to: inForce)) after the case was opened."))
    }
    if let done, done != inForce {
      lines.append(
        say(
          "Sista fasen är klar \(say.on(done)).", "The last stage is done \(say.on(done))."
        ))
    }
    return lines
  }

  // In months, as a group counts; in days where that is less than two.
  private func length(to day: CivilDate) -> String {
    let start = opening.day.firstDay
    var months = 0
    while start.adding(months: months + 1) <= day.firstDay { months += 1 }
    guard months >= 2 else {
      let days = start.days(until: day)
      return days == 1 ? say("1 dag", "1 day") : say("\(days) dagar", "\(days) days")
    }
    return say("\(months) månader", "\(months) months")
  }

  /// The plan for a machine.
  package var value: Value {
    .record([
      "definition": .text(definition.reference), "hash": .text(definition.hash.description),
      "opened": .text(opening.day.description), "opened-by": .text(opening.openedBy),
      "edition": .text(opening.isRevision ? "revision" : "first"),
      "stages": .list(steps.map(value)),
      "skipped": .list(skipped.map { .text(naming.stages[$0].id) }),
      "in-force": inForce.map { .text($0.description) },
      "done": done.map { .text($0.description) },
    ])
  }

  private func value(_ step: Step) -> Value {
    let stage = naming.stages[step.stage]
    let deadline = step.deadline
    func text(_ day: CivilDate?) -> Value? { day.map { .text($0.description) } }
    return .record([
      "stage": .text(stage.id), "title": .text(naming(stage.title)),
      "owner": .text(stage.owner ?? (stage.set == nil ? definition.owner : "lane")),
      "for-each": stage.set.map { .text($0) }, "opened": .text(step.opened.description),
      "opens": text(deadline?.opens), "closes": text(deadline?.closes),
      "rule": deadline.map { .text($0.rule) }, "why": deadline.map { .text(naming($0.why)) },
      "remind": deadline.map { .list($0.remind.map { .text($0.description) }) },
      "escalate": text(deadline?.escalate), "escalate-to": deadline?.escalateTo.map { .text($0) },
      "in-force": text(step.inForce), "assumed": step.assumed.map { .text($0) },
      "returns": isRecurring(step) ? .flag(true) : nil,
    ])
  }
}
