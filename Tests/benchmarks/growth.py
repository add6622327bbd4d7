#!/usr/bin/env python3
"""How processor time and memory of every command grow with the work: n, 2n and 4n of one thing at a time.

usage: growth.py FORDEL [ROW ...], such as `growth.py .build/release/fordel lines texts`; all rows without. Needs openpyxl.

A row fails where the last doubling costs more than LIMIT times as much, the start of an empty run taken off. Linear work doubles.
"""
import csv
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

LIMIT = 2.3
TRIES = 5
ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "samples/BC08.json"
COMMITTEES = ["ØU", "KFU", "BUU", "SOU", "SUD", "TMU", "BIU"]


def document(number=1, lines=10, **fields):
    """A proposal as canonical JSON: lines of both sections in both areas, each with its own words, amounts and account."""
    made = json.loads(BASE.read_text())
    dice, proposal = random.Random(number), made["proposal"]
    proposal |= {"id": f"P{number}", "allocations": [], "keptTables": [], "tableOneRows": [], "isCrossCutting": True, "payback": {}, "affected": COMMITTEES}
    proposal["lines"] = [line(index, proposal, dice) for index in range(lines)]
    proposal |= fields
    return made


def line(index, proposal, dice):
    made = json.loads(json.dumps(proposal["lines"][0]))
    permanent = index % 2 == 0
    made |= {
        "id": f"L{index + 1}", "text": f"Post {index + 1} om drift",
        "section": "Varig ændring" if permanent else "Implementering",
        "controlArea": "Service" if index % 4 < 2 else "Anlæg",
        "account": f"{1000 + index % 9000}, {100 + index % 900}", "rule": COMMITTEES[index % 7],
        "figures": [(-1 if permanent else 1) * dice.randint(1, 9_999) * 100_000 for _ in proposal["years"]],
    }
    made.pop("administration", None)
    return made


def save(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False))
    return path


