import CivilTime
import Foundation
import Lifecycle
import Located
import Register
import StageKit
import Testing

@testable import Views

/// What groups have planned, promised and spent.
@Suite struct GroupOverviewTests {
  private func world(_ today: String, _ query: (inout Query) -> Void = { _ in }) throws -> World {
    var asked = Query()
    query(&asked)
    return World(Names(try Story.organisation(), on: date(today)), asked)
  }

  private func initiatives() throws -> [ProductState] {
    [
      try Story.ofInitiative(
        "fetma", title: "Barnfetma", group: "npo-barn", delivered: "2021-06-01"),
      try Story.ofInitiative(
        "allergi", title: "Matallergier", group: "npo-allergi", kind: "state-initiative",
        goals: "[safe, individual]", delivered: "2021-03-01", shown: "2021-11-01"),
      try Story.ofInitiative("astma", title: "Astma", group: "npo-allergi"),
    ].map(\.state)
  }

  @Test func `initiatives are told group by group`() throws {
    let listing = Initiatives().listing(of: try initiatives(), in: try world("2022-01-10"))
    #expect(listing.lines.map { $0.cells[1].text.sv } == ["Astma", "Matallergier", "Barnfetma"])
    #expect(listing.top.first?.sv == "3 insatser i 2 grupper")
    #expect(listing.ofParts.map(\.sv) == ["2 insatser", "1 insats"])
  }

  @Test func `the yearly summary is a document`() throws {
    let listing = Initiatives().listing(
      of: try initiatives(), in: try world("2022-01-10") { $0.year = 2020 })
    #expect(listing.title.sv == "Insatser 2020")
    try expectFormats(listing, "initiatives-2020")
  }

  @Test(arguments: [(2019, 0), (2020, 3), (2021, 3), (2022, 0)])
  func `an initiative belongs to the years of its focus area`(_ year: Int, _ count: Int) throws {
    let all = try initiatives()
    for overview in [Initiatives(), FocusAreas()] as [any Overview] {
      let listing = overview.listing(of: all, in: try world("2022-01-10") { $0.year = year })
      #expect(listing.lines.count == count, "\(overview.name)")
    }
  }

  @Test(
    arguments: [
      ("state-initiative", nil, 1), ("knowledge-support", nil, 2), (nil, "säker", 1),
      (nil, "equal", 2), (nil, "tillgänglig", 0),
    ] as [(String?, String?, Int)])
  func `initiatives are found by kind and by goal of good care`(
    _ kind: String?, _ goal: String?, _ count: Int
  ) throws {
    let listing = Initiatives().listing(
      of: try initiatives(),
      in: try world("2022-01-10") {
        $0.kind = kind
        $0.goal = goal
      })
    #expect(listing.lines.count == count)
  }

  @Test func `one that nobody has described yet is counted, and found by no kind`() throws {
    let story = try Story("bara", pipeline: Story.initiative)
    try story.perform(
      .open(
        Command.OpenCase(
          title: Text("Bara"), pipeline: .latest(id: "insats"), inputs: [Binding("subject", "x")],
          roles: [Binding("grupp", "npo-barn")])), on: "2026-09-07", for: "npo-barn")
    func count(_ query: (inout Query) -> Void) throws -> Int {
      Initiatives().listing(of: [story.state], in: try world("2026-11-23", query)).lines.count
    }
    #expect(try count { _ in } == 1)
    #expect(try count { $0.year = 2027 } == 1, "what is planned in the autumn is for the next year")
    #expect(try count { $0.year = 2026 } == 0)
    #expect(try count { $0.kind = "state-initiative" } == 0)
  }

