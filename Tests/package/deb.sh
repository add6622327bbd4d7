#!/usr/bin/env bash
# Makes the Debian package of a built tool: what `make install` installs, what it depends on as dpkg-shlibdeps
# finds it, and the examples of the guides. The same commit and binary give the same bytes.
# usage: deb.sh BINARY FOLDER
set -euo pipefail
binary=$(realpath "$1"); mkdir -p "$2"; out=$(realpath "$2")
cd "$(dirname "$0")/../.."
umask 022
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH
release=$("$binary" --version | sed -n '1s/^fordel //p')
commit=$(git log -1 --format=%h 2>/dev/null || true)
version=$release+$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d)${commit:+.$commit}
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/debian/fordel

make -s install FORDEL="$binary" DESTDIR="$root" PREFIX=/usr ZSHDIR=/usr/share/zsh/vendor-completions
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/fordel"

doc=$root/usr/share/doc/fordel
mkdir -p "$doc/examples"
cp samples/BC08.xlsx samples/DIGITAL-KONTAKT-2018.xlsx samples/kontoliste-ofs-2021-2022.csv \
  samples/documents/BC61.docx samples/documents/BC26.txt "$doc/examples"
install -m644 Tests/package/copyright "$doc/copyright"
printf 'fordel (%s) stable; urgency=medium\n\n  * What users can notice: CHANGELOG.md in this folder.\n\n -- fordel <fordel@example.invalid>  %s\n' \
  "$version" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$doc/changelog.gz"

# Which packages hold the libraries it loads, and from which version on, is what Debian's own tool says.
printf 'Source: fordel\n\nPackage: fordel\nArchitecture: any\nDepends: ${shlibs:Depends}\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O debian/fordel/usr/bin/fordel 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
for library in libzip libxlsxwriter; do
  [[ $depends == *$library* ]] || { echo "deb.sh: the package does not depend on $library: $depends" >&2; exit 1; }
done

mkdir -p "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<CONTROL
Package: fordel
Version: $version
Architecture: $architecture
Maintainer: fordel <fordel@example.invalid>
Installed-Size: $(du -k --apparent-size -s "$root/usr" | cut -f1)
Depends: $depends
Recommends: poppler-utils, xdg-utils
Section: utils
Priority: optional
Description: budget spreadsheets for Copenhagen's investment proposals
 Reads the proposals that the administrations of the City of Copenhagen send
 (Word, Excel, OpenDocument, PDF, CSV), tells what is wrong in them and at which
 cell, and makes the allocation tables A-E, the overview of a round and the
 corrections for Kvantum, exact to the krone and traceable to the cell.
 .
 The command is fordel; fordel serve is a local page for people who do not use
 a terminal. What users read is in Danish.
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$out/fordel_${version}_$architecture.deb" >/dev/null
echo "$out/fordel_${version}_$architecture.deb"
