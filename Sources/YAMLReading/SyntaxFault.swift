import Located

extension Faults {
  /// What libyaml's fault means to who wrote the text.
  func syntax(
    _ fault: ParserFault, openBracket: Mark?, lines: inout SourceLines
  ) -> [Diagnostic] {
    let mark = fault.mark
    return [
      self.fault(
        "syntax", Span(mark, mark),
        Text(
          sv: "texten kan inte läsas som YAML (\(fault.problem))",
          en: "the text cannot be read as YAML (\(fault.problem))"))
    ]
  }
}
