import StageKit

/// A comment of a party with what came of it.
struct Comment: Sendable, Equatable {
  let id: CommentID
  let said: CommentRow
  /// Every disposition it was given; the last one holds.
  var dispositions: [DispositionRow] = []

  var disposition: DispositionRow? { dispositions.last }
}

/// All comments by their numbers, so that thousands can be disposed of in one act.
struct CommentList: Sendable, Equatable {
  private(set) var all: [Comment] = []

  /// Adds the comments of an answer.
  mutating func add(_ rows: [CommentRow], of response: Int) {
    let added = rows.enumerated().map { Comment(id: CommentID(response, $0 + 1), said: $1) }
    // Nearly always at the end: a corrected answer keeps its number and may be folded later.
    all.insert(contentsOf: added, at: place(of: CommentID(response, 1)))
  }

  /// Where a comment stands.
  func index(of id: CommentID) -> Int? {
    let place = place(of: id)
    return place < all.count && all[place].id == id ? place : nil
  }

  /// Disposes of a comment; what was decided before is kept.
  mutating func dispose(_ row: DispositionRow) {
    guard let index = index(of: row.comment) else { return }
    all[index].dispositions.append(row)
  }

  private func place(of id: CommentID) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A comment as a party made it.
struct CommentRow: Record {
  let chapter: String?
  let category: Category
  let text: Prose

  init(_ form: inout Form) {
    chapter = form("chapter", in: 1...200, sv: "Kapitel", en: "Chapter")
    category = form("category", default: .other, sv: "Kategori", en: "Category")
    text = form("text", in: 1...20_000, sv: "Synpunkt", en: "Comment")
  }
}

/// What came of a comment, and why.
struct DispositionRow: Record {
  let comment: CommentID
  let effect: Effect
  let motive: String?
  let forwardedTo: String?

  init(_ form: inout Form) {
    comment = form("comment", sv: "Synpunkt nr", en: "Comment no")
    effect = form("effect", sv: "Hantering", en: "Disposition")
    motive = form(
      "motive", in: 1...2_000, sv: "Motivering", en: "Motive",
      help: Text(
        sv: "Krävs när synpunkten inte eller bara delvis förs in.",
        en: "Owed when the comment is rejected or only partly accepted."))
    forwardedTo = form("forwarded-to", in: 1...200, sv: "Lämnad vidare till", en: "Forwarded to")
  }
}
