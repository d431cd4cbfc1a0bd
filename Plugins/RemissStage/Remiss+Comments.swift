import StageKit

extension Remiss {
  /// Says what came of comments, many at once; may be said anew until the answers are compiled.
  struct Dispose: Act {
    static let name = "dispose"
    static let title = Text(sv: "Hantera synpunkter", en: "Dispose of comments")
    let rows: [DispositionRow]

    init(_ form: inout Form) {
      rows = form("rows", in: 1...5_000, sv: "Synpunkter", en: "Comments")
    }

    func faults(in remiss: Remiss, _ said: Said) -> [Fault] {
      rows.map(\.comment).repeatedIndices.map { index in
        Fault(
          "remiss/disposed-twice", at: ["rows", .index(index), "comment"],
          sv: "synpunkt \(rows[index].comment) står två gånger",
          en: "comment \(rows[index].comment) stands twice")
      }
        + rows.enumerated().flatMap { index, row in
          row.faults(in: remiss).map { key, code, text in
            Fault(code, at: ["rows", .index(index), .key(key)], sv: text.sv, en: text.en)
          }
        }
    }

    func fold(into remiss: inout Remiss, _ said: Said) {
      for row in rows { remiss.comments.dispose(row) }
    }
  }

  /// Ends the consultation with a compilation of what was answered and what came of it.
  struct Compile: Act {
    static let name = "compile"
    static let title = Text(sv: "Sammanställ remissvar", en: "Compile the answers")
    let reference: String?
    let summary: Prose?

    init(_ form: inout Form) {
      reference = form(
        "reference", in: 1...500, sv: "Sammanställningen finns på", en: "Compilation found at")
      summary = form("summary", in: 1...20_000, sv: "Sammanfattning", en: "Summary")
    }

    func faults(in remiss: Remiss, _ said: Said) -> [Fault] {
      var faults: [Fault] = []
      // On the last day an answer may still come, so it must surely have passed.
      if said.on.isSurelyBefore(remiss.opens) {
        faults.append(.notOpen(remiss.opens))
      } else if let closes = remiss.responses.closes, said.on.lastDay <= closes.firstDay,
        !remiss.responses.isComplete
      {
        let silent = remiss.responses.silent.listed
        faults.append(
          Fault(
            "remiss/still-open", sv: "remisstiden går till och med \(closes)\(silent.sv)",
            en: "the window is open through \(closes)\(silent.en)"))
      }
      let open = remiss.openComments
      if let first = open.first {
        let count = Text.count(open.count, sv: "synpunkt", "er", en: "comment", "s")
        faults.append(
          Fault(
            "remiss/open-comments", sv: "\(count.sv) utan hantering, den första är \(first.id)",
            en: "\(count.en) not disposed of, the first is \(first.id)"))
      }
      return faults
    }

    func fold(into remiss: inout Remiss, _ said: Said) {
      remiss.compilation = Compilation(on: said.on, reference: reference, summary: summary)
    }
  }
}

extension DispositionRow {
  /// What is wrong with the row: at which key, by which code.
  fileprivate func faults(in remiss: Remiss) -> [(key: String, code: String, text: Text)] {
    var faults: [(key: String, code: String, text: Text)] = []
    if remiss.comments.index(of: comment) == nil {
      faults.append(
        (
          "comment", "remiss/unknown-comment",
          Text(sv: "det finns ingen synpunkt \(comment)", en: "there is no comment \(comment)")
        ))
    }
    if effect.owesMotive, motive == nil {
      faults.append(
        (
          "motive", "remiss/no-motive",
          Text(
            sv: "motivera varför synpunkt \(comment) inte förs in helt",
            en: "give the motive for not accepting comment \(comment) in full")
        ))
    }
    if effect == .forwarded, forwardedTo == nil {
      faults.append(
        (
          "forwarded-to", "remiss/no-recipient",
          Text(
            sv: "ange vart synpunkt \(comment) lämnas", en: "say where comment \(comment) goes")
        ))
    }
    return faults
  }
}

extension [Body] {
  /// The first few who have not answered, and how many more.
  fileprivate var listed: Text {
    guard !isEmpty else { return Text("") }
    let names = prefix(5).map(\.description).joined(separator: ", ")
    let more = count - 5
    let rest = more > 0 ? Text(sv: " och \(more) till", en: " and \(more) more") : Text("")
    return Text(
      sv: "; har inte svarat: \(names)\(rest.sv)", en: "; not answered: \(names)\(rest.en)")
  }
}
