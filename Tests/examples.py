#!/usr/bin/env python3
"""Type-checks the Swift examples of the documentation: the ```swift blocks in comments and in the pages.

usage: examples.py [MODULES]     MODULES is .build/release/Modules (default) or .build/debug/Modules

Each block is a function of its own that knows every room, and some values that examples take for granted (see
GIVEN). The page UsingTheLibrary is left out: a test runs its code. An indented block in a comment is an error,
since nobody would check it.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = re.findall(r'"(\w+)"', re.search(r"let rooms = \[(.*?)\]", (ROOT / "Package.swift").read_text(), re.S)[1])
GIVEN = "proposal: Proposal, round: Round, item: IntakeItem, blocks: [DistributedBlock], bytes: [UInt8]"
RAN_BY_A_TEST = {"UsingTheLibrary.md"}


def comments(text):
    """The documentation comments of a source, each with its first line."""
    lines, start = text.splitlines(), None
    for number, line in enumerate(lines + [""], 1):
        is_comment = re.match(r"\s*///", line)
        if is_comment and start is None:
            start = number
        elif not is_comment and start is not None:
            yield start, [re.sub(r"^\s*/// ?", "", l) for l in lines[start - 1:number - 1]]
            start = None


def blocks(first, lines):
    """The ```swift blocks of some lines, each with its first line."""
    code, start = None, 0
    for number, line in enumerate(lines, first):
        if code is None and line.strip() == "```swift":
            code, start = [], number + 1
        elif code is not None and line.strip() == "```":
            yield start, code
            code = None
        elif code is not None:
            code.append(line)


def indented(lines):
    """Whether a comment shows code by indentation alone."""
    fence = False
    for before, line in zip([""] + lines, lines):
        fence ^= line.strip().startswith("```")
        if not fence and not before.strip() and re.match(r" {4}\S", line):
            return True
    return False


def main():
    modules = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/Modules").resolve()
    found, wrong = [], []
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        for first, lines in comments(path.read_text()):
            name = path.relative_to(ROOT)
            if indented(lines):
                wrong.append(f"{name}:{first}: an example by indentation; use ```swift")
            if path.parts[len(ROOT.parts) + 1] not in ("fordel", "TestSupport"):
                found += [(name, start, code) for start, code in blocks(first, lines)]
    for path in sorted((ROOT / "Sources").rglob("*.md")) + [ROOT / "README.md"]:
        if path.name not in RAN_BY_A_TEST:
            found += [(path.relative_to(ROOT), s, c) for s, c in blocks(1, path.read_text().splitlines())]
    source = [f"import {room}" for room in ROOMS] + ["import Foundation"]
    for number, (name, start, code) in enumerate(found):
        source += [f"func example{number}({GIVEN}) throws {{", f'#sourceLocation(file: "{name}", line: {start})']
        source += code + ["#sourceLocation()", "}"]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "examples.swift"
        file.write_text("\n".join(source) + "\n")
        maps = [f"-fmodule-map-file={ROOT}/Sources/{name}/module.modulemap" for name in ("CZip", "CXLSXWriter")]
        checked = subprocess.run(
            ["swiftc", "-typecheck", "-swift-version", "6", "-suppress-warnings", "-package-name", ROOT.name.lower(), "-I", modules, str(file)]
            + [flag for each in maps for flag in ("-Xcc", each)], capture_output=True, text=True)
    wrong += [line for line in checked.stderr.splitlines() if "error:" in line and not line.startswith(" ")]
    if wrong or checked.returncode:
        print("\n".join(wrong) or checked.stderr)
        return 1
    print(f"{len(found)} examples compile")
    return 0


if __name__ == "__main__":
    sys.exit(main())
