package import Checking
import Codes
package import Located
package import StageKit

/// The lock file of a project, or of the folder that a check is run from.
package struct LockFile {
  /// Where it is, or would be.
  let path: String

  /// The file at a path, whether there is one or not.
  package init(at path: String) {
    self.path = path
  }

  /// The level of the newest rule of this build.
  static var level: Int {
    CodeCatalogue.codes.reduce(1) { max($0, CodeCatalogue[$1]?.since ?? 1) }
  }

  /// The file with its findings, and the others without those that it holds back; everything as it
  /// was where there is no lock.
  package func applied(
    to findings: [Diagnostic], _ stages: StageCatalogue, _ uses: [StageUse]
  ) -> (findings: [Diagnostic], heldBack: [Text], file: SourceFile?) {
    guard let bytes = FileSystem.read(path) else { return (findings, [], nil) }
    let file = SourceFile(path: path, bytes: bytes)
    let (lock, faults) = Lock.read(file)
    guard let lock else { return (findings + faults, [], file) }
    let held = lock.holdingBack(findings) { CodeCatalogue[$0]?.since ?? 1 }
    return (
      held.counting + faults + lock.findings(stages, uses, newest: Self.level), held.heldBack,
      file
    )
  }

  /// Writes what this build holds.
  ///
  /// - Throws: `failure` where it cannot be written.
  func update(_ stages: StageCatalogue) throws(Failure) {
    let text = Lock(of: stages, level: Self.level).text
    if let reason = FileSystem.write(Array(text.utf8), to: path) {
      throw Failure(
        .failure, "lock/not-written", at: path, sv: "går inte att skriva: \(reason)",
        en: "cannot be written: \(reason)")
    }
  }
}
