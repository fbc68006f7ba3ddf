#!/bin/sh
# Seeds for the fuzzers, from the project's own examples, rules and word lists: tools/seeds.sh writes fuzz/corpus.
set -eu
cd "$(dirname "$0")/.."
mkdir -p fuzz/corpus/text_fuzz fuzz/corpus/rules_fuzz
# put FOLDER NAME FIRST-BYTE-OCTAL: standard input behind that byte, at most 6 KB.
put() { { printf "\\$3"; head -c 6000; } > "fuzz/corpus/$1/$2"; }
for f in examples/*.txt; do put text_fuzz "$(basename "$f" .txt)" 014 < "$f"; done
printf 'Belgi\353 stuurt 43 F-16\222s \377\376 naar Irak.' | put text_fuzz odd-bytes 002
printf '\357\273\277\342\200\213Nederland\302\240stuurt\r\rvier militairen\001' | put text_fuzz odd-spaces 001
printf '((((((((((((((((((((\342\200\234\342\200\234\342\200\234 30 militairen' | put text_fuzz nesting 005
printf '%%s-%%s 30-40-50 tot 60 tot 70 militairen tot en met vanaf per sinds mei mei mei 2018-13-45' | put text_fuzz ranges 005
n=0
for f in data/nl/*.rules; do
    name=$(basename "$f" .rules)
    case $name in stage) byte=004 ;; drop) byte=005 ;; hints) byte=006 ;; *) byte=000 ;; esac
    put rules_fuzz "$name" $byte < "$f"
done
if [ -e data/nl/weights.tsv ]; then put rules_fuzz weights 007 < data/nl/weights.tsv; fi
put rules_fuzz hedge-intervals 010 < data/nl/hedge-intervals.tsv
for name in countries:011 missions:012 places:013 verbs:014 assets:015 layout:016; do
    f=data/nl/lexicon/${name%:*}.tsv
    if [ -e "$f" ]; then put rules_fuzz "${name%:*}" "${name#*:}" < "$f"; fi
done
echo "$(find fuzz/corpus -type f | wc -l) seeds"
