"""Writing against a C program that makes the same calls of libxlsxwriter: the files must be the same to the byte."""
import sys


def run(bench):
    for mode, title in [("memory", "writing 100,000 × 10 in memory"), ("constant", "writing 100,000 × 10 in constant memory")]:
        ours, theirs = bench.work / f"{mode}-swift.xlsx", bench.work / f"{mode}-c.xlsx"
        bench.compare(
            title,
            bench.ours("write", mode, 100_000, ours),
            {"the same calls in C": (bench.c_peer("write_peer", mode, 100_000, theirs), 1.10)},
        )
        if ours.read_bytes() != theirs.read_bytes():
            sys.exit(f"{ours.name} and {theirs.name} differ, so the calls are not the same")
