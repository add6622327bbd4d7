"""Reads a CSV file with Polars and prints the time inside the call, the second one: the first starts its threads."""
import sys
import time

import polars

dialect = {"separator": ";", "decimal_comma": True} if sys.argv[2] == "danish" else {}
polars.read_csv(sys.argv[1], **dialect)
start = time.perf_counter()
frame = polars.read_csv(sys.argv[1], **dialect)
seconds = time.perf_counter() - start
numbers = sum(kind.is_numeric() for kind in frame.dtypes)
assert numbers == 7, frame.dtypes
print(f"seconds={seconds:.6f} rows={frame.height} columns={frame.width}")
