public import StageKit

extension Membership {
  /// Who sits where until when, what was declared, and what is vacant.
  public var summary: Summary {
    let seated = members.count { $0.left == nil }
    let empty = vacancies.count
    return Summary(
      line: Text(
        sv: seated == 1
          ? "1 ledamot"
          : "\(seated) ledamöter"
            + (empty == 0 ? "" : ", \(empty) \(empty == 1 ? "vakans" : "vakanser")"),
        en: seated == 1
          ? "1 member"
          : "\(seated) members"
            + (empty == 0 ? "" : ", \(empty) \(empty == 1 ? "vacancy" : "vacancies")")),
      tables: [rules, seats, empties])
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
          Cell(member.extensions), Cell(interest?.on), Cell(interest?.assessment?.conflict),
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
