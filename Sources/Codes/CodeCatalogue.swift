import Located

/// Every code that a finding can have, with its page.
///
/// The pages are written at build time from the fixtures of the tests, by the plugin
/// WriteCodePages: `codes`, and `page(_:)` behind the subscript. They are constants of the
/// program, and nothing is made of them before someone asks.
package enum CodeCatalogue {
  /// The page of a code; nil when there is no such code.
  package static subscript(code: String) -> CodePage? { page(code) }

  /// The families that have codes, each with its codes by name.
  package static var families: [(family: CodeFamily, codes: [String])] {
    CodeFamily.all.map { family in
      (family, codes.filter { CodeFamily.name(of: $0) == family.name })
    }.filter { !$0.codes.isEmpty }
  }

  /// The code that was meant by a name that is none: misspelt, or without its family.
  package static func nearest(to name: String) -> String? {
    if let whole = codes.first(where: { $0.hasSuffix("/\(name)") }) { return whole }
    if let near = Located.nearest(to: name, among: codes) { return near }
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let endings = codes.map { $0.dropFirst(CodeFamily.name(of: $0).count + 1) }.map(String.init)
    guard let near = Located.nearest(to: last, among: endings) else { return nil }
    return codes.first { $0.hasSuffix("/\(near)") }
  }
}
