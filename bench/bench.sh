#!/bin/sh
# make bench: speed of each layer, start-up, and memory on a large file, from texts that are all about missions (examples/) and from text that
# is not. Shared machines differ from minute to minute: compare ratios, and medians only.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
inzet=$BUILD/inzet
small=${SMALL_MB:-10}
large=${LARGE_MB:-100}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# Articles one after another, N MB of them.
articles() {
    cat examples/*.txt > "$dir/once"
    size=$(wc -c < "$dir/once")
    n=$(($1 * 1000000 / size + 1))
    while [ $n -gt 0 ]; do cat "$dir/once"; echo; n=$((n - 1)); done
}

echo "== each layer, articles about missions"
"$BUILD/bench/layers" examples/*.txt examples/*.txt examples/*.txt examples/*.txt
echo
echo "== each layer, other text"
if [ -d data/nl/sources ]; then cat README.md docs/*.md CONTRIBUTING.md CHANGELOG.md > "$dir/other.txt"; "$BUILD/bench/layers" "$dir/other.txt"; fi

python3 - "$inzet" "$dir" <<'PY'
import os, statistics, subprocess, sys, time, glob
inzet, folder = sys.argv[1], sys.argv[2]
def runs(args, n=20):
    out = []
    for _ in range(n):
        t = time.perf_counter()
        subprocess.run(args, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        out.append((time.perf_counter() - t) * 1000)
    return statistics.median(out), min(out)
example = sorted(glob.glob("examples/*.txt"))[0]
print("\n== start-up, median and best of 20")
for name, args in (("/bin/true", ["/bin/true"]), ("inzet version", [inzet, "version"]), ("inzet read, one article", [inzet, "read", "--no-register", example])):
    print("%-26s %6.1f ms %6.1f ms" % ((name,) + runs(args)))
PY

echo
echo "== memory: largest resident size"
for mb in "$small" "$large"; do
    articles "$mb" > "$dir/articles.txt"
    python3 - "$inzet" "$dir/articles.txt" "$mb" <<'PY'
import resource, subprocess, sys, time
t = time.perf_counter()
p = subprocess.run([sys.argv[1], "read", "--no-register", "--jsonl", "-q", sys.argv[2]], stdout=subprocess.DEVNULL)
s = time.perf_counter() - t
print("%6s MB of articles: %5d MB of memory, %7.2f s, %6.2f MB/s, status %d" % (sys.argv[3], resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, s, float(sys.argv[3]) / s, p.returncode))
PY
done

echo
echo "== exports: rows a second, bytes a row, largest resident size (it holds what SQLite maps of the file)"
for documents in 5000 40000; do
    rm -f "$dir/register.inzet"
    "$BUILD/tests/register_loader" "$dir/register.inzet" 0 "$documents" >/dev/null
    python3 - "$inzet" "$dir/register.inzet" "$dir/out" <<'PY'
import os, resource, subprocess, sys, time
inzet, register, out = sys.argv[1:]
def run(*args):
    t = time.perf_counter()
    p = subprocess.Popen([inzet, "export", *args, "-r", register, "-o", out])
    _, _, used = os.wait4(p.pid, 0)
    return time.perf_counter() - t, used.ru_maxrss // 1024
run("claims", "--csv")
rows = sum(1 for _ in open(out, encoding="utf-8")) - 1
print("%d claims, %d MB" % (rows, os.path.getsize(register) >> 20))
for f in ("csv", "jsonl", "geojson", "parquet", "xlsx"):
    s, mb = run("claims", "--format", f)
    print("  %-8s %8d rows/s %6d bytes a row %6d MB of memory" % (f, rows / s, os.path.getsize(out) / rows, mb))
PY
done
