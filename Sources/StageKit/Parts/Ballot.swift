/// The positions of a body's members on one proposal.
///
/// The electorate is fixed when the ballot opens. Of each member the last position counts and the
/// earlier ones are kept. Who is recused leaves the count and its denominator, whatever was said
/// before. Nothing is counted on the way: the tally is counted anew each time it is asked for.
public struct Ballot: Sendable, Equatable {
  /// What a member says to the proposal.
  public enum Stance: String, Choice {
    /// Yes.
    case inFavour = "for"
    /// No.
    case against
    /// Takes part, and says neither.
    case abstain

    /// What a person sees.
    public var title: Text {
      switch self {
      case .inFavour: Text(sv: "För", en: "For")
      case .against: Text(sv: "Emot", en: "Against")
      case .abstain: Text(sv: "Avstår", en: "Abstains")
      }
    }
  }

  /// A position that a member took, counted or not.
  public struct Position: Sendable, Hashable {
    /// The member.
    public let member: Body
    /// What the member said.
    public let stance: Stance
    /// When it was said, and the number of the act.
    public let said: Said
  }

  /// Where somebody stands in the ballot.
  public enum Standing: Sendable, Hashable {
    /// Not of the electorate: nothing is counted.
    case outside
    /// Recused: nothing is counted, and the denominator is one less.
    case recused
    /// A member who has not said anything.
    case silent
    /// A member with the position that counts.
    case took(Position)
  }

  /// The members with a vote, in the register's order, each once.
  public let electorate: [Body]
  /// All positions in the order they were taken, also those that do not count.
  public private(set) var positions: [Position] = []
  /// Who is recused, in the order it was said, each once; also one outside the electorate.
  public private(set) var recused: [Body] = []

  /// Opens a ballot among some members; for a body whose composition nobody knows, none.
  public init(electorate: [Body]) {
    var seen: Set<Body> = []
    self.electorate = electorate.filter { seen.insert($0).inserted }
  }

  /// Keeps a position; whether it counts is reckoned when it is asked for.
  public mutating func take(_ stance: Stance, by member: Body, _ said: Said) {
    positions.append(Position(member: member, stance: stance, said: said))
  }

  /// Takes a member out of the count and the denominator; a position already taken is kept.
  public mutating func recuse(_ member: Body) {
    if !recused.contains(member) { recused.append(member) }
  }

  /// Where somebody stands now.
  public func standing(of member: Body) -> Standing {
    guard electorate.contains(member) else { return .outside }
    if recused.contains(member) { return .recused }
    return positions.last { $0.member == member }.map(Standing.took) ?? .silent
  }
}
