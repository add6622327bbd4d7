"""How processor time and memory of every command grow with the work: n, 2n and 4n of one thing at a time, in growth.py."""
import growth


def run(bench):
    folder = bench.work / "growth"
    folder.mkdir()
    growth.measure_all(str(bench.fordel.resolve()), folder, [], lambda words, value: bench.goal(words, value, growth.LIMIT))
