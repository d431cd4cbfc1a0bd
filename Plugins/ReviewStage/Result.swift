public import StageKit

extension Review {
  /// What a review may lead to.
  enum Result: String, Choice {
    case none
    case smallRevision = "small-revision"
    case largeRevision = "large-revision"
    case retire

    var title: Text { title(of: .document) }

    /// The result in the words of what is reviewed.
    func title(of subject: Subject) -> Text {
      switch (self, subject) {
      case (.none, .document): Text(sv: "Ingen revidering behövs", en: "No revision needed")
      case (.smallRevision, .document):
        Text(sv: "Mindre revidering (utan remiss)", en: "Small revision (no consultation)")
      case (.largeRevision, .document):
        Text(sv: "Större revidering (ny remiss)", en: "Large revision (new consultation)")
      case (.retire, .document): Text(sv: "Ska utmönstras", en: "To be retired")
      case (.none, .recommendation): Text(sv: "Kvarstår", en: "Stays")
      case (.smallRevision, .recommendation):
        Text(sv: "Ny version, mindre ändring", en: "New version, small change")
      case (.largeRevision, .recommendation): Text(sv: "Ny version", en: "New version")
      case (.retire, .recommendation):
        Text(sv: "Nationell samverkan avslutas", en: "National cooperation ends")
      case (.none, .group): Text(sv: "Gruppen fortsätter", en: "The group goes on")
      case (.smallRevision, .group): Text(sv: "Uppdraget justeras", en: "The mandate is adjusted")
      case (.largeRevision, .group): Text(sv: "Nytt uppdrag", en: "A new mandate")
      case (.retire, .group): Text(sv: "Gruppen avslutas", en: "The group ends")
      }
    }
  }

  /// What is reviewed; it changes no more than the words.
  enum Subject: String, Choice {
    case document
    case recommendation
    case group

    var title: Text {
      switch self {
      case .document: Text(sv: "ett dokument", en: "a document")
      case .recommendation:
        Text(sv: "ett råds rekommendation", en: "a council's recommendation")
      case .group: Text(sv: "en grupp", en: "a group")
      }
    }
  }

  /// Which results are offered, in whose words.
  public struct Settings: Record {
    let results: [Result]
    let subject: Subject

    /// The results that an owner can choose among; that nothing need be done is always one.
    var offered: [Result] {
      Result.allCases.filter { $0 == .none || results.isEmpty || results.contains($0) }
    }

    /// Asks for the settings.
    public init(_ form: inout Form) {
      results = form(
        "results", in: 0...4, sv: "Resultat", en: "Results",
        help: Text(
          sv:
            "De resultat som kan väljas utöver Ingen revidering behövs (none); alla om inget anges.",
          en: "The results that can be chosen beside none; all when left out."))
      subject = form("subject", default: .document, sv: "Avser", en: "Subject")
    }
  }
}
