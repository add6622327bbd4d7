#!/usr/bin/env python3
"""Runs the benchmarks named on the command line, or all: write, csv, read, distribution, round, reconcile, growth. Started by run.sh."""
import argparse
import importlib
import platform
import sys
from pathlib import Path

from frame import Bench

# Each is a module beside this file, `write_benchmark.py`, with a function `run(bench)`.
BENCHMARKS = ["write", "csv", "read", "distribution", "round", "reconcile", "growth"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--swift", required=True)
    parser.add_argument("--fordel", type=Path, required=True)
    parser.add_argument("--c", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHMARKS])
    options = parser.parse_args()
    bench = Bench(swift=options.swift, fordel=options.fordel, python=sys.executable, c=options.c, work=options.work, rounds=options.rounds)
    print(f"{processor()}, {platform.system()} {platform.release()}, Python {platform.python_version()}")
    for name in options.names or BENCHMARKS:
        print(f"== {name}")
        importlib.import_module(f"{name}_benchmark").run(bench)
    if bench.missed:
        print(f"{len(bench.missed)} goals missed:", *bench.missed, sep="\n  ")
        sys.exit(1)


def processor():
    """What the machine calls its processor, and how many there are of it."""
    import os

    names = [line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{os.cpu_count()} × {names[0] if names else platform.machine()}"


if __name__ == "__main__":
    main()
