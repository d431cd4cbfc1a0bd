import Checking

/// Looks for the file of a project, from a folder upwards.
enum ProjectSearch {
  /// The name of the file.
  static let fileName = "stafett.yaml"

  /// The file of the project that a path belongs to, or another that stands beside one; nil where
  /// there is none.
  ///
  /// A repository ends the search: what lies above it is none of its own, and differs from machine
  /// to machine.
  static func file(_ name: String = fileName, above path: String) -> String? {
    guard let here = FileSystem.absolute(".") else { return nil }
    let file = first(above: path) { folder in
      let file = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      return FileSystem.entry(at: file)?.isFolder == false ? file : nil
    }
    return file.map { shortened($0, from: here) }
  }

  /// The top folder of the repository that a path lies in; nil where it lies in none.
  static func repository(above path: String) -> String? {
    first(above: path) { isTop($0) ? $0 : nil }
  }

  private static func isTop(_ folder: String) -> Bool {
    FileSystem.entry(at: "\(folder)/.git") != nil
  }

  /// What the nearest folder upwards has, up to the top of a repository.
  private static func first(above path: String, _ found: (String) -> String?) -> String? {
    guard let whole = FileSystem.absolute(path) else { return nil }
    var folder =
      FileSystem.entry(at: whole)?.isFolder == true ? whole : FileSystem.parent(of: whole)
    while true {
      if let found = found(folder) { return found }
      guard folder != "/", !isTop(folder) else { return nil }
      folder = FileSystem.parent(of: folder)
    }
  }

  // As a person would write it: from the folder that the check is run in.
  private static func shortened(_ path: String, from folder: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }
}
