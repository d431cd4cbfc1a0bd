import GRDB
import Located
import Store

extension StoreError {
  /// What an error of SQLite means to the user; never the statement or what was written.
  init(_ error: any Error, at path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(Text(sv: "\(path): \(error)", en: "\(path): \(error)"))
      return
    }
    let detail = "SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "?")"
    switch error.resultCode {
    case .SQLITE_FULL:
      self = .full(
        Text(
          sv: "det finns inte plats för mer i \(path); inget skrevs",
          en: "there is no room for more in \(path); nothing was written"))
    case .SQLITE_NOTADB:
      self = .notAStore(
        Text(
          sv: "\(path) är inget ärendelager (\(detail))", en: "\(path) is no store (\(detail))"))
    case .SQLITE_CORRUPT:
      self = .failed(
        Text(
          sv: "\(path) är skadad; återställ en säkerhetskopia (\(detail))",
          en: "\(path) is damaged; restore a backup (\(detail))"))
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .failed(
        Text(
          sv: "\(path) är upptagen: ett annat program håller den; försök igen",
          en: "\(path) is busy: another program holds it; try again"))
    case .SQLITE_READONLY, .SQLITE_PERM:
      self = .failed(
        Text(
          sv: "\(path) går inte att skriva i; se över behörigheten",
          en: "\(path) cannot be written; see to its permissions"))
    case .SQLITE_CANTOPEN:
      self = .failed(
        Text(
          sv: "\(path) går inte att öppna; finns mappen, och får den skrivas i?",
          en: "\(path) cannot be opened; does its folder exist, and may it be written in?"))
    default:
      self = .failed(
        Text(
          sv: "\(path): läsning eller skrivning misslyckades (\(detail))",
          en: "\(path): reading or writing failed (\(detail))"))
    }
  }

  /// A store of a later Stafett.
  static func later(_ path: String) -> StoreError {
    .notAStore(
      Text(
        sv: "\(path) är skriven av en senare version av Stafett; använd den",
        en: "\(path) was written by a later version of Stafett; use that one"))
  }

  /// A store of an earlier Stafett, opened for reading only.
  static func earlier(_ path: String) -> StoreError {
    .notAStore(
      Text(
        sv:
          "\(path) är från en äldre version av Stafett; kör 'stafett tick' en gång, så uppdateras den",
        en: "\(path) is of an earlier version of Stafett; run 'stafett tick' once to update it"))
  }

  /// A row that does not hold what this program writes.
  static func damaged(_ row: String) -> StoreError {
    .failed(
      Text(
        sv: "\(row) går inte att läsa: raden är skadad", en: "\(row) cannot be read: it is damaged")
    )
  }
}
