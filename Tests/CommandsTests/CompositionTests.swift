import CheckTool
import Foundation
import Testing

/// What is remarked on in groups of each kind, by the rules of the shipped register.
@Suite struct CompositionTests {
  /// A group of which one thing or another is missing.
  struct Group: Sendable, CustomTestStringConvertible {
    let product: String
    var kind = "npo"
    /// The seats that are taken, as options of the act, each by a person of its own.
    let seats: [[String]]
    let says: [String]

    var testDescription: String { "\(product) (\(kind))" }
  }

  private static let confirmedBySKS = ["--confirmed-by", "sks", "--confirmed-on", "2025-12-01"]

  static let groups = [
    Group(
      product: "npo-utan-styrgrupp",
      seats: [
        ["--seat", "chair", "--represents", "norra"],
        ["--seat", "member", "--represents", "sodra"],
        ["--seat", "member", "--represents", "vastra", "--confirmed-by", "vastra"]
          + ["--confirmed-on", "2025-12-01"],
        ["--seat", "member", "--represents", "sydostra"] + confirmedBySKS,
      ],
      says: [
        "Fel;C1;Sjukvårdsregion Mellansverige saknas",
        "Fel;C3;saknas: En processledare från värden",
        "Fel;C11;fastställande av Styrgruppen för kunskapsstyrning i samverkan (SKS) saknas för p-1",
        "Fel;C12;fastställande av Styrgruppen för kunskapsstyrning i samverkan (SKS) saknas för p-2",
        "Fel;C12;p-3 är fastställd av Västra sjukvårdsregionen men ska fastställas av Styrgruppen",
        "Varning;C2;4 av minst 6: Sex ledamöter", "Varning;C5;0 av minst 2 professioner",
        "Varning;C6;specialistvård saknas",
        "Varning;C19;jävet är inte bedömt för p-1, det görs av Norra sjukvårdsregionen",
      ]),
    Group(
      product: "nag-ofullstandig", kind: "nag",
      seats: [
        ["--seat", "member", "--represents", "region-25"],
        ["--seat", "patient-representative", "--confirmed-by", "norra"]
          + ["--confirmed-on", "2025-12-01"],
        // The healthcare region confirms for a region in it.
        ["--seat", "member", "--represents", "region-24", "--confirmed-by", "norra"]
          + ["--confirmed-on", "2025-12-01"],
        ["--seat", "process-leader"],
      ],
      says: [
        "Fel;C13;fastställande av Region Norrbotten saknas för p-1\r\n",
        "Fel;C13;p-2 är fastställd av Norra sjukvårdsregionen men ska fastställas av Nationella",
        "Fel;C8;Södra sjukvårdsregionen saknas", "Varning;C7-register;saknas: Registerföreträdare",
      ]),
    Group(
      product: "sks", seats: [["--seat", "chair", "--represents", "norra"]],
      says: [
        "Fel;C15;1 av minst 7: Minst sju ledamöter",
        "Fel;C15-regioner;Södra sjukvårdsregionen saknas",
      ]),
    Group(
      product: "governance-council-norrbotten", kind: "lpo",
      seats: [["--seat", "chair"], ["--seat", "co-opted"]],
      says: [
        "Fel;C16;1 av minst 8: Åtta med beslutsmandat",
        "Fel;C16-adjungerade;1 av minst 3: Tre adjungerade",
      ]),
    Group(
      product: "vpg-prov", kind: "working-group",
      seats: [["--seat", "member", "--represents", "rcc-norr"]],
      says: [
        "Fel;C21-ordforande;saknas: En ordförande",
        "Fel;C21-patient;saknas: Minst en patientföreträdare",
        "Fel;C21-utsedda;fastställande av", "saknas för p-1",
      ]),
    Group(
      product: "nhv-prov", kind: "specialised-care-group",
      seats: [["--seat", "member", "--represents", "norra"]],
      says: [
        "Fel;C22;1 av minst 7: 7–9 personer", "Fel;C22-regioner;Södra sjukvårdsregionen saknas",
        "Fel;C22-patient;saknas: Patientföreträdare",
      ]),
  ]

  @Test(arguments: groups)
  func `each rule that a group breaks is told, with what is missing`(_ group: Group) async throws {
    try await Program.inFolder { program in
      let found = try await composition(of: group, in: program)
      for says in group.says {
        #expect(found.contains(says), "\(says) in \(found)")
      }
      let severities = found.split(separator: "\r\n").dropFirst().map { line in
        line.split(separator: ";").dropFirst().first.map(String.init) ?? ""
      }
      let rank = ["Fel": 0, "Varning": 1, "Information": 2]
      #expect(severities.map { rank[$0] ?? 3 } == severities.map { rank[$0] ?? 3 }.sorted())
    }
  }

  @Test func `of a group whose members nobody registered only that is told`() async throws {
    try await Program.inFolder { program in
      let found = try await composition(
        of: Group(product: "npo-tom", seats: [], says: []), in: program)
      #expect(found.contains("Varning;;inga ledamöter är registrerade"), "\(found)")
      #expect(!found.contains("C1;"), "\(found)")
    }
  }

  /// What is remarked on in a group with these seats, as a sheet.
  private func composition(of group: Group, in program: Program) async throws -> String {
    let pipelines = "\(program.folder)/pipelines"
    try FileManager.default.createDirectory(
      atPath: pipelines, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(Program.pipelines)/register", toPath: "\(pipelines)/register")
    _ = try program.file(
      "pipelines/grupp.yaml",
      """
      pipeline: grupp
      version: "1"
      valid: {from: 2018-01-01}
      title: {sv: Grupp, en: Group}
      product: group
      key: [name]
      owner: nationell-stod
      inputs: {name: {type: text, title: {sv: Namn, en: Name}}}
      stages:
        - {id: ledamoter, uses: membership@1, with: {kind: \(group.kind)}}

      """)
    var program = program
    program.environment["STAFETT_PIPELINES"] = pipelines
    let product = group.product
    var lines = [
      [
        "open", product, "--pipeline", "grupp", "--title-sv", "Grupp", "--title-en", "Group",
        "--input", "name=Grupp",
      ]
    ]
    for (index, seat) in group.seats.enumerated() {
      let about = ["act", product, "ledamoter"]
      let who = ["--for", "nationell-stod", "--person", "p-\(index + 1)"]
      lines += [about + ["declare"] + who, about + ["seat"] + who + seat]
    }
    for line in lines {
      let ended = await program.run(line + ["--on", "2026-01-05"])
      #expect(ended.exit == .fine, "\(line): \(ended)")
    }
    let found = await program(
      "composition", product, "--on", "2026-02-02", "--language", "sv", "--format", "csv")
    #expect(found.exit == .fine, "\(found)")
    return found.output
  }
}
