import Checking
import Located

/// The files as they were at a revision: what is live, when that is what was released from there.
struct LiveFiles {
  /// The files, under paths of their own: `main:Pipelines/vp.yaml`.
  let files: [SourceFile]

  /// Asks git; only what has changed since is fetched, the rest is at hand.
  ///
  /// - Throws: `failure` without git, without a repository, or for an unknown revision.
  init(at revision: String, like present: [SourceFile]) throws(Failure) {
    let option = "--against"
    let git = try Git(
      around: present.first.map { FileSystem.parent(of: $0.path) } ?? ".", for: option)
    let commit = try git.commit(revision, for: option)
    let names = try git.names(["ls-tree", "-r", "--name-only", "-z", commit], for: option)
    let touched = Set(
      try git.names(["diff", "--name-only", "--no-renames", "-z", commit, "--"], for: option))
    var known: [String: SourceFile] = [:]
    var folders: Set<String> = []
    for file in present {
      guard let absolute = FileSystem.absolute(file.path), absolute.hasPrefix("\(git.root)/") else {
        continue
      }
      let name = String(absolute.dropFirst(git.root.count + 1))
      known[name] = file
      folders.insert(FileSystem.parent(of: name))
    }
    var files: [SourceFile] = []
    for name in names where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let path = "\(revision):\(name)"
      if let file = known[name], !touched.contains(name) {
        files.append(file.named(path))
      } else if known[name] != nil || folders.contains(FileSystem.parent(of: name)) {
        let bytes = try git.output(["show", "\(commit):\(name)"], for: option)
        files.append(SourceFile(path: path, bytes: bytes))
      }
    }
    self.files = files
  }
}
