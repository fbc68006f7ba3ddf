#!/bin/sh
# Answers over examples/ (tests/golden/at-*.txt), and over the seeds where they lie beside the checkout or where SEEDS says (tests/golden/seeds-*.txt, without
# the sentences, which are not ours to print). `tests/at_golden.sh --rewrite` writes them anew; the diff is what we review.
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
"$INZET" read -q -r "$work/examples.inzet" examples >/dev/null || exit 1

# NAME and what is asked.
ask() {
    name=$1
    shift
    { echo "inzet at $*"; "$INZET" at -r "$work/examples.inzet" "$@" 2>&1; echo "status $?"; } >"$work/at-$name.txt"
}
ask unifil 2006-10-20 --country BE
ask somalia 2013-11-15
ask lithuania 2017-08-15 --known 2017-08-15
ask afghanistan 2018-10-01 --mission rs
ask afghanistan-unknown 2018-10-01 --mission rs --known 2018-09-13
ask year 2020 --country NL
ask erbil 2021-01-20 --host IQ
ask sum 2021-01-20 --sum

# The same of the seeds: NAME, verb and what is asked. Lines that begin with four blanks are sentences.
seed() {
    name=$1
    shift
    { echo "inzet $*"; "$INZET" "$@" -r "$work/seeds.inzet" 2>&1; echo "status $?"; } | sed "/^    /d;s|$work/||g" >"$work/seeds-$name.txt"
}
seeds=${SEEDS:-../shared/seeds}
if [ -d "$seeds" ] && "$INZET" read -q -r "$work/seeds.inzet" "$seeds"/0*.txt >/dev/null; then
    seed at-be at 2018-06-01 --country BE
    seed at-nl at 2020-02-15 --country NL
    seed diff-be diff 2018-05-01 2018-06-01
    seed diff-nl diff 2020-02 2020-12 --country NL
    seed conflicts conflicts
    seed conflicts-explained conflicts --explained
    seed due due --at 2018-12-01
    seed history history --country BE
else
    echo "skipped: no seeds at $seeds"
fi

if [ "${1:-}" = --rewrite ]; then
    cp "$work"/at-*.txt "$golden"/
    [ ! -e "$work/seeds-due.txt" ] || cp "$work"/seeds-*.txt "$golden"/
    exit 0
fi
for f in "$work"/at-*.txt "$work"/seeds-*.txt; do
    [ -e "$f" ] || continue
    name=$(basename "$f")
    if diff -u "$golden/$name" "$f"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $golden/$name; if the new one is right: tests/at_golden.sh --rewrite"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
