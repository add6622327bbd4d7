#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads another source on a thread of its own, a few blocks ahead, so that unpacking and understanding go on
/// at the same time.
final class BackgroundSource: ByteSource {
  private let ring: BlockRing
  private let thread: WorkerThread?
  private var position = 0

  /// Starts to read the source that `open` makes; `open` runs on the new thread.
  init(_ open: @escaping @Sendable () throws(SpreadsheetError) -> any ByteSource) {
    let ring = BlockRing()
    self.ring = ring
    thread = WorkerThread { ring.fill(open) }
    // Without a thread there is nobody to wait for; the end follows at once, as an error.
    if thread == nil { ring.finish(.cannotRead(path: "-", reason: "no thread could be started")) }
  }

  deinit {
    ring.cancel()
    thread?.join()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    guard let block = try ring.firstFilled() else { return 0 }
    let count = min(buffer.count, block.count - position)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[position..<position + count]))
    position += count
    if position == block.count {
      position = 0
      ring.releaseFirst()
    }
    return count
  }
}

/// A few blocks of memory that one thread fills and another empties, in order.
///
/// `lock` guards `first`, `filled`, `isCancelled` and `outcome`. A block belongs to the reading thread while
/// it is among the filled ones, and to the filling thread otherwise, so its bytes need no lock.
private final class BlockRing: @unchecked Sendable {
  private static let blockCount = 4
  private static let blockSize = 1 << 17
  private static let patience = 200

  private let memory = UnsafeMutableRawBufferPointer.allocate(
    byteCount: blockCount * blockSize, alignment: 16)
  private var counts = [Int](repeating: 0, count: blockCount)
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var first = 0
  private var filled = 0
  private var isCancelled = false
  /// Set at the end: nothing, or the error that ended it.
  private var outcome: SpreadsheetError??

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    lock.deallocate()
    changed.deallocate()
    memory.deallocate()
  }

  private func block(_ index: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(
      rebasing: memory[index * BlockRing.blockSize..<(index + 1) * BlockRing.blockSize])
  }

  /// Takes the lock as soon as `condition` holds, which is asked under the lock.
  ///
  /// The other thread needs about as long for a block as this one, so it is asked again a few times before
  /// this thread goes to sleep: to be woken takes longer than most waits last.
  private func lockWhen(_ condition: () -> Bool) {
    for _ in 0..<BlockRing.patience {
      pthread_mutex_lock(lock)
      if condition() { return }
      pthread_mutex_unlock(lock)
      sched_yield()
    }
    pthread_mutex_lock(lock)
    while !condition() { pthread_cond_wait(changed, lock) }
  }

  // MARK: The filling thread

  /// Reads the source to its end, or until nobody wants it any more.
  func fill(_ open: () throws(SpreadsheetError) -> any ByteSource) {
    do throws(SpreadsheetError) {
      let source = try open()
      while let index = nextFree() {
        let count = try source.read(into: block(index))
        if count == 0 { break }
        pthread_mutex_lock(lock)
        counts[index] = count
        filled += 1
        pthread_cond_signal(changed)
        pthread_mutex_unlock(lock)
      }
      finish(nil)
    } catch {
      finish(error)
    }
  }

  /// Waits for a free block; `nil` when the reader has gone.
  private func nextFree() -> Int? {
    lockWhen { filled < BlockRing.blockCount || isCancelled }
    defer { pthread_mutex_unlock(lock) }
    return isCancelled ? nil : (first + filled) % BlockRing.blockCount
  }

  /// States that nothing more comes, and why.
  func finish(_ error: SpreadsheetError?) {
    pthread_mutex_lock(lock)
    outcome = .some(error)
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
  }

  // MARK: The reading thread

  /// Waits for the first filled block; `nil` at the end.
  func firstFilled() throws(SpreadsheetError) -> UnsafeRawBufferPointer? {
    lockWhen { filled > 0 || self.outcome != nil }
    let (isFilled, index, outcome) = (filled > 0, first, self.outcome)
    let count = isFilled ? counts[index] : 0
    pthread_mutex_unlock(lock)
    if isFilled { return UnsafeRawBufferPointer(rebasing: block(index)[..<count]) }
    if case .some(.some(let error)) = outcome { throw error }
    return nil
  }

  func releaseFirst() {
    pthread_mutex_lock(lock)
    first = (first + 1) % BlockRing.blockCount
    filled -= 1
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
  }

  func cancel() {
    pthread_mutex_lock(lock)
    isCancelled = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
  }
}
