/// Which version of the program this is.
package enum Version {
  /// The version of the program, by semantic versioning.
  package static let number = "0.1.0"
}
