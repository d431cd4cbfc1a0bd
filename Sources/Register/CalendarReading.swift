import CivilTime
import Located

/// The readings of what stands under `calendar:` and `windows:`.
func readCalendar(
  _ written: [(key: Node, value: Node)], _ findings: Findings
) -> WrittenCalendar {
  guard let (key, node) = written.first else { return .none }
  for (_, other) in written.dropFirst() {
    findings.add(
      "schema/duplicate-id", at: other, sv: "kalendern finns redan",
      en: "the calendar is there already",
      related: [node.related(sv: "skrevs först här", en: "first written here")],
      help: Text(sv: "lägg allt i en kalender", en: "put all in one calendar"))
  }
  var fields = FieldReader(node, of: key, findings)
  let saturdays = fields.required("saturday-works").flatMap(findings.flag)
  let rules = findings.few(fields.items("holidays"), atMost: 100).compactMap {
    readHoliday($0, findings)
  }
  let pause = node["pause"]?.kind == .mapping ? node.key("pause") : nil
  let pauses = findings.few(fields.items("pause"), atMost: 100).compactMap {
    readPause($0, of: pause, findings)
  }
  fields.finish()
  return WrittenCalendar(
    days: WorkingCalendar(rules: rules.map(\.value), saturdayWorks: saturdays ?? false),
    holidays: rules, pauses: pauses)
}

/// A time of each year in which nobody is at work: `{from: "07-01", to: "08-15"}`.
func readPause(_ node: Node, of key: Node?, _ findings: Findings) -> Written<Pause>? {
  var fields = FieldReader(node, of: key, findings)
  let from = fields.required("from").flatMap(findings.monthDay)
  let to = fields.required("to").flatMap(findings.monthDay)
  let title = fields.name("title")
  fields.finish()
  guard let from, let to else { return nil }
  return Written(value: Pause(from: from, to: to, title: title), node: node, entry: node)
}

private func readHoliday(_ node: Node, _ findings: Findings) -> Written<HolidayRule>? {
  var fields = FieldReader(node, findings)
  let name = fields.requiredName("name")
  let (fixed, easter, weekday) = (fields("day"), fields("easter"), fields("weekday"))
  let start = fields("on-or-after")
  let isEve = fields("eve").flatMap(findings.flag) ?? false
  let (begins, ends) = (fields("from"), fields("to"))
  let from = begins.flatMap { findings.whole($0, in: CivilDate.supportedYears) }
  let to = ends.flatMap { findings.whole($0, in: CivilDate.supportedYears) }
  fields.finish()
  if let from, let to, let ends, to < from {
    findings.add(
      "time/ends-before-start", at: ends, sv: "slutar \(to), innan den börjar \(from)",
      en: "ends \(to), before it starts \(from)", help: Findings.correctTimes)
  }
  let day: HolidayRule.Day?
  switch (fixed, easter, weekday, start) {
  case (let fixed?, nil, nil, nil):
    day = findings.monthDay(fixed).map { .fixed($0) }
  case (nil, let easter?, nil, nil):
    day = findings.whole(easter, in: -100...100).map { .easter(offset: $0) }
  case (nil, nil, let weekday?, let start?):
    let named = findings.choice(weekday) { (day: Weekday) in day.title.en.lowercased() }
    let first = findings.monthDay(start)
    if let named, let first { day = .first(named, onOrAfter: first) } else { day = nil }
  default:
    day = nil
    findings.add(
      "schema/wrong-form", at: node,
      sv: "en helgdag har day:, easter: eller weekday: med on-or-after:",
      en: "a holiday has day:, easter:, or weekday: with on-or-after:",
      help: Text(
        sv: "skriv ett av dem: day: \"06-06\", easter: 1, eller weekday: saturday och "
          + "on-or-after: \"06-20\"",
        en: "write one of them: day: \"06-06\", easter: 1, or weekday: saturday and "
          + "on-or-after: \"06-20\""))
  }
  guard let name, let day else { return nil }
  return Written(
    value: HolidayRule(day, name: name, isEve: isEve, from: from, to: to),
    node: fixed ?? easter ?? start ?? node, entry: node)
}

func readWindow(
  _ node: Node, _ written: inout [WrittenRound], _ findings: Findings
) -> Written<DatedWindow>? {
  var fields = FieldReader(node, findings)
  let (key, title) = (fields.required("id"), fields.requiredName("title"))
  let opens = fields("opens-shift").flatMap(findings.shift) ?? .forward
  let closes = fields("closes-shift").flatMap(findings.shift) ?? .back
  let shortest = fields("at-least")
  let least = shortest.flatMap(findings.duration)
  let rounds = fields.required("rounds").map(findings.items) ?? []
  let read = findings.few(rounds, atMost: 400).compactMap { readRound($0, findings) }
  fields.finish()
  guard let key, let id = findings.id(key), let title else { return nil }
  // One version for each time in which rounds hold, in the order of the file.
  var periods: [Period] = []
  for round in read where !periods.contains(round.period) { periods.append(round.period) }
  let versions = periods.map { period in
    ConsultationWindow(
      id: id, title: title, rounds: read.filter { $0.period == period }.map(\.round),
      opensShift: opens, closesShift: closes, valid: period.validity)
  }
  written += read.map { round in
    WrittenRound(
      window: ConsultationWindow(
        id: id, title: title, rounds: [round.round], opensShift: opens, closesShift: closes,
        valid: round.period.validity),
      opens: round.opens, closes: round.closes, entry: round.entry,
      acceptsPause: round.acceptsPause, least: least, leastNode: shortest)
  }
  return Written(
    value: DatedWindow(id: id, title: title, versions: versions), node: key, entry: node)
}

