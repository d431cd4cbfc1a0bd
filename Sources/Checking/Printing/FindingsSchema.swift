package import Canonical

/// The form of `--format json`, as JSON Schema (draft 2020-12).
///
/// It says nothing of keys that it does not know, since later versions of the program add some.
package enum FindingsSchema {
  /// The schema, ready to be printed.
  package static var json: String { schema.pretty + "\n" }

  /// The schema as a value.
  package static let schema = Value.record([
    "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
    "$id": .text("urn:stafett:findings:1"),
    "title": .text("Findings of stafett check, version 1"),
    "description": .text(
      "Lines and columns count from 1, columns in Unicode code points. Later releases add keys and "
        + "never take one away: a reader skips what it does not know."),
    "type": .text("object"),
    "required": required("version", "findings", "suppressed", "notEvaluated", "files"),
    "properties": .record([
      "version": .record(["const": .whole(1)]),
      "findings": list(of: "finding", "What counts, by path, then by place, then by code."),
      "suppressed": .record([
        "description": .text("What someone has answered for with a reason; it does not count."),
        "type": .text("array"),
        "items": .record([
          "allOf": .list([reference("finding")]),
          "required": required("suppression"),
          "properties": .record(["suppression": reference("suppression")]),
        ]),
      ]),
      "notEvaluated": list(
        of: "text", "What was not checked, since what it takes was not handed in."),
      "files": .record([
        "description": .text("How many files were checked."), "type": .text("integer"),
        "minimum": .whole(0),
      ]),
    ]),
    "$defs": .record([
      "finding": finding,
      "suppression": object([
        (
          "kind",
          choice("In a comment beside it, or in the project's file.", "inSource", "external")
        ),
        ("reason", string("In the words of who wrote it.")),
      ]),
      "fix": object([
        ("title", reference("text")),
        (
          "safe",
          .record([
            "description": .text("Whether it can only be what was meant."),
            "type": .text("boolean"),
          ])
        ),
        ("edits", list(of: "edit", "All of them together; they do not overlap.")),
      ]),
      "edit": object([
        ("path", path), ("span", reference("span")),
        ("replacement", string("What stands there instead; an empty span is an insertion.")),
      ]),
      "labelled": object([
        ("path", path), ("span", reference("span")), ("label", reference("text")),
      ]),
      "span": object([("start", reference("mark")), ("end", reference("mark"))]),
      "mark": object([("line", number), ("column", number)]),
      "text": object([("sv", string("In Swedish.")), ("en", string("In English."))]),
    ]),
  ])

  private static let finding = object(
    [
      (
        "code",
        .record([
          "description": .text("A permanent name, never used again for something else."),
          "type": .text("string"), "pattern": .text("^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"),
        ])
      ),
      ("severity", choice("Whether it is refused, or surprises.", "error", "warning")),
      ("path", path),
      ("place", string("Where in what the text means, such as stages.remiss.with.window.")),
      ("span", reference("span")),
      ("message", reference("text")),
      ("related", list(of: "labelled", "Other places that explain it.")),
      ("steps", list(of: "labelled", "The places that are passed one after another.")),
      ("fixes", list(of: "fix", "Changes that would mend it, the best first.")),
      (
        "fingerprint",
        .record([
          "description": .text("The same as long as code, file and place are."),
          "type": .text("string"), "pattern": .text("^[0-9a-f]{64}$"),
        ])
      ),
    ],
    optional: [
      ("help", reference("text")),
      ("example", string("Lines of YAML that show it, to be pasted.")),
    ])

  private static let path = string("The file, as the user named it.")
  // What stands on a command line has line 0.
  private static let number = Value.record(["type": .text("integer"), "minimum": .whole(0)])

  private static func object(
    _ fields: [(String, Value)], optional: [(String, Value)] = []
  ) -> Value {
    .record([
      "type": .text("object"),
      "required": .list(fields.map { .text($0.0) }),
      "properties": .record((fields + optional).map { Value.Field($0.0, $0.1) }),
    ])
  }

  private static func required(_ names: String...) -> Value { .list(names.map(Value.text)) }

  private static func reference(_ name: String) -> Value {
    .record(["$ref": .text("#/$defs/\(name)")])
  }

  private static func list(of name: String, _ what: String) -> Value {
    .record([
      "description": .text(what), "type": .text("array"), "items": reference(name),
    ])
  }

  private static func string(_ what: String) -> Value {
    .record(["description": .text(what), "type": .text("string")])
  }

  private static func choice(_ what: String, _ names: String...) -> Value {
    .record(["description": .text(what), "enum": .list(names.map(Value.text))])
  }
}