class Maker:
    """Makes the inputs of a row in a folder of its own."""

    def __init__(self, fordel, folder):
        self.fordel, self.folder = fordel, folder
        folder.mkdir(parents=True)

    def run(self, *arguments):
        subprocess.run([self.fordel, *map(str, arguments)], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def entry(self, made, name="P1.xlsx", change=None):
        """The entry workbook of a proposal, changed by hand with `change(workbook)` if there is one."""
        path = self.folder / name
        self.run("template", "--proposal", save(self.folder / "made" / (name + ".json"), made), "-o", path, "--quiet")
        if change:
            import openpyxl

            book = openpyxl.load_workbook(path)
            change(book)
            book.save(path)
        return path

    def lines(self, count):
        made = document(lines=count)
        old = save(self.folder / "old.json", made)
        for number, each in enumerate(made["proposal"]["lines"]):
            if number % 5 == 0: each["figures"][-1] -= 100_000
        self.run("export", "--tables", "A-E", "-o", self.folder / "returned", old, "--quiet", "--allow-incomplete", "--no-receipt")
        return {"input": self.entry(made), "old": old, "returned": self.folder / "returned"}

    def tables(self, count):
        """A table workbook with every table."""
        source = save(self.folder / "made.json", document(lines=count))
        self.run("export", "--tables", "all", "-o", self.folder / "out", source, "--quiet", "--allow-incomplete", "--no-receipt")
        return {"input": next((self.folder / "out").glob("*.xlsx"))}

    def long(self, proposals, lines):
        """A long CSV of several proposals."""
        self.run(
            "export", "--tables", "1,2,3", "--format", "csv", "--layout", "long", "-o", self.folder / "out", "--quiet", "--no-receipt",
            "--allow-incomplete", save(self.folder / "made.json", document(lines=lines)))
        head, *rows = next((self.folder / "out").glob("*.csv")).read_text().splitlines()
        path = self.folder / "long.csv"
        with open(path, "w") as file:
            print(head, file=file)
            for number in range(1, proposals + 1):
                for row in rows: print(f"P{number}" + row[row.index(";"):], file=file)
        return {"input": path}

    def files(self, count):
        for number in range(1, count + 1):
            save(self.folder / "files" / f"P{number}.json", document(number))
            save(self.folder / "old" / f"P{number}.json", document(number, lines=9))
        return {"input": self.folder / "files", "old": self.folder / "old"}

    def outside(self, count):
        def change(book):
            sheet = book.create_sheet("Vores tal")
            for row in range(count // 10): sheet.append([row * 7 + column for column in range(10)])
        return {"input": self.entry(document(), change=change)}

    def beside(self, count):
        """Numbers of one's own on the sheet of the lines, below them."""
        def change(book):
            sheet = book["Økonomi"]
            for row in range(count // 10):
                for column in range(10): sheet.cell(400 + row, 25 + column, row * 7 + column)
        return {"input": self.entry(document(), change=change)}

    def texts(self, count):
        import openpyxl

        book = openpyxl.Workbook()
        for row in range(count // 10): book.active.append([f"En tekst om nummer {row * 10 + column}" for column in range(10)])
        book.save(self.folder / "texts.xlsx")
        return {"input": self.folder / "texts.xlsx"}

    def findings(self, count):
        """Each line with an amount that can be read in two ways."""
        def change(book):
            for row in book["Økonomi"].iter_rows():
                if any(str(cell.value or "").endswith(" om drift") for cell in row[:4]):
                    figure = next(cell for cell in row if isinstance(cell.value, (int, float)))
                    figure.value = "1.2750"
        return {"input": self.entry(document(lines=count), change=change)}

    def committees(self, count):
        """A made-up round with that many committees, among which every line is shared equally."""
        made = json.loads((ROOT / "templates/ofs-2021-2022.json").read_text())
        made |= {"id": "stor", "name": "Stor runde", "aliases": []}
        made["committees"] = [
            {"code": f"U{number}", "name": f"Udvalg {number}", "administrationCode": f"F{number}", "administrationName": f"Forvaltning {number}",
             "takesEqualShare": True, "units": [], "aliases": []} for number in range(count)]
        for key in ("accountList", "accounts", "keys", "tieStarts"):
            if key in made: made[key] = [] if isinstance(made[key], list) else None
        made = {key: value for key, value in made.items() if value is not None}
        proposal = document(round="Stor runde", presenting="U1", affected=[], keys=[])
        for each in proposal["proposal"]["lines"]: each["rule"] = "Ligedeling"
        return {"input": save(self.folder / "P1.json", proposal), "round": save(self.folder / "round.json", made)}

    def extract(self, count, ending):
        header = ["Bilag", "Reference", "Bevilling", "Profitcenter", "Funktion", "Art", "PSP", "Regnskabsår", "Beløb", "Tekst"]
        path, dice = self.folder / f"extract.{ending}", random.Random(1)
        rows = [
            [number, f"P{number % 50}", str(1000 + number % 7919), str(number % 9000), f"64{number % 99}", "4", "", 2022 + number % 6,
             dice.randint(1, 9_999) * 1000, f"Løn og drift {number % 61}"] for number in range(count)]
        if ending == "csv":
            with open(path, "w", newline="") as file: csv.writer(file, delimiter=";").writerows([header, *rows])
        else:
            import openpyxl

            book = openpyxl.Workbook(write_only=True)
            sheet = book.create_sheet("Udtræk")
            for row in [header, *rows]: sheet.append(row)
            book.save(path)
        return {"input": BASE, "extract": path, "accounts": ROOT / "samples/kontoliste-ofs-2021-2022.csv"}


LOOSE = "--allow-incomplete --no-receipt"
CHECK = "check {input} --no-receipt"
JSON = "check {input} --format json --no-receipt"
HTML = "check {input} --format html --no-receipt"
ANNOTATE = "check {input} --annotate {out}/copies --no-receipt"
IMPORT = f"import {{input}} -o {{out}} {LOOSE}"
XLSX = f"export {{input}} --tables all -o {{out}} {LOOSE}"
CSV = f"export {{input}} --tables all --format csv -o {{out}} {LOOSE}"
OVERVIEW = f"overview {{input}} -o {{out}}/o.xlsx {LOOSE}"
CORRECTIONS = f"corrections {{input}} -o {{out}}/k.xlsx {LOOSE}"
LEDGER = "ledger {input} -o {out}/l.xlsx --no-receipt"
STATUS = f"status {{input}} -o {{out}}/s.xlsx {LOOSE}"
DIFF = "diff {old} {input}"
MERGE = "merge {old} {returned} -o {out}/m.json --allow-incomplete"
RECONCILE = "reconcile {input} --extract {extract} --accounts {accounts} --no-receipt"
READERS = [CHECK, IMPORT, XLSX, CSV, OVERVIEW, CORRECTIONS, LEDGER, STATUS]

# Committees: 200 are ten times those of the largest city; beyond that the derivation of each share, which looks at all the others, shows.
# What grows, n of it, how the input is made, and the commands that must not grow faster.
ROWS = {
    "lines": (500, Maker.lines, [*READERS, DIFF, MERGE]),
    "lines of a table workbook": (250, Maker.tables, READERS),
    "lines of a long CSV": (500, lambda maker, n: maker.long(1, n), READERS),
    "proposals in a file": (200, lambda maker, n: maker.long(n, 10), READERS),
    "files in a folder": (200, Maker.files, [*READERS, DIFF]),
    "cells outside tables": (50_000, Maker.outside, [CHECK, IMPORT, LEDGER]),
    "cells beside the lines": (10_000, Maker.beside, [CHECK, IMPORT, LEDGER]),
    "texts": (20_000, Maker.texts, [CHECK, LEDGER, STATUS]),
    "findings": (500, Maker.findings, [CHECK, JSON, HTML, ANNOTATE, LEDGER, STATUS]),
    "committees": (50, Maker.committees, [command + " --round {round}" for command in [CHECK, XLSX, CSV, CORRECTIONS, LEDGER]]),
    "rows of a CSV extract": (100_000, lambda maker, n: maker.extract(n, "csv"), [RECONCILE]),
    "rows of an XLSX extract": (30_000, lambda maker, n: maker.extract(n, "xlsx"), [RECONCILE]),
}


def cost(command, folder):
    """Seconds of processor time, and MiB of memory at the most, of one run."""
    with open(folder / "printed", "wb") as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=printed)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}\n{(folder / 'printed').read_text()[:2000]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(fordel, command, inputs, folder, empty):
    """The costs at n, 2n and 4n; the least of several runs, as many as it takes for a growth within the limit, at most TRIES."""
    best = [(math.inf, math.inf)] * len(inputs)
    for _ in range(TRIES):
        for index, places in enumerate(inputs):
            out = Path(tempfile.mkdtemp(dir=folder))
            words = [word.format(out=out, **places) for word in command.split()]
            best[index] = tuple(map(min, best[index], cost([fordel, *words], folder)))
            subprocess.run(["rm", "-rf", out], check=True)
        if max(growth(best, empty)) <= LIMIT: break
    return best


def growth(costs, empty):
    """By how much time and memory grow from 2n to 4n, without what an empty run costs."""
    (_, _), (time, memory), (more_time, more_memory) = costs
    return (more_time - empty[0]) / max(time - empty[0], 0.005), (more_memory - empty[1]) / max(memory - empty[1], 4)


def make(fordel, folder, name, times):
    count, maker, _ = ROWS[name]
    return maker(Maker(fordel, folder / name.replace(" ", "-") / str(times)), count * times)


def measure_all(fordel, folder, names, judge):
    """Prints every row of `names`; `judge(words, growth)` is told each growth."""
    empty = min(cost([fordel, "--version"], folder) for _ in range(TRIES))
    for name in names or ROWS:
        count, _, commands = ROWS[name]
        # In processes of their own: what this one holds counts for the programs that it starts.
        with ProcessPoolExecutor(max_workers=1) as pool:
            inputs = [pool.submit(make, fordel, folder, name, times).result() for times in (1, 2, 4)]
        for command in commands:
            costs = measure(fordel, command, inputs, folder, empty)
            times, memories = growth(costs, empty)
            title = " ".join(word for word in command.split() if "{" not in word and not word.startswith("--no") and word != LOOSE.split()[0])
            seconds, sizes = (", ".join(f"{value:{form}}" for value in values) for values, form in zip(zip(*costs), (".2f", ".0f")))
            judge(f"{count:,} {name} and 2, 4 times that, {title}: {seconds} s, {sizes} MiB; last doubling {times:.2f}, {memories:.2f}",
                  max(times, memories))
        subprocess.run(["rm", "-rf", folder / name.replace(" ", "-")], check=True)


def main():
    missed = []

    def judge(words, value):
        print(words + ("" if value <= LIMIT else f"  ABOVE {LIMIT}"), flush=True)
        if value > LIMIT: missed.append(words)

    with tempfile.TemporaryDirectory() as folder:
        measure_all(sys.argv[1], Path(folder), sys.argv[2:], judge)
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
