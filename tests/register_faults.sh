#!/bin/sh
# Bad days of the register: killed loads, a full disk, a second writer, files and folders that cannot be written, damaged bytes.
# register_faults.sh [LOADER [KILLS]]     LOADER is the built tests/register_loader
loader=${1:-${BUILD:-build}/tests/register_loader}
kills=${2:-200}
passed=0
failed=0
work=$(mktemp -d) || exit 1
disk=$work/disk
trap 'umount "$disk" 2>/dev/null; rm -rf "$work"' EXIT INT TERM

check() { # check WHAT STATUS: STATUS 0 is good
    if [ "$2" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "register_faults: $1"; fi
}

# A sentence with this word on standard error, this exit status, and what was there before is still whole.
expect() { # expect WHAT STATUS WORD FILE
    got=$status
    [ "$got" -eq "$2" ]
    check "$1: exit status $got, not $2" $?
    grep -q -- "$3" "$work/err"
    check "$1: no \"$3\" in: $(cat "$work/err")" $?
}

# ---- Killed in the middle: nothing recorded is lost, nothing is there twice, the next run goes on.
file=$work/killed.inzet
lost=0
broken=0
i=0
while [ $i -lt "$kills" ]; do
    rm -f "$file" "$file-wal" "$file-shm"
    "$loader" "$file" 0 100000 >"$work/out" 2>/dev/null &
    pid=$!
    sleep "0.0$(awk -v s="$i" 'BEGIN { srand(s * 7919 + 1); printf "%03d", 100 + int(rand() * 700) }')"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    if [ -s "$file" ]; then
        told=$(grep -c '^[0-9][0-9]* new$' "$work/out")
        if ! there=$("$loader" "$file" check 2>"$work/err"); then
            # Killed before there was a schema: an empty file, and said to be one.
            if ! grep -q 'empty' "$work/err" || [ "$told" -gt 0 ]; then
                broken=$((broken + 1))
                cat "$work/err"
            fi
        fi
        # The one in hand may have been recorded before it could be told.
        [ "${there:-0}" -ge "$told" ] && [ "${there:-0}" -le $((told + 1)) ] || { [ "$told" -eq 0 ] || lost=$((lost + 1)); }
    fi
    i=$((i + 1))
done
check "killed loads: $lost of $kills lost or doubled a document" "$lost"
check "killed loads: $broken of $kills left a broken file" "$broken"
"$loader" "$file" 0 300 >"$work/out" 2>/dev/null
check "the next run goes on" $?
[ "$("$loader" "$file" check)" -ge 300 ]
check "all documents are there after going on" $?
"$loader" "$file" 0 300 >"$work/out"
[ "$(grep -c unchanged "$work/out")" -eq 300 ]
check "a re-run changes nothing" $?

# ---- A second writer waits, then says so; two that take turns both get through.
file=$work/two.inzet
"$loader" "$file" 0 10 >/dev/null
"$loader" "$file" 1000 400 >/dev/null 2>"$work/err" &
one=$!
"$loader" "$file" 2000 400 >/dev/null 2>>"$work/err"
check "second writer: $(cat "$work/err")" $?
wait $one
check "first writer: $(cat "$work/err")" $?
[ "$("$loader" "$file" check)" -eq 810 ]
check "both writers' documents are there" $?
if command -v sqlite3 >/dev/null; then
    (echo "BEGIN IMMEDIATE;"; sleep 7; echo "COMMIT;") | sqlite3 "$file" &
    holder=$!
    sleep 0.3
    "$loader" "$file" 5000 1 >/dev/null 2>"$work/err"
    status=$?
    expect "locked by another writer" 5 "another program is writing" "$file"
    wait $holder
fi

# ---- Damaged and foreign files.
cp "$work/two.inzet" "$work/cut.inzet"
truncate -s 20000 "$work/cut.inzet"
"$loader" "$work/cut.inzet" check >/dev/null 2>"$work/err" && status=0 || status=$?
check "a cut file is refused or found broken" $((status == 0))
echo "geen register, alleen een regel tekst die lang genoeg is om geen leeg bestand te heten, en nog wat meer woorden erbij voor de kop" >"$work/text.inzet"
"$loader" "$work/text.inzet" 0 1 >/dev/null 2>"$work/err"
status=$?
expect "not a database" 4 "not a register"

# ---- No right to write. Root may write anywhere, so another user tries.
if [ "$(id -u)" -eq 0 ] && command -v runuser >/dev/null && id nobody >/dev/null 2>&1; then
    chmod 755 "$work"
    cp "$loader" "$work/loader"
    mkdir "$work/closed"
    cp "$work/two.inzet" "$work/closed/r.inzet"
    chmod 444 "$work/closed/r.inzet"
    chmod 555 "$work/closed"
    runuser -u nobody -- "$work/loader" "$work/closed/r.inzet" 0 1 >/dev/null 2>"$work/err"
    status=$?
    expect "read-only file" 5 "cannot be written"
    runuser -u nobody -- "$work/loader" "$work/closed/new.inzet" 0 1 >/dev/null 2>"$work/err"
    status=$?
    expect "read-only folder" 5 "folder exists and may be written"
    [ "$(runuser -u nobody -- "$work/loader" "$work/closed/r.inzet" check 2>"$work/err")" -eq 810 ]
    check "questions work on a read-only file in a read-only folder: $(cat "$work/err")" $?
else
    echo "register_faults: not root, the rights of other users are not tried"
fi

# ---- A full disk, at every possible moment: small disks of growing size.
mkdir "$disk"
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=64k tmpfs "$disk" 2>/dev/null; then
    umount "$disk"
    full=0
    wrong=0
    for size in 32 64 96 128 160 200 240 280 320 400 480 560 640 800 960 1200 1600 2000 2400 2800 3200 4000; do
        mount -t tmpfs -o size=${size}k tmpfs "$disk" || break
        "$loader" "$disk/r.inzet" 0 2000 >"$work/out" 2>"$work/err"
        status=$?
        told=$(grep -c '^[0-9][0-9]* new$' "$work/out")
        if [ $status -eq 5 ] && grep -q 'full' "$work/err"; then full=$((full + 1)); else [ $status -eq 0 ] || { wrong=$((wrong + 1)); cat "$work/err"; }; fi
        # Looked at where there is room again.
        mkdir -p "$work/copy"
        cp "$disk"/r.inzet* "$work/copy" 2>/dev/null
        if [ "$told" -gt 0 ]; then
            there=$("$loader" "$work/copy/r.inzet" check 2>>"$work/err") || { wrong=$((wrong + 1)); cat "$work/err"; }
            [ "${there:-0}" -ge "$told" ] || { wrong=$((wrong + 1)); echo "register_faults: disk of ${size}k: told $told, there ${there:-0}"; }
        fi
        rm -rf "$work/copy"
        umount "$disk"
    done
    check "full disk: $wrong of the disks lost something or said nothing clear" "$wrong"
    check "full disk: no disk was full ($full)" $((full == 0))
else
    echo "register_faults: no tmpfs may be mounted, the full disk is not tried"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
