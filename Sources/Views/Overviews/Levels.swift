package import Lifecycle
package import Located
import CivilTime
import Register
import StageKit

/// Programme areas level by level, national to regional, and where one is missing.
///
/// A body mirrors an area when it is a part of the area's national group, itself or by what it is a
/// part of, and stands in the region or healthcare region that it is a part of.
package struct Levels: Overview {
  package let name = "levels"
  package let title = Text(sv: "Programområden nivå för nivå", en: "Programme areas level by level")
  package let help = Text(
    sv: "Varje programområde nationellt, sjukvårdsregionalt och lokalt, och var det saknas; "
      + "med --area eller --region region för region.",
    en: "Each programme area, national, by healthcare region and local, and where it is missing; "
      + "with --area or --region region by region.")
  package let options: [Query.Option] = [.area, .region]
  package let columns: [Listing.Column] = [
    .init("area", Text(sv: "Programområde", en: "Programme area")),
    .init("rpos", Text(sv: "RPO", en: "RPO")),
    .init("without-rpo", Text(sv: "RPO saknas i", en: "No RPO in")),
    .init("lpos", Text(sv: "LPO", en: "LPO")),
    .init("without-lpo", Text(sv: "LPO saknas i", en: "No LPO in")),
  ]

  package init() {}

  // It is the register that knows the levels.
  package func rows(of product: ProductState) -> [Row] { [] }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let mirror = Mirror(world)
    let areas = mirror.areas.filter { world.query.area == nil || $0 == world.query.area }
    guard world.query.area == nil, world.query.region == nil else {
      let regions = mirror.regions.filter { world.query.region == nil || $0 == world.query.region }
      return byRegion(areas.flatMap { area in regions.map { mirror.row(area, $0) } }, in: world)
    }
    let shown = areas.map { area -> Row in
      let withRPO = mirror.healthcareRegions.filter { mirror.rpo(area, $0) != nil }
      let withLPO = mirror.regions.filter { mirror.lpo(area, $0) != nil }
      return [
        "area": Cell(Body(stringLiteral: area)), "rpos": Cell(withRPO.count),
        "without-rpo": withRPO.isEmpty
          ? Cell(sv: "alla sjukvårdsregioner", en: "every healthcare region")
          : Cell(mirror.healthcareRegions.without(withRPO)), "lpos": Cell(withLPO.count),
        "without-lpo": withLPO.isEmpty
          ? Cell(sv: "alla regioner", en: "every region") : Cell(mirror.regions.without(withLPO)),
      ]
    }
    let gaps = shown.count { $0["without-rpo"].isKnown || $0["without-lpo"].isKnown }
    return listing(
      shown, in: world,
      top: [
        Text(
          sv:
            "\(shown.count) programområden, \(gaps) där någon nivå inte finns i organisationsregistret",
          en: "\(shown.count) programme areas, \(gaps) with a level that the register lacks")
      ]
    ) { $0["without-rpo"].isKnown || $0["without-lpo"].isKnown ? .missing : nil }
  }

  private func byRegion(_ rows: [Row], in world: World) -> Listing {
    let gaps = rows.count { !$0["rpo"].isKnown || !$0["lpo"].isKnown }
    return listing(
      rows, in: world,
      columns: [
        columns[0], .init("region", Phrase.region),
        .init("healthcare-region", Text(sv: "Sjukvårdsregion", en: "Healthcare region")),
        .init("rpo", Text(sv: "RPO", en: "RPO")), .init("lpo", Text(sv: "LPO", en: "LPO")),
      ],
      top: [
        Text(
          sv: "\(rows.count) rader, \(gaps) med gap", en: "\(rows.count) rows, \(gaps) with gaps")
      ]
    ) { !$0["rpo"].isKnown || !$0["lpo"].isKnown ? .missing : nil }
  }
}

/// Who stands where on a day.
private struct Mirror {
  let areas, healthcareRegions, regions: [String]
  // By area and place.
  private let rpos, lpos: [[String]: String]
  private let healthcareRegionsOf: [String: [String]]

  init(_ world: World) {
    let organisation = world.organisation
    func all(_ kind: String) -> [String] {
      organisation.bodies(on: world.today, kind: kind).map(\.id)
    }
    let (areas, healthcareRegions, regions) = (all("npo"), all("healthcare-region"), all("region"))
    func mirrored(_ kind: String, in places: [String]) -> [[String]: String] {
      var mirrored: [[String]: String] = [:]
      for body in all(kind) {
        let wholes = world.wholes(of: body)
        for area in wholes where areas.contains(area) {
          for place in wholes where places.contains(place) { mirrored[[area, place]] = body }
        }
      }
      return mirrored
    }
    (self.areas, self.healthcareRegions, self.regions) = (areas, healthcareRegions, regions)
    rpos = mirrored("rpo", in: healthcareRegions)
    lpos = mirrored("lpo", in: regions)
    healthcareRegionsOf = Dictionary(
      uniqueKeysWithValues: regions.map {
        ($0, organisation.healthcareRegions(of: $0, on: world.today))
      })
  }

  func rpo(_ area: String, _ healthcareRegion: String) -> String? {
    rpos[[area, healthcareRegion]]
  }

  func lpo(_ area: String, _ region: String) -> String? { lpos[[area, region]] }

  func row(_ area: String, _ region: String) -> Row {
    let above = healthcareRegionsOf[region] ?? []
    return [
      "area": Cell(Body(stringLiteral: area)), "region": Cell(Body(stringLiteral: region)),
      "healthcare-region": Cell(above.map { Body(stringLiteral: $0) }),
      "rpo": Cell(above.compactMap { rpo(area, $0) }.map { Body(stringLiteral: $0) }),
      "lpo": Cell(lpo(area, region).map { Body(stringLiteral: $0) }),
    ]
  }
}

extension [String] {
  fileprivate func without(_ others: [String]) -> [Body] {
    filter { !others.contains($0) }.map { Body(stringLiteral: $0) }
  }
}
