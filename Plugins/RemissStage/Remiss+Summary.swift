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
      sv: "Har inte svarat", en: "Not answered",
      columns: [Text(sv: "Remissinstans", en: "Party")],
      rows: responses.silent.map { [Text($0.description)] })
  }

  private func responseTable(_ standing: Standing) -> Summary.Table {
    let current = Set(standing.map(\.response.number))
    let invited = Set(responses.asked)
    return Summary.Table(
      sv: "Remissvar", en: "Answers",
      columns: [
        Text(sv: "Nr", en: "No"), Text(sv: "Remissinstans", en: "Party"),
        Text(sv: "Ställningstagande", en: "Stance"), Text(sv: "Inkom", en: "Received"),
        Text(sv: "Diarienummer", en: "Diary number"), Text(sv: "Anmärkning", en: "Remark"),
      ],
      rows: responses.responses.map { response in
        [
          Text("\(response.number)"), Text(response.parties.listed),
          response.content.stance.title, Text(response.received.description),
          Text(response.content.diaryNumber ?? ""),
          remark(
            on: response, isCurrent: current.contains(response.number),
            isAsked: response.parties.contains { invited.contains($0) }),
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
    var senders: [Int: Text] = [:]
    for response in responses.responses {
      senders[response.number] = Text(response.parties.listed)
    }
    return Summary.Table(
      sv: "Synpunkter", en: "Comments",
      columns: [
        Text(sv: "Nr", en: "No"), Text(sv: "Remissinstans", en: "Party"),
        Text(sv: "Kapitel", en: "Chapter"), Text(sv: "Kategori", en: "Category"),
        Text(sv: "Synpunkt", en: "Comment"), Text(sv: "Hantering", en: "Disposition"),
        Text(sv: "Motivering", en: "Motive"),
      ],
      rows: comments.all.map { comment in
        [
          Text(comment.id.description), senders[comment.id.response] ?? Text(""),
          Text(comment.said.chapter ?? ""), comment.said.category.title,
          Text(comment.said.text.reference), effect(of: comment),
          Text(comment.disposition?.motive ?? ""),
        ]
      })
  }

  private func effect(of comment: Comment) -> Text {
    guard let disposition = comment.disposition else {
      return isWithdrawn(comment.id.response)
        ? Text(sv: "Återtagen", en: "Withdrawn") : Text(sv: "Ej hanterad", en: "Not disposed of")
    }
    let title = disposition.effect.title
    guard let recipient = disposition.forwardedTo else { return title }
    return Text(sv: "\(title.sv) till \(recipient)", en: "\(title.en) to \(recipient)")
  }

  private var excusedTable: Summary.Table {
    let asked = Set(responses.asked)
    return Summary.Table(
      sv: "Inte längre tillfrågade", en: "No longer asked",
      columns: [
        Text(sv: "Remissinstans", en: "Party"), Text(sv: "Dag", en: "Day"),
        Text(sv: "Skäl", en: "Reason"),
      ],
      rows: excused.filter { !asked.contains($0.party) }.map { excused in
        [Text(excused.party.description), Text(excused.on.description), Text(excused.reason)]
      })
  }
}

extension [Body] {
  fileprivate var listed: String { map(\.description).joined(separator: ", ") }
}
