package import Checking
import Definitions
import Located
import YAMLReading

/// The files that paths lead to: a file is taken as it is, of a folder every YAML file in it.
///
/// Names that begin with a dot are passed by in folders: they belong to other programs. So is the
/// project's own file.
package struct SourceFiles: Sendable {
  package private(set) var files: [SourceFile] = []
  /// Why some files of a folder could not be read; the others are checked all the same.
  package private(set) var unreadable: [Failure.Problem] = []
  private var seen: Set<FileSystem.Identity> = []

  /// No files yet.
  package init() {}

  /// Reads what the paths lead to, each file once, under the path that led to it first.
  ///
  /// - Throws: `noInput` with every path that is not there, and every folder without YAML files.
  package init(at paths: [String]) throws(Failure) {
    try addAll(paths)
  }

  /// Reads what all of the paths lead to.
  ///
  /// - Throws: `noInput` with every path that is not there, and every folder without YAML files.
  mutating func addAll(_ paths: [String]) throws(Failure) {
    var problems: [Failure.Problem] = []
    var asked: Set<String> = []
    for path in paths where asked.insert(path).inserted {
      do { try add(path) } catch { problems += error.problems }
    }
    if !problems.isEmpty { throw Failure(.noInput, problems) }
  }

  /// Reads more; what was read before is not read again, nor definitions of these references.
  ///
  /// - Throws: `noInput` for a path that is not there, and for a folder without YAML files.
  package mutating func add(
    _ path: String, without references: [String] = []
  ) throws(Failure) {
    guard let entry = FileSystem.entry(at: path) else {
      throw Failure(
        .noInput, "input/no-such-path", at: path, sv: "finns inte", en: "there is no such file")
    }
    guard entry.isFolder else {
      guard let file = SourceFile(at: path, entry) else {
        throw Failure(.noInput, [Failure.Problem(unreadable: path)])
      }
      return add(file, entry.identity)
    }
    let before = files.count
    var walk = FolderWalk()
    walk.visit(path)
    unreadable += walk.closed.map { Failure.Problem(unreadable: $0) }
    for found in walk.files {
      guard let file = SourceFile(at: found.path, found.entry) else {
        unreadable.append(Failure.Problem(unreadable: found.path))
        continue
      }
      add(file, found.entry.identity)
    }
    guard !walk.files.isEmpty || !walk.closed.isEmpty else {
      throw Failure(
        .noInput, "input/empty-folder", at: path, sv: "mappen har inga YAML-filer",
        en: "the folder has no YAML files")
    }
    guard !references.isEmpty else { return }
    files =
      files[..<before]
      + files[before...].filter { !(reference(of: $0).map(references.contains) ?? false) }
  }

  /// Takes a text that is in no file, in the stead of the file whose path it has.
  package mutating func add(_ bytes: [UInt8], as path: String) {
    let file = SourceFile(path: path, bytes: bytes)
    guard let entry = FileSystem.entry(at: path) else { return files.append(file) }
    add(file, entry.identity)
  }

  private mutating func add(_ file: SourceFile, _ identity: FileSystem.Identity) {
    if seen.insert(identity).inserted { files.append(file) }
  }

  /// The definitions among them, as `ID@VERSION`.
  package var references: [String] { files.compactMap { reference(of: $0) } }

  private func reference(of file: SourceFile) -> String? {
    YAMLReader.read(file.bytes, path: file.path).root.flatMap(DefinitionReader.reference)
  }

  /// Whether any of them is a part of a register.
  package var hasRegister: Bool { files.contains { $0.isRegister } }

  /// Adds the register of a folder, and nothing else that is in it.
  ///
  /// - Throws: `noInput` for a path that is not there, and for a folder without YAML files.
  package mutating func addRegister(of folder: String) throws(Failure) {
    var others = self
    let before = files.count
    try others.add(folder)
    files += others.files[before...].filter(\.isRegister)
    seen = others.seen
    unreadable = others.unreadable
  }
}

extension SourceFile {
  /// A file of the file system; nil where it may not be read.
  ///
  /// What can be read again stays where it is until it is needed. A pipe cannot.
  fileprivate init?(at path: String, _ entry: FileSystem.Entry) {
    guard let bytes = FileSystem.read(path) else { return nil }
    guard entry.isRegular else {
      self.init(path: path, bytes: bytes)
      return
    }
    self.init(path: path, startingWith: bytes) { FileSystem.read(path) ?? [] }
  }
}

extension Failure.Problem {
  init(unreadable path: String) {
    self.init(
      code: "input/no-file",
      text: Text(
        sv: "filen \(path) finns inte eller får inte läsas",
        en: "the file \(path) is not there or may not be read"), place: path)
  }
}
