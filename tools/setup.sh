#!/bin/sh
# Installs what is missing to build (setup.sh build), to test (setup.sh test) or for CI (setup.sh ci). Touches nothing when all is there.
set -eu
level=${1:-build}
packages=
reasons=

# need CHECK PACKAGE WHY
need() {
    if ! sh -c "$1" >/dev/null 2>&1; then
        packages="$packages $2"
        reasons="$reasons
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
    need 'command -v sqlite3' sqlite3 'the tests look into the register with it' ;;
esac
case $level in ci)
    need 'command -v gcc' gcc 'one of the two compilers'
    need 'command -v clang' clang 'the other compiler, and libFuzzer' ;;
esac

[ -n "$packages" ] || exit 0
echo "Missing on this machine:$reasons"
install="apt-get install -y --no-install-recommends$packages"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "There is no apt-get here; install these with your system's own tool (the names are Debian's) and run again." >&2
    exit 3
fi
as=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "As root, run:  apt-get update && $install" >&2
        exit 3
    fi
    as=sudo
fi
echo "Installing with: $as $install"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
if ! { $as apt-get update && $as env DEBIAN_FRONTEND=noninteractive $install; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "Installing did not work; the lines above say why." >&2
    exit 3
fi
