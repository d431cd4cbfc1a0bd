import Testing

@testable import Codes

/// What is shown of an example is what differs, and where it belongs.
@Suite struct ExcerptTests {
  private func excerpt(_ text: String, _ other: String) -> String {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return Excerpt(of: lines(text), against: lines(other)).lines.joined(separator: "\n")
  }

  private let process = "a: 1\nb: 2\nc: 3\nd:\n  - e: 1\n  - f: 2\n  - g: 3\n  - h: 4"

  @Test func `a line that differs is shown with two around it and those above it`() {
    #expect(
      excerpt(process, process.replacing("h: 4", with: "h: 5"))
        == "…\nd:\n  - e: 1\n  - f: 2\n  - g: 3\n  - h: 4")
    #expect(excerpt(process, process.replacing("a: 1", with: "a: 9")) == "a: 1\nb: 2\nc: 3\n…")
  }

  @Test func `where lines are lacking, those around are shown`() {
    #expect(excerpt("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nd\nx\ny\ne\nf\ng") == "…\nc\nd\ne\nf\n…")
  }

  @Test func `a single line is never left out`() {
    #expect(excerpt("a\nb\nc\nd\ne\nf\ng", "x\nb\nc\nd\ne\nf\ny") == "a\nb\nc\nd\ne\nf\ng")
  }

  @Test func `a text that is the same is shown whole`() {
    #expect(excerpt(process, process) == process)
    #expect(excerpt("", "a") == "")
  }
}
