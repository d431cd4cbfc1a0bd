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

/// What an assessment of interests came to.
enum Conflict: String, Choice {
  case clear, manageable, blocking

  var title: Text {
    switch self {
    case .clear: Text(sv: "Inget jäv", en: "No conflict")
    case .manageable: Text(sv: "Kan hanteras", en: "Manageable")
    case .blocking: Text(sv: "Jävig, får inte medverka", en: "Conflict, may not take part")
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
  let from: CivilDate
  var until: CivilDate
  var extensions = 0
  var left: CivilDate?
}

/// What a person declared, and what came of it.
struct Interest: Sendable, Equatable {
  let person: Name
  let represents: Body?
  let on: CivilDate
  let text: Prose?
  var assessment: Assessment?

  struct Assessment: Sendable, Equatable {
    let conflict: Conflict
    let by: Body
    let on: CivilDate
  }

  func isLatest(in all: [Interest]) -> Bool { all.last { $0.person == person }?.on == on }
}

/// A seat that is announced as empty.
struct Vacancy: Sendable, Equatable {
  let seat: Seat
  let represents: Body?
  let since: CivilDate
}
