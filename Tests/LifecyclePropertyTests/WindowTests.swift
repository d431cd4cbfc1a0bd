import CivilTime
import FlowTesting
import RandomTesting
import Register
import Testing

@testable import Lifecycle
@testable import RemissStage
@testable import StageKit

/// Consultations in the windows of the register: their days, and who answered late.
@Suite struct WindowTests {
  @Test(arguments: ["national-remiss", "specialist-remiss", "pathway-remiss", "light-round"])
  func `what came after the last day is marked, and nothing else is`(window: String) throws {
    let calendar = TrialGround.organisation.calendar
    var random = SeededRandom(SeededRandom.seed, run: window.utf8.count)
    var (late, inTime, refused) = (0, 0, 0)
    for _ in 0..<12 {
      let refuses = random.chance(40)
      var story = try Story(
        """
          - id: s1
            uses: remiss@1
            window: \(window)
            with: {parties: [trio], late: \(refuses ? "refuse" : "accept-marked")}
        """)
      story.day = story.day.adding(days: random.whole(0...2_900))
      #expect(story.open() == [])
      let round = try #require(
        TrialGround.organisation.nextRound(of: window, onOrAfter: story.day))
      let deadline = try #require(story.attempt.deadline)
      #expect(deadline.opens == round.opens && deadline.closes == round.closes)
      // Openings move forward and closings back to a working day, never the other way.
      #expect(calendar.isWorkingDay(round.opens) && calendar.isWorkingDay(round.closes))
      #expect(story.day <= round.opens)
      #expect(round.nominalOpens <= round.opens && round.closes <= round.nominalCloses)

      var closes = round.closes
      for _ in 0..<8 {
        let day = round.opens.adding(days: random.whole(-3...150))
        story.day = max(story.day, day)
        if random.chance(15), story.day <= closes {
          closes = closes.adding(days: random.whole(0...40))
          let id = story.latest.id
          #expect(
            story.say(.extend(caseID: id, spot: Spot("s1"), closes: closes, reason: "r")) == [])
          // A day that a person has set is not moved by any rule.
          #expect(story.attempt.deadline?.closes == closes)
        }
        let codes = story.act(
          "respond", "s1", "{party: [south], stance: endorse, received: \(day)}")
        switch codes {
        case []: #expect(round.opens <= day && (!refuses || day <= closes))
        case ["remiss/not-open"]: #expect(day < round.opens)
        case ["remiss/late"]:
          #expect(refuses && closes < day)
          refused += 1
        default: Issue.record("\(codes)")
        }
      }
      let stage = try #require(story.attempt.attempt as? RunningAttempt<Remiss>).stage
      #expect(stage.responses.closes == closes)
      for response in stage.responses.responses {
        let isLate = stage.responses.isLate(response.received)
        #expect(isLate == (closes < response.received))
        late += isLate ? 1 : 0
        inTime += isLate ? 0 : 1
      }
    }
    #expect(late > 0 && inTime > 0 && refused > 0)
  }

  @Test(arguments: ["refuse", "accept-marked"])
  func `an answer that came in time is not late when it is corrected after the last day`(
    late: String
  ) throws {
    var story = try Story(
      """
        - id: s1
          uses: remiss@1
          window: national-remiss
          with: {parties: [trio], late: \(late)}
      """)
    #expect(story.open() == [])
    let closes = try #require(story.attempt.deadline?.closes)
    story.day = closes
    #expect(story.act("respond", "s1", "{party: [south], stance: endorse}") == [])
    let said = story.state.version
    story.wait(30)
    let correction = Command.act(
      caseID: story.latest.id, spot: Spot("s1"), act: "respond",
      form: Trial.form("{party: [south], stance: abstain}"), corrects: said)
    #expect(story.say(correction) == [])
    let responses = try #require(story.attempt.attempt as? RunningAttempt<Remiss>).stage.responses
    #expect(responses.responses.map(\.received) == [closes])
    #expect(responses.responses.allSatisfy { !responses.isLate($0.received) })
  }
}

extension Story {
  fileprivate var attempt: AttemptState { latest.attempts[0][latest.attempts[0].count - 1] }
}
