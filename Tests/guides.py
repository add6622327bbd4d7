#!/usr/bin/env python3
"""Runs every command of the guides and compares what it prints; checks the links of all pages.

usage: guides.py [FORDEL] [PAGE...]     FORDEL is .build/release/fordel by default; without pages all are checked

A block of code in a page is one of these:
  console   lines after `$ ` are run, one after the other in one folder that has `samples/` and `templates/`; the lines below are
            what they print, standard error included. A line `…` stands for any lines, `…` within one for any signs.
  swift     type-checked by Tests/examples.py
  sh        commands for setting up a machine, which CI runs elsewhere (make, apt-get) or nobody can (wsl)
  text, json, csv   no command
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DANISH = {"LÆSMIG.md", "Forvaltninger.md", "Budgetkontoret.md", "Regnskab.md", "Opskrifter.md", "NyRunde.md", "Windows.md"}
SETUP = {"sudo", "make", "wsl", "git", "fordel"}
KINDS = {"console", "swift", "sh", "text", "json", "csv"}


def blocks(page):
    """The fenced blocks of a page: first line, kind, lines."""
    kind, code, start = None, [], 0
    for number, line in enumerate(page.read_text().splitlines(), 1):
        if kind is None and re.match(r"```", line):
            kind, code, start = line[3:].strip(), [], number
        elif kind is not None and line.strip() == "```":
            yield start, kind, code
            kind = None
        elif kind is not None:
            code.append(line)


def commands(first, code):
    """The commands of a console block, each with its line and the output that the page shows."""
    found = []
    for number, line in enumerate(code, first + 1):
        if line.startswith("$ "):
            found.append([number, line[2:], []])
        elif found and not found[-1][2] and found[-1][1].endswith("\\"):
            found[-1][1] += "\n" + line
        elif found:
            found[-1][2].append(line.rstrip())
        else:
            raise SystemExit(f"line {number}: a console block begins with a command")
    return found


def fits(shown, printed):
    """Whether what was printed is what is shown, `…` being anything."""
    pattern = ""
    for line in shown:
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*?".join(re.escape(part) for part in line.split("…")) + r"[ \t]*\n"
    return re.fullmatch(pattern, printed) is not None


def run(page, tool):
    """Runs the commands of a page; yields what is wrong."""
    found = [c for start, kind, code in blocks(page) if kind == "console" for c in commands(start, code)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "bin").mkdir()
        (folder / "bin/fordel").symlink_to(tool)
        place = folder / "work"
        place.mkdir()
        for given in ("samples", "templates"):
            shutil.copytree(ROOT / given, place / given)
        language = "da_DK.UTF-8" if page.name in DANISH else "C.UTF-8"
        environment = {"PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": name, "LANG": language, "TZ": "UTC"}
        for number, command, shown in found:
            done = subprocess.run(
                ["bash", "-c", f"{command}\nstatus=$?; pwd > {folder}/place; exit $status"], cwd=place,
                env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            place = pathlib.Path((folder / "place").read_text().strip())
            printed = "".join(line.rstrip() + "\n" for line in done.stdout.decode().replace("\ufeff", "").splitlines())
            if done.returncode > 100:
                yield f"{page.relative_to(ROOT)}:{number}: {command}: status {done.returncode}\n{printed}"
            elif not fits(shown, printed):
                change = difflib.unified_diff(shown, printed.splitlines(), "page", "printed", lineterm="", n=1)
                yield f"{page.relative_to(ROOT)}:{number}: {command}\n  " + "\n  ".join(list(change)[2:60])


def kinds(page):
    """What is wrong with the kinds of a page's blocks."""
    for start, kind, code in blocks(page):
        place = f"{page.relative_to(ROOT)}:{start}"
        if kind not in KINDS:
            yield f"{place}: a block of code says what it is ({', '.join(sorted(KINDS))})"
        if kind == "sh":
            words = {re.split(r"[ ;]", line)[0] for line in code if line and not line.startswith("#")}
            if words - SETUP:
                yield f"{place}: {', '.join(words - SETUP)} is run by nobody: make the block a console"
        if kind in ("text", "json", "csv") and any(line.startswith("$ ") for line in code):
            yield f"{place}: a command in a block of {kind}"


def anchor(heading):
    """The anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def links(page):
    """The links of a page that lead nowhere."""
    text = re.sub(r"```.*?```", "", page.read_text(), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?:|mailto:", target):
            continue
        path, _, part = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        if not goal.exists():
            yield f"{page.relative_to(ROOT)}: {target} leads nowhere"
        elif part and goal.suffix == ".md":
            heads = {anchor(h) for h in re.findall(r"^#+ (.*)", goal.read_text(), re.M)}
            if part not in heads:
                yield f"{page.relative_to(ROOT)}: {target}: no such heading"
    catalogue = next((p for p in page.parents if p.suffix == ".docc"), None)
    pages = {p.stem for p in catalogue.rglob("*.md")} if catalogue else set()
    for target in re.findall(r"<doc:([^>#]+)[^>]*>", text):
        if target not in pages:
            yield f"{page.relative_to(ROOT)}: <doc:{target}> leads nowhere"


def paths(page):
    """The paths of the repository that a page names and that are not there."""
    for path in re.findall(r"`((?:Sources|Tests|samples|templates)/[^`*… ]+)`", page.read_text()):
        if not (ROOT / path).exists():
            yield f"{page.relative_to(ROOT)}: `{path}` is not there"


def main():
    given = [pathlib.Path(a).resolve() for a in sys.argv[1:]]
    tool = given[0] if given and given[0].suffix != ".md" else ROOT / ".build/release/fordel"
    pages = [p for p in given if p.suffix == ".md"] or sorted(
        list(ROOT.glob("*.md")) + list((ROOT / "Sources").rglob("*.md")) + list((ROOT / "samples").rglob("*.md")))
    wrong, count = [], 0
    for page in pages:
        if page.name == "CHANGELOG.md":
            continue
        wrong += [*kinds(page), *links(page), *paths(page), *run(page, tool)]
        count += sum(len(commands(s, c)) for s, kind, c in blocks(page) if kind == "console")
    if wrong:
        print("\n".join(wrong))
        return 1
    print(f"{count} commands of {len(pages)} pages print what the pages show; all links and paths lead somewhere")
    return 0


if __name__ == "__main__":
    sys.exit(main())
