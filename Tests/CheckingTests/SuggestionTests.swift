import Located
import Testing

/// Which name is meant, and whether it can be no other.
@Suite struct SuggestionTests {
  private let keys = [
    "id", "title", "uses", "owner", "with", "within", "window", "due", "remind", "escalate", "when",
    "optional", "outcomes", "after", "every", "for-each", "proceed", "from", "to", "type", "stages",
  ]

  @Test(arguments: [
    ("Owner", "owner"), ("forEach", "for-each"), ("for_each", "for-each"), ("FOR EACH", "for-each"),
    ("windw", "window"), ("onwer", "owner"), ("wthin", "within"), ("afterr", "after"),
  ])
  func `a slip of the finger can only be one name`(_ word: String, _ name: String) {
    let found = suggestions(for: word, among: keys)
    #expect(found.names == [name] && found.isCertain && found.isClose)
  }

  @Test(arguments: [
    ("ansvarig", "owner"), ("tidsfrist", "within"), ("remisstid", "window"), ("faser", "stages"),
    ("steps", "stages"), ("titel", "title"), ("från", "from"), ("efter", "after"),
    ("påminn", "remind"), ("eskalera", "escalate"), ("för-varje", "for-each"),
    ("resultat", "outcomes"), ("villkor", "when"), ("if", "when"), ("valfri", "optional"),
    ("anva\u{308}nder", "uses"), ("plugin", "uses"), ("inställningar", "with"), ("plan", nil),
  ])
  func `a word for the same thing is found and never taken for certain`(
    _ word: String, _ name: String?
  ) {
    let found = suggestions(for: word, among: keys)
    #expect(found.first == name && !found.isCertain)
  }

  @Test func `names that are as near are all told, and none when they are many`() {
    #expect(suggestions(for: "withn", among: keys).names == ["with", "within"])
    #expect(!suggestions(for: "withn", among: keys).isCertain)
    #expect(suggestions(for: "deadline", among: keys).names == ["within", "due"])
    let regions = (10...29).map { "region-\($0)" }
    #expect(
      suggestions(for: "region-31", among: regions).names == [
        "region-11", "region-13", "region-21",
      ])
    #expect(suggestions(for: "region-1", among: regions).names == [])
    #expect(suggestions(for: "zzz", among: keys).question == nil)
  }

  @Test func `what people see of a name is a word for it`() {
    let titles = ["respond": Text(sv: "Registrera remissvar", en: "Register a response")]
    let found = suggestions(for: "registrera-remissvar", among: ["respond", "extend"]) {
      titles[$0]
    }
    #expect(found.names == ["respond"] && found.isClose && !found.isCertain)
  }

  @Test func `a question names one, two or three`() {
    #expect(suggestions(for: "onwer", among: keys).question?.sv == ", menar du 'owner'?")
    #expect(
      suggestions(for: "withn", among: keys).question?.en == ", did you mean 'with' or 'within'?")
  }

  @Test(arguments: [
    ("Remiss 1", "remiss-1"), ("Vårdprogram (ÖÖ)", "vardprogram-oo"), ("remiss-1", nil), ("1", nil),
    ("---", nil), ("NPO Cancer", "npo-cancer"),
  ])
  func `an id is made of what was written`(_ text: String, _ id: String?) {
    #expect(slug(of: text) == id)
  }
}
