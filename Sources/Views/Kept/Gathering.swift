package import Lifecycle

/// Gathers of a product what is the same on every day and in every language, as rows.
///
/// Nothing but the product decides the rows, so that they can be kept with the version of the product
/// (``KeptRows``) and the product need not be read again to be shown.
package protocol Gathering: Sendable {
  /// What its rows are kept under, in kebab-case.
  var name: String { get }
  /// What is known of one product.
  func rows(of product: ProductState) -> [Row]
}
