import CivilTime
import Located
import Testing

@testable import Register

@Suite struct LoadingTests {
  @Test(
    arguments: [
      // What stands in quotes is text; a code that does not is whatever the reader likes.
      ("bodies: [{id: a, kind: region, name: A, code: 08}]", ["1:47 yaml/ambiguous-scalar"]),
      ("bodies: [{id: a, kind: region, name: A, code: 13}]", ["1:47 yaml/ambiguous-scalar"]),
      (#"bodies: [{id: a, kind: region, name: A, code: "8"}]"#, ["1:47 schema/wrong-form"]),
      ("bodies: [{id: a, kind: region, name: A, letter: Y}]", ["1:49 yaml/ambiguous-scalar"]),
      ("bodies: [{id: a, kind: region, name: 2019}]", ["1:38 yaml/ambiguous-scalar"]),
      // Keys and types
      ("bodies: [{id: a, kind: region, nmae: A}]", ["1:32 schema/unknown-key"]),
      ("bodies: [{id: a, kind: region}]", ["1:15 schema/missing-key"]),
      ("bodies: [{kind: region, name: A}]", ["1:10 schema/missing-key"]),
      ("bodies: [{id: a, kind: region, name: {sv: A}}]", ["1:32 schema/missing-key"]),
      ("bodies: [{id: a, kind: region, name: [A]}]", ["1:38 schema/wrong-type"]),
      ("bodies: [region]", ["1:10 schema/wrong-type"]),
      ("bodies: [{id: Region 1, kind: region, name: A}]", ["1:15 schema/bad-id"]),
      ("bodies: [{id: a, kind: region, name: A, level: nation}]", ["1:48 schema/bad-choice"]),
      ("boddies: []", ["1:1 schema/unknown-key"]),
      // Ids
      (
        "bodies: [{id: a, kind: region, name: A}, {id: a, kind: region, name: B}]",
        ["1:47 schema/duplicate-id"]
      ),
      (
        #"bodies: [{id: a, kind: region, name: A, code: "01"}, {id: b, kind: region, name: B, code: "01"}]"#,
        ["1:59 schema/duplicate-id"]
      ),
      ("bodies: [{id: regions, kind: lag, name: A}]", ["1:15 schema/duplicate-id"]),
      // Dates
      ("bodies: [{id: a, kind: region, name: A, from: 2019-13}]", ["1:47 schema/bad-date"]),
      (
        "bodies: [{id: a, kind: region, name: A, from: 2019-02, to: 2018}]",
        ["1:60 time/ends-before-start"]
      ),
      // Names that lead nowhere
      ("bodies: [{id: a, kind: regoin, name: A}]", ["1:24 ref/unknown-kind"]),
      ("bodies: [{id: a, kind: region, name: A, powers: [decree]}]", ["1:50 ref/unknown-power"]),
      ("bodies: [{id: a, kind: region, name: A, part-of: b}]", ["1:50 ref/unknown-body"]),
      (
        "bodies: [{id: a, kind: region, name: A, host: [{body: b, from: 2020}]}]",
        ["1:55 ref/unknown-body"]
      ),
      (
        "bodies: [{id: a, kind: lag, name: A, seats: [{id: m, title: M, per: rcc}]}]",
        ["1:69 ref/unknown-set"]
      ),
      (
        "bodies: [{id: a, kind: lag, name: A, from: 2020, acting-for: b}, {id: b, kind: lag, name: B, to: 2019}]",
        ["1:62 ref/ended-body"]
      ),
      // Composition
      (
        "bodies: [{id: a, kind: region, name: A, composition: [{id: C1, title: A, confirmed-by: b}]}]",
        ["1:88 ref/unknown-body"]
      ),
      (
        "bodies: [{id: a, kind: region, name: A, composition: [{id: C1, title: A, settled: [duration], balance: 40}]}]",
        ["1:60 schema/wrong-form"]
      ),
      // Circles
      (
        "bodies: [{id: a, kind: lag, name: A, part-of: b}, {id: b, kind: lag, name: B, part-of: a}]",
        ["1:88 ref/cycle"]
      ),
      ("bodies: [{id: a, kind: lag, name: A, follows: a}]", ["1:47 ref/cycle"]),
      // Working days and windows
      ("calendar: {holidays: []}", ["1:1 schema/missing-key"]),
      (
        "calendar: {saturday-works: false, pause: {from: \"07-01\"}}",
        ["1:35 schema/missing-key"]
      ),
      ("calendar: {saturday-works: no}", ["1:28 yaml/legacy-boolean"]),
      (
        "calendar: {saturday-works: true, holidays: [{name: A, day: 1}]}",
        ["1:60 schema/bad-date"]
      ),
      (
        "calendar: {saturday-works: true, holidays: [{name: A, easter: 1, day: \"01-01\"}]}",
        ["1:45 schema/wrong-form"]
      ),
      (
        "calendar: {saturday-works: true, holidays: [{name: A, easter: 1, from: 2005, to: 2004}]}",
        ["1:82 time/ends-before-start"]
      ),
      (
        "calendar: {saturday-works: true, holidays: [{name: A, weekday: Lördag, on-or-after: \"06-20\"}]}",
        ["1:64 schema/bad-choice"]
      ),
      (
        "windows: [{id: w, title: W, rounds: [{opens: \"02-15\"}]}]", ["1:38 schema/wrong-form"]
      ),
      (
        "windows: [{id: w, title: W, rounds: [{opens: \"02-15\", for: 1 moon}]}]",
        ["1:60 schema/wrong-form"]
      ),
      (
        "windows: [{id: w, title: W, rounds: [{opens: 2020-02-15, closes: 2020-01-01}]}]",
        ["1:66 time/ends-before-start"]
      ),
      ("windows: [{id: w, title: W, opens-shift: foward, rounds: []}]", ["1:42 schema/bad-choice"]),
      // Meetings and tasks
      ("meetings: [{body: b, days: [2027-02-11]}]", ["1:19 ref/unknown-body"]),
      (
        "bodies: [{id: b, kind: lag, name: B}]\nmeetings: [{body: b, days: [2027-02]}]",
        ["2:29 schema/bad-date"]
      ),
      (
        "bodies: [{id: b, kind: lag, name: B}]\nmeetings: [{body: b, days: [2027-02-11, 2027-02-11]}]",
        ["2:41 schema/duplicate-id"]
      ),
      (
        "bodies: [{id: b, kind: lag, name: B}]\nmeetings: [{body: b, days: [{on: 2027-02-11, papers: 2027-02-12}]}]",
        ["2:54 time/ends-before-start"]
      ),
      ("tasks: [{id: t, title: T}]", ["1:14 schema/wrong-form"]),
      ("tasks: [{id: t, title: T, kind: lagg}]", ["1:33 ref/unknown-kind"]),
    ])
  func `a fault is found where it stands`(text: String, found: [String]) {
    #expect(faults(text) == found)
  }

  @Test func `all faults are found at once, and none that follows from another`() {
    let text = """
      bodies:
        - {id: a, kind: region, name: A, code: 08}
        - {id: b, kind: region, name: B, part-of: a, powres: []}
        - {id: c, kind: region, name: C, part-of: [a, d]}
      """
    #expect(
      faults(text) == [
        "2:42 yaml/ambiguous-scalar", "3:48 schema/unknown-key", "4:49 ref/unknown-body",
      ])
  }

