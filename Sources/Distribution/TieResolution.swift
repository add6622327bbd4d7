/// Makes the optimum unique: of all optimal tables, the one that rounds away from zero first in the earliest
/// year, and within a year in the order of the rows.
///
/// Only arcs with a reduced cost of 0 can differ between optimal tables. Cell after cell is turned to its
/// wanted side where a cycle of such arcs allows it, and then held. The cycle is searched from both ends in
/// turn. A search that ends on one side parts the nodes it reached there from the others for good: no later
/// cycle can leave a set that no arc leaves. Since the side that ends is the smaller effort, all failing
/// searches together cost little more than one look at each arc for every halving of the network.
struct TieResolution {
  private var graph: TiedArcs
  private var fromRow: SearchSide
  private var fromYear: SearchSide

  /// Whether each arc is lifted.
  var isLifted: [Bool] { graph.isLifted }

  /// `isTied` says which arcs can differ.
  init(tails: [Int32], heads: [Int32], isLifted: [Bool], isTied: [Bool], nodes: Int) {
    graph = TiedArcs(tails: tails, heads: heads, isLifted: isLifted, isTied: isTied, nodes: nodes)
    fromRow = SearchSide(nodes: nodes)
    fromYear = SearchSide(nodes: nodes)
  }

  /// Turns `arc` to `wanted` if any optimal table has it there along with all arcs held so far, and holds it.
  mutating func settle(_ arc: Int, wanted: Bool) {
    guard !graph.isHeld[arc] else { return }
    graph.hold(arc)
    let (row, year) = (Int(graph.heads[arc]), Int(graph.tails[arc]))
    guard graph.isLifted[arc] != wanted, graph.parts[row] == graph.parts[year] else { return }
    fromRow.isForward = wanted
    fromYear.isForward = !wanted
    guard let meeting = search(from: row, to: year) else { return }
    for step in graph.path(of: fromRow, to: meeting) + graph.path(of: fromYear, to: meeting) {
      graph.turn(step)
    }
    graph.turnHeld(arc)
  }

  /// Where the two searches meet. If they cannot, the nodes that the smaller one reached become a part of
  /// their own.
  private mutating func search(from row: Int, to year: Int) -> Int? {
    graph.begin(&fromRow, at: row)
    graph.begin(&fromYear, at: year)
    while true {
      switch graph.step(&fromRow) {
      case .reached(let node) where fromYear.hasReached(node): return node
      case .reached(let node): graph.enter(node, &fromRow)
      case .ended:
        graph.part(fromRow.reached)
        return nil
      case .looked: break
      }
      switch graph.step(&fromYear) {
      case .reached(let node) where fromRow.hasReached(node): return node
      case .reached(let node): graph.enter(node, &fromYear)
      case .ended:
        graph.part(fromYear.reached)
        return nil
      case .looked: break
      }
    }
  }
}

/// The arcs that can differ between optimal tables, and which of them are held.
///
/// Each node's arcs stand in three runs: held; open, along which a path can leave the node; and closed, along
/// which one can arrive. So no search looks at an arc that it cannot use.
private struct TiedArcs {
  private(set) var isLifted: [Bool]
  private(set) var isHeld: [Bool]
  let tails: [Int32]
  let heads: [Int32]
  /// Nodes of different parts are on no common cycle.
  private(set) var parts: [Int32]
  private var partCount: Int32 = 1
  private let starts: [Int32]
  /// Twice the arc's number, plus 1 at its head.
  private var ends: [Int32]
  /// Where each of `ends` stands.
  private var places: [Int32]
  private var firstOpen: [Int32]
  private var firstClosed: [Int32]

  init(tails: [Int32], heads: [Int32], isLifted: [Bool], isTied: [Bool], nodes: Int) {
    self.tails = tails
    self.heads = heads
    self.isLifted = isLifted
    isHeld = Array(repeating: false, count: tails.count)
    (starts, ends) = ArcEnds.sorted(tails: tails, heads: heads, nodes: nodes)
    firstOpen = starts
    firstClosed = Array(starts.dropFirst())
    parts = Array(repeating: 0, count: nodes)
    places = Array(repeating: 0, count: ends.count)
    for (place, end) in ends.enumerated() { places[Int(end)] = Int32(place) }
    for arc in tails.indices {
      if isLifted[arc] { close(arc * 2, at: tails[arc]) } else { close(arc * 2 + 1, at: heads[arc]) }
    }
    for arc in tails.indices where !isTied[arc] { hold(arc) }
  }

