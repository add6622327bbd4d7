public import Output
public import ProposalModel

extension CanonicalJSON {
  /// The canonical JSON of a proposal; `file` is named in the failure, which no proposal that was read can
  /// bring about.
  public static func bytes(of proposal: Proposal, from file: String) throws(FileFailure) -> [UInt8] {
    do { return try encode(proposal) } catch {
      throw FileFailure(
        file: file, status: .inputOutput, message: "Forslaget kan ikke skrives som JSON (\(error)).")
    }
  }
}
