import StageKit

extension Membership {
  /// Seats a person, until a day.
  struct Take: Act {
    static let name = "seat"
    static let title = Text(sv: "Registrera ledamot", en: "Register a member")
    let person: Name
    let seat: Seat
    let represents: Body?
    let from: CivilDate?
    let until: CivilDate?
    let profession: String?
    let careLevel: CareLevel?
    let confirmedBy: Body?
    let confirmedOn: CivilDate?
    let minutes: String?

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person, as a reference word")
      seat = form("seat", sv: "Plats", en: "Seat")
      represents = form("represents", sv: "Företräder", en: "Represents")
      from = form(
        "from", sv: "Från", en: "From",
        help: Text(sv: "Registreringsdagen, om inget annat anges.", en: "The day, unless given."))
      until = form(
        "until", sv: "Till", en: "Until",
        help: Text(
          sv: "Mandatperiodens slut; den längsta tillåtna om inget anges.",
          en: "The end of the term; the longest that is allowed unless given."))
      profession = form("profession", in: 1...200, sv: "Profession", en: "Profession")
      careLevel = form("care-level", sv: "Vårdnivå", en: "Care level")
      confirmedBy = form(
        "confirmed-by", sv: "Fastställd av", en: "Confirmed by",
        help: Text(
          sv: "Behövs inte för den som har fastställts i ärendets nominering.",
          en: "Not needed for who was confirmed in the nomination of the case."))
      confirmedOn = form("confirmed-on", sv: "Fastställd", en: "Confirmed")
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
    }

    func faults(in stage: Membership, _ said: Said) -> [Fault] {
      let start = from ?? said.on
      let longest = stage.longest(seat).after(start)
      var faults: [Fault] = []
      if let place = stage.seat(of: person), stage.members[place].seat == seat {
        faults.append(
          Fault(
            "membership/already-seated", at: "person",
            sv: "\(person) har redan platsen, till \(stage.members[place].until)",
            en: "\(person) has the seat already, until \(stage.members[place].until)"))
      }
      if let until, until.lastDay < start.firstDay {
        faults.append(
          Fault(
            "membership/ends-before-start", at: "until", sv: "\(until) är före \(start)",
            en: "\(until) is before \(start)"))
      } else if let until, until.firstDay > longest.lastDay {
        faults.append(
          Fault(
            "membership/term-too-long", at: "until",
            sv: "mandatet kan gälla längst till \(longest)", en: "the term may be until \(longest)")
        )
      }
      if seat == .chair, let limit = stage.chairLimit(of: person, from: start),
        (until ?? longest).firstDay > limit.lastDay
      {
        faults.append(stage.pastLimit(limit))
      }
      if !stage.interests.contains(where: { $0.person == person }) {
        faults.append(
          Fault(
            "membership/no-declaration", at: "person",
            sv: "jävsdeklarationen kommer före medverkan: registrera den för \(person)",
            en: "the declaration comes before taking part: register it for \(person)"))
      } else if stage.isBarred(person) {
        faults.append(stage.barred(person))
      }
      if seat == .chair,
        let other = stage.members.first(where: {
          $0.seat == .chair && $0.left == nil && $0.person != person
            && $0.until.lastDay >= start.firstDay
        })
      {
        faults.append(
          Fault(
            "membership/chair-taken", at: "seat",
            sv: "\(other.person) är ordförande till \(other.until): avsluta uppdraget först",
            en: "\(other.person) is chair until \(other.until): end that membership first"))
      }
      return faults + unconfirmed(in: stage, from: start, said)
    }

