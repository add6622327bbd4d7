#if Page
  import Hummingbird
  import NIOCore
  import Synchronization

  /// Takes in the forms that browsers send, within limits of size, memory and time.
  struct PageBody: Sendable {
    /// Bytes of all forms that are held at the same time. 256 MiB: four of the largest.
    static let bytesAtOnce = 256 << 20
    /// Time for sending a form. Half a minute: it comes from the same machine.
    static let time = Duration.seconds(30)

    private let held = Held()

    private final class Held: Sendable {
      let bytes = Mutex(0)
    }

    /// Answers a form by what `work` makes of its parts.
    func parts(
      of request: Request, work: @escaping @Sendable ([FormPart]) async -> PageAnswer
    ) async throws -> Response {
      let length = request.headers[.contentLength].flatMap { Int($0) }
      if let length, length > PageServer.requestBytes { throw HTTPError(.contentTooLarge) }
      // A form that does not say its length may be as long as any.
      let size = max(0, length ?? PageServer.requestBytes)
      let isTaken = held.bytes.withLock { bytes in
        guard bytes + size <= PageBody.bytesAtOnce else { return false }
        bytes += size
        return true
      }
      guard isTaken else { throw HTTPError(.serviceUnavailable) }
      defer { held.bytes.withLock { $0 -= size } }
      let buffer = try await PageBody.collect(request)
      guard let type = request.headers[.contentType],
        let parts = Multipart.read(Array(buffer.readableBytesView), contentType: type)
      else { throw HTTPError(.badRequest) }
      switch await work(parts) {
      case .page(let text): return PageServer.html(text)
      case .address(let address):
        return Response(status: .seeOther, headers: [.location: address])
      }
    }

    private static func collect(_ request: Request) async throws -> ByteBuffer {
      try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
        group.addTask { try await request.body.collect(upTo: PageServer.requestBytes) }
        group.addTask {
          try await Task.sleep(for: time)
          return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let buffer = first else {
          throw HTTPError(.requestTimeout)
        }
        return buffer
      }
    }
  }
#endif
