#!/usr/bin/env bash
# The pictures of the README and the guides, from the samples: pages as LibreOffice prints them, and the report as
# Chromium shows it. Needs soffice, pdftoppm, chromium and ImageMagick; a picture of more than 100 KiB is an error.
# usage: pictures.sh [FORDEL] [FOLDER]     With PAGE=DIR, the pictures of the local page are cut from those that
# `make page PICTURES=DIR` has taken.
set -euo pipefail
fordel=$(realpath "${1:-.build/release/fordel}")
cd "$(dirname "$0")/../.."
out=$(realpath "${2:-samples/pictures}")
page=${PAGE:+$(realpath "$PAGE")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

# The first page of the document $1 that says $2, at $3 dots per inch, without its footer and white margins, as
# $work/$4.png.
page() {
  local pdf="$work/pdf/$(basename "${1%.*}").pdf" number=1
  [ -e "$pdf" ] || soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work/pdf" "$1" >/dev/null 2>&1
  until pdftotext -f "$number" -l "$number" -layout "$pdf" - 2>/dev/null | grep -q "$2"; do
    number=$((number + 1))
    [ "$number" -le 40 ] || { echo "pictures.sh: no page of $1 says $2" >&2; exit 1; }
  done
  pdftoppm -r "$3" -f "$number" -l "$number" -singlefile -png "$pdf" "$work/$4" 2>/dev/null
  convert "$work/$4.png" -gravity south -chop 0x8% -trim +repage -bordercolor white -border 14 "$work/$4.png"
}

# The pictures given, side by side on a grey ground, with few colours, as $out/$1.png.
picture() {
  local name=$1
  shift
  convert "${@/%/.png}" -gravity north -background '#d0d4da' -bordercolor '#d0d4da' -border 6 +append \
    +dither -colors 48 -define png:compression-level=9 -strip "$out/$name.png"
  [ "$(stat -c %s "$out/$name.png")" -le 102400 ] || { echo "pictures.sh: $name.png is larger than 100 KiB" >&2; exit 1; }
  echo "$out/$name.png $(stat -c %s "$out/$name.png")"
}

cd "$work"
samples=$OLDPWD/samples
"$fordel" check "$samples/documents/BC61.docx" --annotate rettet >/dev/null || true
mkdir sent && cp "$samples/documents/BC61.docx" sent/sent.docx
page sent/sent.docx "Tabel 1" 56 before
page rettet/BC61.docx "Fejl og mangler" 56 after
picture word before after

cp "$samples/printed/BC61.xlsx" regneark.xlsx
"$fordel" check regneark.xlsx --annotate rettet >/dev/null || true
page rettet/regneark.xlsx "Tabel 1. Forslagets" 72 sheet
picture annotated sheet

cp "$samples/BC08.xlsx" skema.xlsx
page skema.xlsx "husleje" 84 lines
picture entry lines

"$fordel" export "$samples/DIGITAL-KONTAKT-2018.xlsx" --tables A-E --quiet -o tables
page tables/DIGITAL-KONTAKT-2018.xlsx "Tabel A" 72 tables
picture tables tables

"$fordel" overview "$samples/printed" --allow-incomplete --quiet -o bilag2.xlsx || true
page bilag2.xlsx "Bilag 2" 84 overview
picture overview overview

"$fordel" check regneark.xlsx --format html --quiet -o report.html || true
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=900,640 --screenshot=report.png "file://$work/report.html" >/dev/null 2>&1
picture report report

# The top of a view of the local page.
view() {
  convert "$page/$1-light-100.png" -crop "1280x$2+0+0" +repage -resize 60% "$work/$1.png"
}

if [ -n "$page" ]; then
  view status 1190
  view kontrol 1190
  picture page status kontrol
fi
