/// Words that people write for the names of the language, in Swedish and in English.
///
/// A word is only ever a suggestion, and only where the name is known; so one word may stand for
/// several names. What a stage calls its own keys, acts and outcomes in either language is a
/// synonym without being listed here.
enum Synonyms {
  /// The names that a word, as `folded` writes it, may stand for.
  static func names(for word: [UInt8]) -> [String] {
    byWord[String(decoding: word, as: UTF8.self)] ?? []
  }

  private static let byWord: [String: [String]] = {
    var all: [String: [String]] = [:]
    for (name, words) in keys + kinds + words {
      for word in words.split(separator: " ") { all[String(word), default: []].append(name) }
    }
    return all
  }()

  // Without å, ä, ö, and with hyphens, as `folded` writes them.

  private static let keys: [(String, String)] = [
    ("pipeline", "process processen flode pipelines workflow definition"),
    ("register", "organisationsregister organisation organisations"),
    ("scenario", "exempelarende exempel test case"),
    ("stages", "faser fas steg stage steps step phases jobs"),
    ("id", "namn name key-name identifier identifierare"),
    ("title", "titel rubrik namn name label heading"),
    ("name", "namn titel title rubrik"),
    ("help", "hjalp beskrivning description info text"),
    ("version", "utgava edition"),
    ("valid", "giltig galler giltighet validity gallande effective"),
    ("from", "fran start starts since borjar galler-fran from-date start-date startdatum"),
    ("to", "till end ends until slutar t-o-m tom goto target slut"),
    ("product", "produkt avser amne"),
    ("key", "nyckel keys"),
    ("owner", "ansvarig agare responsible assignee agd-av owners"),
    ("roles", "roller roll role"),
    ("inputs", "uppgifter uppgift input fields falt indata"),
    ("extends", "bygger-pa utokar base bas inherits"),
    ("for", "galler-for region"),
    ("drop", "utgar stryk remove ta-bort"),
    ("opened-by", "oppnas-av"),
    ("remind", "paminn paminnelse paminnelser reminder reminders remind-at"),
    ("escalate", "eskalera eskalering lyft lyfts escalation"),
    ("uses", "anvander plugin use type typ kind slag module"),
    ("with", "installningar settings parameters params config options med parametrar"),
    ("within", "tidsfrist frist deadline inom tid duration timeout tidsgrans time-limit langd"),
    ("window", "remisstid fonster period remissrunda runda window-name"),
    ("due", "senast sista-dag forfaller deadline due-date"),
    ("when", "villkor if nar om condition only-if"),
    ("optional", "valfri frivillig valfritt skippable"),
    ("outcomes", "resultat outcome results utfall on transitions"),
    ("after", "efter needs depends-on depends beror-pa follows"),
    ("every", "varje aterkommer interval repeat intervall"),
    ("align", "flytta-till justera"),
    ("for-each", "for-varje per-region foreach varje matrix per for-alla each"),
    ("proceed", "ga-vidare fortsatt continue join"),
    ("in-force", "i-kraft gallande trader-i-kraft inforce"),
    ("out-of-force", "ur-kraft upphavs upphor"),
    ("acts", "handlingar atgarder actions permissions"),
    ("insert", "infoga lagg-in"),
    ("at-most", "hogst max maximum limit max-times"),
    ("at-least", "minst min minimum"),
    ("values", "val varden choices options enum"),
    ("type", "typ slag kind"),
    ("kind", "slag typ type"),
    ("parties", "remissinstanser instanser mottagare recipients parts"),
    ("documents", "dokument document handlingar files"),
    ("sv", "svenska swedish se"),
    ("en", "engelska english eng"),
    ("powers", "befogenheter mandat mandate"),
    ("kinds", "slag typer types"),
    ("sets", "mangder grupper groups"),
    ("bodies", "organisationer organ grupper organisations organizations"),
    ("windows", "remisstider fonster"),
    ("calendar", "kalender"),
    ("holidays", "helgdagar helger"),
    ("opens", "oppnar oppnas open"),
    ("closes", "stanger stangs close"),
    ("level", "niva"),
    ("code", "kod lanskod"),
    ("part-of", "del-av parent ingar-i"),
    ("follows", "foljer eftertrader"),
    ("ended", "upphort avslutad"),
  ]

  private static let kinds: [(String, String)] = [
    ("draft", "utkast draught"),
    ("remiss", "consultation referral samrad"),
    ("decision", "beslut faststallande approval godkannande"),
    ("publication", "publicering publish"),
    ("implementation", "inforande implementering rollout"),
    ("local-adaptation", "lokal-anpassning regional-anpassning anpassning adaptation"),
    ("regional-decision", "regionalt-beslut"),
    ("review", "oversyn granskning revision"),
    ("phase-out", "utfasning ordnad-utfasning avveckling sunset"),
    ("recommendation", "rekommendation"),
  ]

  private static let words: [(String, String)] = [
    ("next", "nasta vidare continue"),
    ("end", "slut avsluta stop finish"),
    ("new-case", "nytt-arende"),
    ("lane", "lan medlem member"),
    ("all", "alla samtliga"),
    ("edition", "utgava upplaga"),
    ("first", "forsta"),
    ("revision", "revidering"),
    ("quarter", "kvartal"),
    ("adopt", "faststall anta approve approved godkann"),
    ("reject", "avsla avslag rejected faststalls-inte"),
    ("refer-back", "aterremiss aterremittera return send-back"),
    ("substantial-change", "vasentlig-andring"),
    ("small-revision", "mindre-revidering"),
    ("large-revision", "storre-revidering"),
    ("retire", "utmonstra utmonstras"),
    ("published", "publicerad publish"),
    ("archived", "arkiverad archive"),
    ("submit", "lamna-in skicka-in inlamnad"),
    ("respond", "svara remissvar response reply"),
    ("dispose", "hantera hantera-synpunkt"),
    ("decide", "besluta"),
    ("publish", "publicera"),
    ("report", "rapportera"),
    ("extend", "forlang"),
    ("skip", "hoppa-over"),
    ("cancel", "avbryt"),
    ("annul", "makulera"),
    ("assign", "tilldela"),
    ("note", "anteckna anteckning"),
    ("confirm", "bekrafta"),
    ("enum", "choice val lista"),
    ("whole-number", "heltal int integer number tal"),
    ("date", "datum dag day"),
    ("text", "string strang"),
    ("body", "organisation organ"),
    ("icd-10-se", "icd icd-10 icd10 diagnos diagnosis"),
    ("atc", "lakemedel substans substance"),
    ("regions", "regioner region"),
    ("national", "nationell"),
    ("regional", "regionalt"),
    ("document", "dokument"),
    ("drug", "lakemedel"),
    ("method", "metod"),
  ]
}
