import Located
import YAMLReading

/// A file after its text was read: its content, and what it is.
struct ReadFile: Sendable {
  let path: String
  /// Its whole content; nil when some of it could not be read.
  private(set) var root: Node?
  /// What it is; nil when it is nothing that Stafett reads.
  private(set) var kind: DocumentKind?
  /// What it may hide from the other files, as it could not be read.
  private(set) var hidden: Hidden = .nothing
  private(set) var comments: [AllowComment] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// What names may stand in a part that could not be read.
  enum Hidden: Sendable {
    case nothing
    case part(of: DocumentKind)
    case anything
  }

  init(_ file: SourceFile) {
    path = file.path
    let bytes = file.bytes
    let document = YAMLReader.read(bytes, path: path)
    diagnostics = document.diagnostics
    guard let root = document.root else {
      // An empty file hides nothing.
      if document.diagnostics.map(\.code) != ["yaml/empty"] {
        hidden = file.likely.map { .part(of: $0) } ?? .anything
      }
      return
    }
    self.root = root
    let comments = AllowComments.read(bytes, root)
    self.comments = comments.comments
    diagnostics += comments.diagnostics
    kind = DocumentKind(root)
    if kind == nil {
      diagnostics.append(DocumentKind.unknown(root))
      // A misspelt register hides its names; a file of some other program hides nothing.
      if let likely = file.likely { hidden = .part(of: likely) }
    }
  }

  /// Lets go of the content, when nobody asks for it any more.
  mutating func settle(_ root: Node) {
    diagnostics = diagnostics.placed(in: root)
    self.root = nil
  }

  /// Whether names of a kind of document may stand in what could not be read of it.
  func mayHide(_ kind: DocumentKind) -> Bool {
    switch hidden {
    case .nothing: false
    case .part(let hidden): hidden == kind
    case .anything: true
    }
  }
}
