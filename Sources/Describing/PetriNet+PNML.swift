extension PetriNet {
  /// The net as a document of ISO/IEC 15909-2 (PNML), a place/transition net.
  package var pnml: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<pnml xmlns="http://www.pnml.org/version-2009/grammar/pnml">"#,
      #"  <net id="net" type="http://www.pnml.org/version-2009/grammar/ptnet">"#,
      "    <name><text>\(Self.escaped("\(id): \(title)"))</text></name>",
      #"    <toolspecific tool="stafett" version="1">"#,
    ]
    lines += Self.reading.map { "      <reading>\(Self.escaped($0))</reading>" }
    lines += ["    </toolspecific>", #"    <page id="page">"#]
    for (index, place) in places.enumerated() {
      let tokens =
        place.tokens > 0
        ? "<initialMarking><text>\(place.tokens)</text></initialMarking>" : ""
      lines.append(
        #"      <place id="p\#(index)"><name><text>\#(Self.escaped(place.name))</text></name>"#
          + "\(tokens)</place>")
    }
    var arcs: [String] = []
    for (index, transition) in transitions.enumerated() {
      let id = "t\(index)"
      // The mark that process mining tools know a silent step by.
      let name =
        transition.name.map { "<name><text>\(Self.escaped($0))</text></name>" }
        ?? #"<toolspecific tool="ProM" version="6.4" activity="$invisible$"/>"#
      lines.append(#"      <transition id="\#(id)">\#(name)</transition>"#)
      for place in transition.from { arcs.append(#"source="p\#(place)" target="\#(id)""#) }
      for place in transition.to { arcs.append(#"source="\#(id)" target="p\#(place)""#) }
    }
    for (index, arc) in arcs.enumerated() {
      lines.append(#"      <arc id="a\#(index)" \#(arc)/>"#)
    }
    lines += ["    </page>", "  </net>", "</pnml>"]
    return lines.joined(separator: "\n") + "\n"
  }

  // How the net is to be read by one who has nothing but the file.
  private static let reading = [
    "A case can always come to an end when from every reachable marking one with a token on 'final' can be reached.",
    "A stage is dead when its place 'STAGE open' never has a token; an outcome, when its transition 'STAGE: OUTCOME' never fires though the stage can be open.",
    "The control token is on 'ready' between two acts. A transition without a name is a step of the sweep that opens, passes on and passes by what follows from the act.",
    "Places whose name ends in ' are a copy, on which a way back to a stage that the case skips is tried: it is refused where nothing would change.",
    "Of each run of for-each stages one lane is shown: all its members do the same, each at its own pace. 'kept' and 'anew' are the two things that may become of it when the case comes to the run again.",
  ]

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
