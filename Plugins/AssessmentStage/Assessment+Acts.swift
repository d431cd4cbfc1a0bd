import StageKit

extension Assessment {
  /// Why nothing could be assessed.
  enum Hindrance: String, Choice {
    case companyDeclines = "company-declines"
    case noBasis = "no-basis"
    case other

    var title: Text {
      switch self {
      case .companyDeclines: Text(sv: "Företaget avstår", en: "The company declines")
      case .noBasis: Text(sv: "Underlaget går inte att värdera", en: "Too little to assess")
      case .other: Text(sv: "Annat skäl", en: "Another reason")
      }
    }
  }

  /// Says that it was asked for; it is awaited from that day.
  struct Request: Act {
    static let name = "request"
    static let title = Text(sv: "Registrera begäran", en: "Register the request")
    let reference: String?

    init(_ form: inout Form) {
      reference = form("reference", in: 1...200, sv: "Referens", en: "Reference")
    }

    func faults(in stage: Assessment, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Assessment, _ said: Said) {
      stage.request = self
      stage.since = said.on
    }
  }

  /// Registers the assessment.
  struct Receive: Act {
    static let name = "receive"
    static let title = Text(sv: "Registrera värderingen", en: "Register the assessment")
    let at: String
    let conclusion: String?
    let costPerQALY: String?
    let version: String?

    init(_ form: inout Form) {
      at = form(
        "at", in: 1...1_000, sv: "Finns på", en: "Found at",
        help: Text(sv: "Länk eller filnamn.", en: "A link or the name of a file."))
      conclusion = form("conclusion", in: 1...2_000, sv: "Slutsats", en: "Conclusion")
      costPerQALY = form(
        "cost-per-qaly", in: 1...200, sv: "Kostnad per QALY", en: "Cost per QALY",
        help: Text(
          sv:
            "Som det står i värderingen, räknat på listpris. Avtalade priser är sekretessbelagda.",
          en: "As the assessment has it, at list price. Prices agreed upon are secret."))
      version = form(
        "version", in: 1...40, sv: "Version", en: "Version",
        help: Text(sv: "Registreringsdagen, om inget annat anges.", en: "The day, unless given."))
    }

    func faults(in stage: Assessment, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Assessment, _ said: Said) {
      stage.finding = .received(self, on: said.on)
    }
  }

  /// Says that there will be none.
  struct Decline: Act {
    static let name = "not-possible"
    static let title = Text(sv: "Registrera att det inte kan värderas", en: "Cannot be assessed")
    let reason: Hindrance
    let note: String?

    init(_ form: inout Form) {
      reason = form("reason", sv: "Skäl", en: "Reason")
      note = form(
        "note", in: 1...2_000, sv: "Kommentar", en: "Note",
        help: Text(sv: "Krävs vid annat skäl.", en: "Owed for another reason."))
    }

    func faults(in stage: Assessment, _ said: Said) -> [Fault] {
      guard reason == .other, note == nil else { return stage.alreadyFinished }
      return stage.alreadyFinished + [
        Fault("assessment/no-note", at: "note", sv: "skriv skälet", en: "write why")
      ]
    }

    func fold(into stage: inout Assessment, _ said: Said) {
      stage.finding = .declined(self, on: said.on)
    }
  }

  private var alreadyFinished: [Fault] {
    let on: CivilDate
    switch finding {
    case nil: return []
    case .received(_, let day), .declined(_, let day): on = day
    }
    return [
      Fault(
        "assessment/finished", sv: "svaret kom redan \(on): rätta det i stället",
        en: "it was settled \(on): correct that")
    ]
  }
}
