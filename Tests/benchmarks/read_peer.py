"""Reads workbooks with python-calamine: `read_peer.py FILE`, or `read_peer.py FOLDER` for every file in it. Prints the time of the work alone."""
import sys
import time
from pathlib import Path

from python_calamine import CalamineWorkbook

path = Path(sys.argv[1])
paths = [str(path)] if path.is_file() else sorted(str(file) for file in path.iterdir())
cells = 0
started = time.perf_counter()
for name in paths:
    workbook = CalamineWorkbook.from_path(name)
    for sheet in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(sheet).to_python()
        cells += sum(map(len, rows))
print(f"seconds={time.perf_counter() - started:.6f} cells={cells}")
