/// Minimum cost circulation where every arc carries 0 or 1: cost scaling by push and relabel (Goldberg &
/// Tarjan 1990), over whole numbers only.
///
/// Costs are multiplied by one more than the number of nodes, so that a flow with no reduced cost below −1 is
/// optimal. Advice to whoever changes this: the excesses must be coverable (for a rounding network they are),
/// or ``solve()`` does not end.
struct CostScaling<Cost: FixedWidthInteger & SignedInteger> {
  let tails: [Int32]
  let heads: [Int32]
  /// Whether each arc is lifted.
  private(set) var isLifted: [Bool]
  /// The price of each node, in scaled costs.
  private(set) var prices: [Cost]
  /// One more than the number of nodes.
  let scale: Cost
  private let costs: [Cost]
  private let starts: [Int32]
  /// The arcs at each node: twice the arc's number, plus 1 at its head.
  private let ends: [Int32]
  private var excess: [Int32]

  /// `costs` need room for the square of the number of nodes.
  init(tails: [Int32], heads: [Int32], costs: [Cost], excess: [Int32]) {
    self.tails = tails
    self.heads = heads
    self.excess = excess
    let nodes = excess.count
    scale = Cost(nodes + 1)
    let scale = scale
    self.costs = costs.map { $0 * scale }
    isLifted = Array(repeating: false, count: tails.count)
    prices = Array(repeating: 0, count: nodes)
    (starts, ends) = ArcEnds.sorted(tails: tails, heads: heads, nodes: nodes)
  }

  /// Lifts arcs until no node has an excess, at the least cost.
  mutating func solve() {
    var step = costs.reduce(Cost(0)) { max($0, abs($1)) }
    repeat {
      step = max(1, step / 8)
      refine(step)
    } while step > 1
  }

  /// Makes the flow optimal to within `step`: saturates arcs of negative reduced cost, then moves the
  /// excesses that arise.
  private mutating func refine(_ step: Cost) {
    for arc in tails.indices {
      let (tail, head) = (Int(tails[arc]), Int(heads[arc]))
      let reduced = costs[arc] + prices[tail] - prices[head]
      if isLifted[arc] ? reduced > 0 : reduced < 0 { push(arc, tail, head: head) }
    }
    var queue = excess.indices.filter { excess[$0] > 0 }.map { Int32($0) }
    var isQueued = excess.map { $0 > 0 }
    var cursors = starts
    var first = 0
    while first < queue.count {
      let node = Int(queue[first])
      first += 1
      isQueued[node] = false
      discharge(node, step, cursors: &cursors) { other in
        if !isQueued[other] {
          isQueued[other] = true
          queue.append(Int32(other))
        }
      }
      if first > 4_096, first * 2 > queue.count {
        queue.removeFirst(first)
        first = 0
      }
    }
  }

  /// Moves a unit along an arc: lifts it from its tail to its head, or takes the lift back.
  private mutating func push(_ arc: Int, _ tail: Int, head: Int) {
    let unit: Int32 = isLifted[arc] ? -1 : 1
    isLifted[arc].toggle()
    excess[tail] -= unit
    excess[head] += unit
  }

  private mutating func discharge(
    _ node: Int, _ step: Cost, cursors: inout [Int32], activate: (Int) -> Void
  ) {
    let end = starts[node + 1]
    while excess[node] > 0 {
      var cursor = cursors[node]
      while cursor < end {
        let entry = ends[Int(cursor)]
        let arc = Int(entry >> 1)
        let isTail = entry & 1 == 0
        if isLifted[arc] != isTail {
          let other = Int(isTail ? heads[arc] : tails[arc])
          let cost = isTail ? costs[arc] : -costs[arc]
          if cost + prices[node] - prices[other] < 0 {
            push(arc, Int(tails[arc]), head: Int(heads[arc]))
            if excess[other] > 0 { activate(other) }
            if excess[node] == 0 { break }
          }
        }
        cursor += 1
      }
      cursors[node] = cursor
      if excess[node] > 0 {
        relabel(node, step)
        cursors[node] = starts[node]
      }
    }
  }

  /// Lowers the price of a node just below where a residual arc becomes usable.
  private mutating func relabel(_ node: Int, _ step: Cost) {
    var best: Cost?
    for entry in ends[Int(starts[node])..<Int(starts[node + 1])] {
      let arc = Int(entry >> 1)
      let isTail = entry & 1 == 0
      guard isLifted[arc] != isTail else { continue }
      let price = isTail ? prices[Int(heads[arc])] - costs[arc] : prices[Int(tails[arc])] + costs[arc]
      best = best.map { Swift.max($0, price) } ?? price
    }
    if let best { prices[node] = best - step }
  }

  /// Whole prices of the unscaled costs under which the flow is exactly optimal.
  ///
  /// There are fewer nodes than residues, so a residue is free; counted from it, dividing by the scale keeps
  /// every reduced cost above −1.
  func wholePrices() -> [Cost] {
    var isTaken = [Bool](repeating: false, count: prices.count + 1)
    for price in prices {
      isTaken[Int(truncatingIfNeeded: price - floorDivision(price, scale) * scale)] = true
    }
    let free = Cost(isTaken.firstIndex(of: false) ?? 0)
    return prices.map { floorDivision($0 - free - 1, scale) }
  }

  /// The cost of lifting each arc under `whole` prices.
  func reducedCost(_ arc: Int, _ whole: [Cost]) -> Cost {
    costs[arc] / scale + whole[Int(tails[arc])] - whole[Int(heads[arc])]
  }
}

/// The arcs at each node.
enum ArcEnds {
  /// For each node where its arcs begin in the second array, which holds twice the arc's number, plus 1 at
  /// its head.
  static func sorted(tails: [Int32], heads: [Int32], nodes: Int) -> (starts: [Int32], ends: [Int32]) {
    var starts = [Int32](repeating: 0, count: nodes + 1)
    for arc in tails.indices {
      starts[Int(tails[arc]) + 1] += 1
      starts[Int(heads[arc]) + 1] += 1
    }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var next = starts
    var ends = [Int32](repeating: 0, count: tails.count * 2)
    for arc in tails.indices {
      ends[Int(next[Int(tails[arc])])] = Int32(arc * 2)
      next[Int(tails[arc])] += 1
      ends[Int(next[Int(heads[arc])])] = Int32(arc * 2 + 1)
      next[Int(heads[arc])] += 1
    }
    return (starts, ends)
  }
}
