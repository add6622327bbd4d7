#!/usr/bin/env python3
"""Compares the findings on documents with those on the table workbooks of the same proposals.

usage: findings.py FORDEL WORKBOOKS DOCUMENT... [--all]

A document belongs to the workbook of its name (`BC04.docx`, `BC04.pdf` to `BC04.xlsx`). A finding is its code, its table
by the words of the caption, the words of its row, the years of its cells, what was expected and, where that is of
figures, what was found. Notes that tell how a file is written (numbers as text, years by custom) are left out unless
--all is given. Prints what one side alone has, and exits 1 if there is any.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

ABOUT_THE_FILE = {"number-as-text", "unusual-input"}


def letters(text):
    return "".join(c for c in (text or "").lower() if c.isalnum())


def place(address):
    column, row = re.match(r"([A-Z]+)(\d+)", address).groups()
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return int(row), number


def run(fordel, *words):
    return subprocess.run([fordel, *map(str, words)], capture_output=True, text=True).stdout


def cells(fordel, path):
    found = collections.defaultdict(dict)
    for line in run(fordel, "grid", path, "--format", "jsonl").splitlines():
        cell = json.loads(line)
        found[cell["sheet"]][place(cell["cell"])] = cell["value"]
    return found


def figures(text):
    """A text that holds figures and their years; of words, a line break of the page may be left."""
    return None if re.search("[a-zæøå]", text or "", re.IGNORECASE) else text


def years(sheet):
    """The years of the columns, from the first row that has two."""
    rows = collections.defaultdict(dict)
    for (row, column), value in sheet.items():
        if re.fullmatch(r"(19|20)\d\d", value):
            rows[row][column] = value
    return next((rows[row] for row in sorted(rows) if len(rows[row]) > 1), {})


def caption(sheet, name):
    """The words of the caption; the front page and the hearings are known by the names of their sheets."""
    text = letters(next((sheet[key] for key in sorted(sheet)), ""))
    return text if text.startswith("tab") else letters(name)


def words_of(sheet, row, heads):
    """The words of a row. A total of a division is named by its kind of money, whatever stands for `Total`."""
    texts = [letters(sheet.get((row, column), "")) for column in range(1, min(heads, default=2))]
    kinds = [text for text in texts if text in ("besparelse", "omkostninger")]
    name = texts[0] if texts and texts[0] not in ("total", *kinds) else ""
    return name + "".join(kinds) if kinds else (texts or [""])[0]


def findings(fordel, path, takes_all):
    grid = cells(fordel, path)
    result = collections.Counter()
    for finding in json.loads(run(fordel, "check", path, "--format", "json"))["findings"]:
        if finding["code"] in ABOUT_THE_FILE and finding["severity"] == "note" and not takes_all:
            continue
        sheet = grid.get(finding["sheet"], {})
        heads = years(sheet)
        places = [place(address) for address in finding["cells"]]
        row = words_of(sheet, places[0][0], heads) if places else ""
        # The number of years of a payback may stand in any column.
        is_payback = finding["code"].startswith("payback")
        columns = () if is_payback else tuple(heads[column] for _, column in places if column in heads)
        result[(finding["code"], finding["severity"], caption(sheet, finding["sheet"]), row, columns,
                figures(finding["found"]), finding["expected"])] += 1
    return result


def main():
    takes_all = "--all" in sys.argv
    fordel, workbooks, *documents = [word for word in sys.argv[1:] if not word.startswith("--")]
    differences = 0
    for document in map(pathlib.Path, documents):
        workbook = pathlib.Path(workbooks) / (document.stem.split("__")[0] + ".xlsx")
        wanted, got = findings(fordel, workbook, takes_all), findings(fordel, document, takes_all)
        missing, extra = wanted - got, got - wanted
        differences += sum(missing.values()) + sum(extra.values())
        print(f"{document.name}: {sum(got.values())} findings, {sum(missing.values())} only in the workbook, "
              f"{sum(extra.values())} only in the document")
        for sign, one in [("workbook", missing), ("document", extra)]:
            for finding in sorted(one, key=str):
                print(f"    only in the {sign}:", *finding)
    print(f"{differences} differences")
    sys.exit(1 if differences or not documents else 0)


if __name__ == "__main__":
    main()
