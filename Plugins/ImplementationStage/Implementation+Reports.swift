import StageKit

extension Implementation {
  /// Who said something, when, and where it was found.
  struct Origin: Sendable, Equatable {
    let by: Body
    let on: CivilDate
    let source: String?

    init(_ said: Said, source: String?) {
      by = said.by
      on = said.on
      self.source = source
    }
  }

  /// In how many places it is in use.
  struct Coverage: Sendable, Equatable {
    let done: Int
    let of: Int
    let asOf: CivilDate
    let origin: Origin

    var isFull: Bool { done >= of }

    func written(in unit: Text) -> Text {
      Text(
        sv: "Infört på \(done) av \(of) \(unit.sv)", en: "In use at \(done) of \(of) \(unit.en)")
    }
  }

  /// How it ended.
  struct Finished: Sendable, Equatable {
    let result: Extent
    let note: String?
    let origin: Origin
  }

  /// When it begins, or began.
  struct Start: Act {
    static let name = "start"
    static let title = Text(sv: "Ange startdatum", en: "Give the start date")
    let date: CivilDate

    init(_ form: inout Form) {
      date = form("date", sv: "Startdatum", en: "Start date")
    }

    func faults(in stage: Implementation, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Implementation, _ said: Said) {
      stage.start = date
      stage.latest = Origin(said, source: nil)
    }
  }

  /// Reports in how many places it is in use: 14 of 29.
  struct Cover: Act {
    static let name = "coverage"
    static let title = Text(sv: "Rapportera täckning", en: "Report the coverage")
    let done: Int
    let of: Int
    let date: CivilDate?
    let source: String?

    init(_ form: inout Form) {
      done = form("done", in: 0...1_000_000, sv: "Infört på", en: "In use at")
      of = form("of", in: 1...1_000_000, sv: "Av", en: "Of")
      date = form(
        "date", sv: "Läget den", en: "As of",
        help: Text(
          sv: "Rapportens dag, om inget anges.", en: "The day of the report, unless given."))
      source = form(
        "source", in: 1...1_000, sv: "Källa", en: "Source",
        help: Text(
          sv: "Krävs när någon annan än den ansvariga rapporterar.",
          en: "Owed when another than the owner reports."))
    }

    func faults(in stage: Implementation, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished + stage.unsourced(source, said)
      if done > of {
        faults.append(
          Fault(
            "implementation/coverage-exceeds", at: "done",
            sv: "\(done) av \(of) är fler än det finns",
            en: "\(done) of \(of) is more than there are"))
      }
      if let date, date.firstDay > said.on.lastDay {
        faults.append(
          Fault(
            "implementation/not-yet", at: "date", sv: "\(date) är senare än rapporten \(said.on)",
            en: "\(date) is later than the report, \(said.on)"))
      }
      return faults
    }

    func fold(into stage: inout Implementation, _ said: Said) {
      let origin = Origin(said, source: source)
      stage.coverages.append(
        Coverage(done: done, of: of, asOf: date ?? said.on, origin: origin))
      stage.latest = origin
    }
  }

  /// Says that nothing more is to come, and how far it came.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Avsluta införandet", en: "Finish")
    let result: Extent
    let note: String?
    let source: String?

    init(_ form: inout Form) {
      result = form("result", sv: "Resultat", en: "Result")
      note = form(
        "note", in: 1...2_000, sv: "Kommentar", en: "Note",
        help: Text(
          sv: "Krävs när det räknas som infört fast täckningen inte är full.",
          en: "Owed when it is done though the coverage is not full."))
      source = form("source", in: 1...1_000, sv: "Källa", en: "Source")
    }

    func faults(in stage: Implementation, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished + stage.unsourced(source, said)
      if result == .done, note == nil, let coverage = stage.coverages.last, !coverage.isFull {
        let (done, of) = (coverage.done, coverage.of)
        faults.append(
          Fault(
            "implementation/coverage-short", at: "note",
            sv:
              "täckningen är \(done) av \(of): rapportera den, välj Delvis infört (partly), eller skriv varför",
            en: "the coverage is \(done) of \(of): report it, choose partly, or write why"))
      }
      return faults
    }

    func fold(into stage: inout Implementation, _ said: Said) {
      let origin = Origin(said, source: source)
      stage.finished = Finished(result: result, note: note, origin: origin)
      stage.latest = origin
    }
  }

  var alreadyFinished: [Fault] {
    guard let finished else { return [] }
    let (on, title) = (finished.origin.on, finished.result.title)
    return [
      Fault(
        "implementation/finished",
        sv: "införandet avslutades \(on) (\(title.sv.lowercased())): rätta det i stället",
        en: "it was finished \(on) (\(title.en.lowercased())): correct that")
    ]
  }

  private func unsourced(_ source: String?, _ said: Said) -> [Fault] {
    guard said.by != owner, source == nil else { return [] }
    return [
      Fault(
        "implementation/no-source", at: "source",
        sv: "ange var uppgiften finns, när \(owner) inte lämnar den själv",
        en: "say where it was found, since it is not \(owner) that reports")
    ]
  }
}
