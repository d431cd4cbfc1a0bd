public import StageKit

extension Remiss {
  /// Stories of consultations, with what is easily got wrong.
  public static var examples: [Example] {
    [wholeRound, jointAndAlone, lateAndExtended, lateRefused, changedMinds, invitations, badRows]
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }

  private static func opening(_ asked: [Body]) -> Opening {
    Opening(
      on: day("2019-09-16"), opens: day("2019-09-16"), closes: day("2019-11-14"),
      owner: "rcc-norr", taken: [Given(.document, Version("consultation-draft", "4.0"))],
      sets: [Opening.NamedSet("regions", asked)])
  }

  private static var wholeRound: Example {
    Example(
      sv: "En remissrunda från första svar till sammanställning",
      en: "A round from the first answer to the compilation",
      settings: "{parties: [regions]}", opening: opening(["region-24", "region-25"]),
      steps: [
        .says(
          "region-25", "respond",
          """
          {party: [region-25], stance: with-reservation, channel: mail, diary-number: "2019-482",
           signatory-role: Hälso- och sjukvårdsdirektör, comments: [
            {chapter: "4.2", category: organisation, text: Kräver fler undersköterskor än vi har},
            {chapter: "7", category: editorial, text: Hänvisningen pekar fel}]}
          """, on: day("2019-10-10")),
        .refused(
          "rcc-norr", "compile", "{}", on: day("2019-11-14"), code: "remiss/still-open"),
        .says(
          "region-24", "respond", "{party: [region-24], stance: no-comments}",
          on: day("2019-11-14")),
        .refused(
          "rcc-norr", "compile", "{}", on: day("2019-11-15"), code: "remiss/open-comments"),
        .says(
          "rcc-norr", "dispose",
          """
          {rows: [
            {comment: "1.1", effect: partly, motive: Kravet gäller bara nydiagnostiserade},
            {comment: "1.2", effect: accepted}]}
          """, on: day("2019-12-02")),
        .says(
          "rcc-norr", "compile", "{reference: https://example.org/sammanstallning.pdf}",
          on: day("2019-12-16")),
      ], ends: "compiled")
  }

  private static var jointAndAlone: Example {
    Example(
      sv: "Ett samordnat svar räknas för var och en, ett oombett tas emot",
      en: "A joint answer counts for each, an unasked one is accepted",
      settings: "{parties: [regions, svensk-forening]}",
      opening: Opening(
        on: day("2019-09-16"), closes: day("2019-11-14"), owner: "rcc-norr",
        sets: [
          Opening.NamedSet("regions", ["region-22", "region-23", "region-24"]),
          Opening.NamedSet("svensk-forening", ["svensk-forening"]),
        ]),
      steps: [
        .says(
          "region-22", "respond", "{party: [region-22, region-23], stance: endorse}",
          on: day("2019-10-21")),
        .says(
          "patientforening", "respond",
          "{party: [patientforening], stance: endorse, comments: [{text: Tydligt och bra}]}",
          on: day("2019-10-28")),
        .refused(
          "region-23", "respond", "{party: [region-23, region-23], stance: oppose}",
          on: day("2019-11-01"), code: "remiss/named-twice", at: ["party", 1]),
      ],
      owes: [
        .answer(by: "region-24"), .answer(by: "svensk-forening"),
        Owed("dispose", by: "rcc-norr", Text(sv: "1 synpunkt", en: "1 comment")),
      ])
  }

  private static var lateAndExtended: Example {
    Example(
      sv: "En förlängning gäller även svar som redan kommit in",
      en: "An extension covers answers that have come already",
      settings: "{parties: [regions], late: refuse}",
      opening: opening(["region-24", "region-25"]),
      steps: [
        .refused(
          "region-25", "respond", "{party: [region-25], stance: endorse, received: 2019-11-18}",
          on: day("2019-11-20"), code: "remiss/late", at: "received"),
        .extended(to: day("2019-12-13")),
        .says(
          "region-25", "respond", "{party: [region-25], stance: endorse, received: 2019-11-18}",
          on: day("2019-11-20")),
      ],
      owes: [
        .answer(by: "region-24"),
        Owed(
          "compile", by: "rcc-norr",
          Text(sv: "när remisstiden har gått ut 2019-12-13", en: "after 2019-12-13")),
      ])
  }

  private static var lateRefused: Example {
    Example(
      sv: "Dagen då svaret kom avgör, inte dagen då det registreras",
      en: "The day it came decides, not the day it is registered",
      settings: "{parties: [regions], late: refuse, unasked: false}",
      opening: opening(["region-24", "region-25"]),
      steps: [
        .refused(
          "region-25", "respond", "{party: [region-25], stance: endorse}", on: day("2019-09-13"),
          code: "remiss/not-open"),
        .refused(
          "region-25", "respond", "{party: [region-25], stance: endorse, received: 2019-11-29}",
          on: day("2019-11-20"), code: "remiss/received-later", at: "received"),
        .refused(
          "region-14", "respond", "{party: [region-14], stance: endorse}", on: day("2019-10-01"),
          code: "remiss/not-asked", at: ["party", 0]),
        .says(
          "region-25", "respond", "{party: [region-25], stance: endorse, received: 2019-11-14}",
          on: day("2019-11-20")),
        .says(
          "region-24", "respond", "{party: [region-24], stance: abstain, received: 2019-11}",
          on: day("2019-11-20")),
        .says("rcc-norr", "compile", "{}", on: day("2019-11-20")),
      ], ends: "compiled")
  }

