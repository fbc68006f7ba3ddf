#!/bin/sh
# Bad input, each with its message and exit status: empty, missing, unreadable, binary, endless, broken bytes, pipes, and registers that are
# read-only, damaged, newer, locked or on a full disk.
set -u
cd "$(dirname "$0")/.."
INZET=${INZET:-$PWD/${BUILD:-build}/inzet}
[ -x "$INZET" ] || { echo "no program at $INZET; run make first"; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
mounted=
cleanup() {
    [ -z "$mounted" ] || umount "$mounted" 2>/dev/null
    chmod -R u+rwx "$dir" 2>/dev/null
    rm -rf "$dir"
}
trap cleanup EXIT
export XDG_DATA_HOME="$dir/data"
passed=0
failed=0
good="$dir/goed.txt"
printf ' date 2021-03 Nieuws\n\nNederland stuurt 120 militairen naar Mali. Zij nemen deel aan MINUSMA.\n' > "$good"

ok() {
    name=$1
    shift
    if eval "$*"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $name: $*"
        sed 's/^/    err: /' "$dir/err" | head -n 5
    fi
}
run() { "$INZET" "$@" >"$dir/out" 2>"$dir/err" </dev/null; got=$?; }
try() {
    want=$1
    shift
    run "$@"
    ok "status of inzet $*" "[ $got = $want ]"
}
says() { grep -q -e "$1" "$dir/${2:-err}"; }

# Permission bits do not bind root: then the program runs as nobody.
as_user=
if [ "$(id -u)" = 0 ]; then
    if command -v setpriv >/dev/null && [ -n "$(setpriv --reuid=65534 --clear-groups "$INZET" version 2>/dev/null)" ]; then
        as_user='setpriv --reuid=65534 --regid=65534 --clear-groups'
    else
        as_user=skip
        echo "skipped: permission tests; they need an ordinary user, or setpriv and a program that all may run"
    fi
fi
# try_user STATUS ARGUMENT...: as someone whom permission bits bind.
try_user() {
    want=$1
    shift
    $as_user "$INZET" "$@" >"$dir/out" 2>"$dir/err" </dev/null
    got=$?
    ok "status of inzet $*" "[ $got = $want ]"
}

# Files.
: > "$dir/leeg.txt"
try 1 read --no-register "$dir/leeg.txt"
ok 'empty file' 'says "leeg.txt: the file is empty"'
printf '\357\273\277' > "$dir/bom.txt"
try 1 read --no-register "$dir/bom.txt"
printf '\357\273\277Nederland stuurt 120 militairen naar Mali.\r\n' > "$dir/bom2.txt"
try 0 read --no-register --jsonl "$dir/bom2.txt"
ok 'a byte order mark is left out and counted' 'says "\"offset\":3" out && says "\"from\":0," out'
try 3 read --no-register "$dir/nergens.txt" "$good"
ok 'a missing file among good ones' 'says "nergens.txt: there is no such file" && says 120 out'
try 3 read --no-register "$dir/nergens.txt"
ok 'only a missing file' 'says "nergens.txt"'
for i in 1 2 3 4 5 6 7 8 9; do echo "$dir/weg$i.txt"; done > "$dir/names"
# shellcheck disable=SC2046
try 3 read --no-register $(cat "$dir/names") "$good"
ok 'repeats are grouped' '[ "$(grep -c "there is no such file" "$dir/err")" = 6 ] && says "and 4 more"'
head -c 70000 /bin/sh > "$dir/programma.txt"
try 3 read --no-register "$dir/programma.txt" "$good"
ok 'a binary file' 'says "binary file" && says 120 out'
printf '%%PDF-1.4\n\0\0\n' > "$dir/nota.txt"
try 3 read --no-register "$dir/nota.txt"
ok 'a PDF file' 'says "pdftotext"'
printf 'N\0e\0d\0e\0r\0' > "$dir/utf16kaal.txt"
try 3 read --no-register "$dir/utf16kaal.txt"
printf '\377\376N\0e\0d\0' > "$dir/utf16.txt"
try 3 read --no-register "$dir/utf16.txt"
ok 'UTF-16' 'says "iconv"'
printf '<!DOCTYPE html><p>Nederland stuurt 120 militairen naar Mali.</p>\n' > "$dir/pagina.txt"
try 0 read --no-register "$dir/pagina.txt"
ok 'HTML is read with a warning' 'says "looks like HTML"'
printf 'Belgi\353 stuurt 120 militairen naar Mali. Zo\222n 30 pati\353nten. Dat kost 5 \200.\n' > "$dir/oud.txt"
try 0 read --no-register --jsonl "$dir/oud.txt"
ok 'windows-1252' 'says "\"encoding\":\"windows-1252\"" out && says "België" out'
printf 'België stuurt 120 militairen \377\376\300 naar Mali, zegt de Belgische minister van Buitenlandse Zaken; één patiënt.\n' > "$dir/stuk.txt"
try 0 read --no-register --jsonl "$dir/stuk.txt"
ok 'invalid UTF-8 stays UTF-8' 'says "\"encoding\":\"utf-8\"" out && says "België" out'
if command -v python3 >/dev/null; then
    ok 'and its JSON is valid' 'python3 -c "import json,sys; json.loads(open(sys.argv[1],encoding=\"utf-8\").readline())" "$dir/out"'
fi
printf 'Nederland stuurt 120 militairen naar Mali.\033]0;gekaapt\007 \033[31mrood\n' > "$dir/escape.txt"
try 0 read --no-register "$dir/escape.txt"
ok 'a source cannot steer the terminal' '! grep -q "$(printf "\033")" "$dir/out"'
printf '\r\rNederland stuurt 120 militairen naar Mali.\rKlaar.\r' > "$dir/mac.txt"
try 0 read --no-register "$dir/mac.txt"
try 3 explain "$dir"
ok 'a folder where a file should be' 'says "folder"'
mkdir "$dir/leegmap"
try 1 read --no-register "$dir/leegmap"
mkfifo "$dir/pijp"
cat "$good" > "$dir/pijp" &
try 0 read --no-register "$dir/pijp"
ok 'a named pipe' 'says 120 out'
ln -s lus "$dir/lus"
try 3 read --no-register "$dir/lus"
ok 'links in a circle' 'says "circle"'
deep="$dir/diep"
mkdir "$deep"
( cd "$deep" && for i in $(seq 70); do mkdir d && cd d || exit; done && cp "$good" x.txt )
try 3 read --no-register "$deep"
ok 'folders too deep' 'says "folders deep"'
try 3 read --no-register /dev/zero
ok 'a device without end' 'says "binary"'

# No permission.
if [ "$as_user" != skip ]; then
    mkdir "$dir/dicht"
    cp "$good" "$dir/dicht/x.txt"
    cp "$good" "$dir/geheim.txt"
    chmod 000 "$dir/dicht" "$dir/geheim.txt"
    try_user 3 read --no-register "$dir/dicht" "$good"
    ok 'a folder without rights' 'says "no permission to open this folder" && says 120 out'
    try_user 3 read --no-register "$dir/geheim.txt" "$good"
    ok 'a file without rights' 'says "no permission to read" && says 120 out'
    chmod 755 "$dir/dicht" "$dir/geheim.txt"
    mkdir "$dir/vast"
    run read -r "$dir/vast/r.inzet" "$good"
    cp "$dir/vast/r.inzet" "$dir/vast/kopie.inzet"
    chmod 444 "$dir/vast/r.inzet"
    chmod 555 "$dir/vast"
    try_user 5 read -r "$dir/vast/r.inzet" "$good"
    ok 'a read-only register' 'says "r.inzet"'
    try_user 0 list -r "$dir/vast/r.inzet"
    ok 'can still be asked' 'says 120 out'
    try_user 0 verify -r "$dir/vast/r.inzet"
    try_user 5 read -r "$dir/vast/nieuw.inzet" "$good"
    ok 'a register in a folder without rights' 'says "nieuw.inzet"'
    try_user 5 read --no-register -o "$dir/vast/uit.csv" "$good"
    ok 'output in a folder without rights' 'says "cannot be written"'
    ok 'nothing was changed' 'cmp -s "$dir/vast/r.inzet" "$dir/vast/kopie.inzet"'
    chmod 755 "$dir/vast"
    export XDG_DATA_HOME="$dir/vast/geen"
    chmod 555 "$dir/vast"
    try_user 5 read "$good"
    ok 'no folder for the own register' 'says "folder for the register cannot be made"'
    chmod 755 "$dir/vast"
    export XDG_DATA_HOME="$dir/data"
fi

# Output that cannot be written.
if [ -e /dev/full ]; then
    "$INZET" read --no-register "$good" >/dev/full 2>"$dir/err"
    got=$?
    ok 'a full disk under standard output' '[ $got = 5 ] && says "standard output: cannot be written"'
    try 5 read --no-register --jsonl -o /dev/full "$good"
fi
try 5 read --no-register -o "$dir/nergens/uit.csv" "$good"
"$INZET" read --no-register "$good" 2>"$dir/err" >&-
got=$?
ok 'standard output closed' '[ $got = 5 ]'
try 5 read -r "$dir/nergens/r.inzet" "$good"
ok 'a register in no folder' 'says "r.inzet"'

# Registers.
reg="$dir/r.inzet"
run read -r "$reg" "$good"
ok 'a register to damage' '[ $got = 0 ]'
printf 'geen register' > "$dir/tekst.inzet"
try 4 list -r "$dir/tekst.inzet"
ok 'no register at all' 'says "tekst.inzet"'
try 4 read -r "$dir/tekst.inzet" "$good"
ok 'and it is left as it was' '[ "$(cat "$dir/tekst.inzet")" = "geen register" ]'
size=$(wc -c < "$reg")
{ head -c 5000 "$reg"; head -c $((size - 5000)) /dev/urandom; } > "$dir/stuk.inzet"
try 4 verify -r "$dir/stuk.inzet"
try 4 list -r "$dir/stuk.inzet"
head -c $((size / 2)) "$reg" > "$dir/half.inzet"
try 4 verify -r "$dir/half.inzet"
ok 'half a register' 'says "half.inzet"'
if command -v sqlite3 >/dev/null; then
    cp "$reg" "$dir/ander.inzet"
    sqlite3 "$dir/ander.inzet" 'PRAGMA user_version = 9999' >/dev/null
    try 4 list -r "$dir/ander.inzet"
    ok 'a newer schema' 'says "newer"'
    rm -f "$dir/vreemd.inzet"
    sqlite3 "$dir/vreemd.inzet" 'CREATE TABLE t(x); INSERT INTO t VALUES (1)'
    try 4 read -r "$dir/vreemd.inzet" "$good"
    ok 'another database is left alone' '[ "$(sqlite3 "$dir/vreemd.inzet" "SELECT count(*) FROM sqlite_schema")" = 1 ]'
fi
: > "$dir/leeg.inzet"
try 0 read -r "$dir/leeg.inzet" "$good"
try 3 read -r "$reg" "$dir/nergens.txt" "$good"
ok 'what could be read is kept' 'says "1 known"'

# A full disk.
mkdir "$dir/klein"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=256k tmpfs "$dir/klein" 2>/dev/null; then
    mounted="$dir/klein"
    run read -r "$dir/klein/r.inzet" "$good"
    i=0
    while [ $i -lt 60 ]; do
        i=$((i + 1))
        { printf 'Nederland stuurt %d militairen naar Mali.\n' $((100 + i)); head -c 9000 /dev/urandom | od -An -tx1; } > "$dir/vol$i.txt"
    done
    try 5 read -r "$dir/klein/r.inzet" "$dir"/vol*.txt
    ok 'a full disk' 'says "klein/r.inzet"'
    rm -f "$dir"/vol*.txt
    run verify -r "$dir/klein/r.inzet"
    ok 'what was kept before is whole' '[ $got = 0 ] && says "0 broken" out'
else
    echo "skipped: a full disk under the register; it needs the right to mount a tmpfs"
fi

# Inputs without end: memory must not grow with them. Sanitised programs are slow and keep memory for themselves.
if "$INZET" version >/dev/null 2>&1 && ! grep -aq __asan_init "$INZET" && [ -x /usr/bin/env ] && command -v python3 >/dev/null; then
    # peak COMMAND...: its largest resident memory in MB; its status in $dir/status.
    peak() {
        python3 -c '
import resource, subprocess, sys
p = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=open(sys.argv[1], "w"))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, p.returncode)' "$dir/err" "$@"
    }
    # A gigabyte of one line without a space; less of a line of words, which take longer to read.
    big=${BIG_MB:-1000}
    { yes 'a' | tr -d '\n' | head -c ${big}000000; } > "$dir/pijp" &
    result=$(peak "$INZET" read --no-register --csv "$dir/pijp")
    ok "$big MB of one word in ${result% *} MB of memory" '[ "${result#* }" = 1 ] && [ "${result% *}" -lt 100 ] && says "read in pieces"'
    few=$((big / 50 + 3))
    { yes 'De gemeente opent morgen een zwembad en dan gaan honderd militairen naar Mali ' | tr -d '\n' | head -c ${few}000000; } > "$dir/pijp" &
    first=$(peak "$INZET" read --no-register --csv "$dir/pijp")
    { yes 'De gemeente opent morgen een zwembad en dan gaan honderd militairen naar Mali ' | tr -d '\n' | head -c 4000000; } > "$dir/pijp" &
    second=$(peak "$INZET" read --no-register --csv "$dir/pijp")
    echo "a line of $few MB: ${first% *} MB of memory, of 4 MB: ${second% *} MB"
    ok "memory does not grow with a line of words" '[ "${first% *}" -lt $((${second% *} * 5 / 4 + 20)) ]'
else
    echo "skipped: inputs of a gigabyte (sanitised program, or no python3)"
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
