/// Every overview, in the order in which a person meets them.
package enum Overviews {
  package static let all: [any Overview] = [
    Inbox(), Responses(), OpenComments(), Decisions(), LeadTimes(), CurrentVersions(),
    Supplements(), Versions(), Revisions(),
    Use(), Costs(), Measurements(), Initiatives(), FocusAreas(), Effects(), Budget(), Promises(),
    Reports(),
    Levels(),
    Hosting(), Members(), Representation(), Vacancies(), Composition(), Tasks(),
  ]

  /// The overview of a name.
  package static func named(_ name: String) -> (any Overview)? {
    all.first { $0.name == name }
  }
}
