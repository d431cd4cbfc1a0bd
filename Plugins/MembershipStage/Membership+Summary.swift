public import StageKit

extension Membership {
  /// Who sits where until when, what was declared, and what is vacant.
  public var summary: Summary {
    let seated = members.count { $0.left == nil }
    let parts: [Text?] = [
      Text.count(seated, one: ("ledamot", "member"), many: ("ledamöter", "members")),
      vacancies.isEmpty
        ? nil
        : .count(
          vacancies.count, one: ("vakans", "vacancy"), many: ("vakanser", "vacancies")),
      waiting.isEmpty
        ? nil
        : .count(
          waiting.count, one: ("väntar på sin plats", "waits for a seat"),
          many: ("väntar på sin plats", "wait for a seat")),
    ]
    return Summary(
      line: Text(
        sv: parts.compactMap(\.?.sv).joined(separator: ", "),
        en: parts.compactMap(\.?.en).joined(separator: ", ")),
      tables: [rules, seats, confirmations, empties])
  }

  // Who waits for a seat has none to name yet.
  private var confirmations: Summary.Table {
    let seated = members.filter { $0.left == nil }.compactMap { member in
      member.confirmation.map { (member.person, Cell(member.seat), $0) }
    }
    let unseated = waiting.map {
      ($0.person, Cell(sv: "Väntar på sin plats", en: "Waits for a seat"), Confirmation($0))
    }
    return Summary.Table(
      "confirmations", sv: "Fastställda", en: "Confirmed",
      columns: [
        .init("person", sv: "Person", en: "Person"), .init("seat", sv: "Plats", en: "Seat"),
        .init("confirmed-by", sv: "Fastställd av", en: "Confirmed by"),
        .init("confirmed-on", sv: "Fastställd", en: "Confirmed"),
        .init("minutes", sv: "Protokoll", en: "Minutes"),
      ],
      rows: (seated + unseated).map { person, seat, confirmation in
        [
          Cell(person.description), seat, Cell(confirmation.by), Cell(confirmation.on),
          Cell(confirmation.minutes),
        ]
      })
  }

  private var seats: Summary.Table {
    Summary.Table(
      "seats", sv: "Ledamöter", en: "Members",
      columns: [
        .init("person", sv: "Person", en: "Person"), .init("seat", sv: "Plats", en: "Seat"),
        .init("represents", sv: "Företräder", en: "Represents"),
        .init("profession", sv: "Profession", en: "Profession"),
        .init("care-level", sv: "Vårdnivå", en: "Care level"),
        .init("from", sv: "Från", en: "From"), .init("until", sv: "Till", en: "Until"),
        .init("extensions", sv: "Förlängningar", en: "Extensions"),
        .init("declared", sv: "Jävsdeklaration", en: "Declared"),
        .init("conflict", sv: "Jäv", en: "Conflict"), .init("left", sv: "Avgått", en: "Left"),

      ],
      rows: members.map { member in
        let interest = interests.last { $0.person == member.person }
        return [
          Cell(member.person.description), Cell(member.seat), Cell(member.represents),
          Cell(member.profession), Cell(member.careLevel), Cell(member.from), Cell(member.until),
          Cell(member.extensions), Cell(interest?.on), Cell(interest?.conflict),
          Cell(member.left),
        ]
      })
  }

  private var empties: Summary.Table {
    Summary.Table(
      "vacancies", sv: "Vakanser", en: "Vacancies",
      columns: [
        .init("seat", sv: "Plats", en: "Seat"),
        .init("represents", sv: "Företräder", en: "Represents"),
        .init("since", sv: "Sedan", en: "Since"),
      ],
      rows: vacancies.map { [Cell($0.seat), Cell($0.represents), Cell($0.since)] })
  }

  private var rules: Summary.Table {
    Summary.Table(
      "group", sv: "Grupp", en: "Group",
      columns: [
        .init("group-kind", sv: "Typ av grupp", en: "Kind of group"),
        .init("chair-limit", sv: "Ordförande högst", en: "Chair at most"),
      ],
      rows: [[Cell(settings.kind.description), Cell(settings.chairLimit.text)]])
  }
}

extension Text {
  fileprivate typealias Words = (sv: String, en: String)

  fileprivate static func count(_ count: Int, one: Words, many: Words) -> Text {
    let words = count == 1 ? one : many
    return Text(sv: "\(count) \(words.sv)", en: "\(count) \(words.en)")
  }
}
