#!/usr/bin/env python3
"""Every workbook, saved again by LibreOffice and written anew by openpyxl, XlsxWriter and PyExcelerate, reads to the same grid.

    rewrite_samples.py --fordel PATH FILE.xlsx...

The grid is what `fordel grid` reads: the type and value of every cell (numbers at 15 digits) and its formula. What a program does not keep is
not asked of it: openpyxl drops the values of formulas (the formulas have to be there, with `"stored": false`), PyExcelerate writes values
only, LibreOffice words some formulas differently (they have to be there), and only LibreOffice and openpyxl keep what is hidden.
Exit status 1 if a cell differs.
"""
import argparse
import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import pyexcelerate
import xlsxwriter

SHOWN = 10


def grid(fordel, path):
    done = subprocess.run([*fordel, "grid", str(path), "--format", "jsonl"], capture_output=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    lines = (json.loads(line) for line in done.stdout.decode().split("\n") if line)
    return {(cell["sheet"], cell["cell"]): cell for cell in lines}


def typed(cell):
    """A cell's value as Python has it."""
    kind, text = cell["type"], cell["value"]
    if kind == "number":
        return float(text)
    if kind == "bool":
        return text == "true"
    if kind == "date":
        return datetime.datetime.fromisoformat(text)
    return text


def by_libreoffice(paths, cells, folder):
    out = folder / "libreoffice"
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, paths)], check=True, capture_output=True, timeout=600)
    return {path: out / path.name for path in paths}


def by_openpyxl(paths, cells, folder):
    (folder / "openpyxl").mkdir()
    for path in paths:
        openpyxl.load_workbook(path).save(folder / "openpyxl" / path.name)
    return {path: folder / "openpyxl" / path.name for path in paths}


def by_xlsxwriter(paths, cells, folder):
    (folder / "xlsxwriter").mkdir()
    for path in paths:
        with xlsxwriter.Workbook(folder / "xlsxwriter" / path.name) as book:
            sheets, date = {}, book.add_format({"num_format": "dd-mm-yyyy hh:mm:ss"})
            for (name, place), cell in cells[path].items():
                sheet = sheets.setdefault(name, None) or sheets.update({name: book.add_worksheet(name)}) or sheets[name]
                value = typed(cell)
                if cell["formula"]:
                    sheet.write_formula(place, "=" + cell["formula"], None, cell["value"] if cell["type"] == "date" else value)
                elif isinstance(value, bool):
                    sheet.write_boolean(place, value)
                elif isinstance(value, float):
                    sheet.write_number(place, value)
                elif isinstance(value, datetime.datetime):
                    sheet.write_datetime(place, value, date)
                else:
                    sheet.write_string(place, value)
    return {path: folder / "xlsxwriter" / path.name for path in paths}


def by_pyexcelerate(paths, cells, folder):
    (folder / "pyexcelerate").mkdir()
    for path in paths:
        book, sheets = pyexcelerate.Workbook(), {}
        for (name, place), cell in cells[path].items():
            row, column = openpyxl.utils.cell.coordinate_to_tuple(place)
            if name not in sheets:
                sheets[name] = book.new_sheet(name)
            value = typed(cell)
            # What begins with = would become a formula.
            if value != "" and not str(value).startswith("="):
                sheets[name].set_cell_value(row, column, value)
        book.save(str(folder / "pyexcelerate" / path.name))
    return {path: folder / "pyexcelerate" / path.name for path in paths}


def value(cell):
    if cell["type"] == "number":
        return "number", f"{float(cell['value']):.15g}"
    # PyExcelerate has no error values, XlsxWriter only as results of formulas.
    return ("text" if cell["type"] == "error" else cell["type"]), cell["value"]


def differences(program, before, after):
    for place in sorted(before.keys() | after.keys()):
        mine, theirs = before.get(place), after.get(place)
        if mine is None:
            yield f"{place}: more than before: {theirs}"
            continue
        if program == "PyExcelerate" and (mine["value"] == "" or mine["value"].startswith("=")):
            continue
        if theirs is None:
            yield f"{place}: lost: {mine}"
            continue
        if program == "openpyxl" and mine["formula"]:
            if theirs["value"] != "" or theirs.get("stored") is not False:
                yield f"{place}: a value from nowhere: {theirs}"
        elif value(mine) != value(theirs):
            yield f"{place}: {value(mine)} became {value(theirs)}"
        if program in ("openpyxl", "XlsxWriter") and mine["formula"] != theirs["formula"]:
            yield f"{place}: formula {mine['formula']!r} became {theirs['formula']!r}"
        if program == "LibreOffice" and bool(mine["formula"]) != bool(theirs["formula"]):
            yield f"{place}: formula {mine['formula']!r} became {theirs['formula']!r}"
        if program in ("openpyxl", "LibreOffice") and mine["hidden"] != theirs["hidden"]:
            yield f"{place}: hidden {mine['hidden']} became {theirs['hidden']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fordel", default="fordel", help="the command, which may have several words")
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    fordel, bad = options.fordel.split(), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Files of different folders may have the same name.
        paths = []
        for number, path in enumerate(options.files):
            paths.append(folder / f"{number}-{path.name}")
            paths[-1].write_bytes(path.read_bytes())
        cells = {path: grid(fordel, path) for path in paths}
        programs = {"LibreOffice": by_libreoffice, "openpyxl": by_openpyxl, "XlsxWriter": by_xlsxwriter, "PyExcelerate": by_pyexcelerate}
        for program, rewrite in programs.items():
            count = 0
            for path, written in rewrite(paths, cells, folder).items():
                found = list(differences(program, cells[path], grid(fordel, written)))
                count += len(found)
                for line in found[:SHOWN]:
                    print(f"{path.name} by {program}: {line}")
            print(f"{program}: {len(paths)} workbooks, {sum(map(len, cells.values()))} cells, {count} differences")
            bad += count
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
