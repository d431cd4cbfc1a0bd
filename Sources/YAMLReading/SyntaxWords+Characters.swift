import Located

extension SyntaxWords {
  /// The faults of single characters: a wrong start, a wrong escape, a directive, a tag.
  static func characters(_ fault: ParserFault, _ place: Place) -> (Text, Text?) {
    switch fault.problem {
    case "found character that cannot start any token":
      (
        place.character.isEmpty
          ? Text(sv: "ett tabbtecken kan inte stå här", en: "a tab cannot stand here")
          : Text(
            sv: "en text utan citattecken kan inte börja med \(place.quoted)",
            en: "a text without quotes cannot start with \(place.quoted)"),
        Text(sv: "sätt texten inom citattecken", en: "put the text in quotes")
      )
    case "did not find expected alphabetic or numeric character":
      (
        fault.context == "while scanning an alias"
          ? Text(
            sv: "en text utan citattecken kan inte börja med '*'",
            en: "a text without quotes cannot start with '*'")
          : Text(
            sv: "en text utan citattecken kan inte börja med '&'",
            en: "a text without quotes cannot start with '&'"),
        Text(
          sv: "sätt texten inom citattecken; ett namn efter '&' har bara a–z, siffror, '-' och '_'",
          en: "put the text in quotes; a name after '&' has only a–z, digits, '-' and '_'")
      )
    case "found unknown escape character":
      (
        Text(
          sv: #"okänt tecken efter '\' inom dubbla citattecken"#,
          en: #"unknown character after '\' in double quotes"#),
        Text(
          sv: #"skriv '\\' för ett omvänt snedstreck, eller använd enkla citattecken"#,
          en: #"write '\\' for a backslash, or use single quotes"#)
      )
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      (
        Text(
          sv: #"felaktig teckenkod efter '\x', '\u' eller '\U'"#,
          en: #"wrong character code after '\x', '\u' or '\U'"#),
        Text(
          sv: #"skriv 2, 4 eller 8 hexadecimala siffror, eller tecknet självt"#,
          en: #"write 2, 4 or 8 hexadecimal digits, or the character itself"#)
      )
    case "did not find expected comment or line break":
      (
        Text(
          sv: "text på samma rad som '|' eller '>'", en: "text on the line of '|' or '>'"),
        Text(
          sv: "börja texten på nästa rad, med indrag",
          en: "start the text on the next line, indented")
      )
    case let problem where problem.hasPrefix("found a tab character"):
      (
        Text(
          sv: "indrag med tabbtecken: YAML tar bara mellanslag",
          en: "indented with a tab: YAML takes only spaces"),
        Text(sv: "byt ut det mot mellanslag", en: "replace it by spaces")
      )
    case let problem
    where problem.mentions("tag") || problem.mentions("'!'")
      || ["while scanning a tag", "while parsing a tag"].contains(fault.context):
      (
        Text(
          sv: "märkning med utropstecken (YAML-tagg) används inte här",
          en: "marks with an exclamation mark (YAML tags) are not used here"),
        Text(
          sv: "ta bort märkningen, eller sätt citattecken om texten om utropstecknet hör till den",
          en: "remove the mark, or put the text in quotes if the exclamation mark belongs to it")
      )
    case let problem
    where problem.mentions("directive") || fault.context.mentions("directive")
      || problem == "found incompatible YAML document":
      (
        Text(
          sv: "en rad som börjar med '%' är ett direktiv, och detta är okänt",
          en: "a line that starts with '%' is a directive, and this one is unknown"),
        Text(
          sv: "ta bort raden, eller sätt citattecken om texten",
          en: "remove the line, or put the text in quotes")
      )
    default:
      (
        Text(
          sv: "texten kan inte läsas som YAML (\(fault.problem))",
          en: "the text cannot be read as YAML (\(fault.problem))"),
        nil
      )
    }
  }
}
