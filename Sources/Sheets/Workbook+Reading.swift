extension Workbook {
  /// Reads a file: a workbook (`.xlsx`), a document (`.docx`), or text with separated values.
  ///
  /// What it is shows in its bytes; its name is not asked.
  ///
  /// - Throws: what is wrong with it.
  package init(_ bytes: [UInt8]) throws(SheetFault) {
    guard bytes.count <= Bounds.bytes else { throw .tooLarge }
    guard !bytes.isEmpty else {
      throw SheetFault("input/empty", sv: "filen är tom", en: "the file is empty")
    }
    if bytes.starts(with: [0x50, 0x4B]) {
      var archive = try Archive(bytes)
      if let part = try archive.mainPart(ending: "document.xml") {
        self = try WordDocument.read(&archive, part)
      } else if let part = try archive.mainPart(ending: "workbook.xml") {
        self = try ExcelWorkbook.read(&archive, part)
      } else {
        throw SheetFault(
          "input/no-tables",
          sv: "varken en Excel- eller en Wordfil: spara som .xlsx, .docx eller CSV",
          en: "neither an Excel nor a Word file: save it as .xlsx, .docx or CSV")
      }
      return
    }
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      throw SheetFault(
        "input/old-format",
        sv: "ett äldre filformat, eller skyddat med lösenord: spara som .xlsx eller .docx",
        en: "an older format, or protected by a password: save it as .xlsx or .docx")
    }
    sheets = [try SeparatedValues.sheet(SheetText.decode(bytes))]
  }
}

extension SheetFault {
  static var tooLarge: SheetFault {
    SheetFault(
      "input/too-large", sv: "filen är för stor för att vara ett kalkylblad att ta in",
      en: "the file is too large to be a sheet for this")
  }

  /// A part that is not as the format says.
  static func broken(_ what: String) -> SheetFault {
    SheetFault(
      "input/broken", sv: "filen är skadad (\(what)): öppna den och spara på nytt",
      en: "the file is damaged (\(what)): open it and save it anew")
  }
}
