import CivilTime
package import Lifecycle
package import Located
import StageKit

// The labels of every status. Each is stored whole, never composed: in Swedish a stage (en fas) and
// a case (ett ärende) take different forms of one word.

/// A status that a person sees by its label.
package protocol Labelled: RawRepresentable<String>, CaseIterable, Sendable {
  /// What a person sees.
  var label: Text { get }
}

extension StageStatus: Labelled {
  package var label: Text {
    switch self {
    // A person asks whether the case goes there, not which rule led past it.
    case .skipped, .passedBy: Text(sv: "Ej aktuell", en: "Not applicable")
    case .pending: Text(sv: "Ej påbörjad", en: "Not started")
    case .open: Text(sv: "Pågår", en: "Open")
    case .closed: Text(sv: "Klar", en: "Done")
    case .invalidated: Text(sv: "Görs om", en: "To be redone")
    case .cancelled: Text(sv: "Avbruten", en: "Cancelled")
    case .trailing: LaneState.Status.trailing.label
    }
  }
}

/// How far a case has come.
package enum CaseStatus: String, Labelled {
  case open
  /// Done but for what returns (a yearly review), with its version in force.
  case suspended
  case closed, cancelled

  package var label: Text {
    switch self {
    case .open: Text(sv: "Pågående", en: "Open")
    case .suspended: Text(sv: "Vilande", en: "Resting")
    case .closed: Text(sv: "Avslutat", en: "Closed")
    case .cancelled: Text(sv: "Avbrutet", en: "Cancelled")
    }
  }
}

/// What has become of the version that a case put in force.
package enum VersionStatus: String, Labelled {
  case inForce = "in-force"
  case superseded, retired

  package var label: Text {
    switch self {
    case .inForce: Text(sv: "Gällande", en: "In force")
    case .superseded: Text(sv: "Ersatt", en: "Superseded")
    case .retired: Text(sv: "Upphört att gälla", en: "No longer in force")
    }
  }
}

extension LaneState.Status: Labelled {
  package var label: Text {
    switch self {
    case .waiting: Text(sv: "Ej påbörjad", en: "Not started")
    case .open: Text(sv: "Pågår i regionen", en: "Under way in the region")
    case .done: Text(sv: "Klar", en: "Done")
    case .trailing: Text(sv: "Fortsätter i egen takt", en: "Goes on at its own pace")
    case .unknown: Text(sv: "Uppgift saknas", en: "Unknown")
    case .cancelled: Text(sv: "Avbrutet", en: "Cancelled")
    }
  }
}

/// How a stage stands to its last day.
package enum DeadlineStatus: String, Labelled {
  case upcoming
  /// Its first reminder has come.
  case dueSoon = "due-soon"
  case overdue, met, late

  package var label: Text {
    switch self {
    case .upcoming: Text(sv: "Kommande", en: "Upcoming")
    case .dueSoon: Text(sv: "Närmar sig", en: "Due soon")
    case .overdue: Text(sv: "Försenad", en: "Overdue")
    case .met: Text(sv: "I tid", en: "In time")
    case .late: Text(sv: "Klar efter sista dag", en: "Done after the last day")
    }
  }
}

/// What was done later to something that is registered; it stays readable.
package enum EventMark: String, Labelled {
  case annulled
  /// A slip of the pen: another event stands in its place.
  case corrected

  package var label: Text {
    switch self {
    case .annulled: Text(sv: "Makulerad", en: "Annulled")
    case .corrected: Text(sv: "Rättad", en: "Corrected")
    }
  }
}

