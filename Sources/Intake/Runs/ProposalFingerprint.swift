import ProposalModel

/// Two numbers, 128 bits, that only equal proposals share within one run: what is kept of a proposal that
/// went by, to know it again.
struct ProposalFingerprint: Hashable, Sendable {
  private var first: Int
  private var second: Int

  /// The fingerprint of all that a proposal holds.
  init(_ proposal: Proposal?) {
    first = proposal.hashValue
    var hasher = Hasher()
    hasher.combine("second")
    hasher.combine(proposal)
    second = hasher.finalize()
  }
}
