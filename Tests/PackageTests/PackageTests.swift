import Foundation
import Testing

struct PackageTests {
  let manifest: Manifest
  /// What is built into programs: no tests, no plugin code, which runs inside SwiftPM.
  let modules: [Manifest.Target]

  init() throws {
    manifest = try Manifest.ours.get()
    modules = manifest.targets.filter { !["test", "plugin"].contains($0.kind) }
  }

  @Test func `every dependency in the manifest is an arrow of the design`() {
    #expect(modules.count > 10)
    #expect(modules.flatMap(Arrows.design.broken(in:)) == [])
  }

  @Test func `every import is an arrow of the design and stands in the manifest`() throws {
    for module in modules {
      let sources = try manifest.sources(of: module)
      #expect(sources.flatMap { Arrows.design.broken(in: $0, of: module.name) } == [])
      let known = Arrows.world.union(Arrows.language).union(reachable(from: module))
      let undeclared = sources.flatMap { source in
        source.imports.filter { !known.contains($0.module) }.map {
          "\(source.path):\($0.line): \(module.name) does not depend on \($0.module)"
        }
      }
      #expect(undeclared == [])
    }
  }

  @Test func `a stage sees StageKit and nothing else`() throws {
    for stage in modules where Arrows.isStage(stage.name) {
      #expect(stage.dependencies == ["StageKit"], "\(stage.name)")
      for source in try manifest.sources(of: stage) {
        let others = source.imports.filter { $0.module != "StageKit" }
        #expect(others == [], "\(source.path)")
      }
    }
  }

  @Test func `nothing below the effects touches Foundation, a clock or a file`() throws {
    let pure = modules.filter { Arrows.design[$0.name]?.hasEffects == false }
    #expect(pure.count > 8)
    for module in pure {
      for source in try manifest.sources(of: module) {
        let effects = source.imports.filter { Arrows.world.contains($0.module) }
        #expect(effects == [], "\(source.path)")
      }
    }
  }

  @Test func `each folder of a stage is registered, and each registered stage has one`() throws {
    let plugins = Manifest.root.appending(path: "Plugins")
    let folders = try FileManager.default.contentsOfDirectory(atPath: plugins.path())
      .filter { !["RegisterStages", "WriteCodePages"].contains($0) && !$0.hasPrefix(".") }.sorted()
    let stages = modules.filter { $0.path.hasPrefix("Plugins/") }.map(\.name).sorted()
    #expect(folders == stages)
    #expect(stages.filter { !Arrows.isStage($0) } == [])
    let registry = try #require(modules.first { $0.name == "StageRegistry" })
    #expect(registry.dependencies.filter { $0 != "StageKit" }.sorted() == stages)
  }

  @Test func `no Swift file is longer than 400 lines`() throws {
    let files = ["Sources", "Plugins", "Tests"].flatMap(Manifest.swiftFiles(under:))
    #expect(files.count > 40)
    for file in files + ["Package.swift"] {
      let lines = try Source(path: file, under: Manifest.root).lineCount
      #expect(lines <= 400, "\(file)")
    }
  }

  @Test func `nothing we build gives up on purpose`() throws {
    for file in ["Sources", "Plugins"].flatMap(Manifest.swiftFiles(under:)) {
      let source = try Source(path: file, under: Manifest.root)
      for word in ["fatalError", "try!", "preconditionFailure"] {
        #expect(source.lines(with: word) == [], "\(word) in \(file)")
      }
    }
  }

  /// What a module's declared dependencies bring, and what these bring.
  private func reachable(from module: Manifest.Target) -> Set<String> {
    var reached: Set<String> = []
    var waiting = module.dependencies
    while let next = waiting.popLast() {
      guard reached.insert(next).inserted else { continue }
      waiting += manifest.targets.first { $0.name == next }?.dependencies ?? []
    }
    return reached
  }
}
