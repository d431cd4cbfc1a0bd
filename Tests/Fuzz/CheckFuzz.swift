import Checking
import Glibc
import Located
import Soundness
import StageKit
import StageRegistry

// The whole check of an input that a fuzzer made up: the pass with its proof, every printer, and
// the safe fixes. Nothing is expected of it but that it ends soon, and within its memory.

private let stages = StageCatalogue(registeredStages)
private let register = fixtureRegister()
// A tenth of the usual: a proof without an end takes a time that is known, and tells nothing new.
private let bounds = ProofBounds(states: 20_000)
private let mostMemory = 64 << 20
// A second without the sanitizer, which makes all of it take three to four times as long.
private let mostSeconds = 4.0

@_silgen_name("stafett_memory_watch") private func watchMemory()
@_silgen_name("stafett_memory_mark") private func markMemory() -> Int
@_silgen_name("stafett_memory_most") private func mostHeld() -> Int

/// Checks nothing once, so that what is made at first use is no input's.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> Int32 {
  check([])
  watchMemory()
  return 0
}

/// Checks an input.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let before = markMemory()
  let begin = processorSeconds()
  check(files(in: [UInt8](UnsafeBufferPointer(start: start, count: count))))
  let held = mostHeld() - before - count
  guard held <= mostMemory else {
    print("the check held \(held >> 20) MiB over its input")
    fflush(nil)
    abort()
  }
  // Time of the processor, so that a busy machine finds nothing that is not there.
  let took = processorSeconds() - begin
  guard took <= mostSeconds else {
    print("the check took \(took) s")
    fflush(nil)
    abort()
  }
  return 0
}

private func check(_ files: [SourceFile]) {
  let all = files + register
  let workspace = Workspace.load(all, stages: stages, bounds: bounds)
  let report = Report(
    workspace.diagnostics, of: all, suppressed: workspace.suppressed,
    notEvaluated: workspace.notEvaluated)
  // Each in one language: what differs between the two is only texts.
  let length =
    report.json.utf8.count + report.text(.sv, colour: true).utf8.count
    + report.short(.en).utf8.count + report.github(.sv).utf8.count
    + report.gitlab(.en).utf8.count + report.junit(.sv).utf8.count + report.sarif(.en).utf8.count
  guard length > 0 else { abort() }
  guard workspace.diagnostics.contains(where: { $0.fixes.contains(where: \.isSafe) }) else {
    return
  }
  let fixes = Fixes.apply(to: all) {
    Workspace.load($0, stages: stages, bounds: bounds).diagnostics
  }
  if Fixes.diff(from: all, to: fixes.files).utf8.count > 1 << 30 { abort() }
}

/// An input is one file, or several between lines of `=====`.
private func files(in bytes: [UInt8]) -> [SourceFile] {
  let divider = Array("\n=====\n".utf8)
  var parts: [ArraySlice<UInt8>] = []
  var start = 0
  var at = 0
  while at + divider.count <= bytes.count, parts.count < 16 {
    if bytes[at] == divider[0], bytes[at..<at + divider.count].elementsEqual(divider) {
      parts.append(bytes[start..<at + 1])
      at += divider.count
      start = at
    } else {
      at += 1
    }
  }
  parts.append(bytes[start...])
  return parts.enumerated().map { SourceFile(path: "\($0).yaml", bytes: Array($1)) }
}

/// The register of the fixtures, so that names of bodies mean something.
private func fixtureRegister() -> [SourceFile] {
  guard let file = fopen("Tests/CheckingTests/Fixtures/register.yaml", "rb") else { return [] }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = fread(&bytes, 1, bytes.count, file)
  return [SourceFile(path: "register.yaml", bytes: Array(bytes[..<count]))]
}

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
