public import StageKit

extension Membership {
  /// A member from declaration to end; a chair's four years; who assesses; who is confirmed; a group
  /// that closes.
  public static var examples: [Example] {
    [
      Example(
        sv: "Deklarationen kommer före platsen och bedöms av den som personen företräder.",
        en: "The declaration comes before the seat and is assessed by whom the person represents.",
        settings: "{kind: nag}", opening: opening,
        steps: [
          .refused(
            npo, "seat", "{person: p-1, seat: member, represents: norra}", on: day("2026-09-01"),
            code: "membership/no-declaration", at: "person"),
          .says(npo, "declare", "{person: p-1, represents: norra}", on: day("2026-09-01")),
          .refused(
            npo, "assess", "{person: p-1, conflict: clear}", on: day("2026-09-02"),
            code: "membership/wrong-assessor", at: "person"),
          .says("norra", "assess", "{person: p-1, conflict: clear}", on: day("2026-09-08")),
          .refused(
            npo, "seat", "{person: p-1, seat: member, until: 2030-09-15}", on: day("2026-09-15"),
            code: "membership/term-too-long", at: "until"),
          .says(
            npo, "seat",
            "{person: p-1, seat: member, until: 2028-09-15, profession: läkare, care-level: hospital}",
            on: day("2026-09-15")),
          .refused(
            npo, "seat", "{person: p-1, seat: member}", on: day("2026-09-16"),
            code: "membership/already-seated", at: "person"),
          .refused(
            npo, "extend-term", "{person: p-1, until: 2031-09-15}", on: day("2028-05-01"),
            code: "membership/term-too-long", at: "until"),
          .says(
            npo, "extend-term", "{person: p-1, until: 2029-09-15}", on: day("2028-05-01")),
          .refused(
            npo, "extend-term", "{person: p-1, until: 2028-12-31}", on: day("2028-05-02"),
            code: "membership/shortens", at: "until"),
        ]),
      Example(
        sv:
          "En ordförande har uppdraget i två år och kan förlängas med två; ett femte år går inte.",
        en: "A chair serves two years and may be extended by two; a fifth year is refused.",
        settings: "{kind: npo}", opening: opening,
        steps: [
          .says(npo, "declare", "{person: p-2}", on: day("2025-02-01")),
          .says(npo, "seat", "{person: p-2, seat: chair}", on: day("2025-03-01")),
          .says(npo, "declare", "{person: p-5}", on: day("2026-02-01")),
          .refused(
            npo, "seat", "{person: p-5, seat: chair}", on: day("2026-03-01"),
            code: "membership/chair-taken", at: "seat"),
          .refused(
            npo, "extend-term", "{person: p-2, until: 2029-12-31}", on: day("2027-01-10"),
            code: "membership/chair-limit", at: "until"),
          .says(npo, "extend-term", "{person: p-2, until: 2029-03-01}", on: day("2027-01-10")),
          .says(npo, "leave", "{person: p-2, vacancy: false}", on: day("2029-03-01")),
          .refused(
            npo, "seat", "{person: p-2, seat: chair}", on: day("2029-03-02"),
            code: "membership/chair-limit", at: "until"),
        ],
        owes: [
          Owed("assess", by: npo, Text("p-2")), Owed("assess", by: npo, Text("p-5")),
        ]),
      Example(
        sv: "Den som är jävig får ingen plats; en vakans anmäls och tillsätts.",
        en: "Who has a conflict gets no seat; a vacancy is announced and filled.",
        settings: "{kind: nag}", opening: opening,
        steps: [
          .says(npo, "vacancy", "{seat: patient-representative}", on: day("2026-09-01")),
          .says(npo, "declare", "{person: p-3}", on: day("2026-09-02")),
          .says(npo, "assess", "{person: p-3, conflict: blocking}", on: day("2026-09-03")),
          .refused(
            npo, "seat", "{person: p-3, seat: patient-representative}", on: day("2026-09-04"),
            code: "membership/conflict", at: "person"),
          .refused(
            npo, "leave", "{person: p-3}", on: day("2026-09-04"), code: "membership/not-seated",
            at: "person"),
          .says(npo, "declare", "{person: p-4}", on: day("2026-09-05")),
          .says(npo, "assess", "{person: p-4, conflict: manageable}", on: day("2026-09-06")),
          .refused(
            npo, "seat", "{person: p-4, seat: patient-representative, until: 2026-01-01}",
            on: day("2026-09-07"), code: "membership/ends-before-start", at: "until"),
          .says(
            npo, "seat", "{person: p-4, seat: patient-representative}", on: day("2026-09-07")),
          .says(npo, "declare", "{person: p-4}", on: day("2027-02-01")),
          .says(npo, "assess", "{person: p-4, conflict: blocking}", on: day("2027-02-02")),
          .refused(
            npo, "extend-term", "{person: p-4, until: 2030-09-07}", on: day("2027-02-03"),
            code: "membership/conflict", at: "person"),
        ]),
      Example(
        sv: "Den som har fastställts i nomineringen tar sin plats, ingen annan utan att det sägs.",
        en:
          "Who was confirmed in the nomination takes the seat, and nobody else unless it is told.",
        settings: "{kind: nag, confirmed: true}", opening: nominated,
        steps: [
          .refused(
            npo, "seat", "{person: p-6, seat: member, represents: sodra}", on: day("2026-10-01"),
            code: "membership/not-confirmed", at: "represents"),
          .says(npo, "seat", "{person: p-6, seat: member}", on: day("2026-10-01")),
          .says(npo, "declare", "{person: p-7, represents: sodra}", on: day("2026-10-01")),
          .says("sodra", "assess", "{person: p-7, conflict: clear}", on: day("2026-10-02")),
          .refused(
            npo, "seat", "{person: p-7, seat: member}", on: day("2026-10-05"),
            code: "membership/not-confirmed", at: "person"),
          .refused(
            npo, "seat", "{person: p-7, seat: member, confirmed-by: sodra}",
            on: day("2026-10-05"), code: "membership/not-confirmed", at: "confirmed-on"),
          .says(
            npo, "seat",
            "{person: p-7, seat: member, confirmed-by: sodra, confirmed-on: 2026-10-05, minutes: § 3}",
            on: day("2026-10-06")),
        ],
        owes: [Owed("seat", by: npo, Text("p-8"))]),
      Example(
        sv: "Gruppen avslutas när ingen sitter kvar.", en: "The group closes when nobody is left.",
        settings: "{kind: nag}", opening: opening,
        steps: [
          .says(npo, "declare", "{person: p-5}", on: day("2026-09-02")),
          .says(npo, "assess", "{person: p-5, conflict: clear}", on: day("2026-09-03")),
          .says(npo, "seat", "{person: p-5, seat: member}", on: day("2026-09-04")),
          .refused(npo, "close", "{}", on: day("2027-09-04"), code: "membership/still-seated"),
          .says(npo, "leave", "{person: p-5, vacancy: false}", on: day("2027-09-04")),
          .says(npo, "close", "{}", on: day("2027-09-04")),
        ],
        ends: "closed"),
    ]
  }

  private static let npo: Body = "npo-lunga-allergi"

  private static var opening: Opening { Opening(on: day("2025-01-10"), owner: npo) }

  private static var nominated: Opening {
    Opening(
      on: day("2026-09-20"), owner: npo,
      taken: [
        Given(.confirmedMember, confirmed("p-6", of: "norra")),
        Given(.confirmedMember, confirmed("p-8", of: nil)),
      ])
  }

  private static func confirmed(_ person: Name, of region: Body?) -> ConfirmedMember {
    ConfirmedMember(
      person, represents: region, by: region ?? npo, on: day("2026-09-14"), minutes: "§ 5",
      declaredOn: day("2026-09-07"), conflict: .clear)
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
}
