import Canonical
import Definitions
import Located
import StageKit

/// The file of known findings, as it is written.
struct BaselineForm: Record {
  let version: Int
  let findings: BaselineLines

  init(_ form: inout Form) {
    version = form("baseline", in: 1...1, sv: "Formens version", en: "Version of the form")
    findings = form("findings", sv: "Kända fynd", en: "Known findings")
  }

  /// An entry with the node that it was read from.
  struct Line: Sendable, Equatable {
    let form: BaselineEntryForm
    let node: Node
    /// Its number among the entries, from 1.
    let number: Int
    /// Whether the list has a line for each item.
    let isInBlock: Bool

    static func == (a: Line, b: Line) -> Bool { a.form == b.form }
  }
}

/// Known findings of one code at one place.
struct BaselineEntryForm: Record {
  let path: String
  let place: String
  let code: String
  let count: Int

  init(_ form: inout Form) {
    path = form("path", sv: "Fil", en: "File")
    place = form("place", sv: "Plats", en: "Place")
    code = form("code", in: 1...100, sv: "Kod", en: "Code")
    count = form("count", in: 1...1_000_000, default: 1, sv: "Antal", en: "How many")
  }
}

/// The entries; none when nothing stands there, as when the last line was taken away.
struct BaselineLines: FieldValue {
  let lines: [BaselineForm.Line]

  static var shape: Shape { .list(BaselineEntryForm.shape) }
  static var blank: BaselineLines { BaselineLines([]) }

  private init(_ lines: [BaselineForm.Line]) {
    self.lines = lines
  }

  init?(reading input: inout FieldInput) {
    if input.node.plainMeaning == .null {
      self.init([])
      return
    }
    guard let all = [Sited<BaselineEntryForm>](reading: &input) else { return nil }
    // A list in brackets ends after its last item, one in block style with it.
    let isInBlock = input.node.span.end == input.node.items.last?.span.end
    let lines = all.enumerated().compactMap { index, item in
      item.node.map {
        BaselineForm.Line(form: item.value, node: $0, number: index + 1, isInBlock: isInBlock)
      }
    }
    self.init(lines)
  }

  init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}
