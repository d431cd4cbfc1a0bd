import Canonical
package import CivilTime
package import Definitions
import Located
package import Register

/// Computes a deadline, once: the day, why it is that day, and when it reminds.
///
/// One reckoning for the engine and for a plan, so that no plan promises another day.
package struct DeadlineReckoning {
  let organisation: Organisation
  let stage: StageDefinition
  /// The inputs of the case.
  let input: (String) -> String?
  /// The body that a role or a name stands for.
  let body: (String) -> String

  package init(
    organisation: Organisation, stage: StageDefinition, input: @escaping (String) -> String?,
    body: @escaping (String) -> String
  ) {
    self.organisation = organisation
    self.stage = stage
    self.input = input
    self.body = body
  }

  private var calendar: WorkingCalendar { organisation.calendar }

  /// The deadline of a stage that opens on a day; nil for a stage that has none.
  ///
  /// - Parameters:
  ///   - anchor: from when an `every:` counts.
  ///   - last: the latest occurrence that has been; the next one comes after it and after the day.
  package func deadline(
    openedOn day: CivilDate, anchor: CivilDate, last: CivilDate?
  ) -> Deadline? {
    switch stage.deadline {
    case nil: nil
    case .within(let duration):
      make(
        closes: calendar.adding(duration, to: day), rule: "within \(duration)",
        Text(
          sv: "\(duration.text.sv) från \(day)", en: "\(duration.text.en) from \(day)"), from: day)
    case .window(let name): window(name, day)
    case .due(let duration, let before, let input): due(duration, before, input, day)
    case .meeting(let name): meeting(of: body(name), day)
    case .every(let interval, let align): every(interval, align, day, anchor, last)
    }
  }

  private func window(_ name: String, _ day: CivilDate) -> Deadline? {
    guard let round = organisation.nextRound(of: name, onOrAfter: day) else { return nil }
    let title = organisation.window(name)?.title ?? Text(name)
    let reasons = [round.opensReason, round.closesReason].compactMap { $0 }
    return make(
      opens: round.opens, closes: round.closes, rule: "window \(name)",
      Text(
        sv: ([title.sv] + reasons.map(\.sv)).joined(separator: "; "),
        en: ([title.en] + reasons.map(\.en)).joined(separator: "; ")), from: round.opens)
  }

  private func meeting(of body: String, _ day: CivilDate) -> Deadline? {
    guard let meeting = organisation.nextMeeting(of: body, papersFrom: day) else { return nil }
    let name = organisation.body(body)?.name(on: day.firstDay) ?? Text(body)
    let papers =
      meeting.papers == meeting.on
      ? Text("")
      : Text(sv: ", handlingar senast \(meeting.papers)", en: ", papers by \(meeting.papers)")
    return make(
      closes: meeting.on, rule: "meeting \(body)",
      Text(
        sv: "nästa möte i \(name.sv)\(papers.sv)", en: "next meeting of \(name.en)\(papers.en)"),
      from: day)
  }

  private func due(
    _ duration: CivilDuration, _ before: Bool, _ name: String, _ day: CivilDate
  ) -> Deadline? {
    guard let date = input(name).flatMap({ CivilDate($0) }) else { return nil }
    let closes =
      before ? calendar.subtracting(duration, from: date) : calendar.adding(duration, to: date)
    return make(
      closes: closes, rule: "due \(duration) \(before ? "before" : "after") \(name)",
      Text(
        sv: "\(duration.text.sv) \(before ? "före" : "efter") \(name) \(date)",
        en: "\(duration.text.en) \(before ? "before" : "after") \(name) \(date)"), from: day)
  }

  // Occurrence n falls on anchor + n × interval; those that were missed collapse to the next one.
  private func every(
    _ interval: CivilDuration, _ align: Alignment?, _ day: CivilDate, _ anchor: CivilDate,
    _ last: CivilDate?
  ) -> Deadline {
    var count = 1
    var next = occurrence(count, interval, align, anchor)
    // Nothing is known of those before the first opening, in a case that is taken over: the latest
    // of them stands for all.
    while last == nil, count < 1_000, occurrence(count + 1, interval, align, anchor) <= day {
      count += 1
      next = occurrence(count, interval, align, anchor)
    }
    while count < 1_000, let last, next <= last || next <= day {
      count += 1
      next = occurrence(count, interval, align, anchor)
    }
    return make(
      closes: next, rule: "every \(interval)",
      Text(
        sv: "återkommer efter \(interval.text.sv), räknat från \(anchor)",
        en: "returns every \(interval.text.en), counted from \(anchor)"), from: day)
  }

  private func occurrence(
    _ count: Int, _ interval: CivilDuration, _ align: Alignment?, _ anchor: CivilDate
  ) -> CivilDate {
    let whole = CivilDuration(interval.count * count, interval.unit)
    let day = whole.map { calendar.adding($0, to: anchor) } ?? .latest
    guard align == .quarter, !day.isMonth else { return day }
    let first = CivilDate(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1) ?? day
    return first == day ? day : first.adding(months: 3)
  }

  private func make(
    opens: CivilDate? = nil, closes: CivilDate, rule: String, _ why: Text, from day: CivilDate
  ) -> Deadline {
    Deadline(
      opens: opens, closes: closes, rule: rule, why: why,
      calendar: organisation.hash.description, remind: reminders(closes, after: day),
      escalate: stage.escalation.map {
        calendar.workingDay(onOrAfter: calendar.adding($0.after, to: closes))
      }, escalateTo: stage.escalation.map { body($0.to) })
  }

  // A reminder on a day off comes on the next working day, or where that is too late on the one
  // before; one that would come before the stage opens is none.
  private func reminders(_ closes: CivilDate, after day: CivilDate) -> [CivilDate] {
    var days: [CivilDate] = []
    for before in stage.remind {
      let nominal = calendar.subtracting(before, from: closes)
      let next = calendar.workingDay(onOrAfter: nominal)
      let date = next > closes ? calendar.workingDay(onOrBefore: nominal) : next
      if date > day, date <= closes, !days.contains(date) { days.append(date) }
    }
    return days.sorted()
  }

  /// The same deadline moved by a person: no rule shifts the day, the reminders follow it.
  func extended(_ before: Deadline?, to closes: CivilDate, on day: CivilDate) -> Deadline {
    let moved = make(
      opens: before?.opens, closes: closes, rule: before?.rule ?? "extended",
      Text(
        sv: before.map { "förlängd från \($0.closes)" } ?? "satt för hand",
        en: before.map { "extended from \($0.closes)" } ?? "set by hand"), from: day)
    return moved
  }
}
