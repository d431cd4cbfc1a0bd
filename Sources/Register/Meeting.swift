package import CivilTime
import Located

/// A day on which a body meets, and the last day for papers to it.
package struct Meeting: Sendable, Hashable {
  /// The body, a ``BodyRecord/id``.
  package let body: String
  /// The day.
  package let on: CivilDate
  /// The last day for papers; the day of the meeting where nothing is said.
  package let papers: CivilDate
}

extension Organisation {
  /// The meetings of a body, the earliest first.
  package func meetings(of body: String) -> [Meeting] { meetings.filter { $0.body == body } }

  /// The meeting of a body that is next on a day; nil where none is known.
  package func nextMeeting(of body: String, from day: CivilDate) -> Meeting? {
    meetings.first { $0.body == body && $0.on >= day.firstDay }
  }

  /// The first meeting of a body to which papers can still be sent on a day; nil where none is known.
  package func nextMeeting(of body: String, papersFrom day: CivilDate) -> Meeting? {
    meetings.first { $0.body == body && $0.papers >= day.firstDay }
  }
}

/// The reading of what stands under `meetings:`: a body, its days, and how long before each papers
/// are to be there.
func readMeetings(
  _ node: Node, _ calendar: WorkingCalendar, _ references: inout [Reference],
  _ findings: Findings
) -> [Written<Meeting>] {
  var fields = FieldReader(node, findings)
  let body = fields.required("body")
  let id = body.flatMap(findings.id)
  let papers = fields("papers").flatMap(findings.duration)
  let days = fields.required("days").map(findings.items) ?? []
  fields.finish()
  if let body, let id { references.append(Reference(target: .body, id: id, node: body)) }
  return findings.few(days, atMost: 400).compactMap { day in
    var (onNode, own) = (Node?.some(day), Node?.none)
    if day.kind == .mapping {
      var fields = FieldReader(day, findings)
      (onNode, own) = (fields.required("on"), fields("papers"))
      fields.finish()
    }
    guard let onNode, let on = findings.day(onNode), let id else { return nil }
    // Before the day, and on a working day: papers that are due on a Sunday are due on Friday.
    let nominal = papers.map { calendar.workingDay(onOrBefore: calendar.subtracting($0, from: on)) }
    let last = own.flatMap(findings.day) ?? nominal ?? on
    if let own, last > on {
      findings.add(
        "time/ends-before-start", at: own,
        sv: "handlingarna ska vara inne \(last), efter mötet \(on)",
        en: "papers are due on \(last), after the meeting on \(on)",
        related: [onNode.related(sv: "mötet", en: "the meeting")], help: Findings.correctTimes)
    }
    return Written(value: Meeting(body: id, on: on, papers: last), node: onNode, entry: day)
  }
}

/// The meetings in order; two of one body on one day are a fault.
func sortedMeetings(_ written: [Written<Meeting>], _ findings: Findings) -> [Meeting] {
  var seen: [Meeting: Node] = [:]
  for meeting in written {
    let key = Meeting(body: meeting.value.body, on: meeting.value.on, papers: .earliest)
    if let first = seen[key] {
      findings.add(
        "schema/duplicate-id", at: meeting.node,
        sv: "\(key.body) sammanträder redan \(key.on)",
        en: "\(key.body) meets on \(key.on) already",
        related: [first.related(sv: "skrevs först här", en: "first written here")],
        help: Text(sv: "ta bort den ena", en: "remove one of them"))
    } else {
      seen[key] = meeting.node
    }
  }
  return written.map(\.value).sorted { ($0.on, $0.body) < ($1.on, $1.body) }
}
