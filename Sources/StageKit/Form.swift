import Canonical

/// Something that a person fills in: settings, an act, a row.
///
/// Its initialiser *is* its declaration.
///
/// The same initialiser runs to describe the fields (help, schema, web form), to read what someone
/// wrote (all faults at once), and to replay what was stored. So it is a straight line: every field,
/// every time, no `if`. A test compares the keys asked in each of its lives.
public protocol Record: FieldValue {
  /// Asks the form for each field once, in the order that a person fills them in.
  init(_ form: inout Form)
}

/// Hands a record its fields, one by one.
public struct Form {
  // Replaying needs a few words and no reference counts; describing and reading have a desk.
  @usableFromInline var reader: StoredReader
  @usableFromInline let desk: FormDesk?

  @inlinable init(reader: StoredReader, desk: FormDesk?) {
    self.reader = reader
    self.desk = desk
  }

  /// One field; the property's type says what it accepts, an optional or a list may be left out.
  ///
  /// - Parameters:
  ///   - key: the key, in kebab-case.
  ///   - bounds: of the number, of the text's characters, or of the list's items.
  ///   - unit: what a number counts.
  ///   - sv: the label in Swedish.
  ///   - en: the label in English.
  ///   - help: more about it.
  @inlinable
  public mutating func callAsFunction<V: FieldValue>(
    _ key: StaticString, in bounds: ClosedRange<Int>? = nil, unit: Text? = nil, sv: String,
    en: String, help: Text? = nil
  ) -> V {
    guard let desk else { return reader.seek(key) ? V(replaying: &reader) : V.blankWhenAbsent }
    if let written = desk.find(key) { return desk.read(written, key, bounds, unit) }
    if desk.isReading, let value = V.absent(bounds) { return value }
    return desk.field(key, bounds, unit, nil, Text(sv: sv, en: en), help)
  }

  /// One field that may be left out, and then has this value.
  @inlinable
  public mutating func callAsFunction<V: FieldValue>(
    _ key: StaticString, in bounds: ClosedRange<Int>? = nil, unit: Text? = nil, default fallback: V,
    sv: String, en: String, help: Text? = nil
  ) -> V {
    guard let desk else { return reader.seek(key) ? V(replaying: &reader) : fallback }
    if let written = desk.find(key) { return desk.read(written, key, bounds, unit) }
    if desk.isReading { return fallback }
    return desk.field(key, bounds, unit, fallback, Text(sv: sv, en: en), help)
  }
}

extension FieldValue {
  // What was left out when it was stored: nil, the empty list. A required key is never left out.
  @inlinable static var blankWhenAbsent: Self { blank }
}

extension Record {
  /// The fields, found by asking for them.
  public static var shape: Shape {
    let desk = FormDesk(nil)
    var form = Form(reader: .nothing, desk: desk)
    _ = Self(&form)
    return .record(desk.fields)
  }

  /// A record of blanks.
  public static var blank: Self {
    var form = Form(reader: .nothing, desk: FormDesk(nil))
    return Self(&form)
  }

  /// Reads every field, with all faults at once.
  public init?(reading input: inout FieldInput) {
    let desk = FormDesk(input.node, keeps: input.keeps)
    var form = Form(reader: .nothing, desk: desk)
    let value = Self(&form)
    desk.finish { Self.shape.fields }
    if !desk.found.isEmpty { input.found += desk.found }
    if input.keeps { input.stored = .record(desk.stored) }
    guard input.found.isEmpty else { return nil }
    self = value
  }

  /// Replays the fields in the order they were stored.
  @inlinable
  public init(replaying reader: inout StoredReader) {
    reader.enterRecord()
    var form = Form(reader: reader, desk: nil)
    self.init(&form)
    reader = form.reader
    reader.leaveRecord()
  }
}
