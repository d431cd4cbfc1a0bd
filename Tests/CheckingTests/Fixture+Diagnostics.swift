import CivilTime
import Foundation
import Located

@testable import Checking

extension Fixture {
  var diagnostics: [Diagnostic] {
    let beside = ["stafett.yaml", "baseline.yaml", Lock.fileName]
    let workspace = Workspace.load(
      files.filter { !beside.contains($0.path) }, stages: catalogue, on: date, live: live,
      rules: rules, most: most)
    var said: [Diagnostic] = []
    let project = file("stafett.yaml").flatMap { file in
      let (project, findings) = Project.read(file, codes: KnownCodes(stages: catalogue))
      said += findings
      return project
    }
    let baseline = file("baseline.yaml").flatMap { file in
      let (baseline, findings) = Baseline.read(file)
      said += findings
      return baseline
    }
    if let file = file(Lock.fileName) {
      let (lock, findings) = Lock.read(file)
      said += findings + (lock?.findings(catalogue, workspace.uses, newest: 1) ?? [])
    }
    let silencing = Silencing(
      project: project, baseline: baseline, date: date, notLookedFor: live == nil ? ["compat/"] : []
    )
    return (workspace.silenced(by: silencing).diagnostics + said).ordered
  }

  /// How many findings of one file are told: what a first line `# at most 2` says.
  private var most: Int {
    files.lazy.compactMap { file in
      String(decoding: file.bytes.prefix(40), as: UTF8.self).prefixMatch(of: /# at most (\d+)/)
        .flatMap { Int($0.output.1) }
    }.first ?? FindingQuota.most
  }

  private func file(_ path: String) -> SourceFile? { files.first { $0.path == path } }

  private var date: CivilDate? {
    files.lazy.compactMap { file in
      String(decoding: file.bytes.prefix(40), as: UTF8.self).prefixMatch(of: /# at:? (\S+)/)
        .flatMap { CivilDate(String($0.output.1)) }
    }.first
  }

  /// The findings with all files that they point into.
  var report: Report { Report(diagnostics, of: files, context: live?.files ?? []) }
}
