#!/usr/bin/env bash
# Other programs read what fordel writes, and fordel reads what other programs write.
# usage: run.sh PATH-TO-FORDEL. Makes its Python environment in .build-peers; LibreOffice and Gnumeric come from apt.
set -euo pipefail
cd "$(dirname "$0")/../.."
fordel=$(realpath "${1:-.build/release/fordel}")
peers=.build-peers
# `make bench` may have made the environment with its own packages.
if ! "$peers/bin/python" -c 'import openpyxl, python_calamine, openxml_audit, xlsxwriter, pyexcelerate' 2>/dev/null; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install --quiet openpyxl==3.1.5 python-calamine openxml-audit XlsxWriter pyexcelerate pillow
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The proposals among the samples; a round file stands there too.
mapfile -t proposals < <(ls samples/*.json | grep -v '/runde-')

echo "== every workbook that fordel writes"
for round in templates/*.json; do
  case "$round" in templates/kvantum-* | templates/bilag-*) continue ;; esac
  "$fordel" template --quiet --round "$round" -o "$work/template-$(basename "$round" .json).xlsx"
done
"$fordel" export "${proposals[@]}" --quiet --tables all -o "$work/tables"
"$fordel" export "${proposals[@]}" --quiet --tables all --rounding as-published -o "$work/as-published"
"$peers/bin/python" Tests/interoperability/check_workbooks.py "$work"/*.xlsx "$work"/*/*.xlsx samples/*.xlsx

echo "== no krone is lost: real documents, and 500 generated proposals, every other one in each form"
"$peers/bin/python" Tests/interoperability/make_proposals.py 500 "$work/generated-json" "${proposals[@]}"
"$fordel" export "$work"/generated-json/*[02468].json --tables all --allow-incomplete --no-receipt --quiet -o "$work/generated-tables" || [ $? = 1 ]
mkdir "$work/generated-entry"
for proposal in "$work"/generated-json/*[13579].json; do
  "$fordel" template --quiet --proposal "$proposal" -o "$work/generated-entry/$(basename "$proposal" .json).xlsx"
done
"$peers/bin/python" Tests/conservation.py "$fordel" samples/*.xlsx samples/*/*.xlsx Tests/Fixtures/as-typed/*.xlsx "$work"/generated-*/*.xlsx

echo "== certificates, checked from the files alone"
for policy in standard largest-remainder controlled as-published residual-to=KFU; do
  for level in written implemented; do
    "$fordel" export "${proposals[@]}" --quiet --tables all --format json --rounding "$policy" --price-level "$level" -o "$work/certificates/$policy-$level"
  done
  "$fordel" distribute --amounts 2019=-270,2020=-933,2021=1433 --rule equal --rounding "$policy" --format json >"$work/certificates/$policy.json"
done
"$fordel" distribute --amounts 2019=-270,2020=-933 --rule "ØU 60 %; KFU 40 %" --compare --format json >"$work/certificates/compare.json"
python3 Tests/certificate.py "$work"/certificates/*.json "$work"/certificates/*/*.json && echo "all hold"

echo "== the samples after LibreOffice has saved them"
profile="-env:UserInstallation=file://$work/profile"
soffice --headless "$profile" --convert-to xlsx --outdir "$work/resaved" samples/*.xlsx >/dev/null 2>&1
for sample in "${proposals[@]}"; do
  name=$(basename "$sample" .json)
  "$fordel" import "$work/resaved/$name.xlsx" >"$work/$name.json"
  cmp "$sample" "$work/$name.json" && echo "$name: the same proposal"
done

echo "== tables after LibreOffice has saved them"
soffice --headless "$profile" --convert-to xlsx --outdir "$work/resaved-tables" "$work"/tables/*.xlsx >/dev/null 2>&1
for table in "$work"/tables/*.xlsx; do
  name=$(basename "$table" .xlsx)
  "$fordel" import --allow-incomplete --quiet "$table" >"$work/before.json" || [ $? = 1 ]
  "$fordel" import --allow-incomplete --quiet "$work/resaved-tables/$name.xlsx" >"$work/after.json" || [ $? = 1 ]
  test -s "$work/before.json" && cmp "$work/before.json" "$work/after.json" && echo "$name: the same proposal"
done

echo "== the readers against python-calamine and openpyxl"
"$peers/bin/python" Tests/interoperability/compare_readers.py --fordel "$fordel" --generate "$work/generated" samples/*.xlsx templates/*.xlsx "$work"/tables/*.xlsx

echo "== annotated copies of workbooks that other programs made"
"$peers/bin/python" Tests/interoperability/make_foreign_workbooks.py "$work/foreign"
"$peers/bin/python" Tests/interoperability/check_annotated.py --fordel "$fordel" "$work"/foreign/*.xlsx samples/*.xlsx samples/printed/*.xlsx

echo "== the samples rewritten by four programs read to the same grid"
"$peers/bin/python" Tests/interoperability/rewrite_samples.py --fordel "$fordel" samples/*.xlsx samples/printed/*.xlsx

echo "== OpenDocument spreadsheets that LibreOffice saved read to the same grid as .xlsx"
python3 Tests/interoperability/opendocument.py --fordel "$fordel" samples/*.xlsx samples/printed/*.xlsx "$work"/tables/*.xlsx

echo "== hostile files"
"$peers/bin/python" Tests/hostile/hostile.py --fordel "$fordel"
