package import Canonical
import Definitions
package import Located
package import StageKit

/// The schema of a definition in this build: the language with every stage, its settings, acts and
/// outcomes.
///
/// It is made of the forms that read a definition, and refuses what they refuse, but for what no
/// schema can say:
///
/// - a name that leads nowhere, and an outcome that the settings of its stage name;
/// - the order of the stages, and where their ways lead;
/// - what several keys mean together, two stages with one id, values of an input;
/// - what a stage says of settings that are each right by themselves;
/// - a limit of the whole: stages, branches, ways to open;
/// - what a variant takes from its base;
/// - how a value was written: quotes, `True`, `+3`, a key twice.
///
/// A text is measured in code points here, and by the reader in characters as people count them.
package struct PipelineSchema: Sendable {
  let write: SchemaWriter
  let catalogue: StageCatalogue

  /// The schema for a set of stages.
  package init(_ catalogue: StageCatalogue, _ language: Language) {
    write = SchemaWriter(language)
    self.catalogue = catalogue
  }

  /// The schema as JSON.
  package var value: Value {
    var fields = [
      Value.Field("$schema", .text(SchemaWriter.draft)),
      Value.Field("$comment", .text("stafett schema pipeline; stages \(catalogue.digest)")),
    ]
    fields += write.about(
      write("Process i Stafett", "Pipeline of Stafett"),
      write(
        "En process: vem som gör vad, i vilken ordning och till när.",
        "A pipeline: who does what, in which order and until when."))
    fields += write.object(PipelineForm.shape.fields, requiring: false, replacing: header)
    fields += variant
    fields.append(
      Value.Field(
        "$defs",
        .record(
          ["stage-keys": stageKeys, "stage": stage, "variant-stage": variantStage])))
    return .record(fields)
  }

  // MARK: the pipeline

  /// Keys of which the language says more than the form does.
  private var header: [String: Value] {
    let fields = PipelineForm.shape.fields
    return [
      "extends": more(
        fields, "extends", write.pattern(Self.reference, .word("id@2")), keeping: true),
      "stages": more(
        fields, "stages",
        [Value.Field("type", .text("array")), Value.Field("minItems", .whole(1))]),
    ]
  }

  /// `base@2`: whatever a version may be.
  private static let reference = "^[a-z][a-z0-9-]{0,63}@.+$"

  /// A variant may leave out what its base says; whatever else extends nothing may not.
  private var variant: [Value.Field] {
    let required = PipelineForm.shape.fields.filter(\.isRequired).map { Value.text($0.key) }
    return [
      Value.Field("if", .record(["required": .list([.text("extends")])])),
      Value.Field(
        "then",
        .record([
          "required": .list([.text("pipeline"), .text("version")]),
          "properties": stages(of: "variant-stage"),
        ])),
      Value.Field(
        "else", .record(["required": .list(required), "properties": stages(of: "stage")])),
    ]
  }

  private func stages(of definition: String) -> Value {
    .record(["stages": .record(["items": .record(["$ref": .text("#/$defs/\(definition)")])])])
  }

  // MARK: a stage

  private var stageKeys: Value {
    let fields = StageForm.shape.fields
    let names = catalogue.contracts.map {
      (
        name: $0.name.description,
        meaning: "\($0.title[write.language]). \($0.help[write.language])"
      )
    }
    let own: [String: Value] = [
      "id": more(
        fields, "id",
        [
          Value.Field(
            "not", .record(["enum": .list(ReservedNames.stages.map { .text($0) })]))
        ], keeping: true),
      "uses": more(
        fields, "uses", [Value.Field("type", .text("string"))] + write.words(names)),
      "with": more(fields, "with", [Value.Field("type", .text("object"))]),
      "due": more(
        fields, "due", write.pattern(Self.due, .word("6 months before INPUT")), keeping: true),
    ]
    return .record(
      write.object(fields, requiring: false, replacing: own)
        + [
          Value.Field("required", .list([.text("id")])),
          Value.Field("allOf", .list(catalogue.contracts.map { StageVariant($0, write).refined })),
        ])
  }

  /// A length of time, which way, and a name.
  private static let due: String = {
    let duration = (CivilDuration.pattern ?? "").dropFirst().dropLast()
    return "^\(duration) (before|after) [a-z][a-z0-9-]{0,63}$"
  }()

  private var stage: Value {
    let demands = catalogue.contracts.flatMap { StageVariant($0, write).demands }
    return .record([
      "$ref": .text("#/$defs/stage-keys"), "required": .list([.text("uses")]),
      "allOf": demands.isEmpty ? nil : .list(demands),
    ])
  }

  // One that is new in the variant says where it stands; any other is that of the base, changed.
  private var variantStage: Value {
    .record(["$ref": .text("#/$defs/stage-keys")])
  }

  /// A field with keywords in place of those of its shape, or beside them.
  private func more(
    _ fields: [Shape.Field], _ key: String, _ keywords: [Value.Field], keeping: Bool = false
  ) -> Value {
    guard let field = fields.first(where: { $0.key == key }) else { return .record(keywords) }
    guard keeping else { return .record(write.described(field) + keywords) }
    return .record(write.property(field).fields + keywords)
  }
}
