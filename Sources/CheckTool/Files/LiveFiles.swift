import Checking
import Located

/// The files as they were at a revision: what is live, when that is what was released from there.
struct LiveFiles {
  /// The files, under paths of their own: `main:Pipelines/vp.yaml`.
  let files: [SourceFile]

  /// Asks git; only what has changed since is fetched, the rest is at hand.
  ///
  /// What is gone since then lies in no folder that is still there, so it is looked for below all
  /// paths that were asked for.
  ///
  /// - Parameters:
  ///   - present: the files as they are.
  ///   - paths: the files and folders that they were found by.
  /// - Throws: `failure` without git, without a repository, or for an unknown revision.
  init(
    at revision: String, like present: [SourceFile], at paths: [String]
  ) throws(Failure) {
    let option = "--against"
    let place = paths.first ?? present.first?.path ?? "."
    let isFolder = FileSystem.entry(at: place)?.isFolder == true
    let git = try Git(around: isFolder ? place : FileSystem.parent(of: place), for: option)
    let commit = try git.commit(revision, for: option)
    let names = try git.names(["ls-tree", "-r", "--name-only", "-z", commit], for: option)
    let touched = Set(
      try git.names(["diff", "--name-only", "--no-renames", "-z", commit, "--"], for: option))
    var known: [String: SourceFile] = [:]
    for file in present {
      if let name = git.name(of: file.path) { known[name] = file }
    }
    let folders = paths.filter { FileSystem.entry(at: $0)?.isFolder == true }
      .compactMap { git.name(of: $0) }
    var files: [SourceFile] = []
    for name in names where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let path = "\(revision):\(name)"
      if let file = known[name], !touched.contains(name) {
        files.append(file.named(path))
      } else if known[name] != nil || folders.contains(where: { FolderWalk.finds(name, in: $0) }) {
        let bytes = try git.output(["show", "\(commit):\(name)"], for: option)
        files.append(SourceFile(path: path, bytes: bytes))
      }
    }
    self.files = files
  }
}

extension Git {
  /// What the repository calls a file or folder; empty for its top, nil for what lies elsewhere.
  fileprivate func name(of path: String) -> String? {
    guard let absolute = FileSystem.absolute(path) else { return nil }
    if absolute == root { return "" }
    return absolute.hasPrefix("\(root)/") ? String(absolute.dropFirst(root.count + 1)) : nil
  }
}

extension FolderWalk {
  /// Whether a walk of a folder would come to a file of a name below it, were it there.
  fileprivate static func finds(_ name: String, in folder: String) -> Bool {
    guard folder.isEmpty || name.hasPrefix("\(folder)/") else { return false }
    let inside = name.dropFirst(folder.isEmpty ? 0 : folder.count + 1).split(separator: "/")
    return !inside.contains { $0.hasPrefix(".") } && isYAML(inside.last.map(String.init) ?? "")
  }
}
