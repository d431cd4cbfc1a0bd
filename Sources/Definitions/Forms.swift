package import CivilTime
package import Located
package import StageKit

/// A text in both languages.
package struct TextForm: Record {
  package let sv: String
  package let en: String

  package init(_ form: inout Form) {
    sv = form("sv", in: 1...500, sv: "På svenska", en: "In Swedish")
    en = form("en", in: 1...500, sv: "På engelska", en: "In English")
  }

  package var text: Text { Text(sv: sv, en: en) }
}

/// From when until when something holds.
package struct ValidForm: Record {
  package let from: Sited<CivilDate>
  package let to: Sited<CivilDate>?

  package init(_ form: inout Form) {
    from = form("from", sv: "Från och med", en: "From")
    to = form("to", sv: "Till och med", en: "To")
  }
}

/// To whom it goes when nobody acts, and when.
package struct EscalateForm: Record {
  package let after: CivilDuration
  package let to: Sited<Name>

  package init(_ form: inout Form) {
    after = form("after", sv: "Tid efter sista dag", en: "Time after the deadline")
    to = form("to", sv: "Lyfts till", en: "Escalated to")
  }
}

/// What is asked for when a case is opened.
package struct InputForm: Record {
  package let type: InputType
  package let title: TextForm
  package let values: [Sited<Name>]
  package let optional: Bool

  package init(_ form: inout Form) {
    type = form("type", sv: "Typ av uppgift", en: "Kind of input")
    title = form("title", sv: "Rubrik", en: "Title")
    values = form("values", sv: "Val, för enum", en: "Choices, for enum")
    optional = form("optional", default: false, sv: "Får utelämnas", en: "May be left out")
  }
}

/// What an input may be.
package enum InputType: String, Choice {
  case text, date, body, product
  case choice = "enum"
  case whole = "whole-number"
  case diagnosis = "icd-10-se"
  case substance = "atc"

  package var title: Text {
    switch self {
    case .text: Text("text")
    case .date: Text(sv: "datum", en: "date")
    case .body: Text(sv: "grupp eller organisation", en: "body")
    case .product: Text(sv: "något som redan följs", en: "a product")
    case .choice: Text(sv: "ett av flera val", en: "one of some choices")
    case .whole: Text(sv: "heltal", en: "whole number")
    case .diagnosis: Text(sv: "diagnoskod, ICD-10-SE", en: "diagnosis code, ICD-10-SE")
    case .substance: Text(sv: "ATC-kod eller substans", en: "ATC code or substance")
    }
  }
}

/// A pipeline but for its stages.
package struct PipelineForm: Record {
  package let pipeline: Sited<Name>
  package let version: Sited<String>
  package let extends: Sited<String>?
  package let region: Sited<Name>?
  package let drop: OneOrMany<Name>
  package let valid: ValidForm
  package let title: TextForm
  package let help: TextForm?
  package let product: OneOrMany<Name>
  package let key: OneOrMany<Name>
  package let owner: Sited<Name>
  package let roles: Entries<RoleField>
  package let inputs: Entries<InputForm>
  package let openedBy: OneOrMany<Name>
  package let remind: [CivilDuration]
  package let escalate: EscalateForm?
  package let stages: RawNode

  package init(_ form: inout Form) {
    pipeline = form("pipeline", sv: "Processens id", en: "The pipeline's id")
    version = form("version", in: 1...20, sv: "Version", en: "Version")
    extends = form("extends", sv: "Bygger på, som bas@2", en: "Extends, as base@2")
    region = form("for", sv: "För vem varianten gäller", en: "For whom the variant is")
    drop = form("drop", sv: "Faser som utgår", en: "Stages left out")
    valid = form("valid", sv: "När nya ärenden tar den", en: "When new cases take it")
    title = form("title", sv: "Rubrik", en: "Title")
    help = form("help", sv: "Vad den är till för", en: "What it is for")
    product = form("product", in: 1...10, sv: "Vad den avser", en: "What it is about")
    key = form("key", in: 1...5, sv: "Det som skiljer två åt", en: "What tells two apart")
    owner = form("owner", sv: "Ansvarig", en: "Owner")
    roles = form("roles", sv: "Roller och deras slag", en: "Roles and their kind")
    inputs = form("inputs", sv: "Uppgifter att fylla i", en: "Inputs")
    openedBy = form(
      "opened-by", sv: "Resultat i andra processer som öppnar den",
      en: "Outcomes of other pipelines that open it")
    remind = form("remind", sv: "Påminnelser, tid före sista dag", en: "Reminders, before the end")
    escalate = form("escalate", sv: "När det lyfts", en: "Escalation")
    stages = form("stages", sv: "Faser", en: "Stages")
  }
}