  /// Turns an arc over.
  mutating func turn(_ arc: Int) {
    if isLifted[arc] {
      open(arc * 2, at: tails[arc])
      close(arc * 2 + 1, at: heads[arc])
    } else {
      close(arc * 2, at: tails[arc])
      open(arc * 2 + 1, at: heads[arc])
    }
    isLifted[arc].toggle()
  }

  /// Takes an arc out of every later search.
  mutating func hold(_ arc: Int) {
    if isLifted[arc] { open(arc * 2, at: tails[arc]) } else { open(arc * 2 + 1, at: heads[arc]) }
    lock(arc * 2, at: tails[arc])
    lock(arc * 2 + 1, at: heads[arc])
    isHeld[arc] = true
  }

  /// Turns a held arc over, which changes no run.
  mutating func turnHeld(_ arc: Int) { isLifted[arc].toggle() }

  private mutating func open(_ end: Int, at node: Int32) {
    move(end, to: firstClosed[Int(node)])
    firstClosed[Int(node)] += 1
  }

  private mutating func close(_ end: Int, at node: Int32) {
    firstClosed[Int(node)] -= 1
    move(end, to: firstClosed[Int(node)])
  }

  private mutating func lock(_ end: Int, at node: Int32) {
    move(end, to: firstOpen[Int(node)])
    firstOpen[Int(node)] += 1
  }

  private mutating func move(_ end: Int, to place: Int32) {
    let (old, other) = (places[end], ends[Int(place)])
    ends[Int(place)] = Int32(end)
    ends[Int(old)] = other
    places[end] = place
    places[Int(other)] = old
  }

  mutating func part(_ nodes: [Int]) {
    for node in nodes { parts[node] = partCount }
    partCount += 1
  }

  func begin(_ side: inout SearchSide, at node: Int) {
    side.clear()
    side.mark(node, by: -1)
    enter(node, &side)
  }

  func enter(_ node: Int, _ side: inout SearchSide) {
    side.stack.append(node)
    side.cursors[node] = side.isForward ? firstOpen[node] : firstClosed[node]
  }

  enum Step {
    case reached(Int)
    case looked
    case ended
  }

  /// Looks at one arc.
  func step(_ side: inout SearchSide) -> Step {
    guard let node = side.stack.last else { return .ended }
    guard side.cursors[node] < (side.isForward ? firstClosed[node] : starts[node + 1]) else {
      side.stack.removeLast()
      return side.stack.isEmpty ? .ended : .looked
    }
    let end = ends[Int(side.cursors[node])]
    side.cursors[node] += 1
    let other = Int(end & 1 == 0 ? heads[Int(end >> 1)] : tails[Int(end >> 1)])
    guard !side.hasReached(other), parts[other] == parts[node] else { return .looked }
    side.mark(other, by: end)
    return .reached(other)
  }

  /// The arcs from the beginning of a search to `node`.
  func path(of side: SearchSide, to node: Int) -> [Int] {
    var path: [Int] = []
    var node = node
    while side.arrivals[node] >= 0 {
      let arrival = side.arrivals[node]
      path.append(Int(arrival >> 1))
      node = Int(arrival & 1 == 0 ? tails[Int(arrival >> 1)] : heads[Int(arrival >> 1)])
    }
    return path
  }
}

/// One side of a search.
private struct SearchSide {
  /// Whether the search follows the arcs, or goes against them.
  var isForward = true
  var stack: [Int] = []
  var reached: [Int] = []
  var cursors: [Int32]
  private(set) var arrivals: [Int32]
  private var stamps: [Int32]
  private var stamp: Int32 = 0

  init(nodes: Int) {
    cursors = Array(repeating: 0, count: nodes)
    arrivals = cursors
    stamps = cursors
  }

  mutating func clear() {
    stack.removeAll(keepingCapacity: true)
    reached.removeAll(keepingCapacity: true)
    stamp += 1
  }

  func hasReached(_ node: Int) -> Bool { stamps[node] == stamp }

  /// Notes by which arc a node was reached, as twice its number, plus 1 if from its head; −1 at the
  /// beginning.
  mutating func mark(_ node: Int, by arrival: Int32) {
    stamps[node] = stamp
    arrivals[node] = arrival
    reached.append(node)
  }
}
