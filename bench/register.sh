#!/bin/sh
# The register at scale: bench/register.sh [CLAIMS]... (else 10000 100000 1000000, or $CLAIMS). Made-up documents of two to five claims are loaded in groups,
# the derived tables built, and two questions asked (median of three). Times are of the processor: what else
# the machine does is left out. What is wanted: load >= 20,000 claims/s, at < 100 ms, diff < 300 ms, rebuild < 60 s.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
[ $# -gt 0 ] || set -- ${CLAIMS:-10000 100000 1000000}
printf '%10s %10s %12s %8s %10s %9s %8s %9s %8s %12s\n' claims documents 'load, c/s' 'load, s' 'rebuild, s' 'at, ms' rows 'diff, ms' changes 'bytes/claim'
for n in "$@"; do
    "$BUILD/tests/register_bench" "$dir/$n.inzet" "$n" group >"$dir/out"
    python3 - "$dir/out" <<'PY'
import json, sys
r = json.load(open(sys.argv[1]))
print("%10d %10d %12.0f %8.2f %10.2f %9.1f %8d %9.1f %8d %12.0f" % (r["claims"], r["documents"], r["claims_per_s"], r["load_s"], r["rebuild_s"], r["at_ms"], r["rows"],
      r["diff_ms"], r["changes"], r["bytes"] / r["claims"]))
PY
    rm -f "$dir/$n.inzet"*
done