  private static var changedMinds: Example {
    Example(
      sv: "Ett svar kompletteras, ett annat återtas",
      en: "One answer is supplemented, another withdrawn",
      settings: "{parties: [regions]}",
      opening: opening(["region-22", "region-23", "region-24"]),
      steps: [
        .says(
          "region-22", "respond",
          "{party: [region-22, region-23], stance: endorse, comments: [{text: Bra}]}",
          on: day("2019-10-01")),
        .says(
          "region-23", "respond", "{party: [region-23], stance: with-reservation}",
          on: day("2019-10-15")),
        .says(
          "region-24", "respond", "{party: [region-24], stance: oppose, comments: [{text: Nej}]}",
          on: day("2019-10-20")),
        .refused(
          "region-24", "withdraw", "{response: 9, reason: Skickat av misstag}",
          on: day("2019-10-21"), code: "remiss/unknown-response", at: "response"),
        .refused(
          "region-24", "withdraw", "{response: 3, reason: Fel, party: [region-22]}",
          on: day("2019-10-21"), code: "remiss/not-in-response", at: ["party", 0]),
        .says(
          "region-24", "withdraw", "{response: 3, reason: Skickat utan beslut}",
          on: day("2019-10-21")),
        .refused(
          "region-24", "withdraw", "{response: 3, reason: Skickat utan beslut}",
          on: day("2019-10-22"), code: "remiss/already-withdrawn", at: "response"),
        .says(
          "region-22", "withdraw", "{response: 1, reason: Svarar för sig, party: [region-22]}",
          on: day("2019-10-23")),
      ],
      owes: [
        .answer(by: "region-22"), .answer(by: "region-24"),
        Owed("dispose", by: "rcc-norr", Text(sv: "1 synpunkt", en: "1 comment")),
      ])
  }

  private static var invitations: Example {
    Example(
      sv: "Fler tillfrågas, och en tas bort", en: "More are asked, and one is taken away",
      settings: "{parties: [regions]}", opening: opening(["region-24", "region-25"]),
      steps: [
        .says("rcc-norr", "invite", "{party: [svensk-forening]}", on: day("2019-09-13")),
        .refused(
          "rcc-norr", "invite", "{party: [region-24]}", on: day("2019-09-17"),
          code: "remiss/already-asked", at: ["party", 0]),
        .says(
          "svensk-forening", "respond", "{party: [svensk-forening], stance: endorse}",
          on: day("2019-10-01")),
        .refused(
          "rcc-norr", "uninvite", "{party: [svensk-forening], reason: Har gått upp i en annan}",
          on: day("2019-10-02"), code: "remiss/has-answered", at: ["party", 0]),
        .refused(
          "rcc-norr", "uninvite", "{party: [region-13], reason: Berörs inte}",
          on: day("2019-10-02"), code: "remiss/not-asked", at: ["party", 0]),
        .says(
          "rcc-norr", "uninvite", "{party: [region-24], reason: Berörs inte}",
          on: day("2019-10-02")),
      ],
      owes: [
        .answer(by: "region-25"),
        Owed(
          "compile", by: "rcc-norr",
          Text(sv: "när remisstiden har gått ut 2019-11-14", en: "after 2019-11-14")),
      ])
  }

  private static var badRows: Example {
    Example(
      sv: "Den vars synpunkt inte förs in får veta varför",
      en: "One whose comment is rejected is told why",
      settings: "{parties: [regions]}", opening: opening(["region-25"]),
      steps: [
        .says(
          "region-25", "respond",
          "{party: [region-25], stance: oppose, comments: [{text: För dyrt}, {text: För sent}]}",
          on: day("2019-10-01")),
        .refused(
          "rcc-norr", "dispose", #"{rows: [{comment: "1.1", effect: rejected}]}"#,
          on: day("2019-11-20"), code: "remiss/no-motive", at: ["rows", 0, "motive"]),
        .refused(
          "rcc-norr", "dispose", #"{rows: [{comment: "1.2", effect: forwarded}]}"#,
          on: day("2019-11-20"), code: "remiss/no-recipient", at: ["rows", 0, "forwarded-to"]),
        .refused(
          "rcc-norr", "dispose", #"{rows: [{comment: "1.3", effect: noted}]}"#,
          on: day("2019-11-20"), code: "remiss/unknown-comment", at: ["rows", 0, "comment"]),
        .refused(
          "rcc-norr", "dispose",
          #"{rows: [{comment: "1.1", effect: noted}, {comment: "1.1", effect: accepted}]}"#,
          on: day("2019-11-20"), code: "remiss/disposed-twice", at: ["rows", 1, "comment"]),
        .says(
          "rcc-norr", "dispose",
          #"""
          {rows: [{comment: "1.1", effect: rejected, motive: Kostnaden är vägd i bilagan},
            {comment: "1.2", effect: forwarded, forwarded-to: SKS}]}
          """#, on: day("2019-11-20")),
        .says(
          "rcc-norr", "dispose", #"{rows: [{comment: "1.1", effect: accepted}]}"#,
          on: day("2019-11-25")),
      ],
      owes: [Owed("compile", by: "rcc-norr")])
  }
}
