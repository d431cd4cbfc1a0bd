package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// Who hosts each programme area and cooperation group, how many each host has, and how each group
/// is reached: the host supplies the process leader.
package struct Hosting: Overview {
  package let name = "hosting"
  package let title = Text(sv: "Värdskap", en: "Hosting")
  package let help = Text(
    sv: "Värden för varje programområde och samverkansgrupp, och hur många varje värd har.",
    en: "The host of each programme area and cooperation group, and how many each host has.")
  package let options: [Query.Option] = [.body, .area]
  package let columns: [Listing.Column] = [
    .init("host", Text(sv: "Värd", en: "Host")), .init("group", Text(sv: "Grupp", en: "Group")),
    .init("from", Text(sv: "Från", en: "From")), .init("to", Text(sv: "Till", en: "To")),
    .init("covers", Text(sv: "Anmärkning", en: "Remark")),
    .init("contact", Text(sv: "Kontakt", en: "Contact")),
  ]

  package init() {}

  // It is the register that knows the hosts.
  package func rows(of product: ProductState) -> [Row] { [] }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let groups = ["npo", "nsg"].flatMap { world.organisation.bodies(on: world.today, kind: $0) }
    let all = groups.flatMap { group -> [Row] in
      let hosts = group.hosts.filter { $0.period.contains(world.today) }
      let named: Row = [
        "group": Cell(Body(stringLiteral: group.id)), "bodies": Cell(Body(stringLiteral: group.id)),
        "contact": Cell(group.contact?.ways.joined(separator: ", ")),
      ]
      guard !hosts.isEmpty else { return [named.with(["host": .none, "body": .none])] }
      return hosts.map { host in
        named.with([
          "host": Cell(Body(stringLiteral: host.body)),
          "body": Cell(Body(stringLiteral: host.body)),
          "from": Cell(host.period.from?.description), "to": Cell(host.period.to?.description),
          "covers": host.note.map { Cell($0) } ?? .none,
        ])
      }
    }
    let shown = all.filter(world.wants).sorted(in: world, by: "host", "group")
    let hosted = shown.filter { $0["host"].isKnown }.grouped(by: "host").map { host, rows in
      (world.names(host.body?.id ?? ""), rows.count)
    }
    let counts = Text(
      sv: hosted.map { "\($0.sv): \($1)" }.joined(separator: ", "),
      en: hosted.map { "\($0.en): \($1)" }.joined(separator: ", "))
    let unknown = shown.count { !$0["host"].isKnown }
    let silent = shown.filter { !$0["contact"].isKnown }.grouped(by: "group").count
    return listing(
      shown, in: world,
      top: [counts] + crowded(all, in: world) + [
        Text(
          sv: "Uppgift om värd saknas för \(unknown)", en: "The host is not known for \(unknown)"),
        Text(
          sv: "Kontaktuppgifter saknas för \(silent)",
          en: "Contact details are missing for \(silent)"),
      ]
    ) { $0["host"].isKnown ? nil : .missing }
  }

  // What was asked of each host on the day, of all groups of the kind, whatever is shown of them. A
  // host has too few only where the hosts of all are known.
  private func crowded(_ rows: [Row], in world: World) -> [Text] {
    (world.organisation.kind("npo")?.composition ?? []).flatMap { rule -> [Text] in
      guard case .perHost(let least, let most) = rule.demand, rule.period.contains(world.today)
      else { return [] }
      let groups = rows.filter { row in
        row["group"].body.map { world.organisation.body($0.id)?.kind == "npo" } ?? false
      }
      let fewest = groups.allSatisfy { $0["host"].isKnown } ? least : 0
      return groups.filter { $0["host"].isKnown }.grouped(by: "host").compactMap {
        host, hosted -> Text? in
        guard hosted.count < fewest || hosted.count > most ?? hosted.count else { return nil }
        let name = world.names(host.body?.id ?? "")
        return Text(
          sv: "Varning \(rule.id): \(rule.title.sv). \(name.sv) har \(hosted.count).",
          en: "Warning \(rule.id): \(rule.title.en). \(name.en) has \(hosted.count).")
      }
    }
  }
}
