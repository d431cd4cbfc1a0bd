import CheckTool
import Checking
import CivilTime
import Foundation
import Lifecycle
import Located
import Runtime
import StageKit
import Store
import StoreSQLite
import Views

/// What a command wants with the store.
enum Purpose {
  /// Only read.
  case look
  /// Write in a store that is there.
  case register
  /// The same, and make the store if there is none.
  case begin
  /// Only say what would follow; in no store yet if there is none.
  case rehearse

  fileprivate var access: SQLiteStore.Access {
    switch self {
    case .look: .readOnly
    case .register, .rehearse: .existing
    case .begin: .create
    }
  }

  // Who only looks runs no case, and need not wait for the proof.
  fileprivate var extent: Workspace.Extent {
    switch self {
    case .look: .unproved
    case .register, .rehearse, .begin: .proved
    }
  }
}

extension Shell {
  /// A runner over the store and the workspace that the settings name.
  ///
  /// Definitions with faults are left out, with a word about it.
  func runner(_ purpose: Purpose) throws -> Runner {
    let workspace = try Workspace.read(
      settings.pipelines, stages: stages, extent: purpose.extent)
    if let first = workspace.diagnostics.first(where: { $0.severity == .error }) {
      errors(
        Text(
          sv: "processer med fel är inte med (stafett check \(settings.pipelines)): \(first.path)",
          en:
            "definitions with faults are left out (stafett check \(settings.pipelines)): \(first.path)"
        )[settings.language] + "\n")
    }
    return Runner(
      store: try openStore(purpose), stages: stages, organisation: workspace.organisation,
      definitions: workspace.definitions, clock: now)
  }

  /// A runner that only reads what the store has: of the workspace only the register, for names.
  func overlooker() throws -> Runner {
    Runner(
      store: try openStore(.look), stages: stages, organisation: try organisation(),
      definitions: [], clock: now)
  }

  /// The store that `--store` names.
  func openStore(_ purpose: Purpose) throws -> any EventStore {
    let url = settings.store
    if url.hasPrefix("postgres:") || url.hasPrefix("postgresql:") {
      throw Failure(
        .usage, "usage/no-such-store", at: "--store",
        sv: "PostgreSQL finns inte i det här programmet: ange en SQLite-fil",
        en: "PostgreSQL is not in this build: name an SQLite file")
    }
    let path = storePath
    if purpose == .rehearse, !FileManager.default.fileExists(atPath: path) { return MemoryStore() }
    return try SQLiteStore(at: path, access: purpose.access)
  }

  /// The file that `--store` names.
  var storePath: String {
    let url = settings.store
    return url.hasPrefix("sqlite:") ? String(url.dropFirst("sqlite:".count)) : url
  }

  /// Today where the users are: a date ends at midnight in Sweden, whatever the server's zone.
  var today: CivilDate { Self.day(of: Self.parts(of: now())) }

  /// A time by the users' clocks, to the minute.
  var written: @Sendable (Instant) -> String {
    { instant in
      let parts = Self.parts(of: instant)
      let clock = [parts.hour ?? 0, parts.minute ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }
      return "\(Self.day(of: parts)) \(clock.joined(separator: ":"))"
    }
  }

  private static func parts(of instant: Instant) -> DateComponents {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    return calendar.dateComponents(
      [.year, .month, .day, .hour, .minute],
      from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }

  private static func day(of parts: DateComponents) -> CivilDate {
    CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) ?? .latest
  }

  /// The time by this machine's clock.
  static func systemTime() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}

extension Runner {
  /// The names of bodies on a day, and of people; nothing fails because a name cannot be read.
  func names(on day: CivilDate) -> Names {
    Names(engine.organisation, on: day, persons: (try? store.persons()) ?? [])
  }
}
