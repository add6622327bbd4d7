#!/usr/bin/env bash
# Builds the documentation of every room, warnings being errors: links between symbols and pages, parameters, markup.
# usage: docs.sh [MODULES] [FOLDER]     MODULES is .build/release/Modules; the archives go to FOLDER, if one is given
set -euo pipefail
cd "$(dirname "$0")/.."
modules=${1:-.build/release/Modules}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=${2:-$work}
mkdir -p "$out"
target=$(swiftc -print-target-info | python3 -c "import json, sys; print(json.load(sys.stdin)['target']['triple'])")
rooms=$(python3 -c "import re; print(' '.join(re.findall(r'\"(\w+)\"', re.search(r'let rooms = \[(.*?)\]', open('Package.swift').read(), re.S)[1])))")
wrong=0
for room in $rooms fordel; do
  mkdir -p "$work/$room"
  # The tool itself has pages only, no symbols for others.
  [ "$room" = fordel ] || swift symbolgraph-extract -module-name "$room" -I "$modules" -target "$target" -minimum-access-level public \
    -output-dir "$work/$room" -Xcc -fmodule-map-file=Sources/CZip/module.modulemap \
    -Xcc -fmodule-map-file=Sources/CXLSXWriter/module.modulemap
  catalogue=$(compgen -G "Sources/$room/*.docc" || true)
  docc convert ${catalogue:+"$catalogue"} --additional-symbol-graph-dir "$work/$room" --warnings-as-errors \
    --fallback-display-name "$room" --fallback-bundle-identifier "fordel.$room" \
    --output-path "$out/$room.doccarchive" > "$work/log" 2>&1 || { wrong=1; echo "$room:"; grep -A4 -E "warning:|error:" "$work/log"; }
done
[ "$wrong" = 0 ] && echo "the documentation of all rooms builds without a warning"
exit "$wrong"
