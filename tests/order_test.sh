#!/bin/sh
# The same bytes give the same claims: twice, alone, after others, in any order of files, and through a pipe.
set -u
cd "$(dirname "$0")/.."
INZET=${INZET:-$PWD/${BUILD:-build}/inzet}
[ -x "$INZET" ] || { echo "no program at $INZET; run make first"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0
failed=0
lines() { "$INZET" read --no-register --jsonl -q "$@"; }

# same NAME FILE: FILE, sorted, holds the lines of the first run, sorted.
sort_of() { LC_ALL=C sort "$1"; }
same() {
    sort_of "$2" > "$dir/sorted"
    if cmp -s "$dir/first.sorted" "$dir/sorted"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $1:"
        diff "$dir/first.sorted" "$dir/sorted" | cut -c1-300 | head -n 6
    fi
}

set -- tests/corpus/text/*.txt tests/blind/text/*.txt tests/retold/text/*.txt tests/other/*.txt examples/*.txt
lines "$@" > "$dir/first"
sort_of "$dir/first" > "$dir/first.sorted"
lines "$@" > "$dir/again"
if cmp -s "$dir/first" "$dir/again"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo 'FAILED twice, in the same order'; fi
same 'twice' "$dir/again"
printf '%s\n' "$@" | LC_ALL=C sort -r > "$dir/names"
xargs -d '\n' "$INZET" read --no-register --jsonl -q < "$dir/names" > "$dir/back"
same 'in reverse' "$dir/back"
# By a hash of the name: as good as shuffled, and the same every time.
printf '%s\n' "$@" | while read -r f; do printf '%s %s\n' "$(printf '%s' "$f" | cksum)" "$f"; done | LC_ALL=C sort | cut -d' ' -f3- > "$dir/names"
xargs -d '\n' "$INZET" read --no-register --jsonl -q < "$dir/names" > "$dir/mixed"
same 'shuffled' "$dir/mixed"
for f in "$@"; do lines "$f"; done > "$dir/alone"
same 'each alone' "$dir/alone"
# A pipe has no name and no file's day; the rest of the line is the same.
for f in "$@"; do lines - < "$f" | sed "s|\"doc\":\"-\"|\"doc\":\"$f\"|"; done > "$dir/piped"
same 'through a pipe' "$dir/piped"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
