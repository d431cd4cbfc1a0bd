import Located

/// The options of a check: one table for both programs, for reading and for the help.
enum Option: String, CaseIterable {
  case format, language, colour, strict
  case pipelines
  case stdinPath = "stdin-path"
  case project, at
  case fix, diff
  case baseline
  case updateBaseline = "update-baseline"
  case changedSince = "changed-since"
  case against, positions, bounds
  case explainFlow = "explain-flow"
  case threads
  case lock
  case updateLock = "update-lock"
  case version, help

  /// What follows an option.
  enum Operand {
    case none
    /// One word, called so in the help.
    case word(Text)
    /// One of these.
    case choice([String])
    /// Perhaps one of these, after a `=`.
    case perhaps([String])
  }

  /// How it is written in its shortest form besides `--name`.
  var alias: String? {
    switch self {
    case .help: "-h"
    case .colour: "--color"
    default: nil
    }
  }

  var operand: Operand {
    switch self {
    case .format: .choice(Format.allCases.map(\.rawValue))
    case .language: .choice(Language.allCases.map(\.rawValue))
    case .colour: .choice(Colour.allCases.map(\.rawValue))
    case .pipelines: .word(Text(sv: "MAPP", en: "FOLDER"))
    case .stdinPath: .word(Text(sv: "NAMN", en: "NAME"))
    case .changedSince, .against: .word(Text("REV"))
    case .bounds: .word(Text(sv: "LÄGEN[,MIB]", en: "STATES[,MIB]"))
    case .threads: .word(Text(sv: "ANTAL", en: "COUNT"))
    case .lock, .project, .baseline, .positions: .word(Text(sv: "FIL", en: "FILE"))
    case .at: .word(Text(sv: "DATUM", en: "DATE"))
    case .fix: .perhaps(Mending.allCases.map(\.rawValue))
    case .strict, .diff, .updateBaseline, .explainFlow, .updateLock, .version, .help: .none
    }
  }

  var help: Text {
    switch self {
    case .format:
      Text(sv: "Hur fynden skrivs; annars text.", en: "How findings are printed; else text.")
    case .language:
      Text(
        sv: "Språket i det som skrivs ut; annars efter datorns inställning.",
        en: "The language of what is printed; else as the environment says.")
    case .colour:
      Text(
        sv: "Färg; annars bara på en terminal, och inte om NO_COLOR är satt.",
        en: "Colour; else on a terminal only, and not where NO_COLOR is set.")
    case .strict:
      Text(sv: "Varningar räknas som fel.", en: "Warnings count as errors.")
    case .pipelines:
      Text(
        sv: "Mappen vars organisationsregister gäller när inget är angivet; annars "
          + "$STAFETT_PIPELINES eller ./Pipelines.",
        en: "The folder whose register holds where none is named; else $STAFETT_PIPELINES or "
          + "./Pipelines.")
    case .stdinPath:
      Text(
        sv: "Sökvägen som texten på standard in (-) har i fynden.",
        en: "The path that the text on standard input (-) has in findings.")
    case .changedSince:
      Text(
        sv: "Läs allt, men visa bara fynd om filer som har ändrats sedan en revision i git.",
        en: "Read all, but tell only of files that changed since a revision of git.")
    case .against:
      Text(
        sv: "Jämför med processerna som de var vid en revision i git: de som gäller.",
        en: "Compare with the definitions as of a revision of git: those that are live.")
    case .positions:
      Text(
        sv: "Var pågående ärenden står, från stafett export-positions.",
        en: "Where open cases stand, from stafett export-positions.")
    case .bounds:
      Text(
        sv: "Så många lägen, och så mycket minne, som beviset av ett flöde får gå igenom; annars "
          + "200000,32.",
        en: "How many states, and how much memory, the proof of a flow may take; else 200000,32.")
    case .explainFlow:
      Text(
        sv: "Visa för varje process vad beviset av dess flöde kom fram till, och efter hur många "
          + "lägen.",
        en:
          "Show for each definition what the proof of its flow came to, and after how many states.")
    case .threads:
      Text(
        sv: "Så många trådar; annars en för varje kärna, högst åtta.",
        en: "So many threads; else one for each core, eight at most.")
    case .project:
      Text(
        sv: "Projektfilen; annars närmaste stafett.yaml uppåt.",
        en: "The project file; else the nearest stafett.yaml upwards.")
    case .at:
      Text(
        sv: "Dagen då undantagens slutdatum prövas; utan den prövas de inte.",
        en: "The day on which ends of exceptions are looked at; without it they are not.")
    case .fix:
      Text(
        sv: "Rätta i filerna: det som är säkert, eller allt (unsafe).",
        en: "Mend the files: what is safe, or everything (unsafe).")
    case .diff:
      Text(
        sv: "Visa rättningarna som en diff i stället för att skriva dem.",
        en: "Show what would be mended as a diff, and write nothing.")
    case .baseline:
      Text(
        sv: "Filen med kända fynd; annars den som projektet anger.",
        en: "The file of known findings; else the one that the project names.")
    case .updateBaseline:
      Text(
        sv: "Ta bort rättade fynd ur den; finns den inte skrivs den med allt som kan stå.",
        en: "Take mended findings out of it; where there is none, begin it with all that may stand."
      )
    case .lock:
      Text(
        sv: "Låsfilen; annars stafett.lock i projektets mapp, eller här.",
        en: "The lock file; else stafett.lock in the project's folder, or here.")
    case .updateLock:
      Text(
        sv: "Skriv låsfilen: faserna och reglerna som gäller från och med nu.",
        en: "Write the lock file: the stages and rules that hold from now on.")
    case .version: Text(sv: "Vilken version det här är.", en: "Which version this is.")
    case .help: Text(sv: "Den här hjälpen.", en: "This help.")
    }
  }
}

/// How findings are printed.
enum Format: String, CaseIterable, Sendable {
  case text, short, json, sarif, github, gitlab, junit, markdown
}

/// What may be mended.
enum Mending: String, CaseIterable, Sendable {
  case safe, unsafe
}

/// When there is colour.
enum Colour: String, CaseIterable, Sendable {
  case auto, always, never
}
