import CheckTool
import Testing

/// Every requirement of the founding documents is shown by a command, and by the data it rests on.
@Suite struct RequirementTests {
  @Test func `every number stands in the table once, in order`() throws {
    #expect(Requirements.numbers.count == 146)
    #expect(try Requirements.read.get().map(\.number) == Requirements.numbers)
  }

  @Test func `no two rows are shown by the same words of the same command`() throws {
    var seen: [String: String] = [:]
    for row in try Requirements.read.get() {
      let shown = ([row.command] + row.seen.sorted()).joined(separator: "\n")
      #expect(seen[shown] == nil, "\(row.number) shows what \(seen[shown] ?? "") shows")
      seen[shown] = row.number
    }
  }

  @Test(arguments: Requirements.all)
  func `what the table says is seen, and is gone with its data`(_ row: Requirement) async throws {
    let ended = try await Repository.answer(to: row)
    for text in row.seen {
      #expect(ended.said.contains(text), "\(row.command)\n\(ended.exit)\n\(ended.said)")
    }
    // Each piece of the data is taken away by itself, so that none stands there for show.
    var borne: Set<String> = []
    for basis in row.basis {
      let without = try await Repository.run(row, without: basis)
      // It answers all the same: the words are not gone because nothing could be read.
      #expect([.fine, .no].contains(without.exit), "\(row.command)\n\(without.said)")
      let gone = row.seen.filter { !without.said.contains($0) }
      #expect(!gone.isEmpty, "\(basis) bears none of \(row.seen)\n\(without.said)")
      borne.formUnion(gone)
    }
    #expect(borne == Set(row.seen), "nothing that is named bears the rest")
  }
}
