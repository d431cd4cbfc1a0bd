/// What files are called in what outlives a run: known findings, exceptions and fingerprints.
///
/// A file has one name however its path was written: `P/a.yaml`, `./P//a.yaml`, the whole path, or
/// `a.yaml` from inside the folder. The name begins in the folder of the project.
package struct PathNames: Sendable {
  /// For each folder as paths write it, what its files' names begin with.
  private let folders: [String: String]

  /// Names that are the paths, without what makes no difference in them.
  package init() {
    folders = [:]
  }

  /// Names that begin in a folder.
  ///
  /// - Parameters:
  ///   - base: where names begin, from the root of the file system.
  ///   - folders: the folders that files lie in, as their paths write them, each with its whole path.
  package init(below base: String, folders: [String: String]) {
    self.folders = folders.mapValues { Self.path($0, from: base) }
  }

  /// The name of the file at a path.
  package subscript(path: String) -> String {
    guard let folder = folders[Self.folder(of: path)] else { return Self.normalised(path) }
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      String(path[path.utf8.index(after: $0)...])
    }
    return folder.isEmpty ? name ?? path : "\(folder)/\(name ?? path)"
  }

  /// The folder that a path lies in, as it is written.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path without empty parts and `.`, and without each `..` that follows the name of a folder.
  package static func normalised(_ path: String) -> String {
    let whole = parts(of: path).joined(separator: "/")
    if path.utf8.first == UInt8(ascii: "/") { return "/\(whole)" }
    return whole.isEmpty ? "." : whole
  }

  private static func parts(of path: String) -> [Substring] {
    let isWhole = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if !isWhole {
        parts.append(part)
      }
    }
    return parts
  }

  /// The way from one folder to another; empty where they are the same.
  private static func path(_ folder: String, from base: String) -> String {
    let (to, from) = (parts(of: folder), parts(of: base))
    let shared = zip(to, from).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: from.count - shared)
    return (up + to[shared...]).joined(separator: "/")
  }
}
