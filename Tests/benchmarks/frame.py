"""Runs two or more programs in turn and prints how their times compare.

A program prints `seconds=0.123`, the time of the work itself (without starting up), and anything else as `name=value`. In every round each
program runs once, in turning order, so that whatever else the machine does hits all of them; the ratio is the median of the rounds' ratios.
"""
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Run:
    """What one run of a program gave: its values, its time, and its largest memory in MiB."""

    values: dict
    seconds: float
    memory: float


@dataclass
class Bench:
    """Where the programs are, how often they run, and which goals were missed."""

    swift: str
    """The built FordelBenchmarks."""
    fordel: Path
    """The built tool."""
    python: str
    """A Python with the peers installed."""
    c: Path
    """The folder of the compiled C programs."""
    work: Path
    """A folder for files, removed at the end."""
    rounds: int = 7
    missed: list = field(default_factory=list)

    def ours(self, *arguments):
        """The command line of a benchmark in FordelBenchmarks."""
        return [self.swift, *map(str, arguments)]

    def peer(self, script, *arguments):
        """The command line of a Python program beside this file."""
        return [self.python, str(Path(__file__).parent / script), *map(str, arguments)]

    def c_peer(self, name, *arguments):
        """The command line of a C program: `write_peer` is compiled from write_peer.c."""
        return [str(self.c / name), *map(str, arguments)]

    def run(self, command):
        """Runs a program once."""
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        output = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}")
        values = dict(word.split("=", 1) for word in output.split() if "=" in word)
        return Run(values, float(values["seconds"]), usage.ru_maxrss / 1024)

    def compare(self, title, ours, peers, rounds=None):
        """Prints the ratio of our time to that of each peer: `peers` is {name: (command, goal or None)}. Returns the runs by name."""
        rounds = rounds or self.rounds
        commands = {"fordel": ours, **{name: command for name, (command, _) in peers.items()}}
        runs = {name: [] for name in commands}
        for command in commands.values():
            self.run(command)  # so that files are in memory and programs are loaded
        for number in range(rounds):
            order = list(commands) if number % 2 == 0 else list(reversed(commands))
            for name in order:
                runs[name].append(self.run(commands[name]))
        print(f"{title}: fordel {median(runs['fordel']):.4f} s, {max(run.memory for run in runs['fordel']):.0f} MiB")
        for name, (_, goal) in peers.items():
            ratios = sorted(mine.seconds / theirs.seconds for mine, theirs in zip(runs["fordel"], runs[name]))
            ratio = statistics.median(ratios)
            words = f"{ratio:.2f} × {name} ({median(runs[name]):.4f} s; {rounds} pairs, {ratios[0]:.2f} to {ratios[-1]:.2f})"
            self.goal(words, ratio, goal)
        sys.stdout.flush()
        return runs

    def goal(self, words, value, goal):
        """Prints `words` and whether `value` is at most `goal`."""
        if goal is None:
            print(f"  {words}")
        elif value <= goal:
            print(f"  {words}, goal {goal:g} reached")
        else:
            print(f"  {words}, GOAL {goal:g} MISSED")
            self.missed.append(words)
        sys.stdout.flush()


def median(runs):
    """The median time of `runs`."""
    return statistics.median(run.seconds for run in runs)