/// A round as read, with where its ends stand.
private struct ReadRound {
  let round: ConsultationWindow.Round
  let period: Period
  let opens, closes, entry: Node
  let acceptsPause: Bool
}

/// A round: days of the year (`02-15`) with a close or a length, or dates (`2020-01-27`).
private func readRound(_ node: Node, _ findings: Findings) -> ReadRound? {
  var fields = FieldReader(node, findings)
  let (opens, closes, length) = (fields.required("opens"), fields("closes"), fields("for"))
  let period = fields.period()
  let pause = fields("pause").flatMap { findings.choice($0, by: \InPause.rawValue) }
  // Who lays a round in a pause says why, where the next reader sees it.
  if pause != nil { _ = fields.required("reason").flatMap(findings.text) }
  fields.finish()
  guard let opens,
    let round = findings.round(node, opens: opens, closes: closes, length: length)
  else { return nil }
  return ReadRound(
    round: round, period: period, opens: opens, closes: closes ?? length ?? opens, entry: node,
    acceptsPause: pause != nil)
}

extension Findings {
  fileprivate func round(
    _ node: Node, opens: Node, closes: Node?, length: Node?
  ) -> ConsultationWindow.Round? {
    switch (closes, length) {
    case (let closes?, nil):
      if let first = opens.text.flatMap({ CivilDate($0) }) {
        guard let last = day(closes) else { return nil }
        guard first <= last else {
          add(
            "time/ends-before-start", at: closes,
            sv: "rundan stänger \(last), innan den öppnar \(first)",
            en: "the round closes \(last), before it opens \(first)",
            related: [opens.related(sv: "öppnar här", en: "opens here")],
            help: Self.correctTimes)
          return nil
        }
        return .dated(opens: first, closes: last)
      }
      guard let first = monthDay(opens), let last = monthDay(closes) else { return nil }
      return .yearly(opens: first, closes: last)
    case (nil, let length?):
      guard let first = monthDay(opens), let length = duration(length) else { return nil }
      return .lasting(opens: first, length)
    default:
      add(
        "schema/wrong-form", at: node, sv: "en remissrunda har antingen closes: eller for:",
        en: "a round has either closes: or for:",
        help: Text(
          sv: "skriv dagen den stänger (closes:) eller hur länge den är öppen (for: 1 month)",
          en: "write the day that it closes (closes:) or how long it is open (for: 1 month)"))
      return nil
    }
  }
}

/// What a round says of a pause that it lies in.
private enum InPause: String, CaseIterable {
  case accept
}

extension Findings {
  fileprivate func shift(_ node: Node) -> ConsultationWindow.Shift? {
    choice(node, by: \ConsultationWindow.Shift.rawValue)
  }

  fileprivate func monthDay(_ node: Node) -> MonthDay? {
    if let day = node.text.flatMap({ MonthDay($0) }) { return day }
    add(
      "schema/bad-date", at: node, sv: "'\(node.text ?? "")' är ingen dag på året",
      en: "'\(node.text ?? "")' is no day of the year",
      help: Text(sv: "skriv månad och dag: \"02-15\"", en: "write month and day: \"02-15\""))
    return nil
  }

  /// A day, and no month or year.
  func day(_ node: Node) -> CivilDate? {
    if let day = node.text.flatMap({ CivilDate($0) }), !day.isMonth { return day }
    add(
      "schema/bad-date", at: node, sv: "'\(node.text ?? "")' är ingen dag",
      en: "'\(node.text ?? "")' is no day",
      help: Text(sv: "skriv som 2020-01-27", en: "write it as 2020-01-27"))
    return nil
  }

  /// As many entries as years and their rounds can have: dates are compared with one another.
  func few(_ entries: [Node], atMost most: Int) -> ArraySlice<Node> {
    if entries.count > most {
      add(
        "schema/out-of-bounds", at: entries[most], sv: "\(entries.count) rader, högst \(most)",
        en: "\(entries.count) items, at most \(most)")
    }
    return entries.prefix(most)
  }

  func duration(_ node: Node) -> CivilDuration? {
    if let length = node.text.flatMap({ CivilDuration($0) }) { return length }
    add(
      "schema/wrong-form", at: node, sv: "'\(node.text ?? "")' är ingen tidslängd",
      en: "'\(node.text ?? "")' is no duration",
      help: Text(sv: "skriv som 1 month eller 4 weeks", en: "write it as 1 month or 4 weeks"))
    return nil
  }
}
