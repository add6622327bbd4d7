#!/usr/bin/env python3
"""Compare what `fordel grid` reads with python-calamine and openpyxl, cell by cell.

    compare_readers.py --fordel PATH [--generate DIR] [FILE.xlsx ...]

--generate DIR writes workbooks with openpyxl, XlsxWriter and PyExcelerate (and, where it is installed, LibreOffice's version of each) into
DIR and compares those. Prints one line per difference; exit status 1 if there is one.

What is compared, and what is not, because the peers themselves do not keep it:
- numbers at 15 significant digits;
- dates as dates where we say date; a peer's date where we say number must be a time or duration, a day before 1 January 1900, or day 60;
- openpyxl drops the values of cells that a merge covers, and reads formulas and values in two passes;
- calamine has no formula without a value.
"""
import argparse
import datetime
import json
import math
import multiprocessing
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
import python_calamine

MEMORY = 4 << 30


def ours(fordel, path):
    done = subprocess.run([*fordel, "grid", str(path), "--format", "jsonl"], capture_output=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    cells = {}
    for line in done.stdout.decode("utf-8").split("\n"):
        if line:
            cell = json.loads(line)
            cells[(cell["sheet"], cell["cell"])] = cell
    return cells


def letters(column):
    text = ""
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(65 + digit) + text
    return text


def calamine(path):
    workbook = python_calamine.CalamineWorkbook.from_path(str(path))
    cells = {}
    for meta in workbook.sheets_metadata:
        if not repr(meta.typ).endswith("WorkSheet"):
            continue
        sheet = workbook.get_sheet_by_name(meta.name)
        top, left = sheet.start or (0, 0)
        for row, values in enumerate(sheet.to_python(skip_empty_area=True)):
            for column, value in enumerate(values):
                if value not in ("", None) or value is False:
                    cells[(meta.name, f"{letters(left + column + 1)}{top + row + 1}")] = value
    return cells


def openpyxl_cells(path):
    workbook = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    cells, texts = {}, {}
    # iter_rows would make every cell between the first and the last, which can be 17 billion.
    for sheet in workbook.worksheets:
        for cell in sheet._cells.values():
            if getattr(cell, "value", None) not in ("", None) or cell.value is False:
                cells[(sheet.title, cell.coordinate)] = cell.value
        for cell in formulas[sheet.title]._cells.values():
            if getattr(cell, "data_type", None) == "f":
                value = getattr(cell.value, "text", cell.value)
                if isinstance(value, str):
                    texts[(sheet.title, cell.coordinate)] = value.removeprefix("=")
    merged = {sheet.title: sheet.merged_cells.ranges for sheet in workbook.worksheets}
    return cells, texts, merged


def same(mine, peer):
    """Whether our cell says what a peer's Python value says."""
    kind, text = mine["type"], mine["value"]
    if isinstance(peer, bool):
        return kind == "bool" and text == ("true" if peer else "false")
    if isinstance(peer, (int, float)):
        if kind == "date":
            return False
        try:
            return kind == "number" and (float(text) == peer or f"{float(text):.15g}" == f"{peer:.15g}")
        except ValueError:
            return False
    if isinstance(peer, datetime.datetime):
        if kind == "date":
            mine_date = datetime.datetime.fromisoformat(text)
            return abs(mine_date - peer) <= datetime.timedelta(milliseconds=1)
        return kind == "number" and float(text) < 61
    if isinstance(peer, datetime.date):
        return kind == "date" and text == peer.isoformat()
    if isinstance(peer, datetime.time):
        return kind == "number" and 0 <= float(text) < 1
    if isinstance(peer, datetime.timedelta):
        return kind == "number" and math.isclose(float(text), peer / datetime.timedelta(days=1), rel_tol=1e-6, abs_tol=1e-7)
    return kind in ("text", "error") and text in (peer, unescaped(peer))


def unescaped(text):
    """openpyxl leaves most of SpreadsheetML's escapes (`_x005F_`) as they are stored."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def compare_apart(fordel, path):
    """What `compare` says, from a process of its own: calamine's memory grows with the distance of the last cell, and it may die of that."""
    here, there = multiprocessing.Pipe(False)

    def run():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            there.send(compare(fordel, path))
        except Exception as error:
            there.send([f"{path.name}: {error}"])

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()
    there.close()
    try:
        lines = here.recv()
    except EOFError:
        print(f"{path.name}: a peer died of it", file=sys.stderr)
        lines = []
    child.join()
    return lines


def compare(fordel, path):
    """The differences as lines of text."""
    lines = []
    mine = ours(fordel, path)
    try:
        peer = calamine(path)
        for place in sorted(mine.keys() | peer.keys()):
            if place not in peer:
                # calamine gives errors as empty text, and formulas without a value as nothing.
                if mine[place]["value"] != "" and mine[place]["type"] != "error":
                    lines.append(f"{path.name} {place}: ours {mine[place]}, calamine nothing")
            elif place not in mine:
                lines.append(f"{path.name} {place}: ours nothing, calamine {peer[place]!r}")
            elif not same(mine[place], peer[place]):
                lines.append(f"{path.name} {place}: ours {mine[place]}, calamine {peer[place]!r}")
    except Exception as error:
        print(f"{path.name}: calamine cannot read it: {error}", file=sys.stderr)
    try:
        peer, formulas, merged = openpyxl_cells(path)
    except Exception as error:
        print(f"{path.name}: openpyxl cannot read it: {error}", file=sys.stderr)
        return lines
    for place in sorted(mine.keys() | peer.keys()):
        if place not in peer:
            covered = any(place[1] in merge for merge in merged.get(place[0], ()))
            if mine[place]["value"] != "" and not covered:
                lines.append(f"{path.name} {place}: ours {mine[place]}, openpyxl nothing")
        elif place not in mine:
            lines.append(f"{path.name} {place}: ours nothing, openpyxl {peer[place]!r}")
        elif not same(mine[place], peer[place]):
            lines.append(f"{path.name} {place}: ours {mine[place]}, openpyxl {peer[place]!r}")
    for place in sorted(formulas.keys() | {p for p in mine if mine[p]["formula"]}):
        our_formula = mine.get(place, {}).get("formula")
        if our_formula != formulas.get(place):
            lines.append(f"{path.name} {place}: our formula {our_formula!r}, openpyxl's {formulas.get(place)!r}")
    return lines


TEXTS = ["Børne- og Ungdomsudvalget", " blank foran", "to\nlinjer", "<tag> & \"citat\"", "tab\there", "😀 tegn", "=ikke formel", "1.275,5", "_x0041_", ""]


def random_value(chance):
    kind = chance.randrange(9)
    if kind < 3:
        return round(chance.uniform(-1e6, 1e6), chance.randrange(4))
    if kind == 3:
        return chance.randrange(-10**9, 10**9)
    if kind == 4:
        return chance.choice([True, False])
    if kind == 5:
        return datetime.datetime(1905, 1, 1) + datetime.timedelta(seconds=chance.randrange(86400 * 365 * 90))
    if kind == 6:
        return (datetime.datetime(1950, 1, 1) + datetime.timedelta(days=chance.randrange(40000))).date()
    return chance.choice(TEXTS)


def generate(folder, seeds):
    """Workbooks with the same kinds of contents, by three writers."""
    import pyexcelerate
    import xlsxwriter

    for seed in range(seeds):
        chance = random.Random(seed)
        sheets = {f"Ark {index}": [[random_value(chance) for _ in range(chance.randrange(1, 12))] for _ in range(chance.randrange(1, 40))]
                  for index in range(1, 1 + chance.randrange(1, 4))}

        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row, values in enumerate(rows, 1):
                for column, value in enumerate(values, 1):
                    cell = sheet.cell(row, column)
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
            sheet.cell(45, 1).value = "=SUM(A1:A40)"
            sheet.row_dimensions[2].hidden = True
        if seed % 3 == 0:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book.save(folder / f"openpyxl-{seed}.xlsx")

        book = xlsxwriter.Workbook(folder / f"xlsxwriter-{seed}.xlsx", {"date_1904": seed % 3 == 1, "constant_memory": seed % 2 == 1})
        date = book.add_format({"num_format": "dd-mm-yyyy hh:mm:ss"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if isinstance(value, bool):
                        sheet.write_boolean(row, column, value)
                    elif isinstance(value, (datetime.date, datetime.datetime)):
                        sheet.write_datetime(row, column, value, date)
                    elif isinstance(value, str):
                        sheet.write_string(row, column, value)
                    else:
                        sheet.write_number(row, column, value)
            sheet.write_formula(45, 0, "=A1&\"x\"", None, "resultat")
            sheet.write_formula(46, 0, "=1/0", None, "#DIV/0!")
        book.close()

        book = pyexcelerate.Workbook()
        for name, rows in sheets.items():
            book.new_sheet(name, data=[[value if value != "" and not str(value).startswith("=") else None for value in row] for row in rows])
        book.save(str(folder / f"pyexcelerate-{seed}.xlsx"))

    soffice = shutil.which("soffice")
    if soffice:
        resaved = folder / "libreoffice"
        resaved.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run([soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                            "--outdir", str(resaved), *sorted(str(path) for path in folder.glob("*.xlsx"))],
                           check=True, capture_output=True, timeout=600)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fordel", default="fordel", help="the command, which may have several words")
    parser.add_argument("--generate", type=Path, help="a folder for generated workbooks")
    parser.add_argument("--seeds", type=int, default=12, help="how many workbooks each writer makes")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    files = list(options.files)
    if options.generate:
        options.generate.mkdir(parents=True, exist_ok=True)
        generate(options.generate, options.seeds)
        files += sorted(options.generate.rglob("*.xlsx"))
    bad = 0
    for path in files:
        lines = compare_apart(options.fordel.split(), path)
        bad += len(lines)
        for line in lines[:20]:
            print(line)
    print(f"{len(files)} workbooks, {bad} differences")
    sys.exit(1 if bad or not files else 0)


if __name__ == "__main__":
    main()
