import CheckTool
import Foundation
import SheetTesting
import Testing

/// `stafett import`: a messy sheet of 300, and answers pasted from Excel or in reply templates.
@Suite struct ImportTests {
  private static let receptions = """
    mapping: mottagande
    sheet: Mottagande
    open:
      pipeline: regional-reception
      product: {column: Ärende, as: slug}
      title: {column: Ärende}
      inputs:
        document: {column: Vårdförlopp, as: slug, prefix: vardforlopp-}
        region: {column: Region, as: region}
      roles:
        lpo: {column: Länskod, as: two-digits, prefix: lpo-}
        lag: {column: Länskod, as: two-digits, prefix: lag-}
        beslutare: {column: Länskod, as: two-digits, prefix: rad-}
        linjen: {column: Länskod, as: two-digits, prefix: linje-}
      at-stage:
        column: Läge
        words: {utkast: analys, i införande: inforande, införande: inforande}
      in-force: {column: Beslutat, as: date}
      opened: {column: Registrerat, as: date}
    """

  private func counts(_ output: String) throws -> [String: Int] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    let fates = rows.map { row -> String in
      (row["fate"] as? [String: Any])?["id"] as? String ?? row["fate"] as? String ?? "\(row)"
    }
    return Dictionary(fates.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func `a messy sheet of 300 is taken in once, whole`() async throws {
    try await Program.inFolder { stafett in
      let mapping = try stafett.file("m.yaml", Self.receptions)
      let messy = MessySheet(seed: 7, isMended: false)
      let mended = MessySheet(seed: 7, isMended: true)
      #expect(messy.count == 300 && !messy.doubled.isEmpty && messy.blank.count > 10)
      let sheet = "\(stafett.folder)/a.xlsx"
      try Data(messy.workbook).write(to: URL(filePath: sheet))

      func take(_ words: String...) async throws -> (exit: Exit, counts: [String: Int]) {
        let ended = await stafett.run(
          ["import"] + words + ["--mapping", mapping, "--format", "json"])
        return (ended.exit, try counts(ended.output))
      }
      var told = try await take(sheet, "--dry-run")
      #expect(told.exit == .no)
      #expect(told.counts["refused"] == messy.doubled.count)
      #expect(told.counts["would-open"] == 300 - messy.doubled.count)
      told = try await take(sheet)
      #expect(told.counts["withheld"] == 300 - messy.doubled.count)
      #expect(await stafett("cases").output.contains("No cases"))

      try Data(mended.workbook).write(to: URL(filePath: sheet))
      told = try await take(sheet, "--dry-run")
      #expect(told.counts == ["would-open": 300])
      told = try await take(sheet)
      #expect(told.exit == .fine && told.counts == ["opened": 300])
      // The same again, and the same as text: nothing changes.
      told = try await take(sheet)
      #expect(told.exit == .fine && told.counts == ["known": 300])
      let text = try stafett.file("a.csv", mended.text)
      told = try await take(text)
      #expect(told.exit == .fine && told.counts == ["known": 300])
      // A changed row is told and left; a new one is taken in.
      let new = "KOL;KOL Norrbotten;25;Norrbotten;Utkast;;2025-01-10\r\n"
      let lines = mended.text.split(separator: "\r\n", omittingEmptySubsequences: false)
      let other = lines[2].split(separator: ";", omittingEmptySubsequences: false).dropLast()
      let changed =
        ([lines[0], lines[1], other.joined(separator: ";") + ";2025-02-03"]
        + lines[3...]).joined(separator: "\r\n") + new
      told = try await take(try stafett.file("b.csv", changed))
      #expect(told.exit == .fine && told.counts == ["known": 299, "differs": 1, "opened": 1])
      #expect(await stafett("verify").exit == .fine)
    }
  }

  @Test func `a column of patients is refused by its name, whatever the mapping takes`()
    async throws
  {
    try await Program.inFolder { stafett in
      let mapping = try stafett.file("m.yaml", Self.receptions)
      let sheet = try stafett.file(
        "a.csv", "Ärende;Vårdförlopp;Länskod;Region;Läge;Beslutat;Registrerat;Patientens namn\n")
      let ended = await stafett("import", sheet, "--mapping", mapping)
      #expect(ended.exit == .no)
      #expect(ended.errors.contains("import/patient-data"))
      #expect(ended.errors.contains("'Patientens namn'"))
    }
  }

  /// A case whose consultation is open.
  private func openConsultation(_ stafett: Program) async throws {
    let opened = await stafett(
      "open", "vp-a", "--pipeline", "cancer-care-programme", "--title-sv", "A", "--title-en", "A",
      "--input", "diagnosis=C61.9", "--role", "stodjande-rcc=rcc-syd", "--role",
      "vardprogramgrupp=vpg-a", "--at-stage", "remiss", "--on", "2025-09-15")
    #expect(opened.exit == .fine, "\(opened.errors)")
  }

  private static let answers = """
    mapping: svar
    one-per: {column: Remissinstans, as: body}
    act:
      stage: remiss
      act: respond
      for: rcc-syd
      fields:
        party: {column: Remissinstans, as: body}
        stance: {column: Ställningstagande}
        received: {column: Inkom, as: date}
        comments:
          rows:
            chapter: {column: Kapitel}
            category: {column: Kategori}
            text: {column: Synpunkt}
    """

  @Test func `600 comments pasted from a sheet are one answer for each party`() async throws {
    try await Program.inFolder { stafett in
      try await openConsultation(stafett)
      let mapping = try stafett.file("m.yaml", Self.answers)
      let regions = ["Halland", "VGR", "Skåne", "LTV Värmland", "Region Örebro län", "25"]
      var rows = "Remissinstans\tStällningstagande\tInkom\tKapitel\tKategori\tSynpunkt\n"
      for number in 0..<600 {
        rows +=
          "\(regions[number % 6])\tStäller sig bakom med förbehåll\t2025-11-10\t"
          + "\(number % 9)\tOrganisation\tSynpunkt nummer \(number)\n"
      }
      let sheet = try stafett.file("svar.txt", rows)
      let command = ["import", sheet, "--mapping", mapping, "--case", "vp-a", "--format", "json"]
      let first = await stafett.run(command)
      #expect(try counts(first.output) == ["registered": 6], "\(first.errors)")
      let again = await stafett.run(command)
      #expect(try counts(again.output) == ["known": 6])
      let shown = await stafett("responses", "vp-a")
      #expect(shown.output.contains("600 comments, 600 not disposed of"))
      #expect(shown.output.contains("Synpunkt nummer 599"))
    }
  }

  @Test func `each word that a stage does not take is told with its own row`() async throws {
    try await Program.inFolder { stafett in
      try await openConsultation(stafett)
      let mapping = try stafett.file("m.yaml", Self.answers)
      let rows = """
        Remissinstans;Ställningstagande;Inkom;Kapitel;Kategori;Synpunkt
        Halland;Ställer sig bakom;2025-11-10;1;Organisation;A
        Halland;;;2;Logistik;B
        Halland;;;3;Ekonomi;C
        Halland;;;4;Annat mer;D
        """
      let sheet = try stafett.file("svar.csv", rows)
      let told = await stafett(
        "import", sheet, "--mapping", mapping, "--case", "vp-a", "--format", "csv", "--language",
        "sv")
      #expect(told.exit == .no)
      let lines = told.output.split(whereSeparator: \.isNewline).map(String.init)
      #expect(lines.count == 3, "\(told.output)")
      #expect(lines.contains { $0.hasPrefix("3;") && $0.contains("Logistik") }, "\(lines)")
      #expect(lines.contains { $0.hasPrefix("5;") && $0.contains("Annat mer") }, "\(lines)")
      #expect(lines.dropFirst().allSatisfy { $0.contains("Region Halland") }, "\(lines)")
    }
  }

  @Test func `reply templates of one party each are taken in together or not at all`() async throws
  {
    try await Program.inFolder { stafett in
      try await openConsultation(stafett)
      let mapping = try stafett.file(
        "m.yaml",
        """
        mapping: svarsmall
        one-per: file
        act:
          stage: remiss
          act: respond
          for: rcc-syd
          fields:
            party: {label: Remissinstans, as: body}
            stance: {label: Ställningstagande}
            comments:
              rows: {chapter: {column: Kapitel}, category: {column: Kategori}, text: {column: Synpunkt}}
        """)
      func reply(_ region: String, _ stance: String, _ category: String) -> [UInt8] {
        wordFile(
          ["Svar på remiss", "Remissinstans: \(region)", "Ställningstagande: \(stance)"],
          [["Kapitel", "Kategori", "Synpunkt"], ["4.2", category, "Kräver fler"], ["", "", ""]])
      }
      func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: "\(stafett.folder)/\(name)"))
        return "\(stafett.folder)/\(name)"
      }
      let first = try file("a.docx", reply("Region Halland", "Ställer sig bakom", "Medicin"))
      var second = try file("b.docx", reply("Skåne", "Ställer sig inte bakom", "Färg"))
      func take() async -> Program.Ended {
        await stafett("import", first, second, "--mapping", mapping, "--case", "vp-a")
      }
      let refused = await take()
      #expect(refused.exit == .no)
      #expect(refused.output.contains("Withheld: 1 · Refused: 1"), "\(refused.output)")
      #expect(await stafett("responses", "vp-a").output.contains("Halland 4.2") == false)
      second = try file("b.docx", reply("Skåne", "Ställer sig inte bakom", "Ekonomi"))
      let taken = await take()
      #expect(taken.exit == .fine && taken.output.contains("Registered: 2"), "\(taken.output)")
    }
  }
}
