#!/usr/bin/env python3
"""Checks the house: which room knows which, from the sources alone.

usage: rooms.py            prints what is wrong and exits 1, or a line per room

What it holds: imports only leftwards (the order of `rooms` in Package.swift); no circle between folders of a
room; no room but Spreadsheet above 30 % of the lines of Sources, Spreadsheet at most 35 %; each C library
imported in one folder (libzip still in two: the writer's BooleanResults opens a finished file by itself).

And what only may become less: files that call libc, functions whose third parameter has no label, amounts that are
nothing where there is none. Whoever takes one away lowers the number here.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"
MAXIMUM, MAXIMUM_OF_THE_ENGINE = 0.30, 0.35
ROOMS = re.findall(r'"(\w+)"', re.search(r"let rooms = \[(.*?)\]", (ROOT / "Package.swift").read_text(), re.S)[1])
# `?? .zero`: no row, posting or year is no money (Kvantum, Reports, Reading, Findings); an amount that could not be read
# is told by itself and counts as none in the doubt about the others (Checks). Nowhere else.
ZEROS = {"Checks": 22, "Findings": 1, "Kvantum": 15, "Reading": 1, "Reports": 8}
# `try?` on what is compiled in would lose it without a word.
LOST = re.compile(r"try\?\s+\w*\.?decodeDocument|Fraction\([^\n]*\?\? \.zero|firstIndex *\{[^}\n]*header[^}\n]*\} *\?\? 0")
LIBC, UNLABELLED = 23, 198
OUTSIDE = ["TestSupport", "FordelBenchmarks", "fordel"]


def code(text):
    """The text without comments and the contents of string literals."""
    text = re.sub(r'"""(?:.|\n)*?"""', '""', re.sub(r"//[^\n]*", "", text))
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)


def parameters(text):
    """The parameters of each function and initialiser."""
    for match in re.finditer(r"\b(?:func \S+?|init[?!]?)(?:<[^>(]*>)?\(", text):
        depth, start, index, found = 1, match.end(), match.end(), []
        while depth and index < len(text):
            sign = text[index]
            if sign in "([{<":
                depth += 1
            elif sign in ")]}" or (sign == ">" and text[index - 1] != "-"):
                depth -= 1
            elif sign == "," and depth == 1:
                found.append(text[start:index])
                start = index + 1
            index += 1
        yield found + [text[start:index - 1]]


def ratchets(files):
    """What has become more, of that which only may become less."""
    wrong, zeros = [], collections.Counter()
    own = {path: text for path, text in files.items() if path.parts[0] != "TestSupport"}
    for path, text in own.items():
        zeros[path.parts[0]] += len(re.findall(r"(?<!last)(?<!last\?\.amount) \?\? \.zero", text))
        if LOST.search(text):
            wrong.append(f"{path} goes on without what must be there: {LOST.search(text)[0]}")
    wrong += [f"{room} has {count} amounts that are nothing where there is none, more than {ZEROS.get(room, 0)}"
              for room, count in zeros.items() if count > ZEROS.get(room, 0)]
    libc = sum(bool(re.search(r"^ *(?:[a-z]+ )?import Glibc$", text, re.M)) for text in own.values())
    if libc > LIBC:
        wrong.append(f"{libc} files call libc, more than {LIBC}")
    unlabelled = sum(len(found) > 2 and bool(re.match(r"\s*(?:@\w+ )*_ ", found[2]))
                     for text in own.values() for found in parameters(text))
    if unlabelled > UNLABELLED:
        wrong.append(f"{unlabelled} functions have a third parameter without a label, more than {UNLABELLED}")
    return wrong


def declarations(files):
    """The file of each type that is declared at the top level and not private; names declared twice are left out."""
    found = collections.defaultdict(set)
    pattern = r"^((?:[a-z]+(?:\([a-z]+\))? )*)(?:struct|enum|class|protocol|actor|typealias) (\w+)"
    for path, text in files.items():
        for match in re.finditer(pattern, text, re.M):
            if "private" not in match[1]:
                found[match[2]].add(path)
    return {name: min(paths) for name, paths in found.items() if len(paths) == 1}


def circles(edges):
    """Groups of places that reach one another."""
    def reach(start):
        seen, todo = set(), [start]
        while todo:
            for place in edges[todo.pop()]:
                if place not in seen:
                    seen.add(place)
                    todo.append(place)
        return seen
    reached = {place: reach(place) for place in list(edges)}
    return sorted({tuple(sorted(p for p in reached if p in reached[q] and q in reached[p]))
                   for q in reached if q in reached[q]})


def main():
    texts = {path.relative_to(SOURCES): path.read_text() for path in sorted(SOURCES.rglob("*.swift"))}
    files = {path: code(text) for path, text in texts.items()}
    order = {room: number for number, room in enumerate(ROOMS + OUTSIDE)}
    wrong = []
    for path, text in files.items():
        for name in re.findall(r"^(?:[@a-z]+ )*import (\w+)", text, re.M):
            if name in order and order[name] >= order.get(path.parts[0], len(order)):
                wrong.append(f"{path} imports {name}, which stands right of it")
    names = declarations(files)
    edges = collections.defaultdict(set)
    for path, text in files.items():
        for name in set(re.findall(r"\b[A-Z]\w*", text)) & set(names):
            a, b = path.parent, names[name].parent
            if a != b and a.parts[0] == b.parts[0]:
                edges[a].add(b)
                edges[b]
    for path, text in texts.items():
        if path.parts[0] != "Findings" and re.search(r"(?<!\w)Finding\(\s*\.\w", text):
            wrong.append(f"{path} words a finding; that is for the catalogue in Findings")
    wrong += ratchets(files)
    wrong += ["folders in a circle: " + ", ".join(map(str, circle)) for circle in circles(edges)]
    lines = collections.Counter()
    for path, text in texts.items():
        lines[path.parts[0]] += text.count("\n")
    total = sum(lines.values())
    for room, count in lines.items():
        most = MAXIMUM_OF_THE_ENGINE if room == "Spreadsheet" else MAXIMUM
        if count > most * total:
            wrong.append(f"{room} has {count / total:.0%} of the lines of Sources, more than {most:.0%}")
    for library, most in (("CXLSXWriter", 1), ("CZip", 2)):
        pattern = rf"^ *(?:[@a-z]+ )*import {library}$"
        places = {p.parent for p, t in files.items() if re.search(pattern, t, re.M) and p.parts[0] != "TestSupport"}
        if len(places) > most:
            wrong.append(f"{library} is imported in {len(places)} folders: " + ", ".join(sorted(map(str, places))))
    if wrong:
        print("\n".join(wrong))
        return 1
    for room in ROOMS:
        print(f"{room:18} {lines[room]:6} lines {lines[room] / total:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
