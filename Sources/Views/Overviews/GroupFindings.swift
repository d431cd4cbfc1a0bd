import CivilTime
import Lifecycle
import Located
import Register
import StageKit

/// The findings of one group on a day.
struct GroupFindings {
  let group: Row
  let seated: [Row]
  /// Who was confirmed to which seat, as far as it is known.
  let confirmations: [Row]
  /// What the start-up of the group settled; empty where the group was taken over after it.
  let settled: [Row]
  let world: World

  init(_ group: Row, _ rows: [Row], _ world: World) {
    self.group = group
    seated = rows.filter { $0.has("left") && !$0["left"].isKnown }
    confirmations = rows.filter { $0.has("confirmed-by") }
    settled = rows.filter { $0.has("item") }
    self.world = world
  }

  /// What must be mended first.
  var rows: [Row] {
    let found = rules.flatMap(findings) + declarations + terms + unknown
    return Severity.allCases.flatMap { severity in
      found.filter { $0["severity"].word == severity.rawValue }
    }
  }

  // The body's own rules where the register has it, else those of its kind.
  private var rules: [CompositionRule] {
    let id = group["product"].word ?? ""
    let own = world.organisation.body(id)?.composition
    let kind = group["group-kind"].word.flatMap { world.organisation.kind($0) }?.composition
    return (own ?? kind ?? []).filter { $0.period.contains(world.today) }
      .filter { !seated.isEmpty || !$0.demand.isOfMembers }
  }

  // Of a group whose members nobody has registered it is not known what it lacks.
  private var unknown: [Row] {
    seated.isEmpty
      ? [
        row(
          .warning, "", Text(sv: "inga ledamöter är registrerade", en: "no members are registered"))
      ]
      : []
  }

  private func findings(_ rule: CompositionRule) -> [Row] {
    missing(rule).map { what in
      row(rule.isSoft ? .warning : .error, rule.id, what)
    }
  }

  private func missing(_ rule: CompositionRule) -> [Text] {
    switch rule.demand {
    case .represents(let set):
      let present = seated.filter { $0.isFullMember }.flatMap { $0["represents"].bodies }
        .flatMap { world.wholes(of: $0.id) }
      return world.organisation.members(of: set, on: world.today).filter { !present.contains($0) }
        .map { body in
          let name = world.names(body)
          return Text(sv: "\(name.sv) saknas", en: "\(name.en) is missing")
        }
    case .count(let seats, let atLeast, let atMost):
      let count = seated.count { seats.contains($0["seat"].word ?? "") }
      if count < atLeast {
        return atLeast == 1
          ? [rule.title.lacking]
          : [
            Text(
              sv: "\(count) av minst \(atLeast): \(rule.title.sv)",
              en: "\(count) of at least \(atLeast): \(rule.title.en)")
          ]
      }
      guard let atMost, count > atMost else { return [] }
      return [
        Text(
          sv: "\(count), högst \(atMost): \(rule.title.sv)",
          en: "\(count), at most \(atMost): \(rule.title.en)")
      ]
    case .balance(let percent):
      let known = seated.compactMap { world.persons[$0["person"].word ?? ""]?.sex }
      let women = known.count { $0 == .woman }
      let (few, many) = (min(women, known.count - women), max(women, known.count - women))
      guard !known.isEmpty, few * 100 < percent * known.count else { return [] }
      let men = women < known.count - women
      return [
        Text(
          sv: "\(many) av \(known.count) \(men ? "män" : "kvinnor")",
          en: "\(many) of \(known.count) \(men ? "men" : "women")")
      ]
    case .careLevels(let levels):
      let present = seated.compactMap { $0["care-level"].word }
      return levels.filter { !present.contains($0) }.map { level in
        let title = CareLevel(rawValue: level)?.title ?? Text(level)
        return Text(
          sv: "\(title.sv.lowercased()) saknas", en: "\(title.en.lowercased()) is missing")
      }
    case .contact:
      let contact = group["product"].word.flatMap { world.organisation.body($0)?.contact }
      return contact?.ways.isEmpty == false
        ? []
        : [Text(sv: "kontaktuppgifter saknas", en: "contact details are missing")]
    case .professions(let least):
      let count = Set(seated.compactMap { $0["profession"].word?.lowercased() }).count
      guard count < least else { return [] }
      return [
        Text(
          sv: "\(count) av minst \(least) professioner",
          en: "\(count) of at least \(least) professions")
      ]
    case .confirmed(let seats, let confirmer): return unconfirmed(in: seats, by: confirmer)
    case .settled(let asked): return unsettled(asked, rule)
    // How many a host has is no finding on one of its groups: the overview of hosts tells it.
    case .perHost: return []
    }
  }

