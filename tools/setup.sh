#!/bin/sh
# Installs what is missing to build (setup.sh build), to test (setup.sh test) or for CI (setup.sh ci). Touches nothing when all is there. Programs that only
# open what inzet writes, for the tests, are installed where that works.
set -eu
cd "$(dirname "$0")/.."
level=${1:-build}
packages=
reasons=
wishes=
wish_reasons=

# need CHECK PACKAGE WHY
need() {
    if ! sh -c "$1" >/dev/null 2>&1; then
        packages="$packages $2"
        reasons="$reasons
  $2: $3"
    fi
}

# want CHECK PACKAGE WHY: the tests go on without it, and say what they could not do.
want() {
    if ! sh -c "$1" >/dev/null 2>&1; then
        wishes="$wishes $2"
        wish_reasons="$wish_reasons
  $2: $3"
    fi
}

if [ -z "${CC:-}" ]; then
    need 'command -v cc' gcc 'the C compiler'
fi
need 'test -e /usr/include/stdio.h || echo "#include <stdio.h>" | cc -E -' libc6-dev 'the C library headers'
need 'command -v make' make 'runs the build'
need 'command -v pkg-config' pkg-config 'finds the libraries'
need 'pkg-config --exists sqlite3' libsqlite3-dev 'the register is one SQLite file'
need 'pkg-config --exists libutf8proc' libutf8proc-dev 'folding and width of letters'
need 'pkg-config --exists nettle' nettle-dev 'content hashes (SHA-256)'
need 'pkg-config --exists jansson' libjansson-dev 'reading JSON'
need 'pkg-config --exists libzstd' libzstd-dev 'stored texts are compressed'
need 'pkg-config --exists zlib' zlib1g-dev 'reading gzip'
need 'pkg-config --exists xlsxwriter' libxlsxwriter-dev 'writing workbooks (XLSX)'
case $level in test|ci)
    need 'command -v python3' python3 'the property tests read the output with it'
    need 'command -v sqlite3' sqlite3 'the tests look into the register with it'
    want '/usr/bin/python3 -c "import openpyxl"' python3-openpyxl 'the tests open workbooks with it'
    want '/usr/bin/python3 -c "import icalendar"' python3-icalendar 'the tests open calendars with it'
    want '/usr/bin/python3 -c "import feedparser"' python3-feedparser 'the tests open feeds with it'
    want '/usr/bin/python3 -m pip --version' python3-pip 'gets the reader of Parquet for the tests'
    want 'command -v xmllint' libxml2-utils 'the tests hold feeds against their schema'
    want 'command -v cmark-gfm' cmark-gfm 'the tests render Markdown with it' ;;
esac
case $level in ci)
    need 'command -v gcc' gcc 'one of the two compilers'
    need 'command -v clang' clang 'the other compiler, and libFuzzer'
    need 'echo "int main(void) { return 0; }" | clang -fsanitize=address,undefined -x c - -o /dev/null' libclang-rt-14-dev 'the sanitizers of clang' ;;
esac

# Debian has no reader of Parquet. Without one the tests say so and go on.
reader() {
    case $level in test|ci) ;; *) return 0 ;; esac
    if PYTHONPATH=build/readers /usr/bin/python3 -c 'import duckdb' >/dev/null 2>&1; then return 0; fi
    echo "Getting DuckDB into build/readers, with which the tests open Parquet files"
    /usr/bin/python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --timeout 15 --retries 1 --no-deps --only-binary :all: --require-hashes \
        --target build/readers -r tests/readers/requirements.txt >/dev/null 2>&1 || echo "That did not work; the tests go on without it."
}

# install REASONS PACKAGES: 0 when they are there.
install() {
    echo "Missing on this machine:$1"
    command="apt-get install -y --no-install-recommends$2"
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "There is no apt-get here; install these with your system's own tool (the names are Debian's) and run again." >&2
        return 3
    fi
    as=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "As root, run:  apt-get update && $command" >&2
            return 3
        fi
        as=sudo
    fi
    echo "Installing with: $as $command"
    export DEBIAN_FRONTEND=noninteractive
    if ! { $as apt-get update && $as env DEBIAN_FRONTEND=noninteractive $command; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        echo "Installing did not work; the lines above say why." >&2
        return 3
    fi
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [ -n "$packages" ]; then install "$reasons" "$packages" || exit 3; fi
if [ -n "$wishes" ]; then install "$wish_reasons" "$wishes" || echo "The tests go on without these."; fi
reader
