#!/usr/bin/env python3
"""Check that other programs read the same values as each other from the workbooks on the command line.

usage: check_workbooks.py FILE.xlsx...

Every cell of every sheet is compared, numbers at 15 significant digits, between
- openpyxl and python-calamine, which read the values that the file stores,
- Gnumeric (ssconvert --recalc) and LibreOffice (recalculating on load), which calculate every formula anew.
openxml-audit (the rules of Microsoft's Open XML SDK) must find no error. Exit status 0 if all agree, 1 if not, 2 if a program is missing.

Needs the Python packages openpyxl, python-calamine and openxml-audit, and the programs soffice and ssconvert.
"""
import datetime
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings

import openpyxl
import python_calamine

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
SHOWN = 20
warnings.filterwarnings("ignore", module="openpyxl")


def plain(value):
    """A value as it is compared: numbers as text of 15 digits, nothing for blank and empty text."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return f"bool {value}"
    if isinstance(value, (int, float)):
        number = float(f"{value:.15g}")
        return f"number {0.0 if number == 0 else number:.15g}"
    if isinstance(value, (datetime.datetime, datetime.date)):
        return f"date {value.isoformat()[:19]}"
    return "text " + str(value).replace("\r\n", "\n").replace("_x000D_", "\r")


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    cells = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = plain(cell.value)
                if value is not None:
                    cells[sheet.title, cell.row, cell.column] = value
    return cells


def by_calamine(path):
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    cells = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        for row, line in enumerate(sheet.to_python(skip_empty_area=False), 1):
            for column, found in enumerate(line, 1):
                value = plain(found)
                if value is not None:
                    cells[name, row, column] = value
    return cells


def run(command, result):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0 or not result.exists():
        raise RuntimeError(f"{command[0]} failed ({done.returncode}): {(done.stderr or done.stdout).strip()[-400:]}")
    return by_openpyxl(result)


def by_gnumeric(path, folder):
    result = folder / "gnumeric.xlsx"
    return run(["ssconvert", "--recalc", str(path), str(result)], result)


def by_libreoffice(path, folder):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    out = folder / "libreoffice"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    return run([*command, "--outdir", str(out), str(path)], out / (path.stem + ".xlsx"))


def differences(first, second):
    for place in sorted(set(first) | set(second), key=lambda place: (place[0], place[1], place[2])):
        if first.get(place) != second.get(place):
            yield place, first.get(place), second.get(place)


def audit(path):
    """The errors that openxml-audit finds, as lines."""
    program = pathlib.Path(sys.executable).with_name("openxml-audit")
    done = subprocess.run([str(program) if program.exists() else "openxml-audit", str(path)], capture_output=True, text=True, timeout=300)
    text = done.stdout + done.stderr
    if done.returncode != 0 or "Errors: 0" not in text:
        return text.strip().splitlines()[-SHOWN:]
    return []


def check(path):
    """The number of differences and errors in one workbook."""
    wrong = 0
    stored = by_openpyxl(path)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        others = {"python-calamine": by_calamine(path), "Gnumeric": by_gnumeric(path, folder), "LibreOffice": by_libreoffice(path, folder)}
    for program, cells in others.items():
        found = list(differences(stored, cells))
        wrong += len(found)
        for (sheet, row, column), here, there in found[:SHOWN]:
            cell = openpyxl.utils.get_column_letter(column) + str(row)
            print(f"{path}: {sheet}!{cell}: openpyxl reads {here!r}, {program} {there!r}")
    errors = audit(path)
    for line in errors:
        print(f"{path}: openxml-audit: {line}")
    wrong += len(errors)
    print(f"{path}: {len(stored)} cells, {'all agree' if wrong == 0 else f'{wrong} differences'}")
    return wrong


def main(paths):
    if not paths:
        print(__doc__, file=sys.stderr)
        return 64
    missing = [program for program in ("soffice", "ssconvert") if shutil.which(program) is None]
    if missing:
        print(f"missing: {', '.join(missing)}", file=sys.stderr)
        return 2
    return 1 if sum(check(pathlib.Path(path)) for path in paths) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
