import ArgumentParser

extension SwedishHelp {
  /// What each command does, by what it is in English.
  static let commands: [String: String] = {
    var all = subcommands
    for command in RootCommand.configuration.subcommands {
      all[command.configuration.abstract] =
        RootCommand.swedish[
          command.configuration.commandName ?? ""]
    }
    return all
  }()

  private static let subcommands = [
    "List what waits to be sent, and how it goes.":
      "Lista det som väntar på att skickas, och hur det skickas.",
    "Show a message as it would read.": "Visa ett mejl som det skulle se ut.",
    "Save drafts as .eml files, to be changed and sent.":
      "Spara utkast som .eml-filer, att ändra i och skicka.",
    "Send what goes automatically, or the drafts and .eml files that are named.":
      "Skicka det som går automatiskt, eller de utkast och .eml-filer som anges.",
    "Say that messages are taken care of: sent by hand, or said in a call.":
      "Markera mejl som klara: skickade på annat sätt, eller framförda i ett samtal.",
    "List the receivers: what waits, what failed and why.":
      "Lista mottagarna: vad som väntar, vad som gick fel och varför.",
    "Show the messages that wait for a receiver; with --format json as they are posted.":
      "Visa det som väntar på en mottagare; med --format json så som det skickas.",
    "Post a signed message that tells of nothing, and say how it went.":
      "Skicka ett signerat prov utan innehåll, och visa hur det gick.",
    "Post what waits: in order to each receiver, each message once.":
      "Skicka det som väntar: i ordning till varje mottagare, varje meddelande en gång.",
    "Let a receiver be tried again at once: after a pause, or when it was stopped.":
      "Försök genast igen med en mottagare: efter en paus, eller när den har stoppats.",
  ]

  /// How commands are written whose options are not their own.
  static let usages = [
    "Register what a body has done at a stage.": """
    stafett act ÄRENDE FAS VAD --for GRUPP [--FÄLT VÄRDE …]
                   stafett act ÄRENDE FAS [VAD] --help
    """
  ]

