#!/usr/bin/env bash
# Installs the Debian package in a bare Debian root, made for it, and runs the tool there: what it needs beyond a
# bare Debian must come with it. Needs root and debootstrap; where it is not allowed to, it says so and does nothing.
# usage: bare.sh PACKAGE.deb
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")/../.."
skip() { echo "bare Debian: not tried, $1"; exit 0; }
[ "$(id -u)" = 0 ] || skip "since making a root needs root"
command -v debootstrap >/dev/null || skip "since debootstrap is not installed"
suite=$(. /etc/os-release; [ "${ID:-}" = debian ] && echo "${VERSION_CODENAME:-}") || true
[ -n "$suite" ] || skip "since this machine is not Debian, whose libraries the package names"
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Origin: Debian" "Codename: $suite" | head -1)
work=$(mktemp -d)
clean() { mountpoint -q "$work/root/proc" && umount "$work/root/proc"; rm -rf --one-file-system "$work"; }
trap clean EXIT
mkdir -p "$work/root/proc"
mount -t proc proc "$work/root/proc" 2>/dev/null || skip "since nothing may be mounted here"
umount "$work/root/proc"

debootstrap --variant=minbase "$suite" "$work/root" "${mirror:-http://deb.debian.org/debian}" > "$work/log" ||
  { tail -5 "$work/log"; skip "since debootstrap could not fetch Debian"; }
# Without /proc a Swift program sees none of its arguments.
mountpoint -q "$work/root/proc" || mount -t proc proc "$work/root/proc"
cp "$package" "$work/root/tmp/fordel.deb"
cat > "$work/root/tmp/try.sh" <<'TRY'
set -eu
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
wrong() { echo "bare Debian: $1"; exit 1; }
apt-get install -y -qq --no-install-recommends /tmp/fordel.deb >/tmp/apt.log 2>&1 || { tail /tmp/apt.log; wrong "does not install"; }
cd /tmp
fordel --version
LC_ALL=da_DK.UTF-8 fordel help check | grep -q '^OVERBLIK: Vis alt' || wrong "the help is not Danish"
examples=/usr/share/doc/fordel/examples
fordel check $examples/BC61.docx --annotate rettet > check.txt && wrong "a document with mistakes has none"
grep -q '^14 fejl' check.txt || wrong "the mistakes of the document are others"
test -s rettet/BC61.docx || wrong "there is no annotated copy"
fordel export $examples/BC08.xlsx --tables all --format csv --quiet -o csv
fordel export $examples/BC08.xlsx --tables A,D --format text --quiet -o - > tables.txt
fordel template --round ofs-2021-2022 --quiet -o skema.xlsx
fordel overview $examples/BC08.xlsx --quiet --no-receipt -o bilag2.xlsx
for file in man/man1/fordel.1.gz man/da/man1/fordel.1.gz bash-completion/completions/fordel \
  zsh/vendor-completions/_fordel fish/vendor_completions.d/fordel.fish applications/fordel.desktop; do
  test -s /usr/share/$file || wrong "/usr/share/$file is missing"
done
# The local page answers to the address it prints.
fordel serve --no-open 2> serve.txt & page=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do grep -q http serve.txt && break; sleep 1; done
address=$(grep -o 'http://127.0.0.1:[0-9]*[^ ]*' serve.txt) || wrong "the local page does not start"
port=$(echo "$address" | grep -o ':[0-9]*' | tail -1 | tr -d :)
bash -c 'exec 3<>/dev/tcp/127.0.0.1/$0; printf "GET $1 HTTP/1.1\r\nHost: 127.0.0.1:$0\r\nConnection: close\r\n\r\n" >&3; head -1 <&3' \
  "$port" "/${address#http://*/}" | grep -q 'HTTP/1.1 [23]' || wrong "the local page does not answer"
kill -TERM $page; wait $page || wrong "the local page does not close"
apt-get remove -y -qq fordel >/dev/null 2>&1
test ! -e /usr/bin/fordel || wrong "it does not go away"
TRY
chroot "$work/root" /bin/sh /tmp/try.sh
tool=$(mktemp -d); dpkg-deb -x "$package" "$tool"
"$tool/usr/bin/fordel" export samples/BC08.xlsx --tables A,D --format text --quiet -o - | cmp - "$work/root/tmp/tables.txt"
rm -rf "$tool"
echo "bare Debian ($suite): installed, run and removed"