/// Headings and phrases that several views share.
enum Phrase {
  static let caseID = Text(sv: "Ärende", en: "Case")
  static let subject = Text(sv: "Avser", en: "Subject")
  static let task = Text(sv: "Uppgift", en: "Task")
  static let pipeline = Text(sv: "Process", en: "Pipeline")
  static let stage = Text(sv: "Fas", en: "Stage")
  static let status = Text(sv: "Läge", en: "Status")
  static let attempt = Text(sv: "Omgång", en: "Attempt")
  static let owner = Text(sv: "Ansvarig", en: "Owner")
  static let lastDay = Text(sv: "Sista dag", en: "Last day")
  static let daysLeftCounted = Text(sv: "Dagar kvar", en: "Days left")
  static let daysLeft = Text(sv: "Tid kvar", en: "Time left")
  static let outcome = Text(sv: "Fasens resultat", en: "Outcome")
  static let day = Text(sv: "Dag", en: "Day")
  static let body = Text(sv: "Grupp eller organisation", en: "Body")
  static let number = Text(sv: "Nr", en: "No")
  static let source = Text(sv: "Källa", en: "Source")
  static let reportedBy = Text(sv: "Rapporterat av", en: "Reported by")
  static let title = Text(sv: "Namn", en: "Name")
  static let region = Text(sv: "Region", en: "Region")
  static let daysFromVersion = Text(
    sv: "Dagar från nationell version", en: "Days from national version")
  static let departs = Text(sv: "avviker", en: "departs")
  /// Of a stage that another way of working had left when the case was taken over.
  static let doneBefore = Text(
    sv: "Klar före övertagandet", en: "Done before it was taken over")
  /// In place of a text that an archive rule or an erasure took away.
  static let textGone = Text(sv: "(texten är borttagen)", en: "(the text has been removed)")
  /// Who may act in a lane.
  static let eachForItself = Text(sv: "var och en för sin del", en: "each for its own part")

  /// What a person calls a kind of product; one that a region made up is its id.
  static func productKind(_ id: String) -> Text {
    switch id {
    case "care-programme": Text(sv: "Vårdprogram", en: "Care programme")
    case "care-pathway": Text(sv: "Vårdförlopp", en: "Care pathway")
    case "clinical-guidance": Text(sv: "Kliniskt kunskapsstöd", en: "Clinical decision support")
    case "standardised-cancer-pathway":
      Text(sv: "Standardiserat vårdförlopp", en: "Standardised cancer pathway")
    case "guideline": Text(sv: "Riktlinje", en: "Guideline")
    case "treatment-recommendation":
      Text(sv: "Behandlingsrekommendation", en: "Treatment recommendation")
    case "regional-adoption": Text(sv: "Regional tillämpning", en: "Regional application")
    case "consultation-response": Text(sv: "Remissvar", en: "Consultation response")
    case "device-indication": Text(sv: "Medicinteknisk produkt", en: "Medical device")
    case "specialised-care": Text(sv: "Högspecialiserad vård", en: "Highly specialised care")
    case "initiative": Text(sv: "Insats", en: "Initiative")
    case "patient-promise": Text(sv: "Patientlöfte", en: "Patient promise")
    case "ranking": Text(sv: "Prioritering", en: "Prioritisation")
    case "operational-plan": Text(sv: "Verksamhetsplan", en: "Operational plan")
    case "assignment": Text(sv: "Uppdrag", en: "Assignment")
    case "meeting": Text(sv: "Möte", en: "Meeting")
    case "drug-indication": Text(sv: "Läkemedel och indikation", en: "Drug and indication")
    case "drug": Text(sv: "Läkemedel", en: "Drug")
    case "method": Text(sv: "Metod", en: "Method")
    case "document": Text(sv: "Dokument", en: "Document")
    case "group": Text(sv: "Grupp", en: "Group")
    default: Text(id)
    }
  }

  static func superseded(by id: String) -> Text {
    Text(sv: "Ersatt av \(id)", en: "Superseded by \(id)")
  }

  static func applies(from day: CivilDate) -> Text {
    Text(sv: "Gäller från \(day)", en: "Applies from \(day)")
  }

  static func extended(to day: String) -> Text {
    Text(sv: "Förlängd till \(day)", en: "Extended to \(day)")
  }

  static func attempt(_ number: Int) -> Text {
    Text(sv: "omgång \(number)", en: "attempt \(number)")
  }

  static func overdue(_ days: Int) -> Text {
    days == 1
      ? Text(sv: "Försenad 1 dag", en: "1 day overdue")
      : Text(sv: "Försenad \(days) dagar", en: "\(days) days overdue")
  }

  static func days(_ count: Int) -> Text {
    count == 1
      ? Text(sv: "1 dag", en: "1 day")
      : Text(sv: "\(count.written.sv) dagar", en: "\(count.written.en) days")
  }

  static func daysLeft(_ days: Int) -> Text {
    switch days {
    case 0: Text(sv: "i dag", en: "today")
    case 1: Text(sv: "1 dag kvar", en: "1 day left")
    default: Text(sv: "\(days) dagar kvar", en: "\(days) days left")
    }
  }
}
