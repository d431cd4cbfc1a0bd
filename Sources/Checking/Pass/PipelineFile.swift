import Definitions
import Located

/// A file that is meant to be a pipeline, whether or not it can be run.
struct PipelineFile: Sendable {
  let path: String
  let id: String?
  /// `cancer-care-programme@3`; nil where the id or the version could not be read.
  let reference: String?
  /// Where the id is written.
  let site: Site

  init(_ root: Node) {
    path = root.path
    id = root["pipeline"]?.text
    reference = DefinitionReader.reference(of: root)
    site = (root["pipeline"] ?? root).site
  }

  /// What is said of the first pipeline where nobody has named a register: without one no
  /// definition can ever be run.
  var lacksRegister: Diagnostic {
    site.diagnostic(
      "ref/no-register",
      Text(
        sv: "inget organisationsregister bland filerna: ingen grupp eller remisstid kan slås upp",
        en: "no register among the files: no body or window can be looked up"),
      help: Text(
        sv: "ange också mappen med organisationsregistret, eller --pipelines MAPP",
        en: "name the folder with the register too, or --pipelines FOLDER"))
  }

  /// The pipelines that are there already, under the same id and version.
  static func repeated(_ files: [PipelineFile]) -> [Diagnostic] {
    var first: [String: Site] = [:]
    return files.compactMap { file in
      guard let reference = file.reference else { return nil }
      guard let known = first[reference] else {
        first[reference] = file.site
        return nil
      }
      return DefinitionReader.repeated(reference, at: file.site, first: known)
    }
  }
}
