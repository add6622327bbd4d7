"""Checks certificates written by fordel (exact fractions beside rounded numbers): sums, bounds, optimality.  certificate.py FILE.json ..."""
import json, sys
from collections import defaultdict
from fractions import Fraction
def half_away(x): return (1 if x > 0 else -1) * int(abs(x) + Fraction(1, 2))

def largest_remainder(tree):  # {(path, year): [rounded, exact]}, every path with all its beginnings
    for (path, year), (total, exact) in tree.items():
        assert path or total == half_away(exact), "a total is not its nearest whole number"
        kids = [pair for (kid, y), pair in tree.items() if y == year and len(kid) == len(path) + 1 and kid[:-1] == path]
        left = total - sum(int(x) for _, x in kids)
        rests = [(a != int(x), abs(x - int(x))) for a, x in kids if (x - int(x)) * left > 0]
        assert not kids or sum(served for served, _ in rests) == abs(left), "what was left did not go to remainders, one each"
        assert max((r for served, r in rests if not served), default=0) <= min((r for served, r in rests if served), default=1), "not the largest"

def controlled(flow):  # {(tail, head): [rounded, exact]}; a better table exists exactly if some cycle of changes has a negative cost
    changes = [(u, v, a, x, 1) for (u, v), (a, x) in flow.items() if a < x] + [(v, u, a, x, -1) for (u, v), (a, x) in flow.items() if a > x]
    costs = [(u, v, abs(a + way - x) - abs(a - x) if {len(u), len(v)} == {1, 2} else 0) for u, v, a, x, way in changes]
    price, moved = defaultdict(Fraction), True
    for _ in range(2 * len(flow) + 2):
        moved = moved and [price.__setitem__(v, price[u] + cost) for u, v, cost in costs if price[u] + cost < price[v]]
    assert not moved, "another table is closer to exact"

def check(table):
    tree, flow = defaultdict(lambda: [0, Fraction(0)]), defaultdict(lambda: [0, Fraction(0)])
    for row in table["rows"]:
        p = (row["committee"], row["unitName"] or "", row.get("account") or "")
        for y, (a, x) in enumerate(zip(row["amounts"], map(Fraction, row["exact"]))):  # total, subtotals, cell, row totals
            way = ["end", ((), y), (p[:1], y), (p[:2], y), (p,), (p[:2],), (p[:1],), ((),), "end"]
            for pair in [tree[p[:k], y] for k in range(4)] + [flow[arc] for arc in zip(way, way[1:])]: pair[0] += a; pair[1] += x
    for y, total in enumerate(table["totals"]): assert tree[(), y][0] + table["difference"][y] == total, "a year does not add up"
    policy, _, spared = table["policy"].partition("=")
    alone = [a == half_away(x) for (p, _), (a, x) in tree.items() if len(p) == 3 and p[0] != spared]
    assert all(alone) or policy not in ("as-published", "residual-to"), "a share is not its nearest whole number"
    bounded = {"largest-remainder": tree, "controlled": flow}.get(policy, {})
    assert all(abs(a - x) < 1 for a, x in bounded.values()), "a number is a unit or more from exact"
    if bounded: {"largest-remainder": largest_remainder, "controlled": controlled}[policy](bounded) if table.get("cumulative") is None else None

for found in [json.load(open(name, encoding="utf-8")) for name in sys.argv[1:]]:
    for part in found if isinstance(found, list) else found.get("certificates") or found.get("results") or [found]: check(part.get("calculation", part))
