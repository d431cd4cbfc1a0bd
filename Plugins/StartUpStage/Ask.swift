import StageKit

extension StartUp {
  /// What a process may ask for before a group becomes active.
  enum Ask: String, Choice {
    case dialogue, consultation, duration, mandate, statements

    var title: Text {
      switch self {
      case .dialogue:
        Text(sv: "Uppstartsdialogens fyra punkter", en: "The four things of the start-up dialogue")
      case .consultation: Text(sv: "Samråd", en: "Consultation")
      case .duration: Text(sv: "Permanent eller tillfällig", en: "Permanent or temporary")
      case .mandate: Text(sv: "Uppdragsgivare", en: "Who gives the mandate")
      case .statements:
        Text(sv: "Förankring och processtöd", en: "Anchoring and process support")
      }
    }

    /// The act that settles it.
    var act: String {
      switch self {
      case .dialogue: Dialogue.name
      case .consultation: Consult.name
      case .duration: Duration.name
      case .mandate: Mandate.name
      case .statements: Statements.name
      }
    }
  }

  /// One thing to be settled, and what was said of it.
  struct Item {
    let ask: Ask
    let title: Text
    let value: Cell?
  }

  /// All that is asked for, in order.
  var items: [Item] {
    settings.asked.flatMap { ask -> [Item] in
      switch ask {
      case .dialogue:
        [
          Item(
            ask: ask, title: Text(sv: "Antal ledamöter", en: "Number of members"),
            value: dialogue.members.map { Cell($0) }),
          Item(
            ask: ask, title: Text(sv: "Funktioner", en: "Functions"),
            value: dialogue.functions.isEmpty
              ? nil : Cell(dialogue.functions.joined(separator: ", "))),
          Item(
            ask: ask, title: Text(sv: "Arbetssätt", en: "Ways of working"),
            value: dialogue.ways.map { Cell($0) }),
          Item(
            ask: ask, title: Text(sv: "Mandat", en: "Mandate"),
            value: dialogue.mandate.map { Cell($0) }),
        ]
      case .consultation:
        [Item(ask: ask, title: ask.title, value: consulted.map { Cell($0.body) })]
      case .duration:
        [Item(ask: ask, title: ask.title, value: duration.map { Cell($0.term) })]
          + [duration?.until].compactMap(\.self).map {
            Item(ask: ask, title: Text(sv: "Upphör", en: "Ends"), value: Cell($0))
          }
      case .mandate: [Item(ask: ask, title: ask.title, value: mandate.map { Cell($0.by) })]
      case .statements:
        [
          Item(
            ask: ask,
            title: Text(sv: "Multiprofessionell förankring", en: "Multiprofessional anchoring"),
            value: statements.anchoring.map { Cell($0) }),
          Item(
            ask: ask, title: Text(sv: "Tillräckligt processtöd", en: "Enough process support"),
            value: statements.support.map { Cell($0) }),
        ]
      }
    }
  }
}