  @Test func `a misspelt name is answered with the nearest one`() throws {
    let text = "bodies: [{id: a, kind: regoin, name: A}]"
    guard case .failure(let unreadable) = sample(text) else {
      Issue.record("a register with an unknown kind was read")
      return
    }
    #expect(unreadable.diagnostics.map(\.message.sv) == ["okänt slag 'regoin', menar du 'region'?"])
  }

  @Test func `a good register has no faults`() throws {
    let text = """
      bodies:
        - {id: a, kind: region, name: A, code: "13", from: 2018-02, part-of: {body: b, to: 2019}}
        - {id: b, kind: lag, name: {sv: B, en: B}, earlier: {name: BB, to: 2018}}
      """
    let organisation = try sample(text).get()
    #expect(organisation.members(of: "regions", on: date("2018-01-31")).isEmpty)
    #expect(organisation.members(of: "regions", on: date("2018-02-01")) == ["a"])
    #expect(organisation.parts(of: "b", on: date("2019-12-31")) == ["a"])
    #expect(organisation.parts(of: "b", on: date("2020-01-01")).isEmpty)
    #expect(organisation.body("b")?.name(on: date("2018-12-31")).sv == "BB")
  }

  @Test func `papers to a meeting are due so long before, on a working day`() throws {
    let text = """
      bodies: [{id: b, kind: lag, name: B}, {id: c, kind: lag, name: C}]
      meetings:
        - {body: b, papers: 2 weeks, days: [2027-03-18, {on: 2027-02-14, papers: 2027-02-01}]}
        - {body: b, papers: 1 week, days: [2027-05-09]}
        - {body: c, days: [2027-02-01]}
      calendar: {saturday-works: false}
      """
    let organisation = try sample(text).get()
    let meetings = organisation.meetings(of: "b")
    #expect(meetings.map(\.on) == ["2027-02-14", "2027-03-18", "2027-05-09"].map(date))
    // The second of May 2027 is a Sunday.
    #expect(meetings.map(\.papers) == ["2027-02-01", "2027-03-04", "2027-04-30"].map(date))
    #expect(organisation.nextMeeting(of: "b", papersFrom: date("2027-02-01"))?.on == meetings[0].on)
    #expect(organisation.nextMeeting(of: "b", papersFrom: date("2027-02-02"))?.on == meetings[1].on)
    #expect(organisation.nextMeeting(of: "b", papersFrom: date("2027-05-01")) == nil)
  }

