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
        Text(sv: "Sätt texten inom citattecken.", en: "Put the text in quotes.")
      )
    case "did not find expected alphabetic or numeric character":
      (
        fault.context == "while scanning an alias"
          ? Text(
            sv: "en text utan citattecken kan inte börja med `*`",
            en: "a text without quotes cannot start with `*`")
          : Text(
            sv: "en text utan citattecken kan inte börja med `&`",
            en: "a text without quotes cannot start with `&`"),
        Text(
          sv: "Sätt texten inom citattecken; ett namn efter `&` har bara a–z, siffror, `-`, `_`.",
          en: "Put the text in quotes; a name after `&` has only a–z, digits, `-`, `_`.")
      )
    case "found unknown escape character":
      (
        Text(
          sv: #"okänt tecken efter `\` inom dubbla citattecken"#,
          en: #"unknown character after `\` in double quotes"#),
        Text(
          sv: #"Skriv `\\` för ett omvänt snedstreck, eller använd enkla citattecken."#,
          en: #"Write `\\` for a backslash, or use single quotes."#)
      )
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      (
        Text(
          sv: #"felaktig teckenkod efter `\x`, `\u` eller `\U`"#,
          en: #"wrong character code after `\x`, `\u` or `\U`"#),
        Text(
          sv: #"Skriv 2, 4 eller 8 hexadecimala siffror, eller tecknet självt."#,
          en: #"Write 2, 4 or 8 hexadecimal digits, or the character itself."#)
      )
    case "did not find expected comment or line break":
      (
        Text(
          sv: "text på samma rad som `|` eller `>`", en: "text on the line of `|` or `>`"),
        Text(
          sv: "Börja texten på nästa rad, med indrag.",
          en: "Start the text on the next line, indented.")
      )
    case let problem where problem.hasPrefix("found a tab character"):
      (
        Text(sv: "indrag med tabbtecken", en: "indented with a tab"),
        Text(sv: "Byt ut det mot mellanslag.", en: "Replace it by spaces.")
      )
    case let problem
    where problem.mentions("tag") || problem.mentions("'!'")
      || ["while scanning a tag", "while parsing a tag"].contains(fault.context):
      (
        Text(sv: "YAML-taggar används inte här", en: "YAML tags are not used here"),
        Text(
          sv: "Ta bort taggen; sätt texten inom citattecken om utropstecknet hör till den.",
          en: "Remove the tag; quote the text if the exclamation mark belongs to it.")
      )
    case let problem
    where problem.mentions("directive") || fault.context.mentions("directive")
      || problem == "found incompatible YAML document":
      (
        Text(
          sv: "en rad som börjar med `%` är ett direktiv, och detta är okänt",
          en: "a line that starts with `%` is a directive, and this one is unknown"),
        Text(
          sv: "Ta bort raden, eller citera texten.", en: "Remove the line, or quote the text.")
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
