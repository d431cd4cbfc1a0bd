extension Node {
  /// What another reader of YAML makes of a plain scalar that is meant as text; nil when all agree.
  var otherReading: Text? {
    guard kind == .scalar, style == .plain, let text else { return nil }
    if Int(text) != nil { return Text(sv: "annars läses det som ett tal", en: "else it reads as a number") }
    if ["true", "false", "null", "~", ""].contains(text) {
      return Text(sv: "annars läses det inte som text", en: "else it does not read as text")
    }
    return nil
  }
}
