extension SwedishHelp {
  /// What an option or an argument is, by its help in English, and what stands for its value.
  static let words: [String: (value: String, text: String)] = [
    // For all commands.
    "The language of what is printed: sv or en; else as the environment says.":
      ("sv|en", "Språket i det som skrivs ut; annars efter datorns inställning."),
    "The store: a path or sqlite:PATH; else $STAFETT_STORE or ./stafett.sqlite.":
      (
        "DATABAS",
        "Databasen: en fil eller sqlite:FIL; annars $STAFETT_STORE eller ./stafett.sqlite."
      ),
    "The folder of definitions and register; else $STAFETT_PIPELINES or ./Pipelines.":
      (
        "MAPP",
        "Mappen med processer och organisationsregister; annars $STAFETT_PIPELINES eller ./Pipelines."
      ),
    "How data is printed: text or json; what shows cases also markdown, html and often csv.":
      ("FORMAT", "text eller json; det som visar ärenden har också markdown, html och ofta csv."),
    "Show help information.": ("", "Den här hjälpen."),
    // What is written.
    "The body on whose behalf; else $STAFETT_BODY.":
      ("GRUPP", "Gruppen som det görs för; annars $STAFETT_BODY."),
    "The day it happened, 2019-09-16 or 2019-09; else today.":
      ("DAG", "Dagen då det hände, 2019-09-16 eller 2019-09; annars i dag."),
    "Only say what would follow.": ("", "Visa bara vad som skulle följa."),
    "An id of the command, so that giving it twice is once.":
      ("ID", "Ett eget id, så att samma registrering två gånger bara räknas en gång."),
    "The version of the product that you have seen; refused if it has moved on.":
      (
        "NR",
        "Den version av historiken som du har sett; har mer hänt sedan dess nekas registreringen."
      ),
    "The id of the product, new or known: letters a-z, digits, hyphens.":
      ("ID", "Id för det som ärendet avser, nytt eller känt: a–z, siffror och bindestreck."),
    "The pipeline: ID for the version that holds on the day, or ID@VERSION.":
      ("PROCESS", "Processen: ID för den version som gäller den dagen, eller ID@VERSION."),
    "The product's title in Swedish; needed for a new product.":
      ("TEXT", "Rubriken på svenska; krävs för något nytt."),
    "The product's title in English; needed for a new product.":
      ("TEXT", "Rubriken på engelska; krävs för något nytt."),
    "The kind of product, where the pipeline takes several.":
      ("TYP", "Vad det är, där processen kan avse flera."),
    "An input, as NAME=VALUE; once for each.": ("NAMN=VÄRDE", "En uppgift; en gång för varje."),
    "Whom a role is bound to, as ROLE=BODY; once for each.":
      ("ROLL=GRUPP", "Vem som har en roll; en gång för varje."),
    "Take over a case that stands at this stage.":
      ("FAS", "Ta över ett ärende som står vid den här fasen."),
    "Since when its version has been in force, for a case that is taken over.":
      ("DAG", "Sedan när dess version gäller, för ett ärende som tas över."),
    "What that version is called, such as 4.0.":
      ("VERSION", "Vad den versionen heter, till exempel 4.0."),
    "It is a revision, also where no earlier edition is kept here.":
      ("", "Det är en revidering, också när ingen tidigare utgåva finns här."),
    "What it was opened by, where that is not by hand: an outcome's name.":
      ("RESULTAT", "Vad som öppnade det, om det inte öppnas för hand: resultatets namn."),
    "The files; several are taken in as one.": ("FIL", "Filerna; flera tas in som en."),
    "The file that says what the columns are.": ("FIL", "Filen som anger vad kolumnerna är."),
    "The case that the acts are about, where the mapping names none.":
      ("ÄRENDE", "Ärendet som raderna gäller, om mappningen inte anger något."),
    "The body on whose behalf, where the mapping names none.":
      ("GRUPP", "Gruppen som det görs för, om mappningen inte anger någon."),
    "The day it happened, where the mapping names none; else today.":
      ("DAG", "Dagen då det hände, om mappningen inte anger någon; annars i dag."),
    "Only say what would become of each row.": (
      "", "Visa bara vad som skulle hända med varje rad."
    ),
    "Also write what became of each row to this file, as CSV.":
      ("FIL", "Skriv också vad som hände med varje rad till den här filen, som CSV."),
    "The case or product that hands over.": ("ÄRENDE", "Ärendet som lämnar över."),
    "The stage that hands over.": ("FAS", "Fasen som lämnar över."),
    "Whose lane it is, where that is not the body itself: a region.":
      ("REGION", "Vems del det är, om inte gruppens egen: en region."),
    "The id of the new product; else PRODUCT-BODY.":
      ("ID", "Id för det nya; annars det gamla följt av gruppens id."),
    "An input, as NAME=VALUE; what is handed over and the body are filled in.":
      ("NAMN=VÄRDE", "En uppgift; det som lämnas över och gruppen är redan ifyllda."),
    "The member of the set in whose lane it is; else the body itself.":
      ("REGION", "Den region eller motsvarande som det gäller; annars gruppen själv."),
    "Say what was said in an earlier case, CASE/STAGE; what is given here goes before.":
      (
        "ÄRENDE/FAS",
        "Lämna samma besked som i ett tidigare ärende; det som anges här gäller framför det."
      ),
    "The number of the event that this one corrects.":
      ("NR", "Numret på händelsen som den här rättar."),
    "CASE STAGE ACT, and the act's fields.":
      ("ÄRENDE FAS VAD", "Ärendet, fasen och vad som görs, med de fält som hör till."),
    "The case, or its product.": ("ÄRENDE", "Ärendet, eller det som ärendet avser."),
    "The number of the event, as history shows it.":
      ("NR", "Händelsens nummer, som i stafett history."),
    "Why.": ("TEXT", "Skälet."),
    // What is shown.
    "Only of this kind of product.": (
      "TYP", "Bara ärenden som avser detta, till exempel vårdprogram."
    ),
    "Only what this body has a part in.": ("GRUPP", "Bara det som gruppen har del i."),
    "Only with this status: open, suspended, closed, cancelled.":
      ("LÄGE", "Bara ärenden i det här läget: open, suspended, closed, cancelled."),
    "The day to look from; else today.": ("DAG", "Dagen som läget visas för; annars i dag."),
    "The case, or its product for the latest one.":
      ("ÄRENDE", "Ärendet, eller det som ärendet avser för det senaste."),
    "A stage, to read what was registered in it: STAGE or STAGE#ATTEMPT.":
      ("FAS", "En fas, för att läsa det som registrerats i den: FAS eller FAS#OMGÅNG."),
    "The member, where each does the stage by itself.":
      ("REGION", "Vems del, där var och en gör fasen för sig."),
    "The case, or its product for all its cases.":
      ("ÄRENDE", "Ärendet, eller det som ärendet avser för alla dess ärenden."),
    "Only what is in the hands of this person, by the reference word.":
      ("PERSON", "Bara det som den här personen handlägger, angiven med referensord."),
    "Only what this body owes, or may do for another.":
      ("GRUPP", "Bara det som gruppen ska göra, eller får göra för någon annan."),
    "How many days ahead.": ("DAGAR", "Hur många dagar framåt."),
    "End with exit code 1 if something is overdue.":
      ("", "Avsluta med slutkod 1 om något är försenat."),
    "Cases or products; all that have lanes where none is named.":
      ("ÄRENDE", "Ärenden; annars alla där varje region har sin del."),
    "The overview, then cases or products where it takes any.":
      ("ÖVERSIKT", "Översikten, och sedan ärenden där den tar sådana."),
    "Only this region.": ("REGION", "Bara den här regionen."),
    "Only what this programme area, or a group of it, has a part in.":
      ("OMRÅDE", "Bara det som programområdet, eller en grupp i det, har del i."),
    "Only of this year.": ("ÅR", "Bara det här året."),
    "Only of this kind of product, or of initiative.":
      ("TYP", "Bara ärenden som avser detta, eller den här typen av insats."),
    "Only with this goal of good care.": ("MÅL", "Bara med det här målet för god vård."),
    "Only what is due within so many days.":
      ("DAGAR", "Bara det som ska vara klart inom så många dagar."),
    // Meetings, reminders and other programs.
    "The body.": ("GRUPP", "Gruppen."),
    "The body that met.": ("GRUPP", "Gruppen som sammanträdde."),
    "The day of the meeting; else the next one.": ("DAG", "Mötesdagen; annars nästa möte."),
    "The day of the meeting.": ("DAG", "Mötesdagen."),
    "The table of paragraphs: CSV, YAML or JSON.":
      ("FIL", "Tabellen med paragrafer: CSV, YAML eller JSON."),
    "The day; else today.": ("DAG", "Dagen; annars i dag."),
    "Its name in the list, the beginning of it, or the body.":
      ("NAMN", "Mejlets namn i listan, början av det, eller gruppens id."),
    "Who it is from: 'Name <address>'; else $STAFETT_MAIL_FROM.":
      ("AVSÄNDARE", "Avsändaren: 'Namn <adress>'; annars $STAFETT_MAIL_FROM."),
    "Who they are from: 'Name <address>'; else $STAFETT_MAIL_FROM.":
      ("AVSÄNDARE", "Avsändaren: 'Namn <adress>'; annars $STAFETT_MAIL_FROM."),
    "The folder.": ("MAPP", "Mappen."),
    "Only these, by their names in the list.": ("NAMN", "Bara dessa, med namnen i listan."),
    "Only say what would be saved.": ("", "Visa bara vad som skulle sparas."),
    "Names in the list, or .eml files; without any, what goes automatically.":
      ("NAMN", "Namn i listan, eller .eml-filer; annars det som går automatiskt."),
    "Only say what would be sent.": ("", "Visa bara vad som skulle skickas."),
    "Their names in the list.": ("NAMN", "Mejlens namn i listan."),
    "The receiver: a body, or 'all'.": ("NAMN", "Mottagaren: en grupp, eller 'all'."),
    "Pass over the first message that waits: the one that it does not take.":
      ("", "Hoppa över det första som väntar: det som mottagaren inte tar emot."),
    "Pass over all that waits, and go on with what happens from now.":
      ("", "Hoppa över allt som väntar, och fortsätt med det som händer från nu."),
    "What this body owes, or may do for another.":
      ("GRUPP", "Det som gruppen ska göra, eller får göra för någon annan."),
    "What this region and its bodies owe.":
      ("REGION", "Det som regionen och dess grupper ska göra."),
    "All of this product, or of this case's.":
      ("ÄRENDE", "Allt om det här, eller om det som ärendet avser."),
    // Scenarios, people and the database.
    "Scenarios, and folders whose scenarios are played.":
      ("SÖKVÄG", "Exempelärenden, och mappar vars exempelärenden spelas."),
    "A store in which to register what the scenarios do.":
      ("DATABAS", "Databasen där det som exempelärendena gör ska registreras."),
    "Play only what happened before this day.": (
      "DAG", "Spela bara det som hände före den här dagen."
    ),
    "The reference word: letters a-z, digits, hyphens.":
      ("ORD", "Referensordet: a–z, siffror och bindestreck."),
    "The reference word.": ("ORD", "Referensordet."),
    "The name.": ("NAMN", "Namnet."),
    "The mail address.": ("ADRESS", "E-postadressen."),
    "woman or man, counted for the balance of groups and nothing else.":
      ("KÖN", "kvinna eller man; räknas för jämn könsfördelning i grupperna och inget annat."),
    "The file to write; else it is printed.": ("FIL", "Filen att skriva; annars visas det."),
    // Definitions.
    "Files and folders; else the roots of the project, or the --pipelines folder.":
      ("SÖKVÄG", "Filer och mappar; annars projektets, eller mappen som --pipelines anger."),
    "The project file; else the nearest stafett.yaml upwards.":
      ("FIL", "Projektfilen; annars närmaste stafett.yaml uppåt."),
    "The file of known findings; else the one that the project names.":
      ("FIL", "Filen med kända fynd; annars den som projektet anger."),
    "The lock file; else stafett.lock beside the project, or the nearest upwards.":
      ("FIL", "Låsfilen; annars stafett.lock bredvid projektfilen, eller närmaste uppåt."),
    "The day on which ends of exceptions are looked at.":
      ("DAG", "Dagen då undantagens slutdatum prövas."),
    "Warnings count as errors.": ("", "Varningar räknas som fel."),
    "Check, and say what would be taken in.": ("", "Kontrollera, och visa vad som skulle tas in."),
    "A code, as a finding shows it: flow/unreachable; else all.":
      ("KOD", "En kod, som den står i fyndet: flow/unreachable; annars alla."),
    "What files: pipeline, scenario, project (stafett.yaml) or findings (check --format json).":
      (
        "VAD",
        "Vilka filer: pipeline, scenario, project (stafett.yaml) eller findings "
          + "(check --format json)."
      ),
    "What is to be made: pipeline or stage.":
      ("VAD", "Vad som ska göras: pipeline (en process) eller stage (en fas)."),
    "Its name, in small letters, digits and hyphens: regional-riktlinje.":
      ("NAMN", "Namnet, med små bokstäver, siffror och bindestreck: regional-riktlinje."),
    "The folder of the package; else this one.": ("MAPP", "Paketets mapp; annars den här."),
    "Where Stafett is, for a new package: a folder, or the address of a repository.":
      ("ADRESS", "Var Stafett finns, för ett nytt paket: en mapp, eller adressen till ett arkiv."),
    "A stage, as remiss or remiss@1; else all.": (
      "FAS", "En fas, som remiss eller remiss@1; annars alla."
    ),
    "A file, or ID[@VERSION] among the --pipelines.":
      ("PROCESS", "En fil, eller ID[@VERSION] i mappen som --pipelines anger."),
    "The day whose names and windows are told; else today.":
      ("DAG", "Dagen vars namn och remisstider visas; annars i dag."),
    "The day whose names are told; else today.": ("DAG", "Dagen vars namn visas; annars i dag."),
    "The day on which the case is opened, or a month.":
      ("DAG", "Dagen då ärendet öppnas, eller månaden."),
    "The case is a revision.": ("", "Ärendet är en revidering."),
    "The outcome that opens it; else it is opened by hand.":
      ("RESULTAT", "Resultatet som öppnar ärendet; annars öppnas det för hand."),
    "An input of the case, as NAME=VALUE; for several, several times.":
      ("NAMN=VÄRDE", "En uppgift i ärendet; en gång för varje."),
    "The year; else this year.": ("ÅR", "Året; annars i år."),
    "Only this body, with all that is known of it.":
      ("GRUPP", "Bara den här gruppen, med allt som är känt om den."),
    "The day, or the month; else today.": ("DAG", "Dagen, eller månaden; annars i dag."),
    "Only bodies of this kind: npo, nsg, region, …":
      ("TYP", "Bara grupper och organisationer av den här typen: npo, nsg, region, …"),
  ]
}
