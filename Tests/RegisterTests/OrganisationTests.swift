import CivilTime
import Located
import Testing

@testable import Register

@Suite struct OrganisationTests {
  let organisation: Organisation

  init() throws {
    organisation = try register.get()
  }

  @Test(
    arguments: [
      ("2017-10-01", 19, 6), ("2018-06-01", 24, 6), ("2019-02-28", 24, 7), ("2020-03-10", 26, 8),
      ("2024-06-19", 26, 8), ("2017-09-30", 0, 0),
    ])
  func `programme areas and cooperation groups are counted on a date`(
    day: String, areas: Int, groups: Int
  ) {
    #expect(organisation.members(of: "npo", on: date(day)).count == areas)
    #expect(organisation.members(of: "nsg", on: date(day)).count == groups)
  }

  @Test func `every id is there once`() {
    let ids = organisation.bodies.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `there are 21 regions in the order of their codes`() {
    let regions = organisation.members(of: "regions", on: date("2024-01-01"))
    let codes = [
      "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19",
      "20", "21", "22", "23", "24", "25",
    ]
    #expect(regions == codes.map { "region-\($0)" })
    #expect(regions.compactMap { organisation.body($0)?.code } == codes)
  }

  @Test func `Halland is one region in two healthcare regions`() {
    let day = date("2024-01-01")
    #expect(organisation.healthcareRegions(of: "region-13", on: day) == ["sodra", "vastra"])
    #expect(organisation.healthcareRegions(of: "region-25", on: day) == ["norra"])
    let parts = organisation.members(of: "healthcare-regions", on: day).flatMap {
      organisation.parts(of: $0, on: day).filter { $0.hasPrefix("region-") }
    }
    #expect(parts.count == 22)
    #expect(Set(parts).count == 21)
  }

  @Test func `each healthcare region has one cancer centre`() {
    let day = date("2024-01-01")
    let regions = organisation.members(of: "rcc", on: day).flatMap {
      organisation.healthcareRegions(of: $0, on: day)
    }
    #expect(regions.sorted() == organisation.members(of: "healthcare-regions", on: day))
  }

  @Test func `a body is not found outside its time`() {
    #expect(organisation.body("npo-nara-vard", on: date("2017-12-31")) != nil)
    #expect(organisation.body("npo-nara-vard", on: date("2018-01-01")) == nil)
    #expect(organisation.body("npo-nara-vard") != nil)
    #expect(organisation.powers(of: "npo-nara-vard", on: date("2018-01-01")).isEmpty)
    #expect(organisation.electorate(of: "npo-nara-vard", on: date("2018-01-01")).isEmpty)
    #expect(organisation.actors(for: "npo-nara-vard", on: date("2018-01-01")).isEmpty)
  }

  @Test func `an area can be decided before it starts`() throws {
    let surgery = try #require(organisation.body("npo-kirurgi"))
    #expect(surgery.state(on: date("2020-02-29")) == nil)
    #expect(surgery.state(on: date("2020-12-31")) == .planned)
    #expect(surgery.state(on: date("2021-01-01")) == .started)
    #expect(organisation.body("npo-nara-vard")?.state(on: date("2018-01-01")) == .ended)
  }

  @Test(
    arguments: [
      ("mellansverige", "2020-10-01", "Uppsala-Örebro sjukvårdsregion"),
      ("mellansverige", "2020-10-02", "Sjukvårdsregion Mellansverige"),
      ("region-01", "2018-12-31", "Stockholms läns landsting"),
      ("region-01", "2019-01-01", "Region Stockholm"),
      ("region-22", "2018-01-31", "Landstinget Västernorrland"),
      ("skr", "2019-11-30", "Sveriges Kommuner och Landsting (SKL)"),
    ])
  func `a body has the name of the date`(id: String, day: String, name: String) {
    #expect(organisation.body(id)?.name(on: date(day)).sv == name)
  }

  @Test func `only seats with a mandate to decide are in the electorate`() {
    let day = date("2024-01-01")
    #expect(
      organisation.electorate(of: "governance-council-norrbotten", on: day) == [
        "health-director", "division-nara", "division-lans-1", "division-lans-2",
        "division-funktion", "division-psykiatri", "finance-director", "it-mt-director",
      ])
    #expect(
      organisation.body("governance-council-norrbotten")?.seats.filter { !$0.decides }.count == 3)
    #expect(
      organisation.electorate(of: "npo-ogon", on: day) == [
        "member-mellansverige", "member-norra", "member-sodra", "member-stockholm-gotland",
        "member-sydostra", "member-vastra",
      ])
    #expect(
      organisation.electorate(of: "sks", on: day) == [
        "region-director-1", "region-director-2", "health-director-1", "health-director-2",
        "health-director-3", "health-director-4", "skr",
      ])
    #expect(organisation.electorate(of: "nt-radet", on: day).isEmpty)
  }

  @Test func `another body may act in the place of one, for its time`() {
    #expect(
      organisation.actors(for: "beredningsgrupp", on: date("2018-01-01"))
        == ["beredningsgrupp", "nsk-regiongrupp"])
    #expect(
      organisation.actors(for: "beredningsgrupp", on: date("2023-01-01")) == ["beredningsgrupp"])
    #expect(organisation.canAct("rcc-samverkan", for: "npo-cancer", on: date("2020-01-01")))
    #expect(!organisation.canAct("npo-cancer", for: "rcc-samverkan", on: date("2020-01-01")))
  }

  @Test func `a body that is not listed acts for itself`() {
    #expect(organisation.actors(for: "lag-stroke", on: date("2024-01-01")) == ["lag-stroke"])
    #expect(organisation.isOpenKind("lag"))
    #expect(!organisation.isOpenKind("npo"))
    #expect(!organisation.isOpenKind("no-such-kind"))
  }

  @Test func `a body has the powers of its kind unless it says its own`() {
    let day = date("2024-01-01")
    #expect(organisation.powers(of: "rcc-samverkan", on: day).contains("adopt"))
    #expect(organisation.powers(of: "nt-radet", on: day) == ["decide", "recommend"])
    #expect(!organisation.powers(of: "rcc-norr", on: day).contains("adopt"))
  }

  @Test func `a set that is a list keeps the register's order`() {
    #expect(
      organisation.members(of: "fyrlan-regions", on: date("2024-01-01"))
        == ["region-01", "region-05", "region-12", "region-14"])
    #expect(organisation.members(of: "npo-with-municipalities", on: date("2019-06-01")).count == 5)
    #expect(organisation.members(of: "no-such-set", on: date("2024-01-01")).isEmpty)
  }
}
