import StageKit

/// What a seat is for; the rules of composition count by it.
enum Seat: String, Choice {
  case member, chair
  case processLeader = "process-leader"
  case expertPrimary = "primary-care-expert"
  case expertSpecialist = "specialist-expert"
  case register = "register-representative"
  case patient = "patient-representative"
  case careProgramme = "care-programme-representative"
  case municipality = "municipal-representative"
  case coOpted = "co-opted"
  case deputy

  /// Whether who takes it is to be confirmed: the host supplies the process leader, and the co-opted
  /// decide nothing.
  var isConfirmed: Bool { self != .processLeader && self != .coOpted }

  var title: Text {
    switch self {
    case .member: Text(sv: "Ledamot", en: "Member")
    case .chair: Text(sv: "Ordförande", en: "Chair")
    case .processLeader: Text(sv: "Processledare", en: "Process leader")
    case .expertPrimary: Text(sv: "Sakkunnig, primärvård", en: "Expert, primary care")
    case .expertSpecialist: Text(sv: "Sakkunnig, specialistvård", en: "Expert, specialist care")
    case .register: Text(sv: "Registerföreträdare", en: "Register representative")
    case .patient: Text(sv: "Patientföreträdare", en: "Patient representative")
    case .careProgramme: Text(sv: "Vårdprogramföreträdare", en: "Care programme representative")
    case .municipality: Text(sv: "Kommunal företrädare", en: "Municipal representative")
    case .coOpted: Text(sv: "Adjungerad", en: "Co-opted")
    case .deputy: Text(sv: "Ersättare", en: "Deputy")
    }
  }
}

/// A person in a seat.
struct Member: Sendable, Equatable {
  let person: Name
  let seat: Seat
  let represents: Body?
  let profession: String?
  let careLevel: CareLevel?
  /// Who confirmed the person to the seat; nil where that is not known.
  let confirmation: Confirmation?
  let from: CivilDate
  var until: CivilDate
  var extensions = 0
  var left: CivilDate?
}

/// Who confirmed a person to a seat, when, and where that is written.
struct Confirmation: Sendable, Equatable {
  let by: Body
  let on: CivilDate
  let minutes: String?
}

/// What a person declared, and what came of it.
struct Interest: Sendable, Equatable {
  let person: Name
  let represents: Body?
  let on: CivilDate
  let text: Prose?
  /// What the assessment came to; nil before it is made.
  var conflict: ConflictOfInterest?

  func isLatest(in all: [Interest]) -> Bool { all.last { $0.person == person }?.on == on }
}

/// A seat that is announced as empty.
struct Vacancy: Sendable, Equatable {
  let seat: Seat
  let represents: Body?
  let since: CivilDate
}
