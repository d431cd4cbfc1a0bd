package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// What is wrong with how groups are composed, by the rules of their kind: errors, warnings, notes.
package struct Composition: Overview {
  package let name = "composition"
  package let title = Text(sv: "Gruppernas sammansättning", en: "Composition of the groups")
  package let help = Text(
    sv: "Vad som saknas i en grupp: regioner, roller, vårdnivåer, jävsdeklarationer, mandat.",
    en: "What a group lacks: regions, roles, levels of care, declarations, terms.")
  package let options: [Query.Option] = [.body, .cases]
  package let columns: [Listing.Column] = [
    .init("title", Text(sv: "Grupp", en: "Group")),
    .init("severity", Text(sv: "Typ", en: "Severity")),
    .init("rule", Text(sv: "Regel", en: "Rule")),
    .init("finding", Text(sv: "Anmärkning", en: "What")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.rows(ofTable: "group") + product.rows(ofTable: "seats")
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let groups = rows.sorted(in: world, by: "title").grouped(by: "case")
    let findings = groups.flatMap { _, rows -> [Row] in
      guard let group = rows.first(where: { $0.has("group-kind") }) else { return [] }
      let seated = rows.filter { $0.has("person") && !$0["left"].isKnown }
      return GroupFindings(group, seated, world).rows.map { group.with($0) }
    }
    let errors = findings.count { $0["severity"].word == "error" }
    let warnings = findings.count { $0["severity"].word == "warning" }
    var listing = listing(
      findings, in: world,
      top: [
        Text(
          sv: "\(groups.count) \(groups.count == 1 ? "grupp" : "grupper"): \(errors) fel, "
            + "\(warnings) \(warnings == 1 ? "varning" : "varningar")",
          en: "\(groups.count) \(groups.count == 1 ? "group" : "groups"): \(errors) "
            + "\(errors == 1 ? "error" : "errors"), \(warnings) "
            + "\(warnings == 1 ? "warning" : "warnings")")
      ]
    ) { $0["severity"].word == "error" ? .missing : nil }
    listing.whenEmpty = Text(sv: "Inget att anmärka på.", en: "Nothing to remark on.")
    return listing
  }
}

/// The findings of one group on a day.
private struct GroupFindings {
  let group: Row
  let seated: [Row]
  let world: World

  init(_ group: Row, _ seated: [Row], _ world: World) {
    self.group = group
    self.seated = seated
    self.world = world
  }

  var rows: [Row] { rules.flatMap(findings) + declarations + terms }

  // The body's own rules where the register has it, else those of its kind.
  private var rules: [CompositionRule] {
    let id = group["product"].word ?? ""
    let own = world.organisation.body(id)?.composition
    let kind = group["group-kind"].word.flatMap { world.organisation.kind($0) }?.composition
    return (own ?? kind ?? []).filter { $0.period.contains(world.today) }
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
          : [Text(sv: "\(count) av minst \(atLeast)", en: "\(count) of at least \(atLeast)")]
      }
      guard let atMost, count > atMost else { return [] }
      return [Text(sv: "\(count), högst \(atMost)", en: "\(count), at most \(atMost)")]
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
      return row(
        .warning, "C19",
        Text(
          sv: "jävet är inte bedömt för \(person.sv)",
          en: "the conflict of \(person.en) is not assessed"))
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
      sv: "ordförandens mandat går ut \(until), kan förlängas en gång till \(last)",
      en: "the chair's term ends on \(until), may be extended once until \(last)")
  }

  private enum Severity: String { case error, warning, note }

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
  fileprivate var lacking: Text { Text(sv: "saknas: \(sv)", en: "missing: \(en)") }
}
