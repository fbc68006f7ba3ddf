#!/bin/sh
# Documents in, claims out, compared with tests/golden: the table of examples/, and the message of each wrong rule file or word list.
# `tests/golden.sh --rewrite` (make golden) writes them anew; the diff is what we review.
set -u
cd "$(dirname "$0")/.."
INZET=${INZET:-$PWD/${BUILD:-build}/inzet}
[ -x "$INZET" ] || { echo "no program at $INZET; run make first"; exit 2; }
export NO_COLOR=1 COLUMNS=180
golden=tests/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

for f in examples/*.txt; do
    name=$(basename "$f" .txt)
    "$INZET" read --no-register -q "$f" > "$work/$name.table"
done
# A file NAME.KIND.rules or NAME.KIND.tsv is checked under the name KIND.rules, by which its compiler is chosen.
mkdir "$work/lint"
for f in "$golden"/bad/*.rules "$golden"/bad/*.tsv; do
    name=$(basename "$f")
    cp "$f" "$work/lint/${name#*.}"
    { ( cd "$work/lint" && "$INZET" lint "${name#*.}" ) 2>&1; echo "status $?"; } | sed "s|^inzet: |$name: |" >> "$work/bad.messages"
done

if [ "${1:-}" = --rewrite ]; then
    rm -f "$golden"/*.table
    cp "$work"/*.table "$work/bad.messages" "$golden"/
    if command -v python3 >/dev/null; then python3 tests/docs_test.py --rewrite; fi
    exit 0
fi
for f in "$work"/*.table "$work/bad.messages"; do
    name=$(basename "$f")
    if diff -u "$golden/$name" "$f"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $golden/$name; if the new one is right: make golden"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