  @Test func `a body has the tasks of its kind, in their time, and those of its healthcare region`()
    throws
  {
    let text = """
      bodies:
        - {id: a, kind: lag, name: A, part-of: {body: whole, from: 2020}}
        - {id: b, kind: lag, name: B}
        - {id: whole, kind: region, name: W}
      tasks:
        - {id: lead, title: {sv: Leda, en: Lead}, kind: lag, from: 2019}
        - {id: buy, title: {sv: Köpa, en: Buy}, kind: [lag, region], part-of: whole}
        - {id: own, title: {sv: Eget, en: Own}, body: b}
      """
    let organisation = try sample(text).get()
    func tasks(_ body: String, _ day: String, kind: String? = nil) -> [String] {
      organisation.tasks(of: body, kind: kind, on: date(day)).map(\.id)
    }
    #expect(tasks("a", "2018-06-01") == [])
    #expect(tasks("a", "2019-06-01") == ["lead"])
    #expect(tasks("a", "2020-06-01") == ["buy", "lead"])
    #expect(tasks("b", "2020-06-01") == ["lead", "own"])
    #expect(tasks("unlisted", "2020-06-01") == [])
    #expect(tasks("unlisted", "2020-06-01", kind: "lag") == ["lead"])
  }

  @Test func `the hash is of the content, not of its layout`() throws {
    let (a, b) = ("{id: a, kind: region, name: A}", "{id: b, kind: lag, name: B}")
    let hash = try sample("bodies: [\(a), \(b)]").get().hash
    #expect(try sample("bodies:\n  - \(b)   # later\n  - \(a)").get().hash == hash)
    #expect(
      try sample("bodies: [{id: a, kind: region, name: A, to: 2019}, \(b)]").get().hash != hash)
  }

  @Test(arguments: ["2018", "2018-02", "2018-02-03"])
  func `a date is printed as exact as it was written`(text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: ["", "18", "2018-2", "2018-02-30", "20180203", "2018-02-03T00", "våren 2018"])
  func `what is no date is not read as one`(text: String) {
    #expect(PartialDate(text) == nil)
  }
}
