import RandomTesting

/// The lines of a clean care programme, told by chance: as long, as commented and as varied as
/// those that people write.
struct CareProgramme {
  var lines: [String] = []
  private var random: SeededRandom

  /// The programme with a number; the same number gives the same lines.
  init(_ number: Int) {
    random = SeededRandom(195, run: number)
    lines += ["# \(comment())", "pipeline: vardprogram-\(number)", "version: \"1\"", "valid:"]
    lines += ["  from: 202\(random.whole(0...5))-0\(random.whole(1...9))-01"]
    lines += ["title:", "  sv: Nationellt vårdprogram, nummer \(number)"]
    lines += ["  en: National care programme, number \(number)"]
    lines += ["product: care-programme", "key: [diagnosis]", "owner: rcc-samverkan"]
    lines += ["roles:", "  stodjande-rcc: rcc", "  vardprogramgrupp: working-group"]
    lines += ["inputs:", "  diagnosis:", "    type: icd-10-se"]
    lines += ["    title: {sv: Diagnos, en: Diagnosis}"]
    lines += ["remind: [\(random.whole(2...7)) weeks, 1 week]"]
    lines += ["escalate: {after: 2 weeks, to: rcc-samverkan}", "", "stages:"]
    stages()
  }

  private mutating func stages() {
    draft("utkast", "Utkast till vårdprogram")
    stage("remiss", "remiss", "Remiss till regioner och föreningar", "Consultation")
    lines += ["    owner: stodjande-rcc", "    window: national-remiss", "    acts:"]
    lines += ["      dispose: vardprogramgrupp", "      extend: rcc-samverkan", "    with:"]
    lines += ["      parties: [regions, professional-associations]   # \(comment())", ""]
    draft("bearbetning", "Bearbetning efter remissen", after: "remiss", back: "remiss")
    var last = "bearbetning"
    for extra in ["granskning", "harmonisering", "lasarprov"].prefix(random.whole(0...3)) {
      draft(extra, "Genomgång av \(extra)", after: last)
      last = extra
    }
    stage("faststallande", "decision", "Fastställande", "Decision")
    lines += ["    within: \(random.whole(2...9)) months", "    after: [\(last)]"]
    lines += ["    outcomes:", "      refer-back: {to: \(last), at-most: 2}"]
    lines += ["      reject: end", ""]
    stage("publicering", "publication", "Publicering", "Publication")
    lines += ["    within: \(random.whole(2...9)) weeks", "    in-force: published", ""]
    stage("inforande", "implementation", "Införande i regionen", "Implementation")
    lines += ["    for-each: regions", "    within: \(random.whole(6...17)) months"]
    lines += ["    after: publicering   # \(comment())", ""]
    stage("oversyn", "review", "Årlig översyn", "Review")
    lines += ["    every: \(random.whole(6...35)) months", "    outcomes:"]
    lines += ["      small-revision: new-case", "      large-revision: new-case"]
    lines += ["      retire: utfasning", ""]
    stage("utfasning", "phase-out", "Utfasning", "Phase-out")
    lines += ["    within: \(random.whole(3...14)) months", "    with:", "      kind: document"]
    lines += ["    out-of-force: archived"]
  }

  private mutating func draft(
    _ id: String, _ sv: String, after: String? = nil, back: String? = nil
  ) {
    stage(id, "draft", sv, "Draft of \(id)")
    lines += ["    owner: \(random.pick(["vardprogramgrupp", "stodjande-rcc"]) ?? "")"]
    term()
    if let after { lines += ["    after: \(after)"] }
    lines += ["    with:", "      documents:", "        - missiv   # \(comment())"]
    lines += ["        - konsekvensbeskrivning"]
    if let back {
      lines += ["    outcomes:", "      substantial-change: {to: \(back), at-most: 2}"]
    }
    lines += [""]
  }

  private mutating func stage(_ id: String, _ uses: String, _ sv: String, _ en: String) {
    lines += ["  # \(comment())", "  - id: \(id)", "    uses: \(uses)@1", "    title:"]
    lines += ["      sv: \(sv)", "      en: \(en)"]
  }

  private mutating func term() {
    lines += ["    within: \(random.whole(2...19)) months   # \(comment())"]
    if random.chance(50) {
      lines += ["    escalate: {after: \(random.whole(2...9)) weeks, to: rcc-samverkan}"]
    }
  }

  private mutating func comment() -> String {
    random.pick([
      "Ägaren är den grupp som fastställer", "svar samordnas av regionens kunskapsråd",
      "gäller från och med nästa remissrunda", "se även bilagan om jävsdeklarationer",
      "stämd av med patientföreträdare i våras", "förlängs bara på begäran",
    ]) ?? ""
  }
}
