import Canonical
import CheckTool
import CivilTime
import Foundation
import Runtime
import Store
import Views

// What a view gathers is kept beside the store, in a folder of its own, so that a look at the whole
// country reads only the products that have changed since somebody looked last. Nothing depends on
// the folder: taken away, or where it cannot be written, it only takes longer.

extension Shell {
  /// What is gathered of every product as it stands, or stood at the end of a day, by their ids.
  func gathered(
    _ gathering: any Gathering, until day: CivilDate? = nil, by runner: Runner
  ) throws(StoreError) -> [Row] {
    // What somebody has looked back at is kept beside what is so of today, for the latest such day.
    let path = storePath + "-views/" + gathering.name + (day == nil ? "" : "-past")
    let file = FileManager.default.contents(atPath: path)
    let build = day.map { "\(Self.build) \($0)" } ?? Self.build
    let kept = KeptRows(build: build, file: file.map { Array($0) } ?? [])
    let streams = try runner.store.streams()
    var later: [String: Int]?
    var new: [ContentHash: [Row]] = [:]
    var rows: [Row] = []
    for stream in streams {
      if let head = stream.head, let own = kept[head] {
        rows += own
        continue
      }
      if let day, later == nil { later = try runner.store.firstEvents(after: day) }
      // To that version and no further: another process may write meanwhile.
      let own: [Row]
      switch (day, later?[stream.stream]) {
      case (.some, 1): own = []
      case (let day?, .some):
        own = gathering.rows(
          of: try runner.state(of: stream.stream, until: day, at: stream.version))
      default:
        own = gathering.rows(of: try runner.state(of: stream.stream, at: stream.version))
      }
      if let head = stream.head { new[head] = own }
      rows += own
    }
    let heads = streams.compactMap(\.head)
    if !kept.isOf(heads) { keep(kept.file(of: heads, new: new), at: path) }
    return rows
  }

  private func keep(_ bytes: [UInt8], at path: String) {
    let manager = FileManager.default
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !manager.fileExists(atPath: folder) {
      // Who may read the store may look into the folder, and nobody else.
      let mode = (try? manager.attributesOfItem(atPath: storePath))?[.posixPermissions] as? Int
      let open = mode.map { $0 | ($0 & 0o444) >> 2 } ?? 0o700
      try? manager.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: open & 0o777])
    }
    // Whole or not at all, in place of what was there: whoever reads meanwhile reads either.
    try? Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  // Another build may gather otherwise. Where the program is not to be found nothing is ever the same.
  private static let build: String = {
    let manager = FileManager.default
    // Asking Bundle costs as much as reading all that is kept.
    let path = try? manager.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    guard let path = path ?? Bundle.main.executableURL?.resolvingSymlinksInPath().path,
      let file = try? manager.attributesOfItem(atPath: path),
      let size = file[.size] as? Int, let date = file[.modificationDate] as? Date
    else { return UUID().uuidString }
    return "\(Version.number) \(size) \(date.timeIntervalSince1970)"
  }()
}
