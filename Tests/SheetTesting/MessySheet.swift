/// A sheet as offices keep them: 300 receptions of care pathways, one for each pathway and region,
/// made from a seed.
///
/// Two rows of headings, blank rows, headings repeated in the middle, dates in every form, `8` for
/// `08`, short and earlier names of regions, spaces at the ends and no-break spaces within, words in
/// any case, the pathway's name merged over its rows.
package struct MessySheet {
  /// A region: its code, and what people call it.
  private static let regions: [(code: String, names: [String])] = [
    ("01", ["Region Stockholm", "Stockholm", "SLL"]), ("03", ["Region Uppsala", "Uppsala"]),
    ("04", ["Region Sörmland", "Sörmland"]), ("05", ["Region Östergötland", "Östergötland"]),
    ("06", ["Region Jönköpings län", "Jönköping"]), ("07", ["Region Kronoberg", "Kronoberg"]),
    ("08", ["Region Kalmar län", "Kalmar"]), ("09", ["Region Gotland", "Gotland"]),
    ("10", ["Region Blekinge", "Landstinget Blekinge"]), ("12", ["Region Skåne", "SKÅNE"]),
    ("13", ["Region Halland", "Halland"]), ("14", ["Västra Götalandsregionen", "VGR"]),
    ("17", ["Region Värmland", "LTV Värmland"]), ("18", ["Region Örebro län", "Örebro"]),
    ("19", ["Region Västmanland", "Västmanland"]), ("20", ["Region Dalarna", "Dalarna"]),
    ("21", ["Region Gävleborg", "gävleborg"]), ("22", ["Region Västernorrland", "Västernorrland"]),
    ("23", ["Region Jämtland Härjedalen", "RJH"]), ("24", ["Region Västerbotten", "Västerbotten"]),
  ]
  /// The care pathways that are received; made up but for their names.
  package static let pathways = [
    "KOL", "Osteoporos", "Hjärtsvikt", "Schizofreni", "Reumatoid artrit", "Höftledsartros",
    "Kritisk benischemi", "Stroke och TIA", "Sepsis", "Kognitiv svikt", "Depression", "Epilepsi",
    "Diabetesfot", "Endometrios", "Migrän",
  ]
  private static let headings = [
    "Vårdförlopp", "Ärende", "Länskod", "Region", "Läge", "Beslutat", "Registrerat",
  ]

  private var state: UInt64
  private var rows: [[SheetFile.Value]] = []
  private var merged: [String] = []
  /// How many rows say something.
  package private(set) var count = 0
  /// The lines that are blank or repeat the headings.
  package private(set) var blank: [Int] = []
  /// The lines that name two regions.
  package private(set) var doubled: [Int] = []

  /// Makes it.
  ///
  /// - Parameter isMended: whether two regions in one cell have been divided.
  package init(seed: UInt64, isMended: Bool) {
    state = seed
    rows.append([.text("Grunduppgifter"), .blank, .blank, .blank, .text("Status")])
    rows.append(Self.headings.map { .text($0 == "Läge" ? "LÄGE " : $0) })
    for (number, pathway) in Self.pathways.enumerated() {
      let first = rows.count + 1
      for (place, region) in Self.regions.enumerated() {
        if place > 0, below(12) == 0 { skip([]) }
        if number == 7, place == 3 { skip(Self.headings.map { .text($0) }) }
        add(pathway, region, isFirst: place == 0, isDoubled: !isMended && below(60) == 0)
      }
      merged.append("A\(first):A\(rows.count)")
    }
  }

  private mutating func skip(_ row: [SheetFile.Value]) {
    rows.append(row)
    blank.append(rows.count)
  }

  private mutating func add(
    _ pathway: String, _ region: (code: String, names: [String]), isFirst: Bool, isDoubled: Bool
  ) {
    let name = region.names[below(region.names.count)]
    let day = 43_831 + below(1_800)
    let state = ["I införande", "i införande ", "INFÖRANDE", "Utkast", "utkast"][below(5)]
    rows.append([
      isFirst ? .shared(pathway) : .blank,
      .shared(messy("\(pathway) \(region.names[0])")),
      .number("\(Int(region.code) ?? 0)"),
      .shared(messy(isDoubled ? "\(name)/Norrbotten" : name)),
      .text(state), state.lowercased().hasPrefix("utkast") ? .blank : date(day),
      date(day + 40),
    ])
    count += 1
    if isDoubled { doubled.append(rows.count) }
  }

  private mutating func messy(_ text: String) -> String {
    switch below(6) {
    case 0: text + "  "
    case 1: "\u{A0}" + text
    case 2: text.split(separator: " ").joined(separator: "\u{A0}")
    case 3: text.split(separator: " ").joined(separator: "  ")
    default: text
    }
  }

  private mutating func date(_ serial: Int) -> SheetFile.Value {
    let (year, month, day) = Self.parts(serial)
    let names = [
      "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
      "september", "oktober", "november", "december",
    ]
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch below(6) {
    case 0: return .text("\(year)-\(two(month))-\(two(day))")
    case 1: return .text("\(year)\(two(month))\(two(day)) ")
    case 2: return .text("\(day) \(names[month - 1]) \(year)")
    case 3: return .text("\(year)-\(two(month))")
    case 4: return .text("\(day)/\(month) \(year)")
    default: return .day(serial)
    }
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  // The civil day of a serial number; counted by hand, so that the reader is not tested by itself.
  private static func parts(_ serial: Int) -> (Int, Int, Int) {
    var (year, rest) = (2020, serial - 43_831)
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 }
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    var month = 1
    for length in [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
      if rest < length { break }
      rest -= length
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// As a workbook.
  package var workbook: [UInt8] {
    var file = SheetFile()
    file.add("Om filen", [[.text("Uppdateras löpande")]])
    file.add("Mottagande", rows, merged: merged)
    return file.bytes
  }

  /// As text, with the merged name filled down by hand.
  package var text: String {
    var pathway = ""
    return rows.map { row in
      var cells = row.map { value in
        switch value {
        case .text(let text), .shared(let text), .number(let text): text
        case .day(let serial), .month(let serial): "\(serial)"
        case .blank: ""
        }
      }
      if cells.count == Self.headings.count, cells[1] != Self.headings[1] {
        if cells[0].isEmpty { cells[0] = pathway }
        pathway = cells[0]
      }
      return cells.joined(separator: ";") + "\r\n"
    }.joined()
  }
}
