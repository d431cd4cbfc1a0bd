package import CivilTime
import Located
import RandomTesting
package import Register

/// A country at work, made up from a seed: what its groups produce, ask, answer, decide, introduce and
/// measure, with their histories, as scenarios.
///
/// The same seed is the same country on every machine. Nothing in it is true.
package struct Country {
  /// How much there is of each.
  package struct Size: Sendable {
    package var programmes = 100
    package var pathways = 200
    package var initiatives = 150
    /// Drugs that are being introduced this year, beside a third as many of earlier years.
    package var drugs = 60
    package var promises = 20
    package var phaseOuts = 12
    /// Documents that some regions have received in cases of their own.
    package var receptions = 30
    /// Programme areas with groups at every level.
    package var areas = 26

    package init() {}

    /// A little of each, for a test.
    package static let village: Size = {
      var size = Size()
      (size.programmes, size.pathways, size.initiatives, size.drugs) = (7, 12, 3, 2)
      (size.promises, size.phaseOuts, size.receptions, size.areas) = (1, 1, 2, 1)
      return size
    }()
  }

  /// The day on which it is looked at; what comes later has not happened.
  package static let today = CivilDate(year: 2026, month: 11, day: 23) ?? .latest

  let size: Size
  let organisation: Organisation
  let areas: [String]
  let regions: [String]
  let healthcareRegions: [String]
  private let seed: UInt64

  package init(seed: UInt64, _ organisation: Organisation, size: Size = Size()) {
    self.seed = seed
    self.size = size
    self.organisation = organisation
    areas = organisation.members(of: "npo", on: Self.today)
    regions = organisation.members(of: "regions", on: Self.today)
    healthcareRegions = organisation.members(of: "healthcare-regions", on: Self.today)
  }

  /// The scenarios by their names.
  package func scenarios() -> [(name: String, text: String)] {
    let parts: [(inout SeededRandom) -> [Story]] = [
      programmes, pathways, initiatives, drugs, earlierDrugs, replies, receptions, promises,
      phaseOuts, nationalGroups, workingGroups, regionalGroups, localGroups,
    ]
    return parts.enumerated().flatMap { number, part in
      // Chance of its own for each, so that more of one leaves the others as they are.
      var random = SeededRandom(seed, run: number)
      return part(&random)
    }.map { ($0.name, $0.text) }
  }
}

extension Country {
  /// What a programme area is about: `hud-kon` of `npo-hud-kon`.
  static func subject(of area: String) -> String {
    String(area.drop { $0 != "-" }.dropFirst())
  }

  /// The code of a region: `08` of `region-08`.
  static func code(of region: String) -> String { String(region.suffix(2)) }

  /// A region's programme area and its working group of a subject; neither needs to be in the register.
  static func lpo(_ region: String, _ subject: String) -> String {
    "lpo-\(code(of: region))-\(subject)"
  }

  static func lag(_ region: String, _ subject: String) -> String {
    "lag-\(code(of: region))-\(subject)"
  }

  /// The council that decides in a region.
  static func council(_ region: String) -> String { "kunskapsstyrningsrad-\(code(of: region))" }

  /// The members of a set, or all of a kind, on the day.
  func members(of set: String) -> [String] { organisation.members(of: set, on: Self.today) }

  /// A name as it stands in the register.
  func name(of body: String) -> String { organisation.body(body)?.name.sv ?? body }
}

/// A day as it is written, `2026-03-09`.
func day(_ year: Int, _ month: Int, _ day: Int) -> String {
  "\(year)-\(twoDigits(month))-\(twoDigits(day))"
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
