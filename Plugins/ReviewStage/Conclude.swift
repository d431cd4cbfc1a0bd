import StageKit

/// The owner concludes the review.
struct Conclude: Act {
  static let name = "review"
  static let title = Text(sv: "Registrera översyn", en: "Record the review")

  let result: Review.Result
  let reason: String?

  init(_ form: inout Form) {
    result = form("result", sv: "Resultat", en: "Result")
    reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
  }

  func faults(in stage: Review, _ said: Said) -> [Fault] {
    var faults: [Fault] = []
    let offered = stage.settings.offered
    if !offered.contains(result) {
      let names = offered.map(\.rawValue).joined(separator: ", ")
      faults.append(
        Fault(
          "review/not-offered", at: "result",
          sv: "'\(result.rawValue)' ingår inte i den här processen, välj bland \(names)",
          en: "'\(result.rawValue)' is not offered in this process, choose among \(names)"
        ).choosing(among: offered.map(\.rawValue)))
    }
    if result == .retire, reason == nil {
      faults.append(
        Fault(
          "review/no-reason", at: "reason", sv: "ange varför det ska upphöra",
          en: "say why it is to end"))
    }
    return faults
  }

  func fold(into stage: inout Review, _ said: Said) {
    stage.conclusion = Review.Conclusion(act: self, said: said)
  }
}
