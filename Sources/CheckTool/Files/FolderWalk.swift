/// The YAML files below a folder, sorted by name folder by folder.
///
/// Links are followed, but no folder is entered twice, so that a link to a folder above is no trap.
struct FolderWalk {
  struct Found {
    let path: String
    let entry: FileSystem.Entry
  }

  private(set) var files: [Found] = []
  /// What may not be read, or is a link that leads nowhere.
  private(set) var closed: [String] = []
  private var entered: Set<FileSystem.Identity> = []

  /// Walks a folder and all below it.
  mutating func visit(_ folder: String) {
    var waiting = [folder]
    while let path = waiting.popLast() {
      guard let entry = FileSystem.entry(at: path) else {
        closed.append(path)
        continue
      }
      guard entry.isFolder else {
        files.append(Found(path: path, entry: entry))
        continue
      }
      guard entered.insert(entry.identity).inserted else { continue }
      guard let names = FileSystem.names(in: path) else {
        closed.append(path)
        continue
      }
      let inside = names.compactMap { name -> String? in
        let whole = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        return Self.isYAML(name) || FileSystem.entry(at: whole)?.isFolder == true ? whole : nil
      }
      // The last in is the first out.
      waiting += inside.reversed()
    }
  }

  static func isYAML(_ name: String) -> Bool {
    (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) && name != "stafett.yaml"
  }
}
