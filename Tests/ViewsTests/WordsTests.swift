import Lifecycle
import Located
import Testing

@testable import Views

@Suite struct WordsTests {
  /// Swedish as health care writes it: the stage is common gender, the case neuter.
  @Test func `every status has the label of the table`() {
    #expect(
      labels(StageStatus.self) == [
        "pending Ej påbörjad", "skipped Ej aktuell", "open Pågår", "closed Klar",
        "invalidated Görs om", "cancelled Avbruten", "passed-by Ej aktuell",
        "trailing Fortsätter i egen takt",
      ])
    #expect(
      labels(CaseStatus.self) == [
        "open Pågående", "suspended Vilande", "closed Avslutat", "cancelled Avbrutet",
      ])
    #expect(
      labels(VersionStatus.self) == [
        "in-force Gällande", "superseded Ersatt", "retired Upphört att gälla",
      ])
    #expect(
      labels(LaneState.Status.self) == [
        "waiting Ej påbörjad", "open Pågår i regionen", "done Klar",
        "trailing Fortsätter i egen takt", "unknown Uppgift saknas", "cancelled Avbrutet",
      ])
    #expect(
      labels(DeadlineStatus.self) == [
        "upcoming Kommande", "due-soon Närmar sig", "overdue Försenad", "met I tid",
        "late Klar efter sista dag",
      ])
    #expect(labels(EventMark.self) == ["annulled Makulerad", "corrected Rättad"])
  }

  @Test func `no label is missing in either language`() {
    let all: [any Labelled] =
      StageStatus.allCases + CaseStatus.allCases + VersionStatus.allCases
      + LaneState.Status.allCases + DeadlineStatus.allCases + EventMark.allCases
    for status in all {
      #expect(!status.label.sv.isEmpty && !status.label.en.isEmpty, "\(status)")
      #expect(status.label.sv != status.rawValue)
    }
  }

  @Test func `what has a number in it is written whole`() {
    #expect(Phrase.overdue(1).sv == "Försenad 1 dag")
    #expect(Phrase.overdue(23).sv == "Försenad 23 dagar")
    #expect(Phrase.daysLeft(0) == Text(sv: "i dag", en: "today"))
    #expect(Phrase.daysLeft(1) == Text(sv: "1 dag kvar", en: "1 day left"))
    #expect(Phrase.superseded(by: "x-2").sv == "Ersatt av x-2")
    #expect(Phrase.extended(to: "2027-03-01").sv == "Förlängd till 2027-03-01")
  }

  private func labels<S: Labelled>(_: S.Type) -> [String] {
    S.allCases.map { "\($0.rawValue) \($0.label.sv)" }
  }
}
