#!/bin/sh
# Texts about everything else: no contribution may be found in any of them.
set -u
cd "$(dirname "$0")/.."
INZET=${INZET:-$PWD/${BUILD:-build}/inzet}
[ -x "$INZET" ] || { echo "no program at $INZET; run make first"; exit 2; }
passed=0
failed=0
for f in tests/other/*.txt; do
    found=$("$INZET" read --no-register --csv -q "$f" | tail -n +2)
    if [ -z "$found" ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $f: $found"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
