import Foundation
import Located
import Store

/// What stands at a path, told from the file system and the file's header alone.
///
/// SQLite would turn another program's database into one of ours step by step; looking first leaves a
/// file that is not ours as it was, to the byte.
enum StoreFile {
  /// Nothing, or an empty file that a store can be made in.
  case vacant
  /// A store, as far as its header says.
  case store

  // SQLite file format, section 1.3: the magic text, and where the application's id stands.
  private static let magic = Array("SQLite format 3\0".utf8)
  private static let headerSize = 100
  private static let applicationID = 68..<72

  /// Looks at a path.
  ///
  /// - Throws: `notAStore` for a file that is something else, `failed` for a folder or what cannot be
  ///   read.
  init(at path: String) throws(StoreError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      self = .vacant
      return
    }
    guard !isFolder.boolValue else {
      throw .failed(
        Text(
          sv: "\(path) är en mapp; ange en fil i den", en: "\(path) is a folder; name a file in it")
      )
    }
    guard let file = FileHandle(forReadingAtPath: path),
      let header = try? file.read(upToCount: Self.headerSize) ?? Data()
    else {
      throw .failed(
        Text(
          sv: "\(path) går inte att läsa; se över behörigheten",
          en: "\(path) cannot be read; see to its permissions"))
    }
    try? file.close()
    guard !header.isEmpty else {
      self = .vacant
      return
    }
    guard header.count == Self.headerSize, header.starts(with: Self.magic) else {
      throw .notAStore(
        Text(
          sv: "\(path) är inget ärendelager: filen är inte en SQLite-databas",
          en: "\(path) is no store: the file is not an SQLite database"))
    }
    let application = header[Self.applicationID].reduce(0) { $0 << 8 | UInt32($1) }
    guard application == UInt32(bitPattern: Schema.applicationID) else {
      throw .notAStore(
        Text(
          sv: "\(path) är inget ärendelager: databasen hör till ett annat program",
          en: "\(path) is no store: the database belongs to another program"))
    }
    self = .store
  }
}
