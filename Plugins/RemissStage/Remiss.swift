public import StageKit

/// A consultation: those concerned answer within a window, every comment is handled, and the answers
/// are compiled.
public struct Remiss: Stage {
  /// The first level.
  public static let name: StageName = "remiss@1"
  /// What a person sees.
  public static let title = Text(sv: "Remiss", en: "Consultation")
  /// What it is for.
  public static let help = Text(
    sv: """
      Remissinstanserna svarar inom remisstiden, enskilt eller samordnat. Varje synpunkt hanteras \
      innan remissvaren sammanställs.
      """,
    en: """
      The consulted parties answer within the window, alone or jointly. Every comment is handled \
      before the answers are compiled.
      """)
  /// What can be done.
  public static let acts: [any Act<Remiss>.Type] = [
    Invite.self, Uninvite.self, Respond.self, Withdraw.self, Dispose.self, Compile.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "remiss/already-asked", "remiss/already-withdrawn", "remiss/disposed-twice",
    "remiss/has-answered", "remiss/late", "remiss/named-twice", "remiss/no-motive",
    "remiss/no-recipient",
    "remiss/not-asked", "remiss/not-in-response", "remiss/not-open", "remiss/open-comments",
    "remiss/received-later", "remiss/still-open", "remiss/unknown-comment",
    "remiss/unknown-response",
  ]
  /// The document that is sent out.
  public static let takes: [Topic] = [TypedTopic.document.topic]
  /// The compilation, by the day it was made.
  public static let gives: [Topic] = [TypedTopic.compilation.topic]

  /// It ends when the answers are compiled.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [.compiled] }

  /// Whom to ask, and what to do with answers that come unasked or late.
  public struct Settings: Record {
    let parties: [Bodies]
    let unasked: Bool
    let late: LateAnswers

    /// Asks for each setting.
    public init(_ form: inout Form) {
      parties = form(
        "parties", in: 1...500, sv: "Remissinstanser", en: "Consulted parties",
        help: Text(
          sv: "Grupper och organisationer, eller mängder av dem som 'regions'.",
          en: "Bodies, or sets of them such as 'regions'."))
      unasked = form(
        "unasked", default: true, sv: "Även andra får svara", en: "Others may answer too")
      late = form(
        "late", default: .acceptMarked, sv: "Svar efter sista dag",
        en: "Answers after the last day",
        help: Text(
          sv: "Ett svar som inte tas emot i ärendet ska ändå diarieföras.",
          en: "An answer that is not accepted in the case must still be registered as a record."))
    }
  }

  /// A party or set that is named twice.
  public static func faults(in settings: Settings) -> [Fault] {
    settings.parties.repeatedIndices.map { index in
      let party = settings.parties[index]
      return Fault(
        "remiss/named-twice", at: ["parties", .index(index)], sv: "'\(party)' står redan i listan",
        en: "'\(party)' is in the list already",
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    }
  }

  let owner: Body
  let document: Version?
  let opens: CivilDate
  let firstCloses: CivilDate?
  let acceptsUnasked: Bool
  let late: LateAnswers
  var responses: ResponseTable<Answer>
  var comments = CommentList()
  var excused: [Excused] = []
  var withdrawals: [Withdrawal] = []
  var compilation: Compilation?

  /// Sends it out.
  public init(_ settings: Settings, _ opening: Opening) {
    owner = opening.owner
    document = opening.take(.document)
    opens = opening.opens ?? opening.on
    firstCloses = opening.closes
    acceptsUnasked = settings.unasked
    late = settings.late
    responses = ResponseTable(asked: opening.bodies(settings.parties), closes: opening.closes)
  }

  /// Judges every answer by the new last day: what came within it is not late.
  public mutating func extend(to closes: CivilDate) {
    responses.extend(to: closes)
  }

  /// Compiled, or none yet.
  public var outcome: Outcome? {
    compilation.map { _ in .compiled }
  }

  /// The compilation.
  public var given: [Given] {
    compilation.map { [Given(.compilation, Version("compilation", $0.on.description))] } ?? []
  }

  /// The silent owe an answer; the owner owes each comment a disposition, and then the compilation.
  public var owes: [Owed] {
    guard compilation == nil else { return [] }
    let silent = responses.silent
    let open = openComments.count
    let own: Owed
    if open > 0 {
      own = Owed("dispose", by: owner, .count(open, sv: "synpunkt", "er", en: "comment", "s"))
    } else if !silent.isEmpty, let closes = responses.closes {
      own = Owed(
        "compile", by: owner,
        Text(sv: "när remisstiden har gått ut \(closes)", en: "after \(closes)"))
    } else {
      own = Owed("compile", by: owner)
    }
    return silent.map { .answer(by: $0) } + [own]
  }

  /// Comments without a disposition, of answers that nobody has taken back.
  var openComments: [Comment] {
    comments.all.filter { $0.disposition == nil && !isWithdrawn($0.id.response) }
  }

  func isWithdrawn(_ response: Int) -> Bool {
    withdrawals.contains { $0.response == response } && responses[response]?.isWithdrawn == true
  }
}

extension Remiss {
  /// What a party says of the whole.
  struct Answer: Sendable, Equatable {
    let stance: Stance
    let channel: Channel?
    let diaryNumber: String?
    let signatoryRole: String?
    let summary: Prose?
  }

  /// Someone who is no longer asked.
  struct Excused: Sendable, Equatable {
    let party: Body
    let reason: String
    let on: CivilDate
  }

  /// That an answer was taken back.
  struct Withdrawal: Sendable, Equatable {
    let response: Int
    let reason: String
    let on: CivilDate
  }

  /// What came of it all.
  struct Compilation: Sendable, Equatable {
    let on: CivilDate
    let reference: String?
    let summary: Prose?
  }
}

extension Outcome {
  static let compiled = Outcome.forward(
    "compiled", sv: "Remissammanställning klar", en: "Answers compiled")
}

extension Owed {
  /// The answer that a party owes.
  static func answer(by party: Body) -> Owed {
    Owed(
      "respond", by: party,
      titled: Text(sv: "Lämna remissvar", en: "Answer the consultation"))
  }
}
