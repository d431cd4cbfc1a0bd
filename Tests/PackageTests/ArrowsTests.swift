import Testing

/// The rules find what they are there to find.
struct ArrowsTests {
  @Test(arguments: [
    ("Located", "StageKit"), ("Lifecycle", "Store"), ("Lifecycle", "Foundation"),
    ("Store", "FoundationEssentials"), ("Canonical", "Glibc"), ("Definitions", "CLibYAML"),
    ("Commands", "GRDB"), ("RemissStage", "Lifecycle"), ("RemissStage", "Canonical"),
    ("RemissStage", "DraftStage"), ("Runtime", "RemissStage"), ("Commands", "RemissStage"),
    ("Unheard", "Located"),
  ])
  func `an arrow against the direction is found with its line`(module: String, imported: String) {
    let source = Source(path: "Sources/X.swift", text: "// X\npackage import \(imported)\n")
    let found = ["Sources/X.swift:2: \(module) may not import \(imported)"]
    #expect(Arrows.design.broken(in: source, of: module) == found)
  }

  @Test(arguments: [
    ("Lifecycle", "Located"), ("Store", "Definitions"), ("Runtime", "Foundation"),
    ("RemissStage", "StageKit"), ("StageRegistry", "RemissStage"), ("Located", "Synchronization"),
    ("Canonical", "CSHA256"), ("Commands", "CivilTime"),
  ])
  func `an arrow along the direction is none`(module: String, imported: String) {
    let source = Source(path: "X.swift", text: "import \(imported)")
    #expect(Arrows.design.broken(in: source, of: module) == [])
  }

  @Test func `a dependency against the direction is found in the manifest`() {
    func broken(_ name: String, _ dependencies: [String]) -> [String] {
      Arrows.design.broken(
        in: Manifest.Target(name: name, kind: "regular", path: "", dependencies: dependencies))
    }
    #expect(broken("Lifecycle", ["Located", "Definitions"]) == [])
    #expect(
      broken("Located", ["Store", "GRDB"]) == [
        "Package.swift: Located may not depend on Store",
        "Package.swift: Located may not depend on GRDB",
      ])
    #expect(broken("Helpers", []) == ["Package.swift: the design has no module Helpers"])
  }

  @Test func `the modules of the design go one way`() {
    var earlier: Set<String> = []
    for module in Arrows.design.modules {
      #expect(module.above.filter { !earlier.contains($0) } == [], "\(module.name)")
      earlier.insert(module.name)
    }
  }

  @Test func `imports are found in every dress, and nowhere else`() {
    let text = #"""
      import A
      @_exported public import B // import C
      @testable import struct D.E
      /* import F
         /* nested */ import G */ package import H
      let text = """
        import I
        """
      let other = "\" import J", third = #"" import K"#; import L
        internal import enum M.N
      let important = 1
      #if canImport(O)
        import O
      #endif
      """#
    let found = Source(path: "", text: text).imports.map { "\($0.module) \($0.line)" }
    #expect(found == ["A 1", "B 2", "D 3", "H 5", "L 9", "M 10", "O 13"])
  }

  @Test func `forbidden words count in code only`() {
    let source = Source(
      path: "", text: "// try! this\nlet a = \"fatalError\"\nlet b = try! c()\n")
    #expect(source.lines(with: "try!") == [3])
    #expect(source.lines(with: "fatalError") == [])
  }
}
