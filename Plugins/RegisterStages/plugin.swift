import PackagePlugin

/// Writes the list of stages of the target it is applied to, from that target's direct dependencies.
///
/// A stage is a module named `…Stage`, of this package or of a product of another one. Anything else
/// but `StageKit` is an error, so that a stage with a wrong name is never left out unseen.
@main
struct RegisterStages: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    var modules: Set<String> = []
    for (dependency, module) in target.dependencies.flatMap(modules(of:)) {
      if module == "StageKit" { continue }
      if module.hasSuffix("Stage") {
        modules.insert(module)
      } else {
        Diagnostics.error(
          "\(target.name) depends on \(dependency), whose module \(module) is no stage: "
            + "a stage's module is named …Stage; depend on anything else from another target")
      }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "Registry+Generated.swift")
    return [
      .buildCommand(
        displayName: "Registering \(modules.count) stages",
        executable: try context.tool(named: "generate-stage-registry").url,
        arguments: [output.path()] + modules.sorted(), inputFiles: [], outputFiles: [output])
    ]
  }

  private func modules(of dependency: TargetDependency) -> [(dependency: String, module: String)] {
    switch dependency {
    case .target(let target):
      [(target.name, target.sourceModule?.moduleName ?? target.name)]
    case .product(let product):
      product.targets.map { (product.name, $0.sourceModule?.moduleName ?? $0.name) }
    @unknown default: []
    }
  }
}
