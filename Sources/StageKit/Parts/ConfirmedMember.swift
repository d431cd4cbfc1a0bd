/// A person who was confirmed as a member of a group, as the stage that confirms hands it on.
///
/// As text it is the parts in their order with a space between, a hyphen for what is not known, and
/// last the place in the minutes, which may hold any text.
public struct ConfirmedMember: Word {
  /// The person, as a reference word.
  public let person: Name
  /// The region or healthcare region that the person represents.
  public let represents: Body?
  /// Who confirmed.
  public let by: Body
  /// When.
  public let on: CivilDate
  /// The place in the minutes.
  public let minutes: String?
  /// When the person's interests were declared.
  public let declaredOn: CivilDate?
  /// What the assessment of them came to.
  public let conflict: ConflictOfInterest?

  /// A person who was confirmed.
  public init(
    _ person: Name, represents: Body?, by: Body, on: CivilDate, minutes: String?,
    declaredOn: CivilDate?, conflict: ConflictOfInterest?
  ) {
    self.person = person
    self.represents = represents
    self.by = by
    self.on = on
    self.minutes = minutes
    self.declaredOn = declaredOn
    self.conflict = conflict
  }

  /// A confirmed member, if the text has all the parts.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false)
    guard parts.count == 7, let person = Name(String(parts[0])), let by = Body(String(parts[2])),
      let on = CivilDate(String(parts[3]))
    else { return nil }
    func known(_ index: Int) -> String? { parts[index] == "-" ? nil : String(parts[index]) }
    self.init(
      person, represents: known(1).flatMap { Body($0) }, by: by, on: on, minutes: known(6),
      declaredOn: known(4).flatMap { CivilDate($0) },
      conflict: known(5).flatMap { ConflictOfInterest(rawValue: $0) })
  }

  /// What it looks like.
  public static let form = "ledamot-1 sodra sks 2026-09-24 2026-09-14 clear § 9"
  /// Nobody.
  public static var blank: ConfirmedMember {
    ConfirmedMember(
      .blank, represents: nil, by: .blank, on: .blank, minutes: nil, declaredOn: nil, conflict: nil)
  }

  /// The parts in their order.
  public var description: String {
    [
      person.description, represents?.id, by.id, on.description, declaredOn?.description,
      conflict?.rawValue, minutes,
    ].map { $0 ?? "-" }.joined(separator: " ")
  }
}

extension TypedTopic where V == ConfirmedMember {
  /// Those who were confirmed as members, one value for each.
  public static var confirmedMember: Self { Self("confirmed-member") }
}
