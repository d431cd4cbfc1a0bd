/// Where a stage is carried on in cases of their own: the pipeline that they follow, and what of it
/// counts.
///
/// What goes on there is told to the stage by its acts `receive` (a case has begun) and `mirror` (a
/// stage of that case has ended), so a stage with a carrier has both.
public struct Carrier: Sendable, Hashable {
  /// The pipeline, or the one on which each body's own builds.
  public let pipeline: Name
  /// The stage of that pipeline whose outcome becomes the result.
  public let stage: Name

  /// A pipeline and its stage that counts.
  public init(_ pipeline: Name, stage: Name) {
    self.pipeline = pipeline
    self.stage = stage
  }

  /// The acts by which a stage is told.
  package static let acts = (begun: "receive", ended: "mirror")
}