/// Where in the file a variant's new stage stands.
package struct InsertForm: Record {
  package let after: Sited<Name>

  package init(_ form: inout Form) {
    after = form("after", sv: "Efter fasen", en: "After the stage")
  }
}

/// To which day an `every:` is moved.
package enum Alignment: String, Choice {
  case quarter

  package var title: Text {
    Text(sv: "nästa kvartals första dag", en: "first day of the next quarter")
  }
}

/// One stage of a pipeline.
///
/// By reference, since it is large and is passed on from reading to compiling to the rules.
package final class StageForm: Record {
  package let id: Sited<Name>
  package let title: TextForm?
  package let uses: Sited<String>
  package let insert: InsertForm?
  package let owner: Sited<Name>?
  package let acts: Entries<OneOrMany<Name>>
  package let settings: RawNode?
  package let within: Sited<CivilDuration>?
  package let window: Sited<Name>?
  package let due: Sited<String>?
  package let meeting: Sited<Name>?
  package let remind: [CivilDuration]?
  package let escalate: EscalateForm?
  package let when: Entries<OneOrMany<Name>>
  package let optional: Bool
  package let outcomes: Entries<TargetField>
  package let after: OneOrMany<Name>
  package let every: Sited<CivilDuration>?
  package let align: Alignment?
  package let forEach: Sited<Name>?
  package let proceed: Sited<ProceedField>?
  package let inForce: OneOrMany<Name>
  package let outOfForce: OneOrMany<Name>
  package let tasks: OneOrMany<Name>

  package init(_ form: inout Form) {
    id = form("id", sv: "Fasens id", en: "The stage's id")
    title = form("title", sv: "Rubrik", en: "Title")
    uses = form("uses", sv: "Slag av fas, som remiss@1", en: "Kind of stage, as remiss@1")
    insert = form("insert", sv: "Plats för en ny fas", en: "Place of a new stage")
    owner = form("owner", sv: "Ansvarig", en: "Owner")
    acts = form("acts", sv: "Vem mer som får göra vad", en: "Who else may do what")
    settings = form("with", sv: "Inställningar", en: "Settings")
    within = form("within", sv: "Tid från öppnandet", en: "Time from its opening")
    window = form("window", sv: "Remisstid", en: "Window")
    due = form("due", sv: "Senast, räknat från en uppgift", en: "Due, from an input")
    meeting = form("meeting", sv: "Senast vid nästa möte i", en: "Due at the next meeting of")
    remind = form("remind", sv: "Påminnelser", en: "Reminders")
    escalate = form("escalate", sv: "När det lyfts", en: "Escalation")
    when = form("when", sv: "Bara när", en: "Only when")
    optional = form("optional", default: false, sv: "Får hoppas över", en: "May be skipped")
    outcomes = form("outcomes", sv: "Vart resultaten leder", en: "Where outcomes lead")
    after = form("after", sv: "Efter faserna", en: "After the stages")
    every = form("every", sv: "Återkommer", en: "Returns every")
    align = form("align", sv: "Flyttas till", en: "Moved to")
    forEach = form("for-each", sv: "Per medlem i", en: "For each member of")
    proceed = form("proceed", sv: "Går vidare när", en: "Proceeds when")
    inForce = form("in-force", sv: "Resultat som börjar gälla", en: "Outcomes put in force")
    outOfForce = form("out-of-force", sv: "Resultat som upphäver", en: "Outcomes that end force")
    tasks = form("tasks", sv: "Uppgifter som fasen är en del av", en: "Tasks that it is a part of")
  }

  package static func == (a: StageForm, b: StageForm) -> Bool { a === b }
}
