import Foundation
import PackagePlugin

/// Writes the page of every code of a finding, from the fixtures that the tests run.
///
/// A page thereby shows an example and a finding that are true. The folders of the fixtures belong
/// to a test target, so a new one is seen by the next build.
@main
struct WriteCodePages: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let fixtures = context.package.directoryURL.appending(path: "Tests/CheckingTests/Fixtures")
    let output = context.pluginWorkDirectoryURL.appending(path: "CodePages+Generated.swift")
    return [
      .buildCommand(
        displayName: "Writing the pages of the codes",
        executable: try context.tool(named: "generate-code-pages").url,
        arguments: [output.path(), fixtures.path()], inputFiles: files(in: fixtures),
        outputFiles: [output])
    ]
  }

  private func files(in folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = all?.compactMap { $0 as? URL } ?? []
    return files.filter { !$0.hasDirectoryPath && ["yaml", "txt"].contains($0.pathExtension) }
      .sorted { $0.path() < $1.path() }
  }
}
