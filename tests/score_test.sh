#!/bin/sh
# `inzet score` against pairs, fields and kinds counted by hand.
set -u
cd "$(dirname "$0")/.."
INZET=${INZET:-$PWD/${BUILD:-build}/inzet}
[ -x "$INZET" ] || { echo "no program at $INZET; run make first"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0
failed=0

# is WHAT EXPECTED GOT
is() {
    if [ "$2" = "$3" ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED $1: expected '$2', got '$3'"
    fi
}

gold_a='{"id":"c1","contributor":"NL","asset":"personnel","quantity":{"words":"zo’n 40","n":40,"hedge":"about"},"stage":"active","realis":"actual","mission":"minusma","host":["ML"],"roles":["train"],"start":{"words":"in mei","earliest":"2018-05-01","latest":"2018-05-31"},"evidence":"Er zijn zo’n 40 Nederlandse instructeurs in Gao.","tags":["voorbeeld"]}'
gold_b='{"id":"c2","contributor":"BE","asset":"aircraft","quantity":null,"stage":"decided","realis":"planned","mission":null,"host":["JO"],"how":{"contributor":"carried"},"evidence":"De toestellen vertrekken in juli naar Jordanië."}'
gold_c='{"id":"c3","contributor":"DE","asset":"personnel","quantity":{"words":"350","n":[350,400],"hedge":"exact"},"stage":"active","realis":"actual","evidence":"Duitsland heeft er 350 tot 400."}'
gold_d='{"id":"c4","optional":true,"contributor":"FR","asset":"ship","quantity":{"words":"een","n":1,"hedge":"exact"},"stage":"active","realis":"actual","evidence":"Een Frans fregat vaart mee."}'
printf '{"doc":"a","claims":[%s,%s,%s,%s]}\n{"doc":7,"claims":[]}\n' "$gold_a" "$gold_b" "$gold_c" "$gold_d" > "$dir/gold.jsonl"
found_a='{"id":"f1","contributor":"NL","asset":"personnel","quantity":{"words":"zo’n 40","n":40,"hedge":"about"},"stage":"active","realis":"actual","mission":"minusma","host":["ML","NE"],"roles":["advise"],"start":{"words":"mei","earliest":"2018-05-01","latest":"2018-05-31"},"evidence":[{"text":"Heel andere zin."}]}'
found_b='{"id":"f2","contributor":"BE","asset":"aircraft","quantity":null,"stage":"weighed","realis":"planned","host":["JO"],"evidence":{"text":"De toestellen VERTREKKEN in juli naar Jordanië"}}'
found_c='{"id":"f3","contributor":"DE","asset":"personnel","quantity":{"words":"350","n":350,"hedge":"exact"},"stage":"active","realis":"actual","evidence":"Duitsland heeft er 350 tot 400."}'
found_d='{"id":"f4","contributor":"FR","asset":"ship","quantity":{"words":"een","n":1.0,"hedge":"exact"},"stage":"ended","realis":"actual","evidence":"Een Frans fregat vaart mee."}'
printf '{"doc":"texts/a.txt","claims":[%s,%s,%s,%s]}\n{"doc":"elsewhere.txt","claims":[%s]}\n' "$found_a" "$found_b" "$found_c" "$found_d" "$found_c" > "$dir/found.jsonl"

csv() { "$INZET" score --csv "$@" "$dir/gold.jsonl" "$dir/found.jsonl"; }
row() { csv | grep "^$1," | cut -d, -f2-; }
is 'pairs: same words, same sentence; other number, optional and other documents not' '2,3,0.667,,0.667,0.667' "$(row found)"
is 'whole: the stage of one differs' '1,3,0.333,,0.333,0.333' "$(row whole)"
is 'stage' '1,2,0.500,,,' "$(row 'field stage')"
is 'host: one in common is enough' '2,2,1.000,,,' "$(row 'field host')"
is 'roles: none in common' '0,1,0.000,,,' "$(row 'field roles')"
is 'start: bounds, not words' '1,1,1.000,,,' "$(row 'field start')"
is 'hedge' '1,1,1.000,,,' "$(row 'field hedge')"
is 'kind: hedged or a range' '1,2,0.500,0.500,,' "$(csv | sed -n 's/^"kind: a number, hedged or a range",//p')"
is 'kind: giver told elsewhere' '1,1,1.000,0.000,,' "$(row 'kind: giver told elsewhere')"
is 'tags of the gold' '1,1,1.000,1.000,,' "$(row 'kind: voorbeeld')"
is 'misses' 'roles stage missed extra' "$(csv --misses | tail -n +2 | cut -d, -f3 | tr '\n' ' ' | sed 's/ $//')"
is 'a miss shows both' 'a,c2,stage,decided,weighed' "$(csv --misses | grep ,stage, | cut -d, -f1-5)"
is 'quiet table ends before the misses' 0 "$("$INZET" score -q "$dir/gold.jsonl" "$dir/found.jsonl" | grep -c MISS)"
is 'standard input' '2,3,0.667,,0.667,0.667' "$("$INZET" score --csv "$dir/gold.jsonl" - < "$dir/found.jsonl" | sed -n 's/^found,//p')"

# statements about missions
printf '{"doc":"m","claims":[],"mission_claims":[{"mission":"kfor","what":"strength","value":{"words":"900","n":900},"evidence":"Kfor telt 900 man uit 20 landen."},{"mission":"kfor","what":"members","value":{"n":20},"evidence":"Kfor telt 900 man uit 20 landen."},{"mission":"kfor","what":"seat","value":"Pristina","evidence":"Kfor zetelt in Pristina."}]}\n' > "$dir/mgold.jsonl"
printf '{"doc":"m","claims":[],"mission_claims":[{"mission":"kfor","what":"strength","value":{"n":900},"evidence":{"text":"Kfor telt 900 man uit 20 landen."}},{"mission":"kfor","what":"members","value":{"n":21},"evidence":{"text":"Kfor telt 900 man uit 20 landen."}},{"mission":"kfor","what":"seat","value":null,"evidence":{"text":"Een heel andere mededeling."}}]}\n' > "$dir/mfound.jsonl"
missions() { "$INZET" score --csv "$dir/mgold.jsonl" "$dir/mfound.jsonl" | sed -n "s/^$1,//p"; }
is 'missions: mission, kind, number and sentence' '1,3,0.333,,0.333,0.333' "$(missions missions)"
is 'missions: a kind' '1,1,1.000,,1.000,1.000' "$(missions 'missions: strength')"
is 'missions: misses' 'missed missed extra extra' "$("$INZET" score --csv --misses "$dir/mgold.jsonl" "$dir/mfound.jsonl" | tail -n +2 | cut -d, -f3 | tr '\n' ' ' | sed 's/ $//')"

# status EXPECTED ARGUMENT...
status() {
    want=$1
    shift
    "$INZET" score -q "$@" >/dev/null 2>"$dir/err" </dev/null
    is "status of $*" "$want" $?
}
status 0 --floor found.f1=0.6,field.stage=0.5 "$dir/gold.jsonl" "$dir/found.jsonl"
status 0 --floor missions.p=0.3 "$dir/mgold.jsonl" "$dir/mfound.jsonl"
status 1 --floor missions.r=0.34 "$dir/mgold.jsonl" "$dir/mfound.jsonl"
status 1 --floor whole.p=0.34 "$dir/gold.jsonl" "$dir/found.jsonl"
status 2 --floor field.colour=1 "$dir/gold.jsonl" "$dir/found.jsonl"
status 2 --floor found.f1=often "$dir/gold.jsonl" "$dir/found.jsonl"
status 2 "$dir/gold.jsonl"
status 3 "$dir/none.jsonl" "$dir/found.jsonl"
printf '{"doc":"a","claims":[]}\n{"doc":' > "$dir/cut.jsonl"
status 2 "$dir/gold.jsonl" "$dir/cut.jsonl"
is 'an error names file and line' 1 "$(grep -c 'cut.jsonl:2' "$dir/err")"
printf '{"doc":{},"claims":7}\n' > "$dir/odd.jsonl"
status 2 "$dir/gold.jsonl" "$dir/odd.jsonl"
printf '{"doc":"a","claims":[7,null,{"contributor":["NL"],"quantity":"x","evidence":{"text":3},"host":"ML"},{}]}\n' > "$dir/odd.jsonl"
status 0 "$dir/gold.jsonl" "$dir/odd.jsonl"
status 0 "$dir/odd.jsonl" "$dir/odd.jsonl"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
