import Located

/// What is said of a fault in the flow: its code, what is wrong, and what to do.
struct FlowFault {
  let code: String
  let message, help: Text

  private init(_ code: String, _ message: Text, help: Text) {
    self.code = code
    self.message = message
    self.help = help
  }

  /// At a node; some have a fix.
  func at(_ node: Node, fixes: [Fix] = []) -> Diagnostic {
    node.diagnostic(code, message, help: help, fixes: fixes)
  }

  // MARK: Order

  static func backWithoutBound(to id: String) -> FlowFault {
    FlowFault(
      "flow/endless-rework",
      Text(
        sv: "'\(id)' står tidigare i filen, och vägen tillbaka har ingen gräns",
        en: "'\(id)' stands earlier in the file, and the way back has no bound"),
      help: Text(
        sv: "skriv {to: \(id), at-most: 2}, med så många gånger som det får hända",
        en: "write {to: \(id), at-most: 2}, with as many times as it may happen"))
  }

  static func afterOfBranch(_ id: String) -> FlowFault {
    FlowFault(
      "flow/branch-with-after",
      Text(
        sv: "'\(id)' öppnas av ett resultat och kan inte också vänta med after:",
        en: "'\(id)' is opened by an outcome and cannot wait with after: too"),
      help: Text(
        sv: "ta bort after:, eller låt inget resultat leda till '\(id)'",
        en: "remove after:, or let no outcome lead to '\(id)'"))
  }

  static func noAfter(_ id: String) -> FlowFault {
    FlowFault(
      "flow/says-no-after",
      Text(
        sv: "vad '\(id)' följer på framgår inte: fasen ovanför är en gren eller återkommer",
        en: "what '\(id)' follows is not said: the stage above is a branch or comes round"),
      help: Text(
        sv: "skriv after: och fasen som den följer på",
        en: "write after: and the stage that it follows"))
  }

  static func everyPerMember(_ id: String) -> FlowFault {
    FlowFault(
      "flow/every-with-for-each",
      Text(
        sv: "'\(id)' kan inte både återkomma (every:) och göras per medlem (for-each:)",
        en: "'\(id)' cannot both come round (every:) and be done for each member (for-each:)"),
      help: Text(
        sv: "ta bort every: eller for-each:", en: "remove every: or for-each:"))
  }

  static func notReached(_ target: String, from id: String) -> FlowFault {
    FlowFault(
      "flow/not-reached-from",
      Text(
        sv: "'\(id)' nås inte från '\(target)', så dit går ingen väg tillbaka",
        en: "'\(id)' is not reached from '\(target)', so no way leads back there"),
      help: Text(
        sv: "led tillbaka till en fas som '\(id)' följer på",
        en: "lead back to a stage that '\(id)' follows"))
  }

  static func unhandled(_ outcome: String, of id: String) -> FlowFault {
    FlowFault(
      "flow/unhandled-outcome",
      Text(
        sv: "ingenting säger vart resultatet '\(outcome)' leder från '\(id)'",
        en: "nothing says where the outcome '\(outcome)' of '\(id)' leads"),
      help: Text(
        sv: "skriv under outcomes: till exempel \(outcome): {to: FAS, at-most: 2}, eller "
          + "\(outcome): end",
        en: "write in outcomes: for instance \(outcome): {to: STAGE, at-most: 2}, or "
          + "\(outcome): end"))
  }

  // MARK: What is done for each member

  static func middleOfRun(first id: String) -> FlowFault {
    FlowFault(
      "flow/inside-run",
      Text(
        sv: "faser som görs per medlem nås genom den första av dem, '\(id)'",
        en: "stages that are done for each member are reached by the first of them, '\(id)'"),
      help: Text(sv: "led till '\(id)'", en: "lead to '\(id)'"))
  }

  static func afterMiddleOfRun(last id: String) -> FlowFault {
    FlowFault(
      "flow/inside-run",
      Text(
        sv: "faser som görs per medlem nämns i after: genom den sista av dem, '\(id)'",
        en: "stages that are done for each member are named in after: by the last, '\(id)'"),
      help: Text(sv: "skriv after: \(id)", en: "write after: \(id)"))
  }

  static let leavesLane = FlowFault(
    "flow/inside-run",
    Text(
      sv: "i en fas som görs per medlem leder resultatet bara till de andra faserna per medlem",
      en: "in a stage that is done for each member an outcome leads only to the others of that kind"
    ),
    help: Text(
      sv: "ta bort raden, så är medlemmen klar, eller led till en av dem",
      en: "remove the line, and the member is done, or lead to one of them"))

  static func proceedInside(_ id: String, last: String) -> FlowFault {
    FlowFault(
      "flow/proceed-without-run",
      Text(
        sv: "bara den sista av faserna per medlem, '\(last)', kan ha proceed:, inte '\(id)'",
        en: "only the last of the stages for each member, '\(last)', can have proceed:, not '\(id)'"
      ),
      help: Text(sv: "flytta proceed: till '\(last)'", en: "move proceed: to '\(last)'"))
  }

  static func forcePerMember(_ id: String) -> FlowFault {
    FlowFault(
      "flow/force-in-run",
      Text(
        sv: "'\(id)' görs per medlem, och en medlem kan inte sätta något i kraft för alla",
        en: "'\(id)' is done for each member, and a member cannot put anything in force for all"),
      help: Text(
        sv: "flytta in-force: eller out-of-force: till en fas utan for-each:",
        en: "move in-force: or out-of-force: to a stage without for-each:"))
  }

  // MARK: Limits

  private static let divide = Text(
    sv: "dela processen i flera", en: "divide the pipeline into several")

  static let stages = FlowFault(
    "limit/stages",
    Text(sv: "processen har fler än 63 faser", en: "the pipeline has more than 63 stages"),
    help: divide)

  static let branches = FlowFault(
    "limit/branches",
    Text(sv: "processen har fler än 64 grenar", en: "the pipeline has more than 64 branches"),
    help: divide)

  static let bounds = FlowFault(
    "limit/bounds",
    Text(
      sv: "processen har för många vägar tillbaka: gränserna i at-most: får inte plats",
      en: "the pipeline has too many ways back: the bounds of at-most: do not fit"),
    help: Text(
      sv: "sänk gränserna i at-most:, eller dela processen i flera",
      en: "lower the bounds of at-most:, or divide the pipeline into several"))

  static let waysToOpen = FlowFault(
    "limit/ways-to-open",
    Text(
      sv: "villkoren i when: ger fler än 64 sätt att öppna ett ärende",
      en: "the when: conditions give more than 64 ways to open a case"),
    help: Text(
      sv: "fråga efter färre uppgifter i when:, eller dela processen i flera",
      en: "ask for fewer inputs in when:, or divide the pipeline into several"))
}