  /// What more there is to say of a command, by what it is in English.
  static let discussions = [
    "Start a case, or take one over in mid-life.": """
    stafett open vp-prostata --pipeline cancer-care-programme \\
      --title-sv Prostatacancer --title-en "Prostate cancer" \\
      --input diagnosis=C61.9 --role stodjande-rcc=rcc-syd --role vardprogramgrupp=vpg-prostata
    """,
    "Take in cases, or acts such as responses, from spreadsheets and reply templates.": """
    FIL är .xlsx, .docx eller text med avgränsade värden. I mappningen, en YAML-fil, står vad \
    kolumnerna är: README räknar upp dess ord. --dry-run visar vad som skulle hända med varje rad och \
    skriver ingenting. Antingen tas allt in eller inget; det som togs in förut ändras inte.
    """,
    "Take what was handed over into a case of one's own.": """
    stafett receive vp-kol overlamning --for region-25 --role lpo=lpo-25-lungor

    Ärendet följer gruppens egen process där det finns en, annars den gemensamma. Det som beslutas i \
    ärendet syns hos den som lämnade över.
    """,
    "Register what a body has done at a stage.": """
    ÄRENDE är ett ärende eller det som ärendet avser. Fälten är åtgärdens egna: --help efter VAD \
    visar dem, och efter FAS det som går att göra. Ett fält som anges flera gånger blir en lista. En \
    lista med rader ges som --rows FIL (YAML, JSON, CSV, Excel eller Word), och --rows.KOLUMN RUBRIK \
    anger vad filen kallar en kolumn. --FÄLT @FIL läser texten ur en fil. --rows-from ÄRENDE/FAS tar \
    med raderna från ett tidigare ärende, till exempel gapanalysen, och --as-in ÄRENDE/FAS lämnar \
    samma besked som där, till exempel det regionala tillägget.

    I varje fas går det också att registrera skip, extend, confirm, assign, note och tag; i ett ärende \
    note, tag och cancel: stafett act ÄRENDE cancel --reason TEXT.
    """,
    "Show a case: where it stands, what can be done now, and why the rest cannot.": """
    Med en fas visas det som har registrerats i den, också när den är avslutad: FAS för den senaste \
    omgången, FAS#1 för den första.
    """,
    "Show an overview over all cases; without a name, list them.": """
    Översiktens namn räcker som kommando: stafett inbox är detsamma som stafett view inbox. I listan \
    står vilka val som avgränsar var och en.
    """,
    "List who owes what by when.": """
    stafett due --for npo-lunga-allergi
    stafett due --person karin-ek

    En person anges med det referensord som skrevs vid stafett act ÄRENDE FAS assign.
    """,
    "Print what is ready and what is missing for a meeting.": """
    stafett agenda sks --meeting 2027-02-11 --format html > dagordning.html

    Besluten registreras efteråt, alla på en gång: stafett minutes.
    """,
    "Register the decisions of a meeting, all or none.": """
    stafett minutes rcc-samverkan --meeting 2027-04-20 --rows protokoll.csv

    En rad för varje paragraf: case (ärendet), minutes (§ 41), outcome (beslutet) och det som \
    åtgärden annars frågar efter, under fältets namn. Har ett ärende flera faser som väntar på \
    gruppen anges också stage (fasen).
    """,
    "List, save or send reminders: one mail for each body.": """
    En påminnelse är ett utkast tills någon skickar den; i organisationsregistret står vilka grupper \
    som får dem automatiskt. Mejlen går till servern i $STAFETT_SMTP, från $STAFETT_MAIL_FROM.
    """,
    "Save drafts as .eml files, to be changed and sent.": """
    Det som har sparats väntar fortfarande: skicka filen med stafett outbox send FIL, eller skicka \
    den på annat sätt och kör stafett outbox done NAMN.
    """,
    "Send what goes automatically, or the drafts and .eml files that are named.": """
    Det som servern har tagit emot markeras och skickas inte igen. Stoppas programmet däremellan \
    skickas mejlet en gång till, med samma Message-ID.
    """,
    "Tell other programs what happens: signed, in order, nothing lost.": """
    En grupps mottagare står som webhook: under contact: i organisationsregistret. Den i \
    $STAFETT_WEBHOOK får veta allt. Hemligheterna står i $STAFETT_WEBHOOK_SECRET och i filen som \
    $STAFETT_WEBHOOK_SECRETS pekar ut, en rad för varje: GRUPP whsec_….
    """,
    "Post what waits: in order to each receiver, each message once.": """
    En mottagare börjar med det som händer efter den första körningen. Går det inte att skicka \
    försöks det igen vid senare körningar, med pauser som fördubblas från en minut till tolv timmar; \
    de andra får sitt ändå. Stoppas programmet mellan ett svar och markeringen skickas meddelandet en \
    gång till, med samma webhook-id.
    """,
    "Let a receiver be tried again at once: after a pause, or when it was stopped.": """
    Det som hoppas över är inte förlorat: det står i stafett history.
    """,
    "Print last days and meetings as an iCalendar, to be subscribed to.": """
    Skriven till en fil som en webbserver visar blir det en kalender i Outlook och andra program. \
    Samma ärenden ger samma text; det som är gjort försvinner ur den.
    """,
    "Play scenarios, and name the first difference of each.": """
    Processerna och organisationsregistret är de i mappen som --pipelines anger. Inget sparas, om inte \
    --into anger var: då registreras det som exempelärendena gör i den databasen.
    """,
    "Keep who a reference word stands for; without a word, list them.": """
    stafett person ledamot-norra --name "…" --mail … --sex kvinna

    I ärenden och grupper står bara referensord. Vem ett ord står för sparas här, ingår inte i någon \
    historik och kan raderas: stafett erase ORD.
    """,
    "Erase a person, for good; the history stays whole.": """
    Tar bort namnet och adressen bakom ett referensord, och de registrerade texter som handlar om \
    personen. Själva registreringarna finns kvar, med ordet: vad som beslutades, när och av vilken grupp.
    """,
    "Write where the cases stand, for 'check --positions'.": """
    Innehåller processer, faser och antal, inga personer och inga rubriker. Ett ärende nämns med sitt \
    id, som i stafett show.
    """,
    "Take definitions into the store, by the same pass as check.": """
    Det som check finner fel tas inte in, efter samma projektfil, kända fynd och låsfil; inte heller en \
    version som redan finns i databasen med en annan innebörd. Nya ärenden tar processerna i mappen \
    som --pipelines anger; de i databasen går att läsa också när en fil är borta.
    """,
    "Tell what a finding's code means, with an example of wrong and right.":
      "Utan kod listas alla.",
    "Print the JSON Schema of this build, for editors and other programs.": """
    Spara det, och nämn det på den första raden i en fil: '# yaml-language-server: \
    $schema=stafett.schema.json'. Etiketter och hjälptexter är på språket som --language anger. \
    stafett check hittar mer än ett schema kan uttrycka.
    """,
    "Write a new pipeline with a scenario, or a new stage with its tests.": """
    En process hamnar i mappen som --pipelines anger. En fas hamnar i paketet i den här mappen: en kopia \
    av Stafett eller ett paket som har gjorts här; i en mapp utan paket skrivs ett helt. Ingen fil \
    skrivs över.
    """,
    "Read a definition aloud: every rule in plain Swedish or English.":
      "För den grupp som ska godkänna den.",
    "Draw a definition: stages, outcomes, ways back, lanes.": """
    Med --format text och mermaid blir det ett flödesschema i Mermaid, som GitHub och GitLab visar på \
    en sida; dot ger samma för Graphviz: stafett graph NAMN --format dot | dot -Tsvg. pnml ger flödet \
    som ett petrinät (ISO/IEC 15909-2), så att ett annat verktyg kan bekräfta att det är sunt.
    """,
    "Show the organisation on a day, by the names it had then.": """
    Med en grupp visas allt som organisationsregistret har om den: länkar, platser, regler och uppgifter.
    """,
    "Say which version this is, with the digest of its set of stages.": """
    Två program med samma fingeravtryck godtar samma processer.
    """,
  ]
}
