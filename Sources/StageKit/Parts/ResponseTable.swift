/// Who was asked, what came in and when, and who is silent: the list that a consultation is kept by.
///
/// What came in stays in the list, in the order it was registered. A response may be joint, and then
/// counts for each of its parties; a party that answers again is counted by its latest response; one
/// that withdraws is silent again, unless an earlier response of its own stands.
///
/// A response is late when it was received after the last day *now in force*. So it is never stored
/// as late: an extension makes what came within it punctual, also what was registered before the
/// extension was. The day it was received decides, not the day somebody registered it
/// (förvaltningslagen 2017:900, 22 §), and a month that holds the last day is not late.
public struct ResponseTable<Content: Sendable & Equatable>: Sendable, Equatable {
  /// Something that came in.
  public struct Response: Sendable, Equatable {
    /// The number of the act that registered it.
    public let number: Int
    /// Those whose answer it is; several in a joint one.
    public let parties: [Body]
    /// The day it came, or the month.
    public let received: CivilDate
    /// What it says.
    public let content: Content
    /// Those of the parties who have taken it back.
    public fileprivate(set) var withdrawn: [Body] = []

    /// Whether every party has taken it back.
    public var isWithdrawn: Bool { withdrawn.count == parties.count }
    /// Whether it was given together.
    public var isJoint: Bool { parties.count > 1 }
  }

  /// Those who are asked, in the order they were.
  public private(set) var asked: [Body]
  /// All that came in, in the order it was registered.
  public private(set) var responses: [Response] = []
  /// The last day now in force; nil where there is none.
  public private(set) var closes: CivilDate?

  /// A list of those who are asked to answer at the latest on a day.
  public init(asked: [Body], closes: CivilDate?) {
    self.asked = asked
    self.closes = closes
  }
}

// MARK: - What happens

extension ResponseTable {
  /// Asks some more; those already asked stay where they stand.
  public mutating func ask(_ parties: [Body]) {
    for party in parties where !asked.contains(party) { asked.append(party) }
  }

  /// Asks some no longer; what they have answered stays.
  public mutating func excuse(_ parties: [Body]) {
    asked.removeAll { parties.contains($0) }
  }

  /// Registers what came in.
  public mutating func register(
    _ content: Content, from parties: [Body], received: CivilDate, number: Int
  ) {
    responses.append(
      Response(number: number, parties: parties, received: received, content: content))
  }

  /// Takes a response back for some of its parties, or for all where none is named.
  public mutating func withdraw(_ number: Int, for parties: [Body] = []) {
    guard let index = responses.firstIndex(where: { $0.number == number }) else { return }
    let leaving = parties.isEmpty ? responses[index].parties : parties
    for party in responses[index].parties
    where leaving.contains(party) && !responses[index].withdrawn.contains(party) {
      responses[index].withdrawn.append(party)
    }
  }

  /// Moves the last day.
  ///
  /// The engine sees to it that it is never before the one that was first set; a mistaken extension
  /// may be taken back that far.
  public mutating func extend(to day: CivilDate) {
    closes = day
  }
}

// MARK: - What can be read

extension ResponseTable {
  /// The response that an act registered.
  public subscript(number: Int) -> Response? {
    responses.first { $0.number == number }
  }

  /// Each party that has answered with the response that stands for it, by their first answers.
  ///
  /// The one received last stands; where dates do not tell, the one registered last.
  public var standing: [(party: Body, response: Response)] {
    var places: [Body: Int] = [:]
    var standing: [(party: Body, response: Response)] = []
    for response in responses {
      for party in response.parties where !response.withdrawn.contains(party) {
        guard let place = places[party] else {
          places[party] = standing.count
          standing.append((party, response))
          continue
        }
        if !response.received.isSurelyBefore(standing[place].response.received) {
          standing[place].response = response
        }
      }
    }
    return standing
  }

  /// Those who are asked and have no answer that stands, in the order they were asked.
  public var silent: [Body] {
    let answered = Set(standing.map(\.party))
    return asked.filter { !answered.contains($0) }
  }

  /// Those who have answered unasked, by their first answers.
  public var unasked: [Body] {
    let invited = Set(asked)
    return standing.map(\.party).filter { !invited.contains($0) }
  }

  /// Whether somebody is asked and nobody is silent.
  public var isComplete: Bool { !asked.isEmpty && silent.isEmpty }

  /// Whether what came on a day came after the last one now in force.
  public func isLate(_ received: CivilDate) -> Bool {
    closes.map { $0.isSurelyBefore(received) } ?? false
  }
}
