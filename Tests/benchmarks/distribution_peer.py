"""Controlled rounding as a linear program, solved by HiGHS through SciPy: the same table, built here from the exact values alone.

usage: distribution_peer.py ROWS YEARS UNIT FILE. Every cell, subtotal, row total and the grand total may be lifted from its floor by 0 to 1; the least total
deviation of the cells is wanted. Prints the time inside the solver's call and the deviation, in numerators of the exact values.
"""
import sys
import time

import numpy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

rows, years, unit = map(int, sys.argv[1:4])
cells = numpy.fromfile(sys.argv[4], dtype="<i8").reshape(years, rows)
committees = numpy.arange(rows) // 10
count = committees[-1] + 1
subtotals = numpy.zeros((years, count), dtype=numpy.int64)
for year in range(years):
    numpy.add.at(subtotals[year], committees, cells[year])

# Every quantity of the table, one after another, with the number of its first.
families = {"cell": cells, "subtotal": subtotals, "year": cells.sum(1), "row": cells.sum(0), "committee": subtotals.sum(0), "grand": cells.sum()}
starts, exact = {}, []
for name, values in families.items():
    starts[name] = sum(map(len, exact))
    exact.append(numpy.ravel(values))
exact = numpy.concatenate(exact)
floors, parts = exact // unit, exact % unit

# Each sum of the table: its parts less itself are 0.
entries = []
sums = 0


def add_sums(parts_of, whole_of):
    """`parts_of` and `whole_of` give, for each sum, the numbers of its parts and of itself; as (sum, number) arrays."""
    global sums
    for index, number in zip(*parts_of):
        entries.append((sums + index, number, 1))
    for index, number in zip(*whole_of):
        entries.append((sums + index, number, -1))
    sums += len(whole_of[0])


cell = starts["cell"] + numpy.arange(years * rows).reshape(years, rows)
subtotal = starts["subtotal"] + numpy.arange(years * count).reshape(years, count)
year, row = starts["year"] + numpy.arange(years), starts["row"] + numpy.arange(rows)
committee = starts["committee"] + numpy.arange(count)
for number in range(years):
    add_sums((committees, cell[number]), (numpy.arange(count), subtotal[number]))
add_sums((numpy.repeat(numpy.arange(years), count), subtotal.ravel()), (numpy.arange(years), year))
add_sums((numpy.tile(numpy.arange(rows), years), cell.ravel()), (numpy.arange(rows), row))
add_sums((committees, row), (numpy.arange(count), committee))
add_sums((numpy.zeros(count, int), committee), ([0], [starts["grand"]]))

at, number, sign = map(numpy.array, zip(*entries))
matrix = coo_matrix((sign, (at, number)), shape=(sums, len(exact))).tocsc()
costs = numpy.where(numpy.arange(len(exact)) < cells.size, unit - 2 * parts, 0).astype(float)
bounds = numpy.stack([numpy.zeros(len(exact)), (parts != 0).astype(float)], axis=1)

start = time.perf_counter()
result = linprog(costs, A_eq=matrix, b_eq=-(matrix @ floors), bounds=bounds, method="highs")
seconds = time.perf_counter() - start
assert result.status == 0, result.message
deviation = float(parts[: cells.size].sum()) + result.fun
assert abs(deviation - round(deviation)) < 1e-3 * max(1, len(exact)), deviation
print(f"seconds={seconds:.6f} deviation={round(deviation)} cells={cells.size}")
