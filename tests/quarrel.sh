#!/bin/sh
# The quarrel of June 2018 over the Dutch strength in Mali, as docs/register.md tells it: six texts of our own (tests/quarrel), read, asked and explained.
set -u
cd "$(dirname "$0")/.."
INZET=${INZET:-$PWD/${BUILD:-build}/inzet}
[ -x "$INZET" ] || { echo "no program at $INZET; run make first"; exit 2; }
export NO_COLOR=1 COLUMNS=160
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
"$INZET" read -q --publisher-country NL -r "$work/mali.inzet" tests/quarrel >/dev/null || exit 1

# What is said, and whether it is there; `!` before it: that it is not.
says() {
    if [ "$1" = '!' ]; then
        if grep -q -- "$3" "$work/$2"; then bad=yes; else bad=; fi
    elif grep -q -- "$2" "$work/$1"; then bad=; else bad=yes; fi
    if [ -z "$bad" ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $*"
        cat "$work/$([ "$1" = '!' ] && echo "$2" || echo "$1")"
    fi
}
ask() {
    out=$1
    shift
    "$INZET" "$@" -r "$work/mali.inzet" >"$work/$out" 2>&1
}

ask doubt conflicts
says ! doubt '^contradiction'
ask why conflicts --explained
says ! why '^contradiction'
says why '^basis \['
says why '^copy \['
says why 'het ene is een voornemen, het andere wat er is of was'
says why 'één herkomst'
says why 'ongeveer 250 Nederlandse militairen'
says why 'zo.n 250 militairen'
says why '290 Nederlandse militairen'
says why 'ongeveer 300 Nederlandse militairen'
ask now at 2018-06-15 --country NL
says now 'personnel  *290 .* carried 1 d  *2  c'
ask later at 2019-03-01 --country NL
says later 'personnel  *~250 .* plan, .* 3 of 4  c'
ask sources sources
says sources " 6  *[0-9]*  *0  *1 "
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
