import StageKit

extension Initiative {
  /// What sort of initiative it is.
  enum Kind: String, Choice {
    case knowledgeSupport = "knowledge-support"
    case managedIntroduction = "managed-introduction"
    case strongerFollowUp = "stronger-follow-up"
    case stateInitiative = "state-initiative"

    var title: Text {
      switch self {
      case .knowledgeSupport: Text(sv: "Kunskapsstöd", en: "Knowledge support")
      case .managedIntroduction: Text(sv: "Ordnat införande", en: "Managed introduction")
      case .strongerFollowUp: Text(sv: "Förstärkt uppföljning", en: "Stronger follow-up")
      case .stateInitiative: Text(sv: "Statlig satsning", en: "State initiative")
      }
    }
  }

  /// The six goals of good care.
  enum CareGoal: String, Choice {
    case knowledgeBased = "knowledge-based"
    case safe, individual, equal, accessible, efficient

    var title: Text {
      switch self {
      case .knowledgeBased: Text(sv: "Kunskapsbaserad", en: "Knowledge-based")
      case .safe: Text(sv: "Säker", en: "Safe")
      case .individual: Text(sv: "Individanpassad", en: "Individual")
      case .equal: Text(sv: "Jämlik", en: "Equal")
      case .accessible: Text(sv: "Tillgänglig", en: "Accessible")
      case .efficient: Text(sv: "Effektiv", en: "Efficient")
      }
    }
  }

  var alreadySubmitted: [Fault] {
    guard let submittedOn else { return [] }
    return [
      Fault(
        "initiative/submitted", sv: "förslaget lämnades in \(submittedOn): rätta det i stället",
        en: "the proposal was submitted \(submittedOn): correct it instead")
    ]
  }
}
