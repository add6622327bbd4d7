#!/usr/bin/env python3
"""Workbooks saved by LibreOffice as .ods and .fods read to the same grid as the .xlsx.

usage: opendocument.py --fordel PATH [--keep DIR] WORKBOOK.xlsx...

LibreOffice saves each workbook in both formats, and again as .xlsx, which is what the others are compared with: what
it changes itself (it works out formulas without a value, for one) is then the same on both sides. Compared are place,
type, value (numbers at 15 significant digits), hidden or not, and whether there is a formula. `check` has to find
the same, code by code and cell by cell. Prints one line per difference; exit status 1 if there is one.

What LibreOffice itself does not keep alike in the two formats:
- an error has its own name in OpenDocument (`Err:502`) where a workbook has one of seven;
- a date before 1 March 1900 is a number in a workbook;
- of a number that is nothing but the residue of a subtraction it writes eight digits.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile
from decimal import Context, Decimal


def grid(fordel, path):
    done = subprocess.run([fordel, "grid", path, "--format", "jsonl"], capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"{path}: exit {done.returncode}: {done.stderr.strip()}")
    cells = {}
    for line in done.stdout.split("\n"):
        if line:
            cell = json.loads(line)
            cells[cell["sheet"], cell["cell"]] = cell
    return cells


def seen(cell):
    """What two formats have in common of a cell."""
    if cell is None:
        return None
    kind, value = cell["type"], cell["value"]
    if kind == "number":
        digits = 15 if abs(Decimal(value)) > Decimal("1e-9") else 6
        value = str(Context(prec=digits).create_decimal(Decimal(value)).normalize())
    if kind == "error" or (kind == "date" and value < "1900-03-01"):
        kind, value = "any", "any"
    return kind, value, cell["hidden"], cell["formula"] is not None


def is_early(cell):
    return cell is not None and cell["type"] in ("date", "number", "error")


def findings(fordel, path):
    done = subprocess.run([fordel, "check", path, "--format", "json", "--no-receipt"], capture_output=True, text=True, timeout=300)
    if done.returncode > 1:
        return collections.Counter({(f"exit {done.returncode}",): 1})
    found = json.loads(done.stdout)["findings"]
    return collections.Counter((f["code"], f["severity"], f["sheet"], tuple(f["cells"])) for f in found)


def convert(kind, workbooks, folder, profile):
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind, "--outdir", folder,
                    *workbooks], capture_output=True, timeout=600, check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fordel", required=True)
    parser.add_argument("--keep")
    parser.add_argument("workbooks", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(options.keep or temporary).absolute()
        folders = {folder: work / str(number) for number, folder in enumerate(dict.fromkeys(w.parent for w in options.workbooks))}
        for folder, copies in folders.items():
            for kind in ("xlsx", "ods", "fods"):
                same = [w for w in options.workbooks if w.parent == folder]
                convert(kind, same, copies / kind, f"{temporary}/profile")
        differences = cells = 0
        for workbook in options.workbooks:
            copies = folders[workbook.parent]
            reference = copies / "xlsx" / (workbook.stem + ".xlsx")
            ours, told = grid(options.fordel, reference), findings(options.fordel, reference)
            for kind in ("ods", "fods"):
                other = copies / kind / f"{workbook.stem}.{kind}"
                theirs = grid(options.fordel, other)
                cells += len(theirs)
                for place in sorted(ours.keys() | theirs.keys()):
                    left, right = ours.get(place), theirs.get(place)
                    if seen(left) == seen(right) or "any" in (seen(right) or ()) and is_early(left):
                        continue
                    differences += 1
                    print(f"{other.name}:{place[0]}!{place[1]}: {seen(left)} as .xlsx, {seen(right)} here")
                found = findings(options.fordel, other)
                for finding in sorted((told - found) + (found - told), key=str):
                    differences += 1
                    where = "only as .xlsx" if finding in told - found else "only here"
                    print(f"{other.name}: {where}: {finding}")
        print(f"{len(options.workbooks)} workbooks in two formats, {cells} cells, {differences} differences")
        return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
