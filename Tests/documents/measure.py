#!/usr/bin/env python3
"""Compares what fordel reads from documents with transcriptions of them.

usage: measure.py FORDEL TRANSCRIPTIONS DOCUMENT... [--verbose]

A document belongs to the transcription that its name begins with (`BC04.txt`, `BC04.pdf`, `BC04__x.txt` to
`BC04.json`). Prints a line for each document: its printed figures, how many stand in their row and year, how many
are told as uncertain or unread, how many are wrong in silence, how many rows have another label; and whether number,
title, administrations, ticks, paybacks and hearings are right. Exits 1 if a figure is wrong in silence.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

TOLD = {"column-uncertain", "unusual-input"}


def key(text):
    return "".join(c for c in (text or "").lower() if c.isalnum())


def caption_key(text):
    """A caption's letters; `Table 4` and `Tablet 2` are slips for `Tabel`."""
    return re.sub(r"^tablet?(?=\d)", "tabel", key(text))


def plain(figure):
    """A figure without blanks and points between thousands, which a stored number never has."""
    figure = (figure or "").replace(" ", "").replace("–", "-").replace("−", "-")
    return figure.replace(".", "") if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", figure) else figure


def date_key(text):
    """The letters and digits of a date, without who was heard and without the word `den` before it."""
    return key(re.sub(r"[A-Za-z ]*MED |\(\w+\)|\b[Dd](en|\.) ?", "", text or ""))


def column(address):
    letters, row = re.match(r"([A-Z]+)(\d+)", address).groups()
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return int(row), number


def sheets(fordel, document):
    out = subprocess.run([fordel, "grid", document, "--format", "jsonl"], capture_output=True, text=True)
    found = collections.OrderedDict()
    for line in out.stdout.splitlines():
        cell = json.loads(line)
        row, place = column(cell["cell"])
        found.setdefault(cell["sheet"], {}).setdefault(row, {})[place] = cell["value"]
    return found


def tables(grid):
    """Tables as caption, years and rows; a row is its texts, figures by year, sheet and first year's cell."""
    found = []
    for sheet, rows in grid.items():
        head = next((n for n in sorted(rows) if sum(bool(re.fullmatch(r"(19|20)\d\d", v)) for v in rows[n].values()) >= 2), None)
        if head is None:
            continue
        years = {c: int(v) for c, v in rows[head].items() if re.fullmatch(r"(19|20)\d\d", v)}
        first = min(years)
        caption = " ".join(rows[n].get(1, "") for n in sorted(rows) if n < head)
        body = [(n, [rows[n].get(c, "") for c in range(1, first)], {years[c]: v for c, v in rows[n].items() if c in years})
                for n in sorted(rows) if n > head]
        found.append((sheet, caption, body))
    return found


def told(fordel, document):
    """Sheet and row of each finding that tells of a figure's column."""
    out = subprocess.run([fordel, "check", document, "--format", "json"], capture_output=True, text=True)
    try:
        findings = json.loads(out.stdout)["findings"]
    except (ValueError, KeyError):
        return {}, collections.Counter()
    places, figures = {}, collections.Counter()
    for finding in findings:
        if finding["code"] == "column-uncertain":
            figures.update(map(plain, (finding["found"] or "").split()))
        if finding["code"] in TOLD and finding.get("cell"):
            places[(finding["sheet"], column(finding["cell"])[0])] = finding["code"]
    return places, figures


def missing(count, figures, loose):
    """Counts figures that stand in no row as told where a finding names them, each once; else as missing."""
    for figure in map(plain, figures):
        # A minus may stand apart from its figure.
        pieces = [figure] if loose[figure] or not re.match(r"-\d", figure) else ["-", figure[1:]]
        is_told = all(loose[piece] > 0 for piece in pieces)
        loose.subtract(pieces if is_told else [])
        count["told" if is_told else "missing"] += 1


def name(row, kind):
    if row.get("unitName"):
        return row["unitName"]
    if row.get("committee"):
        return row["committee"]
    return "Total" if kind == "distribution-permanent" else row["label"]


