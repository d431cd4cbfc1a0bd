import Located

/// What git knows of a repository, asked for with its own program.
struct Git {
  /// The folder that the repository is checked out in, from the root of the file system.
  let root: String
  private let folder: String

  /// The repository that a folder lies in.
  ///
  /// - Parameter option: what on the command line wants it, for the refusal.
  /// - Throws: `failure` where there is no git, or no repository.
  init(around folder: String, for option: String) throws(Failure) {
    self.folder = folder
    let top = try Git.run(["-C", folder, "rev-parse", "--show-toplevel"], option)
    guard top.code == 0 else {
      throw Failure(
        .failure, "git/no-repository", at: option,
        sv: "\(folder) ligger inte i något git-arkiv (\(top.complaint))",
        en: "\(folder) lies in no git repository (\(top.complaint))")
    }
    root = String(decoding: top.output, as: UTF8.self).droppingLastLineBreak
  }

  /// The commit that a revision names.
  ///
  /// - Throws: `failure` where it names none.
  func commit(_ revision: String, for option: String) throws(Failure) -> String {
    let found = try Git.run(
      [
        "-C", folder, "rev-parse", "--verify", "--quiet", "--end-of-options",
        "\(revision)^{commit}",
      ], option)
    guard found.code == 0 else {
      throw Failure(
        .failure, "git/unknown-revision", at: option,
        sv: "git känner inte till någon revision '\(revision)'",
        en: "git knows no revision '\(revision)'",
        help: Text(
          sv:
            "en kopia med bara den sista ändringen saknar äldre: hämta fler (git fetch --unshallow)",
          en: "a clone of only the last change lacks older ones: fetch more (git fetch --unshallow)"
        ))
    }
    return String(decoding: found.output, as: UTF8.self).droppingLastLineBreak
  }

  /// Where a commit and what is checked out parted; the commit itself where git cannot tell.
  func base(of commit: String, for option: String) throws(Failure) -> String {
    let found = try Git.run(["-C", folder, "merge-base", commit, "HEAD"], option)
    return found.code == 0
      ? String(decoding: found.output, as: UTF8.self).droppingLastLineBreak : commit
  }

  /// Asks for names that git parts by a zero byte.
  ///
  /// - Throws: `failure` where git cannot answer.
  func names(_ words: [String], for option: String) throws(Failure) -> [String] {
    String(decoding: try output(words, for: option), as: UTF8.self)
      .split(separator: "\0").map(String.init)
  }

  /// What git answers.
  ///
  /// - Throws: `failure` where git cannot answer.
  func output(_ words: [String], for option: String) throws(Failure) -> [UInt8] {
    let answer = try Git.run(["-C", root] + words, option)
    guard answer.code == 0 else {
      throw Failure(
        .failure, "git/failed", at: option, sv: "git svarade: \(answer.complaint)",
        en: "git said: \(answer.complaint)")
    }
    return answer.output
  }

  private static func run(
    _ words: [String], _ option: String
  ) throws(Failure) -> ChildProcess.Ended {
    guard let ended = ChildProcess.run(["git"] + words), ended.code != 127 else {
      throw Failure(
        .failure, "git/missing", at: option, sv: "programmet git finns inte här",
        en: "there is no program git here")
    }
    return ended
  }
}

extension String {
  fileprivate var droppingLastLineBreak: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