  private var declarations: [Row] {
    seated.compactMap { member in
      let person = world.person(member["person"]).written
      guard let declared = member["declared"].date else {
        return row(
          .error, "C19",
          Text(
            sv: "jävsdeklaration saknas för \(person.sv)",
            en: "no declaration of interest from \(person.en)"))
      }
      // Whoever has a blocking conflict takes no part in mandate, handling or decision.
      if member["conflict"].word == "blocking" {
        return row(
          .error, "C19",
          Text(
            sv: "\(person.sv) är bedömd som jävig och får inte medverka",
            en: "\(person.en) has a conflict of interest and may take no part"))
      }
      if declared.isStale(on: world.today) {
        return row(
          .error, "C19",
          Text(
            sv: "jävsdeklaration för \(person.sv) är äldre än 3 år (\(declared))",
            en: "the declaration of \(person.en) is older than 3 years (\(declared))"))
      }
      guard !member["conflict"].isKnown else { return nil }
      let principal = world.names(body(for: member, .principal).id)
      return row(
        .warning, "C19",
        Text(
          sv: "jävet är inte bedömt för \(person.sv), det görs av \(principal.sv)",
          en: "the conflict of \(person.en) is not assessed, \(principal.en) does that"))
    }
  }

  private var terms: [Row] {
    var found: [Row] = []
    for member in seated {
      guard let until = member["until"].date else { continue }
      let person = world.person(member["person"]).written
      let days = world.today.days(until: until.lastDay)
      if days < 0 {
        found.append(
          row(
            .error, "C9",
            Text(
              sv: "mandatet för \(person.sv) gick ut \(until)",
              en: "the term of \(person.en) ended on \(until)")))
      } else if days <= 180 {
        found.append(
          row(.note, member["seat"].word == "chair" ? "C10" : "C9", ending(member, until)))
      }
    }
    // Staggered: no more than half of the terms end in one quarter.
    let quarters = seated.compactMap { $0["until"].date }.map {
      "\($0.year) kv \(($0.month + 2) / 3)"
    }
    for quarter in Set(quarters).sorted() {
      let count = quarters.count { $0 == quarter }
      guard seated.count > 2, count * 2 > seated.count else { continue }
      found.append(
        row(
          .warning, "C9",
          Text(
            sv: "\(count) av \(seated.count) mandat går ut samma kvartal (\(quarter))",
            en: "\(count) of \(seated.count) terms end in the same quarter (\(quarter))")))
    }
    return found
  }

  private func ending(_ member: Row, _ until: CivilDate) -> Text {
    let person = world.person(member["person"]).written
    guard member["seat"].word == "chair", member["extensions"].count == 0,
      let from = member["from"].date
    else {
      return Text(
        sv: "mandatet för \(person.sv) går ut \(until)",
        en: "the term of \(person.en) ends on \(until)")
    }
    let last = from.adding(months: 48)
    return Text(
      sv: "ordförandens mandat går ut \(until), kan förlängas en gång, till \(last)",
      en: "the chair's term ends on \(until), may be extended once until \(last)")
  }

  private enum Severity: String, CaseIterable { case error, warning, note }

  private func row(_ severity: Severity, _ rule: String, _ what: Text) -> Row {
    let title =
      switch severity {
      case .error: Text(sv: "Fel", en: "Error")
      case .warning: Text(sv: "Varning", en: "Warning")
      case .note: Text(sv: "Information", en: "Note")
      }
    return [
      "severity": .choice(severity.rawValue, title), "rule": Cell(rule), "finding": Cell(what),
    ]
  }
}

extension Row {
  // Municipal, co-opted and patient members stand for no healthcare region.
  fileprivate var isFullMember: Bool {
    !["co-opted", "municipal-representative", "patient-representative", "deputy", "process-leader"]
      .contains(self["seat"].word ?? "")
  }
}

extension Text {
  var lacking: Text { Text(sv: "saknas: \(sv)", en: "missing: \(en)") }
}

extension CompositionRule.Demand {
  // Whether it can be judged by nothing but who the members are.
  fileprivate var isOfMembers: Bool {
    switch self {
    case .represents, .count, .balance, .careLevels, .professions, .confirmed: true
    case .contact, .settled, .perHost: false
    }
  }
}
