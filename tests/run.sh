#!/bin/sh
# Runs every test program ($BUILD/tests/*, but not *_bench and *_loader, which are tools) and script (tests/*.sh, tests/*.py). A test says `N passed, N failed` in its last line of that
# form; one that does not counts as one test by its exit status. `skipped: WHY` lines are repeated. The last line sums all.
# ONLY=name runs the tests whose name holds it.
set -u
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
export BUILD
case $BUILD in /*) ;; *) BUILD=$PWD/$BUILD ;; esac
INZET=${INZET:-$BUILD/inzet}
export INZET
# A test never touches the register of the one who runs it.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data"
export NO_COLOR=1 LC_ALL=C.UTF-8 TZ=UTC
logs=$BUILD/tests/log
mkdir -p "$logs"
passed=0
failed=0
# A test that hangs fails after ten minutes.
limit=
if command -v timeout >/dev/null 2>&1; then limit='timeout 600'; fi

one() {
    name=$1
    shift
    case $name in *"${ONLY:-}"*) ;; *) return ;; esac
    begun=$(date +%s)
    if $limit "$@" >"$logs/$name.log" 2>&1; then status=0; else status=$?; fi
    sum=$(grep -E '^([A-Za-z0-9_./ -]+: )?[0-9]+ passed, [0-9]+ failed' "$logs/$name.log" | tail -n 1 | grep -oE '[0-9]+ passed, [0-9]+ failed')
    if [ -n "$sum" ]; then
        p=${sum%% passed*}
        f=${sum#*, }
        f=${f%% failed*}
        if [ "$status" != 0 ] && [ "$f" = 0 ]; then f=1; fi
    elif [ "$status" = 0 ]; then p=1 f=0
    else p=0 f=1
    fi
    passed=$((passed + p))
    failed=$((failed + f))
    printf '%-28s %6d passed %4d failed  %3d s\n' "$name" "$p" "$f" $(($(date +%s) - begun))
    grep -E '^skipped' "$logs/$name.log" | sed 's/^/    /'
    [ "$f" = 0 ] || tail -n 40 "$logs/$name.log" | sed 's/^/    /'
}

for program in "$BUILD"/tests/*; do
    case $program in *.o|*.d|*_bench|*_loader) continue ;; esac
    if [ -f "$program" ] && [ -x "$program" ]; then one "$(basename "$program")" "$program"; fi
done
for replay in "$BUILD"/fuzz/*_replay; do
    name=$(basename "$replay" _replay)
    if [ -x "$replay" ] && [ -d fuzz/corpus/"$name" ]; then
        one "$name" "$replay" fuzz/corpus/"$name"
    fi
done
for script in tests/*.sh; do
    case $script in
    tests/run.sh|tests/golden.sh) ;;
    tests/register_faults.sh) one register_faults.sh sh "$script" "$BUILD/tests/register_loader" "${KILLS:-30}" ;;
    *) one "$(basename "$script")" sh "$script" ;;
    esac
done
if [ -x tests/golden.sh ]; then one golden.sh tests/golden.sh; fi
if command -v python3 >/dev/null 2>&1; then
    for script in tests/*.py; do
        if [ -f "$script" ]; then one "$(basename "$script")" python3 "$script"; fi
    done
else
    echo "skipped: no python3, so tests/*.py did not run"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
