#!/usr/bin/env python3
"""No krone is lost: adds up the cells of workbooks by itself and compares with what `fordel ledger` says of them.
usage: conservation.py FORDEL WORKBOOK...    (openpyxl only; shares no code with fordel)"""
import json, re, subprocess, sys
from collections import Counter, defaultdict
from fractions import Fraction
import openpyxl
UNIT = 100_000  # one booking unit, 1.000 kr., in øre

def number(value):
    """A stored number, or a text that is one amount, as an exact fraction; None for anything else."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Fraction(f"{value:.6f}")
    text = re.sub(r"[\s\u200b\u200e\ufeff]|t\.?kr\.?$", "", str(value or "").translate(str.maketrans("−–—", "---")))
    text = re.sub(r"^\((.*)\)$|^([^-].*)-$", lambda m: "-" + (m[1] or m[2]), text)
    whole = re.fullmatch(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?", text)
    return whole and Fraction(whole[1] + whole[2].replace(".", "") + "." + (whole[3] or "0"))

def problems(fordel, path):
    run = subprocess.run([fordel, "ledger", path, "--format", "json", "--no-receipt"], capture_output=True, text=True)
    ledger = json.loads(run.stdout)["proposals"]
    book = openpyxl.load_workbook(path, data_only=True)
    thousands = {s.title: any("1.000" in str(c.value) and "kr" in str(c.value) for r in s for c in r) for s in book}
    seen = Counter((c["sheet"], c["cell"]) for p in ledger for c in p["cells"])
    for sheet in book:
        for cell in (c for row in sheet for c in row if c.value is not None):
            value = number(cell.value) if not hasattr(cell.value, "year") else None
            if value is not None and not isinstance(cell.value, str) and seen[sheet.title, cell.coordinate] != 1:
                yield f"{sheet.title}!{cell.coordinate} {cell.value} is in the ledger {seen[sheet.title, cell.coordinate]} times"
    for p in ledger:
        sums, stated = defaultdict(Fraction), any(c["role"] == "stated" for c in p["cells"])
        for c in p["cells"]:
            if c["role"] in ("outside", "quantity", "finding") and not c.get("reason"): yield f"{c['cell']} has no reason"
            if c["role"] not in ("amount", "loan"): continue
            shown = number(book[c["sheet"]][c["cell"]].value)
            scale = UNIT if thousands[c["sheet"]] or not any(thousands.values()) and Fraction(c["value"]) == shown * UNIT else 100
            if shown is None or shown * scale != Fraction(c["value"]): yield f"{c['sheet']}!{c['cell']}: {shown} is {c['value']}"
            sums[c["line"], c["year"]] += (shown or 0) * scale
        used = Counter()
        for f in p["flows"]:
            n = {k: Fraction(f[k] or 0) for k in ("input", "carried", "stated", "rounding", "tables", "conversionRounding", "corrections", "notPostable", "remainder")}
            factor = Fraction(f["factor"]) if f["factor"] else 1
            name = f"{f['section']} {f['controlArea']} {f['condition']} {f['year']}"
            used.update((line, f["year"]) for line in f["lines"])
            if n["input"] != sum(sums[line, f["year"]] for line in f["lines"]): yield f"{name}: the cells do not add up to {f['input']}"
            left = n["input"] + n["carried"] + n["stated"] + n["rounding"] - n["tables"]
            left -= n["corrections"] + n["notPostable"] - n["tables"] * factor - n["conversionRounding"]
            if left != n["remainder"] or left and run.returncode == 0: yield f"{name}: {left} is missing, {f['remainder']} is told"
            if abs(n["rounding"]) >= UNIT or abs(n["conversionRounding"]) >= UNIT: yield f"{name}: a rounding is a plug"
            if n["stated"] and not stated: yield f"{name}: nothing is stated"
            if not factor and n["corrections"]: yield f"{name}: posted without a factor"
        for loan in p["loans"]: used.update((line, loan["year"]) for line in loan["lines"])
        yield from (f"{key}: {value} øre is in {used[key]} flows" for key, value in sums.items() if value and used[key] != 1)

bad = [(path, problem) for path in sys.argv[2:] for problem in problems(sys.argv[1], path)]
print(*(f"{path}: {problem}" for path, problem in bad), f"{len(sys.argv) - 2} workbooks, {len(bad)} problems", sep="\n")
sys.exit(bool(bad))