  @Test func `delivered is not the same as an effect that is shown`() throws {
    let listing = Effects().listing(of: try initiatives(), in: try world("2022-01-10"))
    #expect(
      listing.top.first?.sv == "3 pågående eller genomförda: 2 genomförda, 1 med visad effekt")
    #expect(listing.lines.map(\.mark) == [nil, nil, .missing])
    #expect(listing.lines[2].cells[3].text.sv == "Inte visad än")
  }

  @Test func `money is summed by group, and what is not reported is said`() throws {
    let listing = Budget().listing(
      of: try initiatives(), in: try world("2022-01-10") { $0.body = "npo-allergi" })
    #expect(
      listing.top.first?.sv
        == "Beviljat 1\u{A0}000\u{A0}000 kr, använt 770\u{A0}000 kr; för 2 är användningen inte redovisad"
    )
    #expect(listing.ofParts.count == 1)
    let one = Budget().listing(
      of: try initiatives(), in: try world("2022-01-10") { $0.year = 2020 })
    #expect(one.lines.count == 3)
  }

  @Test func `a promise without goals is flagged`() throws {
    let promises = [
      try Story.ofPromise(
        "vantan", title: "Utan onödig väntan",
        goals: """
          {rows: [{disease-group: prostatacancer, indicator: Andel i tid, baseline: '41', target: '70', \
          unit: '%', due: 2027-12-31, register: NPCR}]}
          """),
      try Story.ofPromise("delaktig", title: "Delaktig i vården", goals: nil),
    ]
    let listing = Promises().listing(of: promises.map(\.state), in: try world("2026-11-23"))
    #expect(listing.top.first?.sv == "2 löften, 1 utan mål")
    #expect(listing.lines.map(\.mark) == [.missing, nil])
    let late = Promises().listing(of: promises.map(\.state), in: try world("2028-01-01"))
    #expect(late.lines.map(\.mark) == [.missing, .overdue])
  }

  @Test(arguments: [("2026-08-31", "awaited"), ("2026-09-12", "overdue")])
  func `a report that was agreed is awaited until its day, and then overdue`(
    _ today: String, _ state: String
  ) throws {
    let story = try Story.ofReports()
    let listing = Reports().listing(
      of: [story.state], in: try world(today) { $0.body = "lpo-cancer" })
    #expect(listing.lines.count == 1)
    let line = try #require(listing.lines.first)
    #expect(line.cells.first?.cell == .date(date("2026-09-02")))
    #expect(line.cells.last?.cell.word == state)
    #expect((line.mark == .overdue) == (state == "overdue"))
    let other = Reports().listing(
      of: [story.state], in: try world(today) { $0.region = "region-08" })
    #expect(other.lines.isEmpty)
  }

  @Test func `programme areas are told level by level, with what is missing`() throws {
    let register = """
      register: levels
      kinds:
        - {id: npo, title: NPO, level: national}
        - {id: healthcare-region, title: Sjukvårdsregion, level: healthcare-region}
        - {id: region, title: Region, level: region}
        - {id: rpo, title: RPO, level: healthcare-region}
        - {id: lpo, title: LPO, level: region}
      bodies:
        - {id: npo-hud, kind: npo, name: Hud}
        - {id: npo-lunga, kind: npo, name: Lunga}
        - {id: norra, kind: healthcare-region, name: Norra}
        - {id: sodra, kind: healthcare-region, name: Södra}
        - {id: region-25, kind: region, code: "25", name: Norrbotten, part-of: norra}
        - {id: region-12, kind: region, code: "12", name: Skåne, part-of: sodra}
        - {id: rpo-lunga-norra, kind: rpo, name: RPO lunga, part-of: [norra, npo-lunga]}
        - {id: lpo-25-lunga, kind: lpo, name: LPO lunga, part-of: [region-25, rpo-lunga-norra]}

      """
    let (organisation, diagnostics) = Organisation.load([try Story.node(register)])
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let names = Names(try #require(organisation), on: date("2026-11-23"))
    let all = Levels().listing(of: [ProductState](), in: World(names))
    #expect(
      all.lines.map { $0.cells.map(\.text.sv) } == [
        ["Hud", "0", "alla sjukvårdsregioner", "0", "alla regioner"],
        ["Lunga", "1", "Södra", "1", "Skåne"],
      ])
    var query = Query()
    query.region = "region-25"
    let one = Levels().listing(of: [ProductState](), in: World(names, query))
    #expect(one.lines.map(\.mark) == [.missing, nil])
    #expect(one.lines[1].cells.map(\.text.sv).suffix(2) == ["RPO lunga", "LPO lunga"])
  }

  /// What is said of hosts above the table, where area D has this host.
  private func hosting(ofLast host: String, on day: String) throws -> [String] {
    let register = """
      register: hosts
      kinds:
        - id: npo
          title: NPO
          level: national
          composition:
            - {id: C14, title: Två till tre var, per-host: true, at-least: 2, at-most: 3, soft: true, to: 2018}
        - {id: nsg, title: NSG, level: national}
        - {id: healthcare-region, title: Sjukvårdsregion, level: healthcare-region}
      bodies:
        - {id: norra, kind: healthcare-region, name: Norra}
        - {id: sodra, kind: healthcare-region, name: Södra}
        - {id: npo-a, kind: npo, name: A, host: norra}
        - {id: npo-b, kind: npo, name: B, host: norra}
        - {id: npo-c, kind: npo, name: C, host: norra}
        - {id: npo-d, kind: npo, name: D\(host)}
        - {id: nsg-e, kind: nsg, name: E, host: norra}

      """
    let (organisation, diagnostics) = Organisation.load([try Story.node(register)])
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let names = Names(try #require(organisation), on: date(day))
    return Hosting().listing(of: [ProductState](), in: World(names)).top.map(\.sv)
      .filter { $0.hasPrefix("Varning") }
  }

  @Test(arguments: [
    // A cooperation group does not count, and three areas are no more than was asked for.
    ("", "2018-06-01", []),
    (", host: norra", "2018-06-01", ["Varning C14: Två till tre var. Norra har 4."]),
    (", host: norra", "2019-01-01", []),
    // Too few can be told only where the hosts of all are known.
    (", host: sodra", "2018-06-01", ["Varning C14: Två till tre var. Södra har 1."]),
  ])
  func `how many areas a host should have is a warning while it was asked for`(
    _ host: String, _ day: String, _ warnings: [String]
  ) throws {
    #expect(try hosting(ofLast: host, on: day) == warnings)
  }
}
