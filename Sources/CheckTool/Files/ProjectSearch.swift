import Checking

/// Looks for the file of a project, from a folder upwards.
enum ProjectSearch {
  /// The name of the file.
  static let fileName = "stafett.yaml"

  /// The file of the project that a path belongs to; nil where there is none.
  ///
  /// A repository ends the search: what lies above it is none of its own, and differs from machine
  /// to machine.
  static func file(above path: String) -> String? {
    guard let whole = FileSystem.absolute(path), let here = FileSystem.absolute(".") else {
      return nil
    }
    var folder =
      FileSystem.entry(at: whole)?.isFolder == true ? whole : FileSystem.parent(of: whole)
    while true {
      let file = folder == "/" ? "/\(fileName)" : "\(folder)/\(fileName)"
      if FileSystem.entry(at: file)?.isFolder == false { return shortened(file, from: here) }
      let isTop = FileSystem.entry(at: "\(folder)/.git") != nil
      guard folder != "/", !isTop else { return nil }
      folder = FileSystem.parent(of: folder)
    }
  }

  // As a person would write it: from the folder that the check is run in.
  private static func shortened(_ path: String, from folder: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
  }
}
