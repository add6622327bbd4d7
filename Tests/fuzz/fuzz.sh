#!/usr/bin/env bash
# Fuzzes the readers with libFuzzer and AddressSanitizer.
# usage: fuzz.sh [SECONDS [TARGET…]]: so many seconds for all targets together, 60 by default. A finding stops with its input in .build-fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(tokenizer sheet strings workbook ods values csv amount printed html markdown tabs)
build=.build-fuzz
mkdir -p "$build/findings"

# compile NAME SOURCES… -- LIBRARIES…
compile() {
  local program=$build/$1 sources=() isStale=
  shift
  while [ "$1" != -- ]; do sources+=("$1"); shift; done
  shift
  for source in "${sources[@]}"; do [ "$program" -nt "$source" ] || isStale=yes; done
  # Optimised, yet with every check that the product has.
  [ -z "$isStale" ] || swiftc -O -wmo -parse-as-library -swift-version 6 -package-name fordel -sanitize=fuzzer,address -use-ld=lld -module-name Fuzz \
    -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature InternalImportsByDefault -I Sources/CZip -I Sources/CXLSXWriter "${sources[@]}" "$@" -o "$program"
}
mapfile -t spreadsheet < <(find Sources/Spreadsheet -name '*.swift' | sort)
mapfile -t model < <(find Sources/ProposalModel -name '*.swift' | sort)
compile amount "${model[@]}" Tests/fuzz/AmountTarget.swift --
# The reading itself; what writes sheets or runs a program is left out.
mapfile -t printed < <(find Sources/Documents/PrintedText -name '*.swift' ! -name 'PrintedGrid.swift' ! -name 'PrintedTextReader.swift' ! -name 'PageTextProgram.swift' | sort)
compile printed "${printed[@]}" Tests/fuzz/PrintedTextTarget.swift --
# What is pasted is read with the engine's own types: one program with the engine, in which nothing is imported.
mkdir -p "$build/pasted-sources"
mapfile -t pasted < <(find Sources/Documents/Pasted Sources/Documents/Blocks Sources/Documents/Grid -name '*.swift' ! -name 'DocumentKind+*' | sort)
for source in "${pasted[@]}"; do
  copy=$build/pasted-sources/$(basename "$source")
  [ "$copy" -nt "$source" ] || sed -E 's/^(package |public )?import Spreadsheet$//' "$source" >"$copy"
done
mapfile -t pasted < <(find "$build/pasted-sources" -name '*.swift' | sort)
compile readers "${spreadsheet[@]}" "${pasted[@]}" Tests/fuzz/SpreadsheetTargets.swift Tests/fuzz/PastedTargets.swift -- -lzip -lxlsxwriter

python3 Tests/fuzz/seeds.py "$build/seeds"
share=$((seconds / ${#targets[@]}))
[ "$share" -gt 0 ] || share=1
total=0
for target in "${targets[@]}"; do
  program=$build/readers
  case $target in
    amount | printed) program=$build/$target ;;
  esac
  corpus=$build/corpus/$target
  mkdir -p "$corpus"
  case $target in
    workbook | ods) length=8192 ;;
    amount | values) length=64 ;;
    *) length=1024 ;;
  esac
  log=$build/$target.log
  # The options keep one input from taking more than 10 s or 1 GiB.
  if ! FUZZ_TARGET=$target "$program" -max_total_time="$share" -max_len="$length" -timeout=10 -rss_limit_mb=1024 -dict=Tests/fuzz/tokens.dict \
    -artifact_prefix="$build/findings/$target-" -print_final_stats=1 "$corpus" "$build/seeds/$target" >"$log" 2>&1; then
    tail -40 "$log"
    echo "fuzz: $target: a finding; its input is in $build/findings" >&2
    exit 1
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  total=$((total + runs))
  echo "fuzz: $target: $runs executions, no finding"
done
echo "fuzz: $total executions in all"
