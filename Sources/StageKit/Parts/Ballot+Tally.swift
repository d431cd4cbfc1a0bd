extension Ballot {
  /// The members of a ballot, counted.
  public struct Tally: Sendable, Hashable {
    /// Members who say yes.
    public internal(set) var inFavour = 0
    /// Members who say no.
    public internal(set) var against = 0
    /// Members who take part and say neither.
    public internal(set) var abstaining = 0
    /// Members who may take a position and have not.
    public internal(set) var silent = 0
    /// Members who are recused.
    public internal(set) var recused = 0

    /// Members with a position that counts; a quorum is measured by them.
    public var takingPart: Int { inFavour + against + abstaining }
    /// Members who may take a position: the electorate without the recused.
    public var entitled: Int { takingPart + silent }
  }

  /// Counts the members anew, from the positions and the recusals.
  public var tally: Tally {
    var tally = Tally()
    for member in electorate {
      switch standing(of: member) {
      case .outside: break
      case .recused: tally.recused += 1
      case .silent: tally.silent += 1
      case .took(let position):
        switch position.stance {
        case .inFavour: tally.inFavour += 1
        case .against: tally.against += 1
        case .abstain: tally.abstaining += 1
        }
      }
    }
    return tally
  }
}

extension Ballot {
  /// How a proposal is carried.
  public enum Rule: String, Choice {
    /// More say yes than no.
    case simpleMajority = "simple-majority"
    /// More than half of all who may take a position say yes.
    case majorityOfMembers = "majority-of-members"
    /// At least twice as many say yes as no.
    case twoThirds = "two-thirds"
    /// Somebody says yes and nobody no.
    case unanimity

    /// What a person sees.
    public var title: Text {
      switch self {
      case .simpleMajority: Text(sv: "Enkel majoritet", en: "Simple majority")
      case .majorityOfMembers:
        Text(sv: "Mer än hälften av ledamöterna", en: "More than half of the members")
      case .twoThirds: Text(sv: "Två tredjedelar", en: "Two thirds")
      case .unanimity: Text(sv: "Enighet", en: "Unanimity")
      }
    }
  }

  /// What became of the proposal.
  public enum Verdict: String, Sendable {
    /// It has the majority that it needs.
    case carried
    /// It has not.
    case lost
    /// As many yes as no, where a simple majority decides: it is for the chair to say.
    case tied
  }

  /// What a tally means under a rule; nil when nobody has taken a position.
  public func verdict(by rule: Rule) -> Verdict? {
    let tally = tally
    guard tally.takingPart > 0 else { return nil }
    let isCarried =
      switch rule {
      case .simpleMajority: tally.inFavour > tally.against
      case .majorityOfMembers: tally.inFavour * 2 > tally.entitled
      case .twoThirds: tally.inFavour > 0 && tally.inFavour >= tally.against * 2
      case .unanimity: tally.inFavour > 0 && tally.against == 0
      }
    if rule == .simpleMajority && tally.inFavour == tally.against { return .tied }
    return isCarried ? .carried : .lost
  }
}
