import Located
import Register

/// The files that are read before all others: registers and scenarios, and those that may be one.
struct Early: Sendable {
  private let files: [Int: ReadFile]
  let register: RegisterReading
  /// Names that may stand in what could not be read of the register.
  let unread: UnreadNames
  let registers: [Node]
  let scenarios: [Node]
  /// The ids of the pipelines that scenarios tell of.
  let pipelinesOfScenarios: Set<String>
  /// Whether some file that could not be read may be a register.
  let mayHideRegister: Bool

  /// Reads the files of these numbers.
  init(_ all: [SourceFile], _ numbers: [Int], _ work: SideBySide) {
    let read = work.map(numbers.count) { ReadFile(all[numbers[$0]]) }
    files = Dictionary(uniqueKeysWithValues: zip(numbers, read))
    registers = read.filter { $0.kind == .register }.compactMap(\.root)
    scenarios = read.filter { $0.kind == .scenario }.compactMap(\.root)
    register = RegisterReading(registers)
    mayHideRegister = read.contains { $0.mayHide(.register) }
    unread = mayHideRegister || registers.isEmpty ? .any : register.unread
    let named = scenarios.flatMap {
      [$0["pipeline"]] + ($0["cases"]?.items ?? []).map { $0["pipeline"] }
    }
    pipelinesOfScenarios = Set(
      named.compactMap { $0?.text?.split(separator: "@").first.map(String.init) })
  }

  /// A file by its number; nil for one that is not among them.
  subscript(number: Int) -> ReadFile? { files[number] }

  /// Whether there is a register, with no error in its files and none that may be hidden.
  func isWhole(_ findings: [Diagnostic]) -> Bool {
    let paths = Set(registers.map(\.path))
    return !registers.isEmpty && !mayHideRegister
      && !findings.contains { $0.severity == .error && paths.contains($0.path) }
  }
}
