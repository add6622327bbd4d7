internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread of the operating system that runs one closure.
///
/// Reading blocks (on files, and on one thread waiting for another), which Swift's own pool of threads does
/// not allow for. The corresponding C functions are `pthread_create` and `pthread_join`.
package final class WorkerThread: Sendable {
  private struct Handle: @unchecked Sendable {
    var thread: pthread_t
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let handle: Mutex<Handle?>

  /// Starts `body`; `nil` if the system gives no thread.
  package init?(_ body: @escaping @Sendable () -> Void) {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let box = Unmanaged.passRetained(Body(body))
    let code = pthread_create(&thread, nil, WorkerThread.entry, box.toOpaque())
    guard code == 0 else {
      box.release()
      return nil
    }
    #if canImport(Darwin)
      handle = Mutex(thread.map { Handle(thread: $0) })
    #else
      handle = Mutex(Handle(thread: thread))
    #endif
  }

  #if canImport(Darwin)
    private static let entry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      pointer in
      Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
      return nil
    }
  #else
    private static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      pointer in
      if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
      return nil
    }
  #endif

  /// Waits until the closure has run.
  package func join() {
    let thread = handle.withLock { handle in
      defer { handle = nil }
      return handle
    }
    if let thread { pthread_join(thread.thread, nil) }
  }

  /// Runs `body` for each number below `count`, at most `threads` at a time, the caller's own thread among
  /// them; gives the results in order.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    if count <= 1 || threads <= 1 { return (0..<count).map(body) }
    let next = Mutex(0)
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    let work = SharedWork(count: count, next: next, results: results, body: body)
    let others = (1..<min(threads, count)).compactMap { _ in WorkerThread { work.run() } }
    work.run()
    for other in others { other.join() }
    return work.allResults
  }

  /// Numbers to be worked on by several threads, each taking the next.
  private final class SharedWork<Result: Sendable>: Sendable {
    let count: Int
    let next: Mutex<Int>
    let results: Mutex<[Result?]>
    let body: @Sendable (Int) -> Result

    init(
      count: Int, next: consuming Mutex<Int>, results: consuming Mutex<[Result?]>,
      body: @escaping @Sendable (Int) -> Result
    ) {
      self.count = count
      self.next = next
      self.results = results
      self.body = body
    }

    func run() {
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        if index >= count { return }
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }

    var allResults: [Result] { results.withLock { $0.compactMap { $0 } } }
  }
}
