#!/bin/sh
# make bench: speed of each layer, start-up, and speed and memory on large files, from texts that are all about missions (examples/) and from
# ordinary news, where one article in thirty is. Shared machines differ from minute to minute: compare ratios, and medians only. The last line of
# each table of layers is `inzet values`, the line `full reading` what `inzet read` does before it prints.
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
inzet=$BUILD/inzet
layers=${LAYERS_MB:-2}
ordinary=${ORDINARY_MB:-20}
small=${SMALL_MB:-10}
large=${LARGE_MB:-100}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# The text of a file over and over, N MB of it.
repeat() {
    size=$(wc -c < "$1")
    n=$(($2 * 1000000 / size + 1))
    while [ $n -gt 0 ]; do cat "$1"; echo; n=$((n - 1)); done
}

# Articles about missions one after another, N MB of them.
articles() {
    cat examples/*.txt > "$dir/once"
    repeat "$dir/once" "$1"
}

# A folder of articles of ordinary news, N MB of them: one in thirty is about a mission, one in ten speaks of armies or police otherwise.
news() {
    python3 - "$dir/news" "$1" bench/news tests/other examples <<'PY'
import glob, os, sys
folder, size = sys.argv[1], float(sys.argv[2]) * 1e6
os.makedirs(folder, exist_ok=True)
other, near, missions = ([open(f, encoding="utf-8").read() for f in sorted(glob.glob(d + "/*.txt"))] for d in sys.argv[3:6])
n = written = 0
while written < size:
    kind = missions if n % 30 == 29 else near if n % 10 == 5 else other
    text = kind[n // 30 % len(kind)] if kind is missions else "\n\n".join(kind[(n * 7 + k) % len(kind)] for k in range(3))
    with open("%s/%06d.txt" % (folder, n), "w", encoding="utf-8") as f: written += f.write(text + "\n")
    n += 1
PY
}

echo "== each layer, articles about missions"
"$BUILD/bench/layers" examples/*.txt examples/*.txt examples/*.txt examples/*.txt
echo
echo "== each layer, ordinary news"
news "$layers"
find "$dir/news" -name '*.txt' | sort | xargs "$BUILD/bench/layers"

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
echo "== ordinary news, the whole program"
news "$ordinary"
cat "$dir"/news/*.txt > "$dir/news.txt"
python3 - "$inzet" "$dir" <<'PY'
import os, subprocess, sys, time
inzet, folder = sys.argv[1], sys.argv[2]
megabytes = os.path.getsize(folder + "/news.txt") / 1e6
for name, args in (("values --jsonl, one file", ["values", "--jsonl", folder + "/news.txt"]), ("read, a folder of articles", ["read", "--no-register", "--jsonl", "-q", folder + "/news"]),
                   ("read, one file", ["read", "--no-register", "--jsonl", "-q", folder + "/news.txt"])):
    t = time.perf_counter()
    subprocess.run([inzet] + args, stdout=subprocess.DEVNULL)
    s = time.perf_counter() - t
    print("%-28s %7.1f MB %7.2f s %7.1f MB/s" % (name, megabytes, s, megabytes / s))
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
