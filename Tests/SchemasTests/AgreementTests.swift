import Canonical
import Located
import StageKit
import Testing

@testable import Schemas

/// The schema accepts what the reader accepts and refuses what it refuses, but for a named few.
@Suite struct AgreementTests {
  let schema = Validator(PipelineSchema(catalogue, .en).value)

  /// What went apart, for a report; nil when both agree.
  private func difference(_ entry: Corpus.Entry, _ draft: Draft, isSingle: Bool) -> String? {
    guard let node = draft.node else { return nil }
    let findings = entry.findings(of: node)
    let errors = schema.errors(in: draft.json)
    // Without this key no document is taken for a pipeline, and none is read as one.
    if node["pipeline"] == nil {
      return errors.isEmpty ? "\(entry): the schema accepts \(draft.text)" : nil
    }
    switch Verdict(findings, of: draft) {
    case .open: return nil
    case .accepted where errors.isEmpty: return nil
    case .refused where !errors.isEmpty: return nil
    // What is found in the whole is looked for when nothing else is wrong.
    case .accepted where !isSingle && findings.contains { $0.severity == .error }: return nil
    case .accepted: return "\(entry): the schema alone refuses \(draft.text): \(errors.first ?? "")"
    case .refused:
      return "\(entry): the schema accepts \(draft.text): "
        + findings.map { "\($0.code) \($0.message.en)" }.joined(separator: "; ")
    }
  }

  @Test(arguments: Corpus.all.good)
  func `what is good is accepted by both`(_ entry: Corpus.Entry) {
    #expect(schema.errors(in: entry.draft.json) == [])
  }

  @Test(arguments: Corpus.all.bad)
  func `what is bad is refused by both, where a schema can tell`(_ entry: Corpus.Entry) {
    #expect(difference(entry, entry.draft, isSingle: true) == nil)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `both agree on definitions with one mistake`(seed: UInt64) {
    var mutation = Mutation(seed: seed, Corpus.all.good.map(\.draft))
    var refused = 0
    for _ in 0..<150 {
      guard let entry = Corpus.all.good.randomElement(using: &mutation.random) else { continue }
      let draft = mutation.change(entry.draft, times: 1)
      #expect(difference(entry, draft, isSingle: true) == nil, "seed \(seed)")
      if !schema.errors(in: draft.json).isEmpty { refused += 1 }
    }
    // A test of agreement says nothing when all is accepted, or all refused.
    #expect((40..<140).contains(refused), "\(refused) of 150 were refused")
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `both agree on definitions with several mistakes`(seed: UInt64) {
    var mutation = Mutation(seed: seed, Corpus.all.good.map(\.draft))
    for _ in 0..<100 {
      guard let entry = Corpus.all.good.randomElement(using: &mutation.random) else { continue }
      let draft = mutation.change(
        entry.draft, times: Int.random(in: 2...4, using: &mutation.random))
      #expect(difference(entry, draft, isSingle: false) == nil, "seed \(seed)")
    }
  }

  @Test func `no keyword is used that the validator does not know`() {
    for entry in Corpus.all.good { _ = schema.errors(in: entry.draft.json) }
    #expect(schema.unknown == [])
  }
}
