#!/usr/bin/env python3
"""Check that annotated copies differ from their originals by the marks alone, and that other programs show the marks.

usage: check_annotated.py --fordel PATH FILE.xlsx...

For each workbook with findings:
- every part that need not change has the same compressed bytes, and of a marked sheet the cells are the same bytes;
- each wrong cell has a comment by fordel (or keeps the comment that it had) and a conditional format; comments of others are as before;
- the first sheet is the list, with a link for each place; the active sheet, the defined names and their sheets are as before;
- openxml-audit finds no error that the original does not have;
- LibreOffice and Gnumeric show the same comments; openpyxl, LibreOffice and Gnumeric save the copy, and checking what they saved gives the same findings;
- annotating the copy, or what the others saved, again leaves one set of marks.

Exit status 0 if all hold, 1 if not, 2 if a program is missing.
"""
import argparse
import collections
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree
import zipfile

import openpyxl

LIST = "Fejl og mangler"
FORMULA = 'N("fordel")=0'
warnings.filterwarnings("ignore", module="openpyxl")


class Failure(Exception):
    pass


def expect(condition, words):
    if not condition:
        raise Failure(words)


def packed(path):
    """The compressed bytes of each part."""
    parts = {}
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        expect(archive.testzip() is None, "the ZIP file is damaged")
        for item in archive.infolist():
            name, extra = struct.unpack("<HH", data[item.header_offset + 26 : item.header_offset + 30])
            start = item.header_offset + 30 + name + extra
            parts[item.filename] = data[start : start + item.compress_size]
    return parts


def text(path, part):
    with zipfile.ZipFile(path) as archive:
        data = archive.read(part)
    return data.decode("utf-16") if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data.decode("utf-8-sig")


def findings(fordel, path, annotate=None):
    command = [fordel, "check", "--quiet", "--format", "json", str(path)]
    done = subprocess.run(command + (["--annotate", str(annotate)] if annotate else []), capture_output=True, text=True, timeout=120)
    expect(done.returncode in (0, 1), f"fordel check ends with {done.returncode}: {done.stderr}")
    found = json.loads(done.stdout)["findings"]
    for finding in found:
        del finding["file"]
    return found


