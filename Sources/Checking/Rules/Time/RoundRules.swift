import CivilTime
import Located
import Register

/// A round of a window that lies wholly in a pause: those who are asked are away.
enum WindowInPause: WholeRule {
  static let code = "time/window-in-pause"

  static func findings(in whole: Whole) -> [Diagnostic] {
    let calendar = whole.register.calendar
    guard !calendar.pauses.isEmpty else { return [] }
    return whole.register.rounds.compactMap { round in
      guard !round.acceptsPause, let found = round.occurrences(calendar.days).first,
        let pause = calendar.pauses.first(where: { $0.value.covers(found.opens, found.closes) })
      else { return nil }
      return finding(
        round.closes, sv: "remisstiden ligger helt i ett uppehåll",
        en: "the window lies wholly in a pause",
        related: [
          round.opens.related(sv: "öppnar här", en: "opens here"),
          pause.node.related(sv: "uppehållet står här", en: "the pause is declared here"),
        ],
        help: Text(
          sv: "stäng efter \(pause.value.to), eller skriv pause: accept och reason: med skälet",
          en: "close after \(pause.value.to), or say pause: accept and reason: with the reason"))
    }
  }
}

/// A round that is shorter than its window says that a round is.
enum TooShort: WholeRule {
  static let code = "time/too-short"
  static let severity = Diagnostic.Severity.error

  static func findings(in whole: Whole) -> [Diagnostic] {
    let calendar = whole.register.calendar.days
    return whole.register.rounds.compactMap { round in
      guard let least = round.least, let node = round.leastNode else { return nil }
      let short = round.occurrences(calendar).first { found in
        calendar.adding(least, to: found.opens.adding(days: -1)) > found.closes
      }
      guard let short else { return nil }
      let days = calendar.workingDays(from: short.opens.adding(days: -1), to: short.closes)
      let holidays = (short.opens.year...short.closes.year).flatMap { calendar.holidays(in: $0) }
        .filter { short.opens <= $0.date && $0.date <= short.closes }
      let sv = holidays.map { "\($0.name.sv) \($0.date)" }.joined(separator: ", ")
      let en = holidays.map { "\($0.name.en) \($0.date)" }.joined(separator: ", ")
      return finding(
        round.closes,
        sv: "rundan \(short.opens) till \(short.closes) är för kort: \(days) arbetsdagar",
        en: "the round \(short.opens) to \(short.closes) is too short: \(days) working days",
        related: [
          node.related(sv: "minst \(least.text.sv)", en: "at least \(least.text.en)")
        ],
        help: holidays.isEmpty
          ? Text(sv: "stäng senare", en: "close later")
          : Text(
            sv: "stäng senare; i rundan ligger \(sv)", en: "close later; in the round are \(en)"))
    }
  }
}

/// Two rounds of one window that run at the same time.
enum OverlappingRounds: WholeRule {
  static let code = "time/overlapping-rounds"

  static func findings(in whole: Whole) -> [Diagnostic] {
    let calendar = whole.register.calendar.days
    let rounds = whole.register.rounds.map { ($0, $0.occurrences(calendar)) }
    var earlier: [String: [Int]] = [:]
    return rounds.indices.compactMap { index in
      let (round, mine) = rounds[index]
      defer { earlier[round.window.id, default: []].append(index) }
      for (other, theirs) in (earlier[round.window.id] ?? []).lazy.map({ rounds[$0] }) {
        // A round may close on the day that the next one opens.
        let shared = mine.first { a in
          theirs.contains { b in a.opens < b.closes && b.opens < a.closes }
        }
        guard let shared else { continue }
        return finding(
          round.opens,
          sv: "rundan \(shared.opens) till \(shared.closes) pågår samtidigt som en annan",
          en: "the round \(shared.opens) to \(shared.closes) runs at the same time as another",
          related: [other.opens.related(sv: "den andra rundan", en: "the other round")],
          help: Text(
            sv: "låt den ena stänga innan den andra öppnar, eller gör två remisstider",
            en: "let one close before the other opens, or make two windows"))
      }
      return nil
    }
  }
}

/// A round of which no day is left when its ends are moved off weekends and holidays.
enum NoDayLeft: WholeRule {
  static let code = "time/no-day-left"

  static func findings(in whole: Whole) -> [Diagnostic] {
    let calendar = whole.register.calendar.days
    return whole.register.rounds.compactMap { round in
      let lost = round.years.lazy.compactMap { year in
        round.unshifted.occurrences(in: year, calendar: calendar).first { _ in
          round.window.occurrences(in: year, calendar: calendar).isEmpty
        }
      }.first
      guard let lost else { return nil }
      return finding(
        round.opens,
        sv: "av rundan \(lost.opens) till \(lost.closes) blir ingen dag kvar: alla är helg",
        en:
          "no day is left of the round \(lost.opens) to \(lost.closes): all are weekend or holiday",
        related: [round.closes.related(sv: "stänger här", en: "closes here")],
        help: Text(sv: "låt rundan vara längre", en: "let the round be longer"))
    }
  }
}

extension WrittenRound {
  /// The years to look at: those in which it holds, at most twelve, in which a date has met every
  /// day of the week.
  fileprivate var years: ClosedRange<Int> {
    if case .dated(let opens, _)? = window.rounds.first { return opens.year...opens.year }
    let first = window.valid.from?.year ?? min(2020, (window.valid.to?.year ?? 2031) - 11)
    return first...max(first, min(window.valid.to?.year ?? first + 11, first + 11))
  }

  fileprivate func occurrences(_ calendar: WorkingCalendar) -> [WindowOccurrence] {
    years.flatMap { window.occurrences(in: $0, calendar: calendar) }
  }

  /// The same round on the days of its rule.
  fileprivate var unshifted: ConsultationWindow {
    ConsultationWindow(
      id: window.id, title: window.title, rounds: window.rounds, opensShift: .none,
      closesShift: .none, valid: window.valid)
  }
}
