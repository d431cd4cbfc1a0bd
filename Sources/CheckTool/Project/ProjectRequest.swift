package import CivilTime
import Soundness

/// What is to be checked, and by what: the part of a command line that every pass over files takes.
package struct ProjectRequest: Sendable {
  /// Files and folders, and `-` for standard input; none for the roots of the project.
  package var paths: [String] = []
  /// The folder whose register holds where none is named.
  package var pipelines = "./Pipelines"
  /// What to read where neither the command line nor a project says it.
  package var otherwise: [String] = []
  /// What standard input is called; nil when it was not said.
  var standardInputPath: String?
  /// The project's file; nil for the one that is found upwards.
  package var project: String?
  /// The file of known findings; nil for what the project says.
  package var baseline: String?
  /// Whether to take what is mended out of it; where there is none, to begin one.
  var updatesBaseline = false
  /// The lock file; nil for the one where it always is.
  package var lock: String?
  /// The day on which exceptions are looked at; nil where nobody said.
  package var date: CivilDate?
  package var isStrict = false
  /// How far the proof of a flow may go.
  var bounds = ProofBounds()
  /// How many threads there may be; nil for what the machine has.
  var threads: Int?

  /// Nothing said.
  package init() {}

  /// Whether standard input is one of the files.
  var readsStandardInput: Bool { paths.contains("-") }

  /// Where the project is looked for, from there upwards.
  var place: String {
    if let first = paths.first(where: { $0 != "-" }) { return first }
    if let standardInputPath { return FileSystem.parent(of: standardInputPath) }
    return otherwise.first ?? "."
  }
}
