import CheckTool
import CivilTime
import Definitions
import Lifecycle
import Located
import Runtime
import Store

/// A product that the user named, by its own id or by that of a case.
struct ProductLookup {
  let state: ProductState
  /// The case that was named; nil where the product was.
  let named: String?

  /// Finds the product as it stands; with a day, as it stood then.
  ///
  /// - Throws: `no` with the nearest names, where there is none.
  init(_ name: String, in runner: Runner, until day: CivilDate? = nil) throws {
    let later = try day.map { try runner.store.firstEvents(after: $0) } ?? [:]
    let products = try runner.store.streams().map(\.stream).filter { later[$0] != 1 }
    func state(of product: String) throws -> ProductState {
      try day.map { try runner.state(of: product, until: $0) } ?? runner.state(of: product)
    }
    if products.contains(name) {
      self.state = try state(of: name)
      named = nil
      return
    }
    // A case is named by its product and edition.
    if let dash = name.lastIndex(of: "-"),
      case let product = String(name[..<dash]), products.contains(product)
    {
      let state = try state(of: product)
      if state[name] != nil {
        self.state = state
        named = name
        return
      }
      try Self.requireNotLater(name, than: day, in: runner)
      throw Self.unknown(name, among: state.cases.map(\.id))
    }
    try Self.requireNotLater(name, than: day, in: runner)
    throw Self.unknown(name, among: products)
  }

  // What is there today and was not then is no misspelling.
  private static func requireNotLater(
    _ name: String, than day: CivilDate?, in runner: Runner
  ) throws {
    guard let day, (try? ProductLookup(name, in: runner)) != nil else { return }
    throw Failure(
      .no, "case/not-yet", sv: "\(name) hade inte börjat \(day): välj en senare dag med --on",
      en: "\(name) had not begun on \(day): choose a later day with --on")
  }

  /// The case that is meant: the one named, else the latest in which a stage is open, else the latest.
  ///
  /// - Throws: `no` for a product without a case that can be read.
  func caseState(at stage: String? = nil) throws(Failure) -> CaseState {
    let open = stage.flatMap { stage in
      state.cases.last { one in one.openAttempts.contains { $0.0.stage == stage } }
    }
    guard let one = named.flatMap({ state[$0] }) ?? open ?? state.cases.last else {
      throw Failure(
        .no, "case/none",
        sv: "\(state.stream) har inget ärende som går att läsa",
        en: "\(state.stream) has no case that can be read")
    }
    return one
  }

  private static func unknown(_ name: String, among names: [String]) -> Failure {
    let near = nearest(to: name, among: names)
    let known = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    let hint =
      near.map { Text(sv: ", menar du \($0)?", en: ", did you mean \($0)?") }
      ?? (names.isEmpty
        ? Text(sv: ": inga ärenden är öppnade än", en: ": no cases have been opened yet")
        : Text(sv: ", här finns \(known)", en: ", known here: \(known)"))
    return Failure(
      .no, "case/unknown", sv: "inget ärende \(name)\(hint.sv)", en: "no case \(name)\(hint.en)")
  }
}
