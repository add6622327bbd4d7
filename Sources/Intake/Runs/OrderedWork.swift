import Spreadsheet
import Dispatch
import Synchronization

/// Work on many things by several threads, whose results are taken one by one in the order of the things.
///
/// At most `window` results wait at any time, so that memory does not grow with the number of things.
enum OrderedWork {
  /// Runs `work` for each number below `count` on `threads` threads, and gives the results to `take`, on the
  /// caller's thread, in order, until `take` says `false`.
  package static func run<Result: Sendable>(
    _ count: Int, threads: Int, window: Int, work: @escaping @Sendable (Int) -> Result,
    take: (Int, Result) -> Bool
  ) {
    guard threads > 1, count > 1 else {
      for index in 0..<count where !take(index, work(index)) { return }
      return
    }
    let belt = Belt(count: count, window: max(window, threads), work: work)
    let workers = (0..<min(threads, count)).compactMap { _ in WorkerThread { belt.run() } }
    // Without any thread there is nobody to wait for.
    if workers.isEmpty {
      for index in 0..<count where !take(index, work(index)) { return }
      return
    }
    for index in 0..<count where !take(index, belt.next(index)) {
      belt.stop()
      break
    }
    for worker in workers { worker.join() }
  }

  /// Places for results between the workers and the one who takes them.
  private final class Belt<Result: Sendable>: Sendable {
    private let count: Int
    private let window: Int
    private let work: @Sendable (Int) -> Result
    private let number = Atomic<Int>(0)
    private let isStopped = Atomic<Bool>(false)
    private let results: Mutex<[Int: Result]>
    private let free: DispatchSemaphore
    private let ready: [DispatchSemaphore]

    init(count: Int, window: Int, work: @escaping @Sendable (Int) -> Result) {
      (self.count, self.window, self.work) = (count, window, work)
      results = Mutex([:])
      free = DispatchSemaphore(value: 0)
      ready = (0..<window).map { _ in DispatchSemaphore(value: 0) }
      for _ in 0..<window { free.signal() }
    }

    /// Takes numbers and works on them until there are none left.
    func run() {
      while true {
        free.wait()
        let index = number.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count || isStopped.load(ordering: .relaxed) {
          free.signal()
          return
        }
        let result = work(index)
        results.withLock { $0[index] = result }
        ready[index % window].signal()
      }
    }

    /// Lets the workers end after what they have begun.
    func stop() {
      isStopped.store(true, ordering: .relaxed)
      free.signal()
    }

    /// Waits for the result of `index` and makes its place free.
    func next(_ index: Int) -> Result {
      ready[index % window].wait()
      // The place was filled before its signal; where it was not, the work is done here.
      let result = results.withLock { $0.removeValue(forKey: index) } ?? work(index)
      free.signal()
      return result
    }
  }
}
