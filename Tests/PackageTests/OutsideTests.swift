import Foundation
import Testing

struct OutsideTests {
  /// Builds as an outsider does, in a folder that is kept so that only the first time is long.
  @Test(.timeLimit(.minutes(10)))
  func `a region builds a program of our stages and its own, from packages of its own`() throws {
    let assembly = Manifest.root.appending(path: "Tests/Outside/assembly")
    let scratch = Manifest.root.appending(path: ".build/outside")
    let printed = try run(
      "swift", "run", "--package-path", assembly.path(), "--scratch-path", scratch.path(),
      "region-stages")
    let names = printed.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(names == ["procurement@1", "regional-decision@1", "review@1"])
    #expect(printed.hasPrefix("procurement@1: Upphandling, 2\n"))
  }
}
