#!/usr/bin/env bash
# The demo of the README: a Word file and a printed text become their tables; the filled BC08 and DIGITAL workbooks become the tables A–E and the 1/7 tables, as workbooks and as CSV.
set -euo pipefail
cd "$(dirname "$0")/../.."
fordel=${1:-.build/release/fordel}
rm -rf out
mkdir -p out

echo "== 0. A proposal as the Word file its department wrote, and one as text copied out of the published PDF: what is wrong, and their tables"
"$fordel" check samples/documents/BC61.docx --annotate out/rettet || [ $? = 1 ]
"$fordel" export samples/documents/BC61.docx --tables 1,D --format text --quiet -o - || [ $? = 1 ]
"$fordel" check samples/documents/BC26.txt
"$fordel" export samples/documents/BC26.txt --tables 1,2 --format text --quiet -o -

echo
echo "== 1. Two departments have sent in their workbooks. What is wrong in them?"
"$fordel" check samples/BC08.xlsx samples/DIGITAL-KONTAKT-2018.xlsx || [ $? = 1 ]

echo
echo "== 2. The canonical proposals"
"$fordel" import samples/BC08.xlsx samples/DIGITAL-KONTAKT-2018.xlsx --quiet -o out/json
ls out/json

echo
echo "== 3. All tables as workbooks, and the technical tables A–E as CSV with one file per table"
"$fordel" export samples/BC08.xlsx samples/DIGITAL-KONTAKT-2018.xlsx --tables all --quiet -o out/xlsx
"$fordel" export samples/BC08.xlsx samples/DIGITAL-KONTAKT-2018.xlsx --tables all --format csv --quiet -o out/csv

echo
echo "== 4. BC08: the saving by committee (A) and the construction investments (D), as the departments have stated them"
"$fordel" export samples/BC08.xlsx --tables A,D --format text --quiet -o -

echo "== 5. DIGITAL-KONTAKT-2018: savings shared by sevenths (A), service investments (E) partly shared; every year adds up"
"$fordel" export samples/DIGITAL-KONTAKT-2018.xlsx --tables A,E --format text --quiet -o -

echo "== 6. In print every share was rounded alone, and the seven shares of 2019 add up to -273 where the year has -270:"
"$fordel" distribute --round 2018 --amounts 2019=-270,2020=-933,2021=-1433,2022=-1833 --rule equal --rounding as-published

echo
echo "Open out/rettet/BC61.docx (comments and a first page Fejl og mangler), out/xlsx/BC08.xlsx and out/xlsx/DIGITAL-KONTAKT-2018.xlsx; the CSV files are in out/csv, the canonical proposals in out/json."
echo "The whole round in your browser, on this machine only: $fordel serve samples/printed"
