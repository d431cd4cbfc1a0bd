/// The arrows of the design: what each module may import, and thereby what it can never know.
struct Arrows {
  struct Module {
    let name: String
    /// Modules of ours that it may import, besides what these may.
    var above: [String] = []
    /// Modules that are its own affair: a C library, a package of someone else.
    var alone: [String] = []
    /// Whether it may touch the world: clock, files, network, Foundation.
    var hasEffects = false
    /// Whether it may do so by Foundation too, not by the C library alone.
    var hasFoundation = true
  }

  static let design = Arrows(modules: [
    Module(name: "CSHA256"),
    Module(name: "CArguments"),
    Module(name: "CLibYAML"),
    Module(name: "CZlib"),
    Module(name: "CExpat"),
    Module(name: "CCURL"),
    Module(name: "CTransfer", alone: ["CCURL"]),
    Module(name: "Located"),
    Module(name: "Canonical", alone: ["CSHA256"]),
    Module(name: "CivilTime", above: ["Located"]),
    Module(name: "YAMLReading", above: ["Located"], alone: ["CLibYAML"]),
    Module(name: "Codes", above: ["Located"]),
    Module(name: "StageKit", above: ["CivilTime", "Canonical"]),
    Module(name: "StageTesting", above: ["StageKit", "YAMLReading"]),
    Module(name: "Register", above: ["CivilTime", "Canonical"]),
    Module(name: "Definitions", above: ["YAMLReading", "StageKit", "Register"]),
    Module(name: "Soundness", above: ["Definitions"]),
    Module(name: "StageTesting", above: ["StageKit", "YAMLReading"], alone: ["Testing"]),
    Module(name: "Lifecycle", above: ["Definitions"]),
    Module(name: "Scenarios", above: ["Lifecycle"]),
    Module(name: "Checking", above: ["Soundness", "Codes", "Scenarios"]),
    Module(name: "Describing", above: ["Lifecycle", "Checking"]),
    // Files, git, threads: by the C library, since it must start in a millisecond and stand alone.
    Module(
      name: "CheckTool", above: ["Checking", "Codes", "Describing"], alone: ["CArguments"],
      hasEffects: true, hasFoundation: false),
    Module(name: "Schemas", above: ["Checking"]),
    Module(name: "Sheets", above: ["CivilTime"], alone: ["CZlib", "CExpat"]),
    Module(name: "Importing", above: ["Register", "Sheets"]),
    Module(name: "SheetTesting"),
    Module(name: "RandomTesting", hasEffects: true),
    Module(name: "Store", above: ["Lifecycle"]),
    Module(name: "Views", above: ["Lifecycle"]),
    Module(name: "StoreSQLite", above: ["Store"], alone: ["GRDB"], hasEffects: true),
    Module(name: "Runtime", above: ["Store", "Views"], hasEffects: true),
    // What is sent is made without a network; what sends it knows nothing of cases.
    Module(name: "Delivery", above: ["Store", "Views"]),
    Module(name: "Sending", above: ["Located"], alone: ["CTransfer"], hasEffects: true),
    Module(
      name: "Commands",
      above: [
        "CheckTool", "Codes", "Schemas", "Scenarios", "Describing", "Runtime", "StoreSQLite",
        "Importing", "Delivery", "Sending",
      ],
      alone: ["ArgumentParser"], hasEffects: true),
    Module(name: "StageRegistry", above: ["StageKit"]),
    Module(
      name: "kill-target", above: ["Runtime", "StoreSQLite", "StageRegistry"], hasEffects: true),
    Module(
      name: "stafett-bench",
      above: ["Checking", "CheckTool", "Runtime", "StoreSQLite", "StageRegistry"],
      hasEffects: true),
    Module(name: "MadeUpCountry", above: ["Register", "RandomTesting"]),
    Module(
      name: "generate-country", above: ["YAMLReading", "MadeUpCountry"], hasEffects: true),
    Module(
      name: "stafett-check", above: ["CheckTool", "StageRegistry"], hasEffects: true,
      hasFoundation: false),
    Module(
      name: "FlowTesting", above: ["Lifecycle", "RandomTesting"], alone: ["RemissStage"],
      hasEffects: true),
    Module(name: "stafett", above: ["Commands", "StageRegistry"], hasEffects: true),
    Module(name: "generate-stage-registry", hasEffects: true),
    Module(name: "generate-code-pages", above: ["YAMLReading"], hasEffects: true),
  ])

  /// What comes with the toolchain and touches the world.
  static let world: Set = [
    "Foundation", "FoundationEssentials", "FoundationNetworking", "Dispatch", "Glibc", "Musl",
    "Darwin",
  ]
  /// The part of the world that every program carries anyway.
  static let cLibrary: Set = ["Glibc", "Musl", "Darwin"]
  /// What comes with the toolchain and touches nothing.
  static let language: Set = ["Swift", "Synchronization"]

  let modules: [Module]

  /// What a stage is, wherever it is written: it sees the kit and nothing else.
  static func isStage(_ name: String) -> Bool {
    name.hasSuffix("Stage")
  }

  /// The module's rules; nil for one that the design does not know.
  subscript(name: String) -> Module? {
    Self.isStage(name)
      ? Module(name: name, alone: ["StageKit"]) : modules.first { $0.name == name }
  }

  /// All modules of ours and of others that a module may import; nil for an unknown one.
  func allowed(for name: String) -> Set<String>? {
    guard let module = self[name] else { return nil }
    var allowed = Set(module.alone)
    var waiting = module.above
    while let next = waiting.popLast() {
      if allowed.insert(next).inserted { waiting += self[next]?.above ?? [] }
    }
    return allowed
  }

  /// Whether a module may import another.
  func allows(_ name: String, toImport imported: String) -> Bool {
    guard let module = self[name], let allowed = allowed(for: name) else { return false }
    if allowed.contains(imported) || Self.language.contains(imported) { return true }
    if Self.world.contains(imported) {
      return module.hasEffects && (module.hasFoundation || Self.cLibrary.contains(imported))
    }
    return name == "StageRegistry" && Self.isStage(imported)
  }

  /// The imports of a file that no arrow allows, each as `FILE:LINE: …`.
  func broken(in source: Source, of module: String) -> [String] {
    source.imports.filter { !allows(module, toImport: $0.module) }.map {
      "\(source.path):\($0.line): \(module) may not import \($0.module)"
    }
  }

  /// The dependencies of a target that no arrow allows.
  func broken(in target: Manifest.Target) -> [String] {
    guard self[target.name] != nil else {
      return ["Package.swift: the design has no module \(target.name)"]
    }
    return target.dependencies.filter { !allows(target.name, toImport: $0) }.map {
      "Package.swift: \(target.name) may not depend on \($0)"
    }
  }
}
