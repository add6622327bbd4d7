#!/usr/bin/env bash
# Benchmarks of fordel against its peers, in one run. usage: run.sh [benchmark ...], such as `run.sh write csv`; all of them without.
# Makes its Python environment in .build-peers; SCRATCH is the build folder of the release build, ROUNDS the number of paired runs (7).
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=${SCRATCH:-.build}
peers=.build-peers
if ! "$peers/bin/python" -c 'import polars, python_calamine, scipy, openpyxl' 2>/dev/null; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install --quiet polars==1.35.2 python-calamine openpyxl==3.1.5 scipy==1.16.3
fi
swift build -c release -debug-info-format none --scratch-path "$scratch" --product FordelBenchmarks
swift build -c release -debug-info-format none --scratch-path "$scratch" --product fordel
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for source in Tests/benchmarks/*.c; do
  # shellcheck disable=SC2046
  cc -O2 -o "$work/$(basename "$source" .c)" "$source" $(pkg-config --cflags --libs xlsxwriter libzip)
done
"$peers/bin/python" Tests/benchmarks/benchmarks.py --swift "$scratch/release/FordelBenchmarks" --fordel "$scratch/release/fordel" --c "$work" --work "$work" --rounds "${ROUNDS:-7}" "$@"
