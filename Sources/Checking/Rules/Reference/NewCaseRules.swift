import Located

extension Whole {
  fileprivate typealias Opens = (what: PipelineHeader.Opening, from: PipelineHeader)

  /// The outcomes that open a case in another pipeline.
  fileprivate var opened: [Opens] {
    headers.flatMap { header in header.opens.map { ($0, header) } }
  }
}

/// An outcome that opens a case in a pipeline that is not there.
enum NewCase: WholeRule {
  static let code = "ref/unknown-pipeline"
  static let severity = Diagnostic.Severity.error

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.opened.compactMap { opens, _ in
      guard whole.versions(of: opens.pipeline).isEmpty, !whole.mayHide(pipeline: opens.pipeline)
      else { return nil }
      let names = whole.ids
      let near = suggestions(for: opens.pipeline, among: names)
      return finding(
        opens.site,
        sv: "ingen process heter '\(opens.pipeline)'" + (near.question?.sv ?? ""),
        en: "no pipeline is named '\(opens.pipeline)'" + (near.question?.en ?? ""),
        help: near.names.isEmpty
          ? Text(
            sv: "här finns \(names.joined(separator: ", "))",
            en: "known here: \(names.joined(separator: ", "))") : nil,
        fixes: near.names.map { opens.site.replaced(by: $0, isSafe: false) })
    }
  }
}

/// An outcome that opens a case in a pipeline which does not say that it may be opened so.
enum NotOpenedBy: WholeRule {
  static let code = "ref/not-opened-by"
  static let severity = Diagnostic.Severity.error

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.opened.compactMap { opens, opener in
      // The version that new cases take when this one does, or the first after it.
      let versions = whole.versions(of: opens.pipeline)
      guard
        let target = versions.last(where: { $0.validFrom <= opener.validFrom })
          ?? versions.first, !target.openedBy.contains(opens.outcome)
      else { return nil }
      return finding(
        opens.site, sv: "\(target.reference) säger inte att '\(opens.outcome)' får öppna den",
        en: "\(target.reference) does not say that '\(opens.outcome)' may open it",
        related: [
          (target.takes.first?.site ?? target.idSite)
            .related(sv: "processen som öppnas", en: "the pipeline that is opened")
        ],
        help: Text(
          sv: "skriv opened-by: [\(opens.outcome)] i \(target.id)",
          en: "write opened-by: [\(opens.outcome)] in \(target.id)"))
    }
  }
}

/// A way to be opened that no pipeline takes.
enum NobodyOpens: WholeRule {
  static let code = "ref/nobody-opens"

  static func findings(in whole: Whole) -> [Diagnostic] {
    guard whole.hasAllPipelines, whole.headers.contains(where: { !$0.takes.isEmpty }) else {
      return []
    }
    let opened = whole.opened
    return whole.headers.flatMap { header in
      header.takes.compactMap { entry in
        let isOpened = opened.contains {
          $0.what.pipeline == header.id && $0.what.outcome == entry.name
        }
        guard !isOpened else { return nil }
        return finding(
          entry.site, sv: "ingen process öppnar '\(header.id)' genom '\(entry.name)'",
          en: "no pipeline opens '\(header.id)' by '\(entry.name)'",
          help: Text(
            sv: "skriv \(entry.name): {new-case: \(header.id)} där den öppnas, "
              + "eller ta bort det här",
            en: "write \(entry.name): {new-case: \(header.id)} where it is opened, "
              + "or remove this"))
      }
    }
  }
}
