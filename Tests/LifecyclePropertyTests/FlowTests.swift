import CivilTime
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

extension FlowTests {
  @Test func `lanes rest while their run waits to be drawn again`() throws {
    var story = try Story(
      """
        - {id: s1, uses: writing@1, with: {forward: [done]}}
        - {id: s2, uses: using@1, with: {forward: [done]}, for-each: pair, optional: true, within: 4 weeks}
        - {id: s3, uses: step@1, with: {forward: [done], diverting: [back]}, after: [s1], outcomes: {back: {to: s1, at-most: 1}}}
      """)
    story.open()
    story.finish("s1")
    #expect(story.open == ["s3", "s2/south", "s2/west"])
    #expect(story.finish("s3", "back") == [])
    // Nothing reminds of it, and nobody does anything in it.
    #expect(story.open == ["s1"])
    #expect(story.engine.agenda(story.state).isEmpty)
    let spot = Spot("s2", lane: "south")
    let id = story.latest.id
    #expect(story.say(.skip(caseID: id, spot: spot, reason: "r"), by: "south") == ["case/not-open"])
    #expect(
      story.say(.assign(caseID: id, spot: spot, person: "p"), by: "south") == ["case/not-open"])
    #expect(
      story.say(
        .extend(caseID: id, spot: spot, closes: story.day.adding(days: 9), reason: "r"), by: "south"
      )
        == ["case/not-open"])
    #expect(story.finish("s2", lane: "south") == ["case/not-open"])
    #expect(story.finish("s1") == [])
    #expect(story.open == ["s3", "s2/south", "s2/west"])
  }

  @Test func `nothing is skipped in the lanes of a case that was cancelled`() throws {
    var story = try Story(
      """
        - {id: s1, uses: step@1, with: {forward: [done]}, for-each: pair, optional: true}
      """)
    story.open()
    let id = story.latest.id
    #expect(story.say(.cancel(caseID: id, reason: "r")) == [])
    #expect(story.open == [])
    let spot = Spot("s1", lane: "south")
    #expect(story.say(.skip(caseID: id, spot: spot, reason: "r"), by: "south") == ["case/not-open"])
  }

  @Test func `an every: that is sent back counts anew`() throws {
    var story = try Story(
      """
        - {id: s1, uses: step@1, with: {forward: [done]}}
        - {id: s2, uses: step@1, with: {forward: [done], diverting: [back]}, after: [s1], every: 2 months, outcomes: {back: {to: s1, at-most: 1}}}
      """)
    story.open()
    story.finish("s1")
    #expect(story.latest.openAttempts[0].1.deadline?.closes.description == "2023-05-01")
    story.wait(300)
    story.finish("s2", "back")
    story.finish("s1")
    // Nine months have gone; what is due is two months from now.
    #expect(story.latest.openAttempts[0].1.deadline?.closes.description == "2024-02-26")
    // And the next one two months later, whenever this one is done.
    story.finish("s2")
    #expect(story.latest.openAttempts[0].1.deadline?.closes.description == "2024-04-26")
  }
}
