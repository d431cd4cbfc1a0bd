import ArgumentParser
import Located

extension RootCommand {
  /// What the program can do, command by command.
  static func help(_ language: Language) -> String {
    guard language == .sv else { return helpMessage() + "\n" }
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    let width = commands.map(\.count).max() ?? 0
    func table(_ rows: [(name: String, what: String)], _ width: Int) -> String {
      rows.map {
        "  " + $0.name + String(repeating: " ", count: max(0, width - $0.name.count)) + "  "
          + $0.what + "\n"
      }.joined()
    }
    return """
      Stafett följer kunskapsstöd från utkast till utfasning, från hand till hand.

      Så skrivs det: stafett KOMMANDO

      Kommandon:
      \(table(commands.map { ($0, swedish[$0] ?? "") }, width))
      Till alla kommandon:
      \(table(options, options.map(\.name.count).max() ?? 0))
      Mer om ett kommando: stafett KOMMANDO --help\n
      """
  }

  private static let options = [
    (
      name: "--language sv|en",
      what: "Språket i det som skrivs ut; annars efter datorns inställning."
    ),
    (
      name: "--store DATABAS",
      what: "Databasen: en fil eller sqlite:FIL; annars $STAFETT_STORE eller ./stafett.sqlite."
    ),
    (
      name: "--pipelines MAPP",
      what: "Mappen med processer; annars $STAFETT_PIPELINES"
        + " eller ./Pipelines."
    ),
    (
      name: "--format FORMAT",
      what: "text eller json; det som visar ärenden har också markdown, html"
        + " och ofta csv."
    ),
    (name: "--version", what: "Vilken version det här är."),
    (name: "-h, --help", what: "Den här hjälpen."),
  ]

  /// What each command does, by its name.
  static let swedish = [
    "open": "Starta ett ärende, eller ta över ett som redan pågår.",
    "import": "Ta in ärenden eller remissvar ur kalkylblad och svarsmallar (.xlsx, .docx, CSV).",
    "receive": "Ta emot det som lämnats över i ett eget ärende.",
    "act": "Registrera vad någon har gjort i en fas.",
    "annul": "Makulera en felaktig registrering; den går fortfarande att läsa.",
    "cases": "Lista ärendena, det med närmaste sista dag först.",
    "show": "Visa ett ärende: läget, vad som kan göras nu och varför resten inte kan det.",
    "history": "Visa allt som har hänt i ett ärende, i ordning.",
    "due": "Lista vem som ska göra vad, och senast när.",
    "matrix": "Visa hur långt varje region har kommit, ärende för ärende.",
    "view": "Visa en översikt över alla ärenden; utan namn listas översikterna.",
    "agenda": "Visa vad som är klart och vad som saknas till ett möte.",
    "minutes": "Registrera alla beslut från ett möte ur en tabell, alla eller inga.",
    "person": "Spara vem ett referensord står för; utan ord listas alla.",
    "erase": "Radera en person för gott; historiken förblir hel.",
    "tick": "Gör det som det är dags för: påminn, lyft det försenade, låt versioner börja gälla.",
    "outbox": "Visa, spara eller skicka påminnelserna: ett mejl till varje grupp.",
    "webhook": "Berätta för andra program vad som händer, signerat och i ordning.",
    "feed": "Skriv ut sista dagar och möten som en kalender att prenumerera på.",
    "test": "Spela exempelärenden och visa den första skillnaden i varje.",
    "verify": "Kontrollera databasen mot sig själv: händelser, historik, tider och vad som gäller.",
    "export-positions": "Skriv ut var ärendena står, utan personuppgifter, för check --positions.",
    "check": "Hitta alla fel i processer, organisationsregister och exempelärenden.",
    "explain": "Förklara en kod från check: vad den betyder, varför och hur det rättas.",
    "publish": "Ta in processer i databasen, efter samma kontroll som check.",
    "schema": "Skriv ut JSON Schema, så att en textredigerare kan föreslå och kontrollera.",
    "create": "Skriv en ny process med exempelärende, eller en ny fas med sina tester.",
    "stages": "Lista faserna som finns, eller beskriv en i sin helhet med exempel.",
    "read": "Beskriv en process i klartext, regel för regel.",
    "graph": "Rita en process: faser, resultat, återvägar och delärenden.",
    "plan": "Räkna ut tidplanen för ett ärende där varje fas tar hela sin tid.",
    "calendar": "Visa ett års helgdagar, arbetsdagar och remissrundor.",
    "bodies": "Visa organisationen en viss dag, med de namn som gällde då.",
    "version": "Visa version och fasernas fingeravtryck.",
  ]
}
