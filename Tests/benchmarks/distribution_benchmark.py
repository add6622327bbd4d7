"""Controlled rounding against a linear program of the same table (SciPy's HiGHS): equal optimum, and the time as the table grows."""
import statistics
import sys

YEARS = 10
# Equal shares, where nearly everything is a tie, and shares of an odd key, where nothing is.
UNITS = [(7, "sevenths"), (1_000_003, "parts of 1,000,003")]


def run(bench):
    for unit, words in UNITS:
        times = []
        for rows in [100, 1_000, 10_000]:
            path = bench.work / f"round-{rows}-{unit}.bin"
            bench.run(bench.ours("distribution-make", rows, YEARS, unit, path))
            runs = bench.compare(
                f"controlled, {rows:,} × {YEARS}, {words}",
                bench.ours("distribution", "controlled", rows, YEARS, unit),
                {"HiGHS": (bench.peer("distribution_peer.py", rows, YEARS, unit, path), None)},
                rounds=3 if rows == 10_000 else None,
            )
            deviations = {name: {run.values["deviation"] for run in list_of_runs} for name, list_of_runs in runs.items()}
            if deviations["fordel"] != deviations["HiGHS"]:
                sys.exit(f"the optima differ: {deviations}")
            print(f"  the same optimum, {deviations['fordel'].pop()} / {unit}")
            times.append(processor_time(runs))
            if rows == 1_000:
                bench.goal(f"{times[-1]:.4f} s of processor time for 1,000 × {YEARS}", times[-1], 0.1)
        print("  processor time per cell at 10², 10³, 10⁴ rows: " + ", ".join(f"{time / rows / YEARS * 1e6:.2f} µs" for time, rows in zip(times, [100, 1_000, 10_000])))
        runs = bench.compare(f"largest-remainder, 100,000 × {YEARS}, {words}", bench.ours("distribution", "largest-remainder", 100_000, YEARS, unit), {})
        time = processor_time(runs)
        bench.goal(f"{time:.4f} s of processor time for 100,000 × {YEARS}", time, 0.1)


def processor_time(runs):
    """The median processor time of our runs, in seconds: it does not count what else a busy machine does."""
    return statistics.median(int(run.values["microseconds"]) for run in runs["fordel"]) / 1e6
