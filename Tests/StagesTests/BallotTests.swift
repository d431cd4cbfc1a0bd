import CivilTime
import RandomTesting
import StageKit
import Testing

struct BallotTests {
  /// What happened in a ballot, to be counted by hand.
  private enum Happening {
    case took(Body, Ballot.Stance)
    case recused(Body)
  }

  private static let members: [Body] = (1...7).compactMap { Body("plats-\($0)") }

  private func happenings(_ dice: inout SeededRandom) -> [Happening] {
    let anyone = Self.members + ["utan-plats", "annat-organ"]
    return (0..<Int.random(in: 0...30, using: &dice)).map { _ in
      let member = dice.one(of: anyone)
      return dice.chance(15)
        ? .recused(member) : .took(member, dice.one(of: Ballot.Stance.allCases))
    }
  }

  private func ballot(_ happenings: [Happening], among members: [Body] = members) -> Ballot {
    var ballot = Ballot(electorate: members)
    for (index, happening) in happenings.enumerated() {
      let said = Said(on: .earliest, by: "sks", number: index + 1)
      switch happening {
      case .took(let member, let stance): ballot.take(stance, by: member, said)
      case .recused(let member): ballot.recuse(member)
      }
    }
    return ballot
  }

  @Test(arguments: UInt64(1)...300)
  func `the tally equals a recount from what happened`(seed: UInt64) {
    var dice = SeededRandom(seed: seed)
    let happenings = happenings(&dice)
    var last: [Body: Ballot.Stance] = [:]
    var recused: Set<Body> = []
    for happening in happenings {
      switch happening {
      case .took(let member, let stance): last[member] = stance
      case .recused(let member): recused.insert(member)
      }
    }
    let counted = Self.members.filter { !recused.contains($0) }.compactMap { last[$0] }
    let tally = ballot(happenings).tally
    #expect(tally.inFavour == counted.count { $0 == .inFavour })
    #expect(tally.against == counted.count { $0 == .against })
    #expect(tally.abstaining == counted.count { $0 == .abstain })
    #expect(tally.recused == recused.intersection(Self.members).count)
    #expect(tally.takingPart == counted.count)
    #expect(tally.entitled + tally.recused == Self.members.count)
  }

  @Test(arguments: UInt64(1)...100)
  func `only members count, and never one who is recused`(seed: UInt64) {
    var dice = SeededRandom(seed: seed)
    let happenings = happenings(&dice)
    let all = ballot(happenings)
    let out = Set(all.recused)
    let eligible = happenings.filter {
      switch $0 {
      case .took(let member, _): Self.members.contains(member) && !out.contains(member)
      case .recused: true
      }
    }
    #expect(ballot(eligible).tally == all.tally)
    #expect(all.electorate == Self.members)
    #expect(
      all.positions.count == happenings.count
        - happenings.count { if case .recused = $0 { true } else { false } })
  }

  @Test(arguments: UInt64(1)...100)
  func `when a member is recused makes no difference`(seed: UInt64) {
    var dice = SeededRandom(seed: seed)
    let happenings = happenings(&dice)
    var late: [Happening] = []
    var early: [Happening] = []
    for happening in happenings {
      if case .recused = happening { late.append(happening) } else { early.append(happening) }
    }
    #expect(ballot(early + late).tally == ballot(late + early).tally)
    #expect(ballot(happenings).tally == ballot(late + early).tally)
  }

  @Test func `the last position counts and the earlier one is kept`() {
    let ballot = ballot([.took("plats-1", .against), .took("plats-1", .inFavour)])
    #expect(ballot.tally.inFavour == 1)
    #expect(ballot.tally.against == 0)
    #expect(ballot.positions.map(\.stance) == [.against, .inFavour])
  }

  @Test func `a member who is named twice has one vote`() {
    #expect(Ballot(electorate: ["plats-1", "plats-2", "plats-1"]).tally.entitled == 2)
  }

  @Test func `nobody has decided anything before a position is taken`() {
    for rule in Ballot.Rule.allCases { #expect(ballot([]).verdict(by: rule) == nil) }
  }

  @Test(arguments: [
    ("ffa", Ballot.Rule.simpleMajority, Ballot.Verdict.carried), ("fa", .simpleMajority, .tied),
    ("faa", .simpleMajority, .lost), ("o", .simpleMajority, .tied),
    ("ffff", .majorityOfMembers, .carried), ("fff", .majorityOfMembers, .lost),
    ("fffrr", .majorityOfMembers, .carried), ("fff", .twoThirds, .carried),
    ("ffa", .twoThirds, .carried), ("ffaa", .twoThirds, .lost), ("ooo", .twoThirds, .lost),
    ("ffo", .unanimity, .carried), ("fffa", .unanimity, .lost), ("ooo", .unanimity, .lost),
  ])
  func `a rule decides what a tally means`(
    _ letters: String, _ rule: Ballot.Rule, _ verdict: Ballot.Verdict
  ) {
    let happenings = zip(letters, Self.members).map { letter, member -> Happening in
      switch letter {
      case "f": .took(member, .inFavour)
      case "a": .took(member, .against)
      case "r": .recused(member)
      default: .took(member, .abstain)
      }
    }
    #expect(ballot(happenings).verdict(by: rule) == verdict)
  }
}
