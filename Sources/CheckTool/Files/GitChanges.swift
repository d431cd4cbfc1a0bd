import Checking
import Located

/// Which of the files that were read have changed since a revision.
struct GitChanges {
  /// Paths as the files have them; nil when every file counts.
  private let changed: Set<String>?

  /// Asks git; what is not committed yet has changed too.
  ///
  /// - Throws: `failure` without git, without a repository, or for an unknown revision.
  init(since revision: String, near files: [SourceFile], registers: Set<String>) throws(Failure) {
    let option = "--changed-since"
    let git = try Git(
      around: files.first.map { FileSystem.parent(of: $0.path) } ?? ".", for: option)
    let start = try git.base(of: try git.commit(revision, for: option), for: option)
    let touched =
      try git.names(["diff", "--name-only", "--no-renames", "-z", start, "--"], for: option)
      + git.names(["ls-files", "--others", "--exclude-standard", "-z"], for: option)
    let names = Set(touched.map { "\(git.root)/\($0)" })
    let present = files.filter { file in
      FileSystem.absolute(file.path).map(names.contains) ?? true
    }.map(\.path)
    // What the register says, and what a file that is gone said, may matter to any file.
    let isGone = touched.contains { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && FileSystem.entry(at: "\(git.root)/\(name)") == nil
    }
    let isProject = touched.contains { name in
      ["stafett.yaml", "stafett.lock"].contains { name == $0 || name.hasSuffix("/\($0)") }
    }
    let everything = isGone || isProject || present.contains(where: registers.contains)
    changed = everything ? nil : Set(present)
  }

  /// The findings that a change may have brought: those that are about a changed file, or that one
  /// explains.
  func filter(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard let changed else { return findings }
    return findings.filter { finding in
      changed.contains(finding.path)
        || (finding.related + finding.steps).contains { changed.contains($0.path) }
    }
  }
}
