import Testing

@testable import Lifecycle

/// Corners of the flow that random runs have found, each as a short story.
@Suite struct FlowTests {
  @Test func `a case can be taken over at a branch`() throws {
    var story = try Story(
      """
        - {id: s1, uses: step@1, with: {forward: [done, aside]}, outcomes: {aside: s3}}
        - {id: s2, uses: step@1, with: {forward: [done]}}
        - {id: s3, uses: step@1, with: {forward: [done], diverting: [back]}, outcomes: {back: {to: s3, at-most: 1}}}
      """)
    #expect(story.open(at: "s3") == [])
    // The way that was not taken is not open beside it.
    #expect(story.open == ["s3"])
    #expect(story.finish("s3", "back") == [])
    #expect(story.finish("s3") == [])
    #expect(story.latest.closed == .done)
  }
}
