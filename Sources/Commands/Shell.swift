import ArgumentParser
import Canonical
import CheckTool
package import Lifecycle
import Located
import Views
package import StageKit

/// What a command may touch: handed in, so that a test can hand in something else.
package struct Shell: Sendable {
  package let stages: StageCatalogue
  package let environment: [String: String]
  /// Takes what was asked for.
  package let output: @Sendable (String) -> Void
  /// Takes what went wrong, and nothing else.
  package let errors: @Sendable (String) -> Void
  /// The time at which something is written down, and the only clock.
  package let now: @Sendable () -> Instant
  /// How wide a line may be, in columns.
  package let width: Int
  /// Whether people see what is printed, and what is said beside it.
  package let isTerminal, hasProgress: Bool
  package var settings = Settings()

  package init(
    stages: StageCatalogue, environment: [String: String], width: Int = 100,
    isTerminal: Bool = false, hasProgress: Bool = false,
    now: @escaping @Sendable () -> Instant,
    output: @escaping @Sendable (String) -> Void, errors: @escaping @Sendable (String) -> Void
  ) {
    self.stages = stages
    self.environment = environment
    self.output = output
    self.errors = errors
    self.now = now
    self.width = width
    self.isTerminal = isTerminal
    self.hasProgress = hasProgress
    settings.language = Language(asking: environment)
  }

  /// Prints a page for people, or the same as data for a program.
  func show(text: String, json: Value) {
    if settings.isJSON { say(json: json) } else { output(text) }
  }

  /// Prints a view in the format that was asked for, of those that its command has.
  func show(_ view: some View) {
    let language = settings.language
    switch settings.format {
    case "json": say(json: view.json)
    case "markdown": output(view.page.markdown(language))
    case "html": output(view.html(language))
    case "csv":
      // A command offers it only for what is a table.
      if let table = view as? any Tabular { output(table.listing.csv(language)) }
    default: output(view.text(language, width: width) + "\n")
    }
  }

  /// Prints a line in the user's language.
  func say(_ text: Text) {
    output(text[settings.language] + "\n")
  }
}
