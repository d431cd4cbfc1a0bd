import Canonical
package import Located
package import StageKit

/// Where an outcome leads, as written: a word, or `{to: STAGE, at-most: N}`, or `{new-case: PIPELINE}`.
package struct TargetField: FieldValue {
  package enum Target: Sendable, Hashable {
    case next, end
    case stage(String)
    case back(String, atMost: Int)
    case newCase(String?)
  }

  package let target: Target
  package let node: Node?

  private struct Back: Record {
    let to: Name
    let atMost: Int

    init(_ form: inout Form) {
      to = form("to", sv: "Tillbaka till", en: "Back to")
      atMost = form("at-most", in: 1...99, sv: "Högst så många gånger", en: "At most so often")
    }
  }

  private struct NewCase: Record {
    let pipeline: Name

    init(_ form: inout Form) {
      pipeline = form("new-case", sv: "Nytt ärende i processen", en: "New case in the pipeline")
    }
  }

  package static var shape: Shape {
    .either([
      .word("next|end|new-case|STAGE", pattern: Name.pattern), Back.shape, NewCase.shape,
    ])
  }
  package static var blank: TargetField { TargetField(.next, nil) }
  package static func == (a: TargetField, b: TargetField) -> Bool { a.target == b.target }

  private init(_ target: Target, _ node: Node?) {
    self.target = target
    self.node = node
  }

  package init?(reading input: inout FieldInput) {
    let node = input.node
    if node.kind == .mapping, node["new-case"] != nil {
      guard let form = NewCase(reading: &input) else { return nil }
      self.init(.newCase(form.pipeline.description), node)
    } else if node.kind == .mapping {
      guard let form = Back(reading: &input) else { return nil }
      self.init(.back(form.to.description, atMost: form.atMost), node)
    } else {
      guard let word = Name(reading: &input) else { return nil }
      switch word.description {
      case "next": self.init(.next, node)
      case "end": self.init(.end, node)
      case "new-case": self.init(.newCase(nil), node)
      default: self.init(.stage(word.description), node)
      }
    }
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}

/// When a run goes on, as written: `all`, or `{at-least: 15}`.
package struct ProceedField: FieldValue {
  package let proceed: ControlTable.Proceed

  private struct AtLeast: Record {
    let count: Int

    init(_ form: inout Form) {
      count = form("at-least", in: 1...1_000, sv: "Minst så många", en: "At least so many")
    }
  }

  package static var shape: Shape { .either([.word("all", pattern: "^all$"), AtLeast.shape]) }
  package static var blank: ProceedField { ProceedField(proceed: .all) }

  private init(proceed: ControlTable.Proceed) {
    self.proceed = proceed
  }

  package init?(reading input: inout FieldInput) {
    if input.node.kind == .mapping {
      guard let form = AtLeast(reading: &input) else { return nil }
      self.init(proceed: .atLeast(form.count))
    } else {
      guard input.node.text == "all" else {
        input.fault(
          "schema/bad-choice", sv: "här ska det stå all eller {at-least: 15}",
          en: "all or {at-least: 15} is expected here")
        return nil
      }
      input.store("all")
      self.init(proceed: .all)
    }
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}
