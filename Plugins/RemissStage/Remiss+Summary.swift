public import StageKit

extension Remiss {
  /// How many have answered; who has not, what was answered, and what came of each comment.
  public var summary: Summary {
    let standing = responses.standing
    let tables = [
      silentTable, responseTable(standing), commentTable, excusedTable,
    ].filter { !$0.rows.isEmpty }
    return Summary(line: line(standing), facts: facts(standing), tables: tables)
  }

  private typealias Standing = [(party: Body, response: ResponseTable<Answer>.Response)]

  private func line(_ standing: Standing) -> Text {
    let asked = responses.asked.count
    let answered = asked - responses.silent.count
    let unasked = standing.count - answered
    let others =
      unasked > 0
      ? Text(sv: ", därtill \(unasked) utan att tillfrågas", en: ", and \(unasked) unasked")
      : Text("")
    return Text(
      sv: "\(answered) av \(asked) har svarat\(others.sv)",
      en: "\(answered) of \(asked) have answered\(others.en)")
  }

  private func facts(_ standing: Standing) -> [Summary.Fact] {
    var facts: [Summary.Fact] = []
    if let document {
      facts.append(.init(sv: "Remitterat dokument", en: "Document", Text(document.description)))
    }
    facts.append(.init(sv: "Remissen öppnar", en: "Opens", opens.written))
    if let closes = responses.closes {
      let wasExtended = firstCloses.map { $0 != closes } ?? false
      let earlier =
        wasExtended
        ? firstCloses.map {
          Text(sv: ", förlängd från \($0.written.sv)", en: ", extended from \($0.written.en)")
        } : nil
      facts.append(
        .init(
          sv: "Sista dag", en: "Last day",
          Text(
            sv: closes.written.sv + (earlier?.sv ?? ""),
            en: closes.written.en + (earlier?.en ?? ""))))
    }
    for stance in Stance.allCases {
      let count = standing.count { $0.response.content.stance == stance }
      guard count > 0 else { continue }
      facts.append(.init(sv: stance.title.sv, en: stance.title.en, Text("\(count)")))
    }
    if !comments.all.isEmpty {
      let all = Text.count(comments.all.count, sv: "synpunkt", "er", en: "comment", "s")
      let open = openComments.count
      facts.append(
        .init(
          sv: "Synpunkter", en: "Comments",
          Text(sv: "\(all.sv), \(open) utan hantering", en: "\(all.en), \(open) not disposed of")))
    }
    if let compilation {
      facts.append(
        .init(
          sv: "Sammanställd", en: "Compiled",
          Text(
            sv: compilation.on.written.sv + (compilation.reference.map { ", \($0)" } ?? ""),
            en: compilation.on.written.en + (compilation.reference.map { ", \($0)" } ?? ""))))
    }
    return facts
  }

  private var silentTable: Summary.Table {
    Summary.Table(
      "silent", sv: "Har inte svarat", en: "Not answered",
      columns: [.init("party", sv: "Remissinstans", en: "Party")],
      rows: responses.silent.map { [Cell($0)] })
  }

  private func responseTable(_ standing: Standing) -> Summary.Table {
    let current = Set(standing.map(\.response.number))
    let invited = Set(responses.asked)
    return Summary.Table(
      "responses", sv: "Remissvar", en: "Answers",
      columns: [
        .init("number", sv: "Nr", en: "No"), .init("party", sv: "Remissinstans", en: "Party"),
        .init("stance", sv: "Ställningstagande", en: "Stance"),
        .init("received", sv: "Inkom", en: "Received"),
        .init("diary-number", sv: "Diarienummer", en: "Diary number"),
        .init("remark", sv: "Anmärkning", en: "Remark"),
      ],
      rows: responses.responses.map { response in
        [
          Cell(response.number), Cell(response.parties), Cell(response.content.stance),
          Cell(response.received), Cell(response.content.diaryNumber),
          Cell(
            remark(
              on: response, isCurrent: current.contains(response.number),
              isAsked: response.parties.contains { invited.contains($0) })),
        ]
      })
  }

  private func remark(
    on response: ResponseTable<Answer>.Response, isCurrent: Bool, isAsked: Bool
  ) -> Text {
    var remarks: [Text] = []
    if response.isJoint { remarks.append(Text(sv: "Samordnat remissvar", en: "Joint response")) }
    if responses.isLate(response.received) {
      remarks.append(Text(sv: "Inkom efter sista dag", en: "Came after the last day"))
    }
    if !isAsked { remarks.append(Text(sv: "Ej tillfrågad", en: "Not asked")) }
    if response.isWithdrawn {
      remarks.append(Text(sv: "Återtaget", en: "Withdrawn"))
    } else if !response.withdrawn.isEmpty {
      let left = response.withdrawn.listed
      remarks.append(Text(sv: "Återtaget av \(left)", en: "Withdrawn by \(left)"))
    }
    if !response.isWithdrawn, !isCurrent {
      remarks.append(Text(sv: "Ersatt av senare svar", en: "Replaced by a later answer"))
    }
    return Text(
      sv: remarks.map(\.sv).joined(separator: "; "), en: remarks.map(\.en).joined(separator: "; "))
  }

  /// The text of a comment stands beside the chain, so its cell holds the reference by which the
  /// host finds it, or tells that it was taken away.
  private var commentTable: Summary.Table {
    var senders: [Int: [Body]] = [:]
    for response in responses.responses {
      senders[response.number] = response.parties
    }
    return Summary.Table(
      "comments", sv: "Synpunkter", en: "Comments",
      columns: [
        .init("number", sv: "Nr", en: "No"), .init("party", sv: "Remissinstans", en: "Party"),
        .init("chapter", sv: "Kapitel", en: "Chapter"),
        .init("category", sv: "Kategori", en: "Category"),
        .init("comment", sv: "Synpunkt", en: "Comment"),
        .init("disposition", sv: "Hantering", en: "Disposition"),
        .init("motive", sv: "Motivering", en: "Motive"),
      ],
      rows: comments.all.map { comment in
        [
          Cell(comment.id.description), Cell(senders[comment.id.response] ?? []),
          Cell(comment.said.chapter), Cell(comment.said.category), Cell(comment.said.text),
          effect(of: comment), Cell(comment.disposition?.motive),
        ]
      })
  }

  private func effect(of comment: Comment) -> Cell {
    guard let disposition = comment.disposition else {
      return isWithdrawn(comment.id.response)
        ? .choice("withdrawn", Text(sv: "Återtagen", en: "Withdrawn"))
        : .choice("open", Text(sv: "Ej hanterad", en: "Not disposed of"))
    }
    let title = disposition.effect.title
    guard let recipient = disposition.forwardedTo else { return Cell(disposition.effect) }
    return .choice(
      disposition.effect.rawValue,
      Text(sv: "\(title.sv) till \(recipient)", en: "\(title.en) to \(recipient)"))
  }

  private var excusedTable: Summary.Table {
    let asked = Set(responses.asked)
    return Summary.Table(
      "excused", sv: "Inte längre tillfrågade", en: "No longer asked",
      columns: [
        .init("party", sv: "Remissinstans", en: "Party"), .init("day", sv: "Dag", en: "Day"),
        .init("reason", sv: "Skäl", en: "Reason"),
      ],
      rows: excused.filter { !asked.contains($0.party) }.map { excused in
        [Cell(excused.party), Cell(excused.on), Cell(excused.reason)]
      })
  }
}

extension [Body] {
  fileprivate var listed: String { map(\.description).joined(separator: ", ") }
}
