public import StageKit

/// What was decided is carried out, and then shown to have had an effect, or not.
///
/// Delivered and effective are two things: an initiative that has been carried out stays open until
/// somebody says what it led to.
public struct Effect: Stage {
  /// The name in `uses:`.
  public static let name: StageName = "effect@1"
  /// What a person sees.
  public static let title = Text(sv: "Genomförande och effekt", en: "Delivery and effect")
  /// What it is for.
  public static let help = Text(
    sv:
      "Insatsen genomförs, och följs sedan tills det framgår om den gav effekt. Genomförd är inte "
      + "detsamma som att effekten är visad. Beviljade och använda medel kan anges per år.",
    en: "The initiative is carried out, and then followed until it shows whether it had an effect. "
      + "Delivered is not the same as effect shown. Money granted and used may be given by year.")
  /// Its acts.
  public static let acts: [any Act<Effect>.Type] = [Deliver.self, Budget.self, Show.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "effect/delivered", "effect/no-measure", "effect/no-reason", "effect/no-source",
    "effect/no-value", "effect/not-delivered", "effect/repeated-year", "effect/shown",
  ]

  /// The effect is shown, or none is, or it cannot be measured.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] {
    Result.allCases.map(\.outcome)
  }

  let owner: Body
  var delivered: Delivered?
  var years: [Budget.Row] = []
  var shown: Shown?

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// What it led to.
  public var outcome: Outcome? { shown?.act.result.outcome }

  /// The owner to carry it out, and then to show its effect.
  public var owes: [Owed] {
    guard shown == nil else { return [] }
    return [Owed(delivered == nil ? "deliver" : "show", by: owner)]
  }

  /// Whether it is delivered, whether its effect is shown, and the money.
  public var summary: Summary {
    Summary(
      standing: shown?.act.result.title ?? delivered.map { _ in Self.deliveredTitle }, line: line,
      facts: facts, tables: [effects] + (years.isEmpty ? [] : [budget]))
  }

  private static let deliveredTitle = Text(sv: "Genomförd", en: "Delivered")

  private var line: Text? {
    if let shown {
      let (title, on) = (shown.act.result.title, shown.on)
      return Text(sv: "\(title.sv) \(on)", en: "\(title.en) \(on)")
    }
    guard let delivered else { return nil }
    let on = delivered.on
    return Text(
      sv: "Genomförd \(on), effekten är inte visad än",
      en: "Delivered \(on), its effect is not shown yet")
  }

  private var facts: [Summary.Fact] {
    let facts: [Summary.Fact?] = [
      delivered.map {
        .init(sv: "Genomförd", en: "Delivered", Text($0.on.description))
      },
      delivered?.report.map { .init(sv: "Rapport", en: "Report", Text($0)) },
      shown?.act.reason.map { .init(sv: "Skäl", en: "Reason", Text($0)) },
    ]
    return facts.compactMap(\.self)
  }

  private var effects: Summary.Table {
    let act = shown?.act
    return Summary.Table(
      "effects", sv: "Genomförd och visad effekt", en: "Delivered and effect shown",
      columns: [
        .init("delivered", sv: "Genomförd", en: "Delivered"),
        .init("result", sv: "Effekt", en: "Effect"),
        .init("shown", sv: "Visad", en: "Shown"),
        .init("measure", sv: "Resultatmått", en: "Outcome measure"),
        .init("value", sv: "Värde", en: "Value"), .init("unit", sv: "Enhet", en: "Unit"),
        .init("unknown", sv: "Okänt värde", en: "Value unknown"),
        .init("source", sv: "Källa", en: "Source"),
      ],
      rows: [
        [
          Cell(delivered?.on), Cell(act?.result), Cell(shown?.on), Cell(act?.measure),
          Cell(act?.value), Cell(act?.unit), act.map { Cell($0.value == nil) } ?? .none,
          Cell(act?.source),
        ]
      ])
  }

  private var budget: Summary.Table {
    Summary.Table(
      "budget", sv: "Medel, kronor", en: "Money, SEK",
      columns: [
        .init("year", sv: "År", en: "Year"), .init("body", sv: "Grupp", en: "Group"),
        .init("granted", sv: "Beviljat", en: "Granted"), .init("used", sv: "Använt", en: "Used"),
        .init("left", sv: "Kvar", en: "Left"),
      ],
      rows: years.map { year in
        [
          Cell(year.year), Cell(year.body ?? owner), Cell(year.granted), Cell(year.used),
          Cell(year.used.map { year.granted - $0 }),
        ]
      })
  }
}