def sheet_parts(path):
    """The part of each sheet, by name."""
    book, rels = text(path, "xl/workbook.xml"), text(path, "xl/_rels/workbook.xml.rels")
    targets = {}
    for tag in re.findall(r"<[\w:]*Relationship [^>]*>", rels):
        target = re.search(r'Target="([^"]*)"', tag).group(1)
        targets[re.search(r' Id="([^"]*)"', tag).group(1)] = target.lstrip("/") if target.startswith("/") else "xl/" + target
    sheets = {}
    for tag in re.findall(r"<[\w:]*sheet [^>]*>", book):
        name = re.search(r' name="([^"]*)"', tag).group(1)
        for entity, character in [("&apos;", "'"), ("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]:
            name = name.replace(entity, character)
        sheets[name] = targets[re.search(r' [\w]+:id="([^"]*)"', tag).group(1)]
    return sheets


def related(path, part):
    """The parts that a part refers to, with the part that says so."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    try:
        content = text(path, rels)
    except KeyError:
        return {rels}
    found = {rels}
    for tag in re.findall(r"<[\w:]*Relationship [^>]*>", content):
        kind, target = re.search(r'Type="([^"]*)"', tag).group(1), re.search(r'Target="([^"]*)"', tag).group(1)
        if kind.endswith(("/comments", "/vmlDrawing")):
            base = [] if target.startswith("/") else folder.split("/")
            for step in target.split("/"):
                base = base[:-1] if step == ".." else base + [step] if step else base
            found.add("/".join(base))
    return found


def check_bytes(original, copy, marked):
    """That only what has to carry marks has changed."""
    before, after = packed(original), packed(copy)
    sheets, copied = sheet_parts(original), sheet_parts(copy)
    allowed = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", copied[LIST]}
    for name in marked:
        allowed |= {sheets[name]} | related(original, sheets[name]) | related(copy, copied[name])
    for part in before.keys() | after.keys():
        if part not in allowed:
            expect(before.get(part) == after.get(part), f"{part} has changed")
    for name in marked:
        cells = re.compile(r"<([\w]+:)?sheetData.*</([\w]+:)?sheetData>", re.S)
        here, there = cells.search(text(original, sheets[name])), cells.search(text(copy, copied[name]))
        expect(here.group() == there.group(), f"the cells of {name} have changed")
    return len(before) - len([part for part in before if part in allowed])


def comments(path):
    """The comments by sheet and cell; openpyxl does not read the strict variant."""
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    found[sheet.title, cell.coordinate] = (cell.comment.author, cell.comment.text)
    return found


def words_of_comments(path):
    """The words of each comment as the file has them; Gnumeric saves authors that openpyxl stumbles over."""
    found = {}
    for sheet, part in sheet_parts(path).items():
        for name in related(path, part):
            if name.endswith(".xml"):
                for comment in xml.etree.ElementTree.fromstring(text(path, name)).findall(".//{*}comment"):
                    found[sheet, comment.get("ref")] = "".join(item.text or "" for item in comment.findall(".//{*}t"))
    return found


def marked_cells(path):
    """The cells that a conditional format with the formula covers."""
    cells = set()
    for sheet, part in sheet_parts(path).items():
        if "sheetData" in text(path, part):
            for area in xml.etree.ElementTree.fromstring(text(path, part)).findall(".//{*}conditionalFormatting"):
                if any(formula.text == FORMULA for formula in area.findall(".//{*}formula")):
                    for cells_of in openpyxl.worksheet.cell_range.MultiCellRange(area.get("sqref")).ranges:
                        for row, column in cells_of.cells:
                            cells.add((sheet, openpyxl.utils.get_column_letter(column) + str(row)))
    return cells


def names(path):
    """The active sheet, and what the defined names mean, with the sheet that each belongs to."""
    book = openpyxl.load_workbook(path)
    found = {(None, name): item.attr_text for name, item in book.defined_names.items()}
    for sheet in book.worksheets:
        if sheet.title != LIST:
            found |= {(sheet.title, name): item.attr_text for name, item in sheet.defined_names.items()}
            found[sheet.title, "print"] = (sheet.print_area, sheet.print_title_rows, sheet.sheet_state)
    return book.active.title, found


def audit(path):
    program = pathlib.Path(sys.executable).with_name("openxml-audit")
    done = subprocess.run([str(program), "-o", "json", "-m", "0", str(path)], capture_output=True, text=True, timeout=300)
    errors = [error for report in json.loads(done.stdout) for error in report["errors"] if error["severity"].lower() == "error"]
    return collections.Counter(error["description"] for error in errors)


def check_copy(original, copy, found):
    """Checks one copy; tells how many cells are marked."""
    wrong = [finding for finding in found if finding["severity"] != "note" and finding["sheet"]]
    places = {(finding["sheet"], cell) for finding in wrong for cell in finding["cells"]}
    untouched = check_bytes(original, copy, {sheet for sheet, _ in places})
    new = audit(copy) - audit(original)
    expect(not new, f"openxml-audit: {dict(new)}")
    before, after = comments(original), comments(copy)
    for place, comment in before.items():
        expect(after.get(place) == comment, f"the comment on {place} has changed")
    for place in places:
        expect(place in after, f"no comment on {place}")
        expect(place in before or after[place][0] == "fordel", f"the comment on {place} is not by fordel")
    expect(set(after) == set(before) | places, f"comments on other cells: {set(after) - set(before) - places}")
    expect(marked_cells(copy) == places, f"conditional formats: {marked_cells(copy) ^ places}")
    expect(names(original) == names(copy), f"names or active sheet: {names(original)} {names(copy)}")
    book = openpyxl.load_workbook(copy)
    expect(book.sheetnames[0] == LIST, "the list is not the first sheet")
    sheet = book.worksheets[0]
    links = {cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    for finding in found:
        if finding["sheet"]:
            quoted = finding["sheet"].replace("'", "''")
            expect(f"'{quoted}'!{finding['cell'] or 'A1'}" in links, f"no link to {finding['sheet']}!{finding['cell']}")
    listed = {row[0] for row in sheet.iter_rows(min_row=4, values_only=True)}
    expect(all(any(finding["message"] in entry for entry in listed) for finding in found), "a message is not listed")
    return len(places), untouched


def check_others(fordel, copy, found, folder):
    """What other programs show, and what becomes of the marks when they save the file."""
    saved = {}
    profile = f"-env:UserInstallation={folder.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "libreoffice")]
    subprocess.run([*command, str(copy)], check=True, capture_output=True, timeout=300)
    saved["LibreOffice"] = folder / "libreoffice" / copy.name
    saved["Gnumeric"] = folder / "gnumeric.xlsx"
    subprocess.run(["ssconvert", str(copy), str(saved["Gnumeric"])], check=True, capture_output=True, timeout=300)
    saved["openpyxl"] = folder / "openpyxl.xlsx"
    openpyxl.load_workbook(copy).save(saved["openpyxl"])
    shown = words_of_comments(copy)
    for program, path in saved.items():
        there = {place: words.strip() for place, words in words_of_comments(path).items()}
        lost = {place for place, words in shown.items() if there.get(place) != words.strip()}
        expect(not lost, f"{program} does not show the comments on {sorted(lost)}")
        again = findings(fordel, path, folder / "again")
        if program != "openpyxl":  # which drops cached values and so brings findings of its own
            expect(key(again) == key(found), f"after {program}: other findings: {key(again) ^ key(found)}")
        twice = folder / "again" / path.name
        expect(list(sheet_parts(twice)).count(LIST) == 1, f"after {program}: the list is not there")
        expect(text(twice, "xl/workbook.xml").count(f'name="{LIST}"') == 1, f"after {program}: the list is there twice")
        ours = [place for place, words in words_of_comments(twice).items() if words.startswith("fordel · ")]
        places = {(one["sheet"], cell) for one in again if one["severity"] != "note" and one["sheet"] for cell in one["cells"]}
        expect(set(ours) <= places, f"after {program}: old comments are left on {sorted(set(ours) - places)}")
        expect(marked_cells(twice) == places, f"after {program}: old marks are left: {marked_cells(twice) ^ places}")
        boxes, texts = count(twice, ".vml", r'ObjectType="Note"'), count(twice, "", r"<(?:\w+:)?comment ref=|<(?:\w+:)?comment [^>]* ref=")
        expect(boxes == texts, f"after {program}: {boxes} boxes for {texts} comments")


def key(found):
    return {(one["code"], one["severity"], one["sheet"], tuple(one["cells"])) for one in found}


def count(path, ending, pattern):
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.endswith(ending) and ("omment" in name or ending)]
        return sum(len(re.findall(pattern, archive.read(name).decode("utf-8", "replace"))) for name in parts)


def check(fordel, original):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        found = findings(fordel, original, folder / "copy")
        copy = folder / "copy" / original.name
        if all(finding["severity"] == "note" for finding in found):
            expect(copy.read_bytes() == original.read_bytes(), "a copy without findings differs")
            return "nothing to mark, the same bytes"
        refused = [one["message"] for one in found if one["code"] == "not-annotated"]
        expect(not refused, f"not annotated: {refused}")
        expect(key(findings(fordel, copy)) == key(found), "checking the copy gives other findings")
        findings(fordel, copy, folder / "second")
        second = folder / "second" / original.name
        expect({part: text(copy, part) for part in texts_of(copy)} == {part: text(second, part) for part in texts_of(second)}, "a second run changes the copy")
        if "purl.oclc.org" in text(original, "xl/workbook.xml"):
            new = audit(copy) - audit(original)
            expect(not new, f"openxml-audit: {dict(new)}")
            places = {one["sheet"] for one in found if one["severity"] != "note" and one["sheet"]}
            return f"strict: {check_bytes(original, copy, places)} parts untouched"
        cells, untouched = check_copy(original, copy, found)
        check_others(fordel, copy, found, folder)
        return f"{len(found)} findings, {cells} cells marked, {untouched} parts untouched"


def texts_of(path):
    with zipfile.ZipFile(path) as archive:
        return [name for name in archive.namelist() if name.endswith((".xml", ".rels", ".vml"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fordel", required=True)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    missing = [program for program in ("soffice", "ssconvert") if shutil.which(program) is None]
    if missing:
        print(f"missing: {', '.join(missing)}", file=sys.stderr)
        return 2
    failed = 0
    for path in options.files:
        try:
            print(f"{path.name}: {check(options.fordel, path)}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"{path.name}: WRONG: {failure}", flush=True)
    print(f"{len(options.files) - failed} of {len(options.files)} annotated copies are right")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
