#!/bin/sh
# Every include in src runs down: a file includes its own folder and folders before it in LAYERS (Makefile); ask and export do not know
# each other; only the standard library, POSIX and the libraries of the Makefile come from outside.
set -u
cd "$(dirname "$0")/.."
layers=$(sed -n 's/^LAYERS := //p' Makefile)
awk -v layers="$layers" '
BEGIN { n = split(layers, name, " "); for (i = 1; i <= n; i++) rank[name[i]] = i }
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split(FILENAME, at, "/"); own = at[2]
    split($0, quoted, "\""); target = quoted[2]
    parts = split(target, to, "/"); layer = to[1]
    checked++
    why = ""
    if (!(own in rank)) why = "folder `" own "` stands in no layer"
    else if (parts < 2 || !(layer in rank)) why = "spell it from src, as in \"base/span.h\""
    else if (rank[layer] > rank[own]) why = "runs up from " own " to " layer
    else if (own == "export" && layer == "ask") why = "export does not know ask"
    if (why != "") { printf "%s:%d: #include \"%s\": %s\n", FILENAME, FNR, target, why; wrong++ }
}
/SELECT |INSERT INTO|UPDATE |DELETE FROM/ {
    split(FILENAME, at, "/")
    if (at[2] != "register" && FILENAME ~ /\.[ch]$/ && $0 !~ /^[ \t]*(\/\*|\*)/) { printf "%s:%d: SQL stands in src/register/statements.def\n", FILENAME, FNR; wrong++ }
}
END { printf "%d passed, %d failed\n", checked - wrong, wrong + 0; exit wrong > 0 }
' $(find src -name '*.[ch]' -o -name '*.def' | sort)
