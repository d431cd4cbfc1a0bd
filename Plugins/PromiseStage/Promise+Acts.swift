import StageKit

extension Promise {
  var alreadyFinished: [Fault] {
    guard let finished else { return [] }
    return [
      Fault(
        "promise/finished", sv: "målen sattes \(finished): rätta dem i stället",
        en: "the goals were set \(finished): correct them instead")
    ]
  }

  /// Sets goals; the same group and indicator again takes the place of what was said.
  struct BreakDown: Act {
    static let name = "break-down"
    static let title = Text(sv: "Sätt mål", en: "Set goals")
    let rows: [Goal]

    /// A goal that can be followed.
    struct Goal: Record {
      let diseaseGroup: String
      let indicator: String
      let target: DecimalNumber
      let due: CivilDate
      let baseline: DecimalNumber?
      let unit: String?
      let register: String?
      let owner: Body?

      init(_ form: inout Form) {
        diseaseGroup = form(
          "disease-group", in: 1...200, sv: "Sjukdomsgrupp", en: "Disease group")
        indicator = form("indicator", in: 1...200, sv: "Indikator", en: "Indicator")
        target = form("target", sv: "Målvärde", en: "Target")
        due = form("due", sv: "Nås senast", en: "Due")
        baseline = form("baseline", sv: "Utgångsvärde", en: "Baseline")
        unit = form("unit", in: 1...60, sv: "Enhet", en: "Unit")
        register = form("register", in: 1...200, sv: "Kvalitetsregister", en: "Quality register")
        owner = form(
          "owner", sv: "Ansvarig", en: "Responsible",
          help: Text(
            sv: "Den som ansvarar för fasen, om ingen annan anges.",
            en: "The stage's owner, unless another is given."))
      }

      /// What tells two goals apart.
      var key: [String] { [diseaseGroup, indicator] }
    }

    init(_ form: inout Form) {
      rows = form("rows", in: 1...200, sv: "Mål", en: "Goals")
    }

    func faults(in stage: Promise, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished
      let repeated = rows.repeatedIndices(by: \.key)
      for (index, row) in rows.enumerated() {
        if repeated.contains(index) {
          faults.append(
            Fault(
              "promise/repeated-goal", at: ["rows", .index(index), "indicator"],
              sv: "målet står redan i en rad ovanför", en: "the goal is in a row above already"))
        }
        if row.due.lastDay < said.on.firstDay {
          faults.append(
            Fault(
              "promise/due-passed", at: ["rows", .index(index), "due"],
              sv: "\(row.due) har redan varit när målet sätts \(said.on)",
              en: "\(row.due) is before the day the goal is set, \(said.on)"))
        }
      }
      return faults
    }

    func fold(into stage: inout Promise, _ said: Said) {
      stage.goals.replace(with: rows, by: \.key)
    }
  }

  /// Says that the promise is broken down.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Markera målen som klara", en: "Finish the goals")
    let note: String?

    init(_ form: inout Form) {
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: Promise, _ said: Said) -> [Fault] {
      guard stage.goals.isEmpty else { return stage.alreadyFinished }
      return stage.alreadyFinished + [
        Fault("promise/no-goals", sv: "löftet saknar mål", en: "the promise has no goals")
      ]
    }

    func fold(into stage: inout Promise, _ said: Said) { stage.finished = said.on }
  }
}