def compare(wanted, found, places, loose, verbose):
    count = collections.Counter()
    used = set()
    for table in wanted["tables"]:
        if not table["years"] or table["type"] == "calculation":
            continue
        caption = caption_key(table["caption"])
        fits = [i for i, t in enumerate(found) if i not in used and (caption_key(t[1]) == caption)] or [
            i for i, t in enumerate(found) if i not in used and key(t[1])
            and (caption in caption_key(t[1]) or caption_key(t[1]) in caption)]
        sheet, _, body = found[fits[0]] if fits else (None, None, [])
        used.update(fits[:1])
        free = list(range(len(body)))
        for row in table["rows"]:
            printed = {year: p for year, p in zip(table["years"], row["printed"]) if p != ""}
            count["figures"] += len(printed)
            label = key(name(row, table["type"]))
            share = key(row["label"]) if table["type"] == "distribution-permanent" else None
            got = next((i for i in free if key(body[i][1][0]) == label and (share is None or share in map(key, body[i][1][1:]))), None)
            if got is None and printed:
                figures = [plain(p) for p in printed.values()]
                got = next((i for i in free if [plain(v) for v in body[i][2].values()] == figures), None)
                count["labels"] += 1
                if verbose:
                    print("    label", repr(row["label"]), "is", repr(body[got][1]) if got is not None else None)
            if got is None:
                missing(count, printed.values(), loose)
                continue
            free.remove(got)
            number, _, cells = body[got]
            if not cells and (sheet, number) not in places:
                missing(count, printed.values(), loose)
                continue
            code = places.get((sheet, number))
            right = sum(plain(cells.get(year)) == plain(p) for year, p in printed.items())
            extra = sum(bool(cells.get(year)) and year not in printed for year in cells)
            wrong = max(len(printed) - right, extra)
            count["right"] += right
            count["told" if code == "column-uncertain" else "noted" if code else "wrong"] += wrong
            if wrong and verbose:
                print("   ", code, row["label"], row["printed"], "read as", cells)
    return count


def front(wanted, grid):
    """The fields of the front page that are not as transcribed."""
    rows = next((r for s, r in grid.items() if s.endswith("Forslag")), {})
    fields = {r.get(1): r.get(2, "") for r in rows.values()}
    wrong = []
    if key(fields.get("Titel")) != key(wanted["title"]):
        wrong.append("title")
    if wanted["id"][:2] in ("BC", "SI", "TV") and fields.get("Forslagsnummer") != wanted["id"]:
        wrong.append("number")
    if key(fields.get("Fremstillende forvaltning")).replace("og", "") != key(wanted["presentingAdministration"]).replace("og", ""):
        wrong.append("presenting")
    ticks = {key(n) for n in fields.get("Berørte forvaltninger", "").split(",") if n.strip()}
    if ticks != {key(n) for n in wanted["affectedAdministrations"]}:
        wrong.append("ticks")
    rows = next((r for s, r in grid.items() if s.endswith("Høring")), {})
    heard = [(key(r.get(1)), r.get(2, ""), r.get(3) or "") for n, r in sorted(rows.items())][1:]
    for hearing in wanted["hearings"]:
        got = next((h for h in heard if h[0] == key(hearing["body"])), None)
        if got is None or got[1] != hearing["answer"]:
            wrong.append("hearing " + hearing["body"])
        elif date_key(hearing["date"]) != date_key(got[2]):
            wrong.append("date " + hearing["body"])
    return wrong


def paybacks(wanted, found):
    stated = wanted.get("paybackYears") or {}
    read = {}
    for _, _, body in found:
        for _, texts, cells in body:
            label = key(texts[0])
            if label.startswith("tilbagebetalingstid"):
                which = "service" if "service" in label else "total"
                read[which] = next(iter(cells.values()), None) or next((t for t in texts[1:] if t), None)
    wrong = []
    for which, years in stated.items():
        got = re.match(r"\d+", read.get(which) or "")
        if (int(got[0]) if got else None) != years:
            wrong.append("payback " + which)
    return wrong


def main():
    verbose = "--verbose" in sys.argv
    fordel, corpus, *documents = [a for a in sys.argv[1:] if not a.startswith("--")]
    total = collections.Counter()
    for document in documents:
        stem = pathlib.Path(document).stem.split("__")[0]
        wanted = json.loads((pathlib.Path(corpus) / f"{stem}.json").read_text())
        grid = sheets(fordel, document)
        found = tables(grid)
        places, loose = told(fordel, document)
        count = compare(wanted, found, places, loose, verbose)
        wrong = front(wanted, grid) + paybacks(wanted, found)
        total.update(count)
        print(f"{pathlib.Path(document).name}: {line(count)}" + (f"; not right: {', '.join(wrong)}" if wrong else ""))
    print("all: " + line(total))
    return 1 if total["wrong"] else 0


def line(count):
    share = 100 * count["right"] / count["figures"] if count["figures"] else 0
    return (f"{count['figures']} figures, {count['right']} right ({share:.1f} %), {count['told']} told, {count['noted']} noted, "
            f"{count['wrong']} wrong in silence, {count['missing']} missing, {count['labels']} other labels")


if __name__ == "__main__":
    sys.exit(main())
