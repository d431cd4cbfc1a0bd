import Located
import Testing

@testable import Checking

/// One file has one name, however its path was written.
@Suite struct PathNamesTests {
  @Test(arguments: [
    ("a.yaml", "a.yaml"), ("./a.yaml", "a.yaml"), ("P//./a.yaml", "P/a.yaml"),
    ("P/q/../a.yaml", "P/a.yaml"), ("../P/a.yaml", "../P/a.yaml"), ("/../a", "/a"), ("-", "-"),
    ("../../a", "../../a"), (".", "."), ("main:P/a.yaml", "main:P/a.yaml"),
  ])
  func `what makes no difference is left out`(_ path: String, _ name: String) {
    #expect(PathNames.normalised(path) == name)
    #expect(PathNames()[path] == name)
  }

  @Test func `a name begins in the folder of the project`() {
    let names = PathNames(
      below: "/repo/x",
      folders: [
        ".": "/repo/x/P", "..": "/repo/x", "./P": "/repo/x/P", "/repo/x/P": "/repo/x/P",
        "/else": "/else", "../../y": "/repo/y", "/": "/",
      ])
    for path in ["a.yaml", "./P/a.yaml", "/repo/x/P/a.yaml"] {
      #expect(names[path] == "P/a.yaml", "\(path)")
    }
    #expect(names["../stafett.yaml"] == "stafett.yaml")
    #expect(names["/else/a.yaml"] == "../../else/a.yaml")
    #expect(names["../../y/a.yaml"] == "../y/a.yaml")
    #expect(names["/a.yaml"] == "../../a.yaml")
  }

  @Test func `findings of one file have one fingerprint and one entry in a baseline`() {
    func finding(_ path: String) -> Diagnostic {
      Diagnostic(
        "rule/no-reminder", Text("x"), severity: .warning, path: path,
        span: Span(Mark(line: 1, column: 1), Mark(line: 1, column: 2)), place: "stages.a")
    }
    let names = PathNames(below: "/r", folders: ["P": "/r/P", "/r/P": "/r/P", "./P": "/r/P"])
    let paths = ["P/a.yaml", "./P/a.yaml", "/r/P/a.yaml"]
    let prints = paths.map { path in
      Fingerprints(Report([finding(path)], of: [], names: names))[finding(path)]
    }
    #expect(Set(prints).count == 1)
    let lists = paths.map { Baseline(of: [finding($0)], names).text }
    #expect(Set(lists).count == 1 && lists[0].contains("path: \"P/a.yaml\""))
  }
}
