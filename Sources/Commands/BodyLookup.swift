import CheckTool
import Lifecycle
import Located
import Register
import Runtime
import StageKit
import Views

// A body that is none would show an empty page, which reads as if there were nothing to do.

extension Shell {
  /// Sees that what is asked about is a body: of the register, or one that has a part in some case, since
  /// groups of open kinds need not be listed.
  ///
  /// - Throws: `no` with the nearest name.
  func check(body id: String?, at option: String, by runner: Runner) throws {
    let organisation = runner.engine.organisation
    // A kind of bodies may be asked about too: what its bodies are to do.
    guard let id, organisation.body(id) == nil, organisation.kind(id) == nil else { return }
    let known = OpenStages.takingPart(in: try gathered(OpenStages(), by: runner))
    guard !known.contains(id) else { return }
    // Who copies a name from a page means the body that has it.
    let named = organisation.bodies.first { body in
      [body.name.sv, body.name.en].contains { $0.lowercased() == id.lowercased() }
    }
    if let named {
      throw Failure(
        .no, "ref/unknown-body", at: option, sv: "skriv id:t för '\(id)': \(named.id)",
        en: "write the id of '\(id)': \(named.id)")
    }
    throw Failure.unknownBody(
      id, at: option, among: organisation.bodies.map(\.id) + known.sorted())
  }

  /// Sees that something of a kind is among what there is to show, where there is anything at all.
  func check(kind: String?, among rows: [Row]) throws {
    let known = Set(rows.compactMap { $0["kind"].word }).sorted()
    guard let kind, !known.isEmpty, !known.contains(kind) else { return }
    let near = nearest(to: kind, among: known)
    let all = known.joined(separator: ", ")
    throw Failure(
      .no, "usage/no-kind", at: "--kind",
      sv: "inget här är av typen '\(kind)'"
        + (near.map { ", menar du '\($0)'?" } ?? ": här finns \(all)"),
      en: "nothing here is of the kind '\(kind)'"
        + (near.map { ", did you mean '\($0)'?" } ?? ": there are \(all)"))
  }

  /// Sees that what is asked about is a region.
  func check(region id: String?, by runner: Runner) throws {
    let organisation = runner.engine.organisation
    guard let id, organisation.body(id)?.level != .region else { return }
    throw Failure.unknownBody(
      id, at: "--region",
      among: organisation.bodies.filter { $0.level == .region }.map(\.id), isRegion: true)
  }
}

extension Failure {
  /// A body that the register does not list, with the nearest that it does.
  static func unknownBody(
    _ id: String, at place: String, in organisation: Organisation
  ) -> Failure {
    unknownBody(id, at: place, among: organisation.bodies.map(\.id))
  }

  /// A word that names no body, with the nearest that does.
  static func unknownBody(
    _ id: String, at option: String, among names: [String], isRegion: Bool = false
  ) -> Failure {
    let near = nearest(to: id, among: names) ?? names.first { $0.hasPrefix(id + "-") }
    return Failure(
      .no, "ref/unknown-body", at: option,
      sv: (isRegion ? "'\(id)' är ingen region" : "ingen organisation heter '\(id)'")
        + (near.map { ", menar du '\($0)'?" } ?? ""),
      en: (isRegion ? "'\(id)' is no region" : "no body is named '\(id)'")
        + (near.map { ", did you mean '\($0)'?" } ?? ""))
  }
}
