import StageKit

extension Confirmation {
  init(_ member: ConfirmedMember) {
    self.init(by: member.by, on: member.on, minutes: member.minutes)
  }
}

// A member is confirmed before taking the seat: in the nomination of the case, or earlier by
// somebody who is then named with the day.
extension Membership.Take {
  /// The confirmation that is said with the seat.
  var stated: Confirmation? {
    guard let confirmedBy, let confirmedOn else { return nil }
    return Confirmation(by: confirmedBy, on: confirmedOn, minutes: minutes)
  }

  /// What is wrong with how the person was confirmed.
  ///
  /// Of a group that is taken in as it stands nobody may know who confirmed those that sit in it
  /// already; the overview of how groups are composed tells of them.
  func unconfirmed(in stage: Membership, from start: CivilDate, _ said: Said) -> [Fault] {
    if let incomplete = incomplete(on: said.on) { return [incomplete] }
    guard stated == nil, seat.isConfirmed else { return [] }
    if let confirmed = stage.waiting.first(where: { $0.person == person }) {
      guard let region = confirmed.represents, let represents, represents != region else {
        return []
      }
      return [
        fault(
          at: "represents", sv: "\(person) är fastställd som företrädare för \(region)",
          en: "\(person) was confirmed as a representative of \(region)")
      ]
    }
    let isNew = stage.isNominatedHere || start.lastDay >= stage.openedOn.firstDay
    guard stage.settings.confirmed, isNew else { return [] }
    return [
      fault(
        at: "person",
        sv: "\(person) är inte fastställd: nominera och fastställ först, eller ange vem som har "
          + "fastställt och vilken dag",
        en:
          "\(person) is not confirmed: nominate and confirm first, or say who has confirmed and when"
      )
    ]
  }

  private func incomplete(on day: CivilDate) -> Fault? {
    switch (confirmedBy, confirmedOn) {
    case (let by?, nil):
      fault(
        at: "confirmed-on", sv: "ange vilken dag \(by) fastställde \(person)",
        en: "say on which day \(by) confirmed \(person)")
    case (nil, _?):
      fault(
        at: "confirmed-by", sv: "ange vem som fastställde \(person)",
        en: "say who confirmed \(person)")
    case (_?, let on?) where on.firstDay > day.lastDay:
      fault(at: "confirmed-on", sv: "\(on) har inte varit än", en: "\(on) has not been yet")
    default: nil
    }
  }

  private func fault(at place: Place, sv: String, en: String) -> Fault {
    Fault("membership/not-confirmed", at: place, sv: sv, en: en)
  }
}
