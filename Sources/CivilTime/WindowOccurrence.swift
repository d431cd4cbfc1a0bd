public import Located

/// One round of a ``ConsultationWindow``: the days of the rule, and the days that hold.
public struct WindowOccurrence: Sendable, Hashable {
  /// The opening by the rule.
  public let nominalOpens: CivilDate
  /// The close by the rule.
  public let nominalCloses: CivilDate
  /// The first day, as shifted.
  public let opens: CivilDate
  /// The last day, as shifted; answers that day are in time.
  public let closes: CivilDate
  /// Why the round opens on another day than the rule says, nil if it does not.
  public let opensReason: Text?
  /// Why the round closes on another day than the rule says, nil if it does not.
  public let closesReason: Text?

  /// The round for a case of which only the month is known: months, which no day shifts.
  var knownByMonth: WindowOccurrence {
    WindowOccurrence(
      nominalOpens: nominalOpens.asMonth, nominalCloses: nominalCloses.asMonth,
      opens: opens.asMonth, closes: closes.asMonth, opensReason: nil, closesReason: nil)
  }
}

extension WorkingCalendar {
  /// The round with these nominal days, shifted as the window says.
  func occurrence(
    of window: ConsultationWindow, nominalOpens: CivilDate, nominalCloses: CivilDate
  ) -> WindowOccurrence {
    let opens = shifted(nominalOpens, window.opensShift)
    let closes = shifted(nominalCloses, window.closesShift)
    return WindowOccurrence(
      nominalOpens: nominalOpens, nominalCloses: nominalCloses, opens: opens, closes: closes,
      opensReason: reason(
        nominalOpens, shiftedTo: opens, verb: Text(sv: "öppnar", en: "opens")),
      closesReason: reason(
        nominalCloses, shiftedTo: closes, verb: Text(sv: "stänger", en: "closes")))
  }

  func shifted(_ date: CivilDate, _ shift: ConsultationWindow.Shift) -> CivilDate {
    switch shift {
    case .forward: workingDay(onOrAfter: date)
    case .back: workingDay(onOrBefore: date)
    case .none: date
    }
  }

  /// `15 november 2026 är en söndag; öppnar närmaste arbetsdag därefter, 16 november`.
  private func reason(
    _ nominal: CivilDate, shiftedTo day: CivilDate, verb: Text
  ) -> Text? {
    guard day != nominal, let closure = closure(on: nominal) else { return nil }
    let later = day > nominal
    let to = day.year == nominal.year ? day.writtenWithoutYear : day.written
    return Text(
      sv: "\(nominal.written.sv) är \(closure.sv); \(verb.sv) närmaste arbetsdag "
        + "\(later ? "därefter" : "dessförinnan"), \(to.sv)",
      en: "\(nominal.written.en) is \(closure.en); \(verb.en) on the "
        + "\(later ? "next working day" : "working day before"), \(to.en)")
  }
}
