import Located
package import StageKit

/// What is given for an input of a case: text, or a whole number as it stands.
///
/// `120` can be read in one way only, so that it needs no quotes; `08` and `4.10` do.
package struct InputValue: FieldValue {
  /// The value as an input holds it.
  package let text: String

  package static var shape: Shape { .either([.text, .whole]) }
  package static var blank: InputValue { InputValue(text: "") }

  init(text: String) { self.text = text }

  package init?(reading input: inout FieldInput) {
    if input.node.style == .plain, let text = input.node.text, let number = Int(text),
      String(number) == text
    {
      input.store(text)
      self.text = text
      return
    }
    guard let text = String(reading: &input) else { return nil }
    self.text = text
  }

  package init(replaying reader: inout StoredReader) { text = String(replaying: &reader) }
}
