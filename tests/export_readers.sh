#!/bin/sh
# What inzet writes, opened by programs of others: openpyxl, DuckDB, icalendar, feedparser, xmllint and cmark-gfm (tools/setup.sh test installs them; a reader
# that is missing is told). tests/readers/grids.py holds hostile tables against every format, tests/readers/register.py every export of a register.
set -u
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$PWD/$BUILD ;; esac
INZET=${INZET:-$BUILD/inzet}
[ -x "$INZET" ] && [ -x "$BUILD/tests/export_loader" ] || { echo "no program at $INZET; run make first"; exit 2; }
# Debian's own Python has Debian's packages.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
command -v "$python" >/dev/null 2>&1 || { echo "skipped: no python3, so no export was opened"; exit 0; }
PYTHONPATH=$PWD/build/readers
export PYTHONPATH PYTHONDONTWRITEBYTECODE=1
rows=${ROWS:-3000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/grids" "$work/register"
{
    "$BUILD/tests/export_loader" "$work/grids" "$rows" && "$python" tests/readers/grids.py "$work/grids" "$rows" || echo '0 passed, 1 failed'
    "$python" tests/readers/register.py "$INZET" "$work/register" || echo '0 passed, 1 failed'
} >"$work/said"
grep -vE '^[0-9]+ passed, [0-9]+ failed$' "$work/said" | sort -u | head -n 60
awk '/^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 } END { printf "%d passed, %d failed\n", p, f; exit f > 0 }' "$work/said"