    func fold(into stage: inout Membership, _ said: Said) {
      let start = from ?? said.on
      let confirmed = stage.waiting.first { $0.person == person }
      let principal =
        represents ?? confirmed?.represents
        ?? stage.interests.last { $0.person == person }?.represents
      stage.waiting.removeAll { $0.person == person }
      stage.members.append(
        Member(
          person: person, seat: seat, represents: principal, profession: profession,
          careLevel: careLevel, confirmation: stated ?? confirmed.map(Confirmation.init),
          from: start, until: until ?? stage.longest(seat).after(start)))
      if let place = stage.vacancies.firstIndex(where: {
        $0.seat == seat && ($0.represents == nil || $0.represents == principal)
      }) {
        stage.vacancies.remove(at: place)
      }
    }
  }

  /// Extends a term; a chair's once, and never beyond the limit.
  struct Prolong: Act {
    static let name = "extend-term"
    static let title = Text(sv: "Förläng mandatet", en: "Extend the term")
    let person: Name
    let until: CivilDate

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person, as a reference word")
      until = form("until", sv: "Till", en: "Until")
    }

    func faults(in stage: Membership, _ said: Said) -> [Fault] {
      guard let place = stage.seat(of: person) else { return [stage.notSeated(person)] }
      if stage.isBarred(person) { return [stage.barred(person)] }
      let member = stage.members[place]
      if until.lastDay <= member.until.lastDay {
        return [
          Fault(
            "membership/shortens", at: "until", sv: "mandatet går redan till \(member.until)",
            en: "the term is until \(member.until) already")
        ]
      }
      if member.seat == .chair {
        let limit = stage.settings.chairLimit.after(member.from)
        return until.firstDay > limit.lastDay ? [stage.pastLimit(limit)] : []
      }
      let longest = stage.settings.extends.after(member.until)
      guard until.firstDay > longest.lastDay else { return [] }
      return [
        Fault(
          "membership/term-too-long", at: "until",
          sv: "mandatet kan förlängas längst till \(longest)",
          en: "the term may be extended until \(longest)")
      ]
    }

    func fold(into stage: inout Membership, _ said: Said) {
      guard let place = stage.seat(of: person) else { return }
      stage.members[place].until = until
      stage.members[place].extensions += 1
    }
  }

  /// A person leaves, and the seat is then empty; or never takes the seat that was confirmed.
  struct Leave: Act {
    static let name = "leave"
    static let title = Text(sv: "Avsluta uppdraget", en: "End the membership")
    let person: Name
    let announces: Bool

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person, as a reference word")
      announces = form(
        "vacancy", default: true, sv: "Anmäl platsen som vakant", en: "Announce the vacancy")
    }

    func faults(in stage: Membership, _ said: Said) -> [Fault] {
      stage.seat(of: person) == nil && !stage.waiting.contains { $0.person == person }
        ? [stage.notSeated(person)] : []
    }

    func fold(into stage: inout Membership, _ said: Said) {
      guard let place = stage.seat(of: person) else {
        stage.waiting.removeAll { $0.person == person }
        return
      }
      stage.members[place].left = said.on
      guard announces else { return }
      let member = stage.members[place]
      stage.vacancies.append(
        Vacancy(seat: member.seat, represents: member.represents, since: said.on))
    }
  }

  /// Announces an empty seat.
  struct Announce: Act {
    static let name = "vacancy"
    static let title = Text(sv: "Anmäl vakans", en: "Announce a vacancy")
    let seat: Seat
    let represents: Body?

    init(_ form: inout Form) {
      seat = form("seat", sv: "Plats", en: "Seat")
      represents = form("represents", sv: "Företräder", en: "Represents")
    }

    func fold(into stage: inout Membership, _ said: Said) {
      stage.vacancies.append(Vacancy(seat: seat, represents: represents, since: said.on))
    }
  }

  /// The group has no members any more.
  struct Close: Act {
    static let name = "close"
    static let title = Text(sv: "Avsluta gruppen", en: "Close the group")

    init(_ form: inout Form) {}

    func faults(in stage: Membership, _ said: Said) -> [Fault] {
      let seated = stage.members.count { $0.left == nil }
      guard seated > 0 else { return [] }
      return [
        Fault(
          "membership/still-seated",
          sv: "\(seated) ledamöter är kvar: avsluta deras uppdrag först",
          en: "\(seated) members are left: end their memberships first")
      ]
    }

    func fold(into stage: inout Membership, _ said: Said) { stage.closedOn = said.on }
  }

  func longest(_ seat: Seat) -> CivilDuration {
    seat == .chair ? settings.chairTerm : settings.term
  }

  // Two terms with a pause count together where the pause is short of a year.
  func chairLimit(of person: Name, from start: CivilDate) -> CivilDate? {
    let before = members.last { $0.person == person && $0.seat == .chair }
    guard let before, let end = before.left ?? Optional(before.until),
      end.firstDay.days(until: start.firstDay) < 365
    else { return nil }
    return settings.chairLimit.after(before.from)
  }

  func pastLimit(_ limit: CivilDate) -> Fault {
    Fault(
      "membership/chair-limit", at: "until",
      sv:
        "en ordförande får ha uppdraget \(settings.chairLimit.text.sv), alltså längst till \(limit)",
      en: "a chair may serve \(settings.chairLimit.text.en), that is until \(limit)")
  }

  /// Whether the latest assessment of a person's interests came to a blocking conflict.
  func isBarred(_ person: Name) -> Bool {
    interests.last { $0.person == person }?.conflict == .blocking
  }

  func barred(_ person: Name) -> Fault {
    Fault(
      "membership/conflict", at: "person",
      sv: "\(person) är bedömd som jävig och får inte medverka",
      en: "\(person) has a conflict of interest and may take no part")
  }

  func notSeated(_ person: Name) -> Fault {
    Fault(
      "membership/not-seated", at: "person", sv: "\(person) har ingen plats i gruppen",
      en: "\(person) has no seat in the group")
  }
}
