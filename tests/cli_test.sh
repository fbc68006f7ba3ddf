#!/bin/sh
# The command line as its users meet it: help, mistyped words, formats, streams, exit status, colour, re-runs, completions.
set -u
cd "$(dirname "$0")/.."
INZET=${INZET:-$PWD/${BUILD:-build}/inzet}
[ -x "$INZET" ] || { echo "no program at $INZET; run make first"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export XDG_DATA_HOME="$dir/data"
passed=0
failed=0
article="$dir/bericht.txt"
cat > "$article" <<'TEXT'
 date 2021-03 Kabinet stuurt compagnie naar Mali

Nederland stuurt vanaf mei 120 militairen naar Mali. Zij nemen deel aan de VN-missie MINUSMA. Nu zijn er al 15 Nederlandse stafofficieren in Bamako.
TEXT

# ok NAME CONDITION...: a shell condition.
ok() {
    name=$1
    shift
    if eval "$*"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED $name: $*"; fi
}

# try STATUS ARGUMENT...: runs inzet; output in $dir/out and $dir/err.
try() {
    want=$1
    shift
    "$INZET" "$@" >"$dir/out" 2>"$dir/err" </dev/null
    got=$?
    if [ "$got" = "$want" ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED inzet $*: status $got, expected $want"
        sed 's/^/    /' "$dir/err"
    fi
}

says() { grep -q -e "$1" "$dir/$2"; }

# Help and mistakes.
try 2
ok 'no verb: help on stderr' '[ ! -s "$dir/out" ] && says "inzet VERB" err'
try 0 -h
ok 'help begins with two examples' '[ "$(head -n 4 "$dir/out" | grep -c "^  inzet ")" = 2 ]'
ok 'short help is one screen' '[ "$(wc -l < "$dir/out")" -le 24 ]'
try 0 --help
ok 'whole help' 'says "Exit status" out && says "no-register" out'
try 0 help read
ok 'help of a verb' 'says "publisher-country" out'
try 0 read -h
ok 'verb help begins with an example' 'head -n 1 "$dir/out" | grep -q "^  inzet read"'
ok 'verb help is one screen' '[ "$(wc -l < "$dir/out")" -le 30 ]'
try 2 raed
ok 'nearest verb' 'says "inzet read" err && [ ! -s "$dir/out" ]'
try 2 hlep
ok 'nearest verb, swapped letters' 'says "inzet help" err'
try 2 xyzzyplugh
ok 'no near verb' 'says "inzet -h" err'
try 2 help raed
ok 'nearest verb in help' 'says "inzet read" err'
try 2 read --publishr x "$article"
ok 'nearest option' 'says "\-\-publisher" err'
try 2 read --format xml "$article"
ok 'unknown format' 'says "has no format" err && says "jsonl" err'
try 2 read --published lente "$article"
ok 'bad date' 'says "2018-05-04" err'
try 2 read --published
ok 'missing argument' 'says "needs DATE" err'
try 2 read --json=yes "$article"
try 2 read --color sometimes "$article"
try 2 read --publisher-country QQ --no-register "$article"
try 2 read --no-register -r "$dir/x.inzet" "$article"
try 2 show
try 2 at
try 2 at lente
try 2 verify this
try 2 history this
try 2 diff
try 2 accept --note x
try 2 lint
try 2 completion tcsh
try 2 --wrong
try 0 version
ok 'version' 'says "^inzet [0-9]" out && says "^rules [0-9a-f]\{16\}$" out'
try 0 --version
try 0 -V

# Formats.
try 0 read --no-register "$article"
ok 'a table for people' 'says "HOW MANY" out && says 120 out && says minusma out'
ok 'no colour in a file' '! grep -q "$(printf "\033")" "$dir/out"'
ok 'the quote stands below' 'says "Nederland stuurt vanaf mei 120" out'
try 0 read --no-register --color always "$article"
ok 'colour when asked' 'grep -q "$(printf "\033")" "$dir/out"'
for f in table json jsonl csv tsv md html; do
    try 0 read --no-register --format $f "$article"
    ok "format $f has the claim" 'says 120 out && says "MINUSMA\|minusma" out'
done
try 0 read --no-register -fcsv "$article"
ok 'letters with their value' 'head -n 1 "$dir/out" | grep -q "^doc,publisher,country,published,id,contributor,asset"'
try 0 read --no-register --csv "$article" "$article"
ok 'one heading for several texts' '[ "$(grep -c "^doc,publisher" "$dir/out")" = 1 ]'
try 0 read --no-register --format html "$article"
ok 'a page stands alone' '! grep -Eq "(src|href)=|<script|@import|url\(" "$dir/out"'
if command -v python3 >/dev/null; then
    try 0 read --no-register --json "$article" "$article"
    ok 'json parses' 'python3 -c "import json,sys; d=json.load(open(sys.argv[1])); assert len(d)==2 and d[0][\"claims\"]" "$dir/out"'
    try 0 read --no-register --jsonl "$article"
    ok 'jsonl has the contract' 'python3 -c "
import json,sys
d=json.loads(open(sys.argv[1]).readline())
assert list(d)[:3]==[\"doc\",\"publisher\",\"country\"] and d[\"published\"]==\"2021-03\"
c=d[\"claims\"][0]
assert set(\"id contributor asset asset_type quantity basis stage realis act mission host places roles start end duration decider requester speaker assent links how evidence score ranges\".split())<=set(c)
assert set(c[\"evidence\"])=={\"text\",\"from\",\"to\"}
" "$dir/out"'
    try 0 read --schema
    cp "$dir/out" "$dir/schema.json"
    "$INZET" read --no-register --jsonl -q examples > "$dir/lines.jsonl"
    ok 'the schema fits every line' 'python3 tools/schema_check.py "$dir/schema.json" "$dir/lines.jsonl"'
    try 0 read --no-register --csv "$article"
    ok 'csv parses' 'python3 -c "
import csv,sys
r=list(csv.DictReader(open(sys.argv[1],newline=\"\")))
assert r and all(None not in x and x[\"evidence\"] for x in r) and any(x[\"quantity_low\"]==\"120\" for x in r)
" "$dir/out"'
    printf 'Nederland stuurt 120 militairen naar Mali, \"zei\" <b>de</b> minister, komma; en\ttab | pijp.\n' > "$dir/odd.txt"
    try 0 read --no-register --csv "$dir/odd.txt"
    ok 'csv escapes' 'python3 -c "import csv,sys; r=list(csv.DictReader(open(sys.argv[1],newline=\"\"))); assert r[0][\"evidence\"].endswith(\"| pijp.\")" "$dir/out"'
    try 0 read --no-register --tsv "$dir/odd.txt"
    ok 'tsv escapes' '[ "$(awk -F"\t" "{print NF}" "$dir/out" | sort -u | wc -l)" = 1 ]'
    try 0 read --no-register --format html "$dir/odd.txt"
    ok 'html escapes' 'says "&lt;b&gt;de" out && ! says "<b>de" out'
fi

# Streams.
"$INZET" read --no-register --jsonl - < "$article" > "$dir/out" 2>"$dir/err"
ok 'standard input by -' '[ $? = 0 ] && says "\"doc\":\"-\"" out'
"$INZET" read --no-register --jsonl < "$article" > "$dir/out" 2>"$dir/err"
ok 'standard input by nothing' 'says "\"doc\":\"-\"" out'
try 0 read --no-register -o "$dir/file.csv" --csv "$article"
ok 'output to a file' '[ -s "$dir/file.csv" ] && [ ! -s "$dir/out" ]'
cp "$article" "$dir/same.txt"
try 2 read --no-register -o "$dir/same.txt" "$dir/same.txt"
ok 'an input is never overwritten' 'cmp -s "$article" "$dir/same.txt"'
cp "$article" "$dir/-vreemd.txt"
( cd "$dir" && "$INZET" read --no-register -- -vreemd.txt ) > "$dir/out" 2>"$dir/err"
ok 'names behind --' 'says "vreemd.txt" out'
try 0 read --no-register -q "$article"
ok 'quiet' '[ ! -s "$dir/err" ]'
printf 'Het regent vandaag.\n' > "$dir/none.txt"
try 1 read --no-register "$dir/none.txt"
ok 'nothing found is said' 'says "no contribution" err'
try 0 read --no-register --published 2019-11-05 --publisher krant --publisher-country be --jsonl "$article"
ok 'options go before the text' 'says "\"publisher\":\"krant\"" out && says "\"country\":\"BE\"" out && says "\"published\":\"2019-11-05\"" out'

# Folders.
mkdir -p "$dir/map/diep/.verborgen"
cp "$article" "$dir/map/een.txt"
cp "$article" "$dir/map/diep/twee.txt"
cp "$article" "$dir/map/diep/.verborgen/drie.txt"
cp "$article" "$dir/map/vier.csv"
ln -s .. "$dir/map/kring"
try 0 read --no-register --jsonl "$dir/map"
ok 'folders go deep, leave hidden and other files out, follow no links' '[ "$(wc -l < "$dir/out")" = 2 ] && says "1 other file" err'

# The register.
reg="$dir/proef.inzet"
try 0 read -r "$reg" --dry-run "$article"
ok 'a dry run keeps nothing' '[ ! -e "$reg" ] && says "nothing was kept" err'
try 0 read -r "$reg" "$article"
ok 'said what was kept' 'says "1 new" err'
try 0 read -r "$reg" "$article"
ok 'a second run changes nothing' 'says "0 new, 0 re-read, 1 known" err'
try 0 list -r "$reg" --csv
ok 'list' 'says 120 out'
id=$(sed -n 2p "$dir/out" | cut -d, -f1)
try 0 show -r "$reg" "$id"
ok 'show marks the quote' 'says "FIELD" out && says "\](" out'
try 0 show -r "$reg" "$(printf %.6s "$id")"
try 0 show -r "$reg" --json "$id"
try 0 show -r "$reg" --format html "$id"
ok 'marks in html' 'says "<mark class=" out'
try 1 show -r "$reg" cffffffffffffffff
ok 'no such claim' 'says "no claim begins" err'
try 0 at 2021-06-01 -r "$reg"
ok 'at answers' 'says "NL" out'
try 1 at 2021-06-01 -r "$reg" --country FR
try 2 at 2021-06-01 -r "$reg" --stage actief
ok 'nearest stage' 'says "active" err'
try 2 at 2021-06-01 -r "$reg" --mission bestaatniet
try 0 verify -r "$reg"
ok 'verify counts' 'says "0 broken" out'
try 3 list -r "$dir/nergens.inzet"
try 0 read "$article"
ok 'the default register stands in the data folder' '[ -s "$XDG_DATA_HOME/inzet/inzet.db" ]'
try 0 list --jsonl
for verb in at list; do
    for f in json jsonl csv tsv md html table; do
        if [ $verb = at ]; then try 0 at 2021 -r "$reg" --format $f; else try 0 list -r "$reg" --format $f; fi
    done
done

# Questions to a register of three texts that do not agree.
vraag="$dir/vraag"
mkdir -p "$vraag"
cat > "$vraag/mei.txt" <<'TEXT'
 date 2018-05-04 Stand van zaken

België heeft nu 43 militairen in Irak voor operatie Inherent Resolve.
TEXT
cat > "$vraag/juli.txt" <<'TEXT'
 date 2018-07-01 Zomer

Er zijn vandaag 105 Belgische militairen in Irak voor operatie Inherent Resolve. Nederland stuurt tot 15 december 2018 nog 30 militairen naar Mali voor MINUSMA.
TEXT
cat > "$vraag/krant.txt" <<'TEXT'
 date 2018-07-02 Andere krant

België heeft op dit moment 160 militairen in Irak voor operatie Inherent Resolve, meldt het ministerie.
TEXT
q="$dir/vraag.inzet"
try 0 read -r "$q" "$vraag"
try 0 history -r "$q" --country BE
ok 'history has each stretch' 'says "2018-05-04  2018-06-30  43 " out && says "not known   160" out && says "last must 2018-07-01" out'
try 0 history -r "$q" --country BE --at 2018-06-01
ok 'history of a day' 'says " 43 " out && ! says " 105 " out'
try 0 history -r "$q" --country BE --known 2018-06-01
ok 'history as known' '! says " 105 " out'
try 1 history -r "$q" --country FR
try 0 diff 2018-05-05 2018-07-01 -r "$q" --country BE
ok 'diff says what changed, how sure and why' 'says "^number .*43, carried 58 d  *105, must  *1  c" out && says "vandaag 105" out'
try 0 diff 2018-05-05 2018-05-06 --at 2018-05-06 -r "$q"
ok 'diff says that nothing changed' '[ ! -s "$dir/out" ] && says "nothing changed" err'
try 2 diff 2018-07-01 2018-05-05 -r "$q"
ok 'diff wants the earlier day first' 'says "inzet diff 2018-05-05 2018-07-01" err'
try 2 diff 2018-07-01 -r "$q"
try 0 conflicts -r "$q"
ok 'conflicts shows both sentences and the rule' 'says "^contradiction \[1\]" out && says "op dit moment 160" out && says "vandaag 105" out && says "^\[1\] zelfde soort getal" out && ! says " 43 " out'
try 0 conflicts -r "$q" --explained
ok 'explained differences' 'says "^time \[" out && says "eigen dagen" out'
try 0 conflicts -r "$q" --country NL
ok 'no contradictions is said' '[ ! -s "$dir/out" ] && says "no contradictions" err'
try 0 due -r "$q" --at 2018-10-01
ok 'due within 90 days' 'says "^ *75  2018-12-15  *NL .* 30 " out'
try 1 due -r "$q" --at 2018-10-01 --within 8w
ok 'due says the days' 'says "2018-10-01 to 2018-11-26" err'
try 0 due -r "$q" --at 2018-10-01 --within 3m
try 2 due -r "$q" --within straks
try 2 due -r "$q" --within 999999999999d
try 1 gaps -r "$q"
try 0 missions -r "$q"
ok 'missions' 'says "^oir  *3  *3  *1 " out'
try 0 sources -r "$q"
try 0 stats -r "$q" --json
ok 'stats before a rebuild' 'says "\"documents\":3" out && says "\"pending\":4" out'
try 0 history -r "$q" --csv
cp "$dir/out" "$dir/voor.csv"
try 0 rebuild -r "$q" --dry-run
ok 'a dry rebuild does nothing' 'says "4 claims" err && says "nothing was done" err'
try 0 rebuild -r "$q"
ok 'rebuild counts' 'says "4 claims" err'
try 0 history -r "$q" --csv
ok 'answers are the same before and after a rebuild' 'cmp -s "$dir/voor.csv" "$dir/out"'
try 0 stats -r "$q" --json
ok 'nothing pending after it' 'says "\"pending\":0" out'
try 3 rebuild -r "$dir/nergens.inzet"
ok 'rebuild makes no register' '[ ! -e "$dir/nergens.inzet" ]'
for verb in history 'diff 2018-05-05 2018-07-01' 'conflicts --explained' 'due --at 2018-10-01' missions sources stats; do
    for f in json jsonl csv tsv md html table; do try 0 $verb -r "$q" --format $f; done
    if command -v python3 >/dev/null; then
        try 0 $verb -r "$q" --json
        ok "$verb: json parses" 'python3 -c "import json,sys; assert json.load(open(sys.argv[1]))" "$dir/out"'
        try 0 $verb -r "$q" --csv
        ok "$verb: csv is even" 'python3 -c "import csv,sys; r=list(csv.reader(open(sys.argv[1],newline=\"\"))); assert len(r)>1 and len({len(x) for x in r})==1" "$dir/out"'
    fi
    COLUMNS=80 "$INZET" $verb -r "$q" > "$dir/out" 2>"$dir/err"
    ok "$verb: fits 80 columns" '[ "$(LC_ALL=C.UTF-8 wc -L < "$dir/out")" -le 80 ]'
done
sed 's/^about\t-\tn\*0.9\tn\tn\*1.1/about\t-\tn*0.5\tn\tn*2/' data/nl/hedge-intervals.tsv > "$dir/hedges.tsv"
try 0 at 2018-07-02 -r "$q" --hedges "$dir/hedges.tsv"
try 0 history -r "$q" --hedges data/nl/hedge-intervals.tsv --csv
ok 'the shipped hedges by name' 'cmp -s "$dir/voor.csv" "$dir/out"'
try 2 at 2018-07-02 -r "$q" --hedges "$article"
try 3 at 2018-07-02 -r "$q" --hedges "$dir/nergens.tsv"
try 2 list -r "$q" --learned
try 0 list -r "$q" --learned --known 2100-01-01
try 0 list -r "$q" --at 2018-06-01
ok 'list on a day' 'says " 43 " out && ! says " 105 " out'

# A draft against it.
printf ' date 2018-07-03 Concept\n\nBelgië heeft nu 43 militairen in Irak voor operatie Inherent Resolve.\n' > "$dir/fout.txt"
printf ' date 2018-07-02 Concept\n\nBelgië heeft nu 160 militairen in Irak voor operatie Inherent Resolve.\n' > "$dir/goed.txt"
printf ' date 2018-07-02 Concept\n\nFrankrijk heeft nu 70 militairen in Tsjaad.\n' > "$dir/onbekend.txt"
try 1 check -r "$q" "$dir/fout.txt"
ok 'a contradiction and what the register has' 'says "^contradicted .* 43 " out && says "register .* 160 .*carried 1 d  *1  c" out && says "contradicts" err'
try 0 check -r "$q" "$dir/goed.txt"
ok 'confirmed' 'says "^confirmed" out'
try 0 check -r "$q" "$dir/onbekend.txt"
ok 'unknown' 'says "^unknown" out && ! says "register" out'
try 1 check -r "$q" --jsonl "$dir/goed.txt" "$dir/fout.txt"
ok 'several drafts' '[ "$(wc -l < "$dir/out")" = 2 ] && says "\"result\":\"contradicted\"" out && says "\"origins\":1" out'
for f in json csv tsv md html; do try 0 check -r "$q" --format $f "$dir/goed.txt"; done
try 1 check -r "$q" --format html "$dir/goed.txt" "$dir/fout.txt"
ok 'a draft as a page, marked up' 'says "<mark class=\"contradicted\">" out && says "<mark class=\"confirmed\">" out && says "</html>" out && ! says "<script" out'
try 3 check -r "$q" "$dir/nergens.txt" "$dir/goed.txt"
try 0 check -r "$q" "$dir/none.txt"
ok 'a draft without claims' 'says "names no contribution" err'
try 0 stats -r "$q" --json
ok 'a draft is not kept' 'says "\"documents\":3" out'

# Corrections.
try 0 list -r "$q" --country BE --jsonl
mei=$(sed -n '/ 43 /s/{"id":"\([^"]*\)".*/\1/p' "$dir/out")
krant=$(sed -n '/ 160 /s/{"id":"\([^"]*\)".*/\1/p' "$dir/out")
try 2 reject -r "$q" "$krant"
ok 'a correction says why' 'says "\-\-note" err'
try 2 reject -r "$q" "$mei" cffff --note x
ok 'one wrong name, nothing done' 'says "no claim begins" err'
try 0 reject -r "$q" "$krant" --note 'telling van een oefening' --dry-run
try 0 ledger -r "$q"
ok 'nothing was kept so far' '[ ! -s "$dir/out" ] && says "no corrections" err'
try 0 reject -r "$q" "$(printf %.8s "$krant")" --note 'telling van een oefening' --who jan
ok 'the correction has an id' 'says "^k[0-9a-f]\{16\}  reject c" out'
id=$(cut -d" " -f1 "$dir/out")
try 0 at 2018-07-02 -r "$q"
ok 'a rejected claim takes part in no answer' 'says " 105 " out && ! says " 160 " out'
try 0 conflicts -r "$q"
ok 'nor in a conflict' '[ ! -s "$dir/out" ]'
try 0 undo -r "$q" "$id" --note 'toch goed'
try 0 at 2018-07-02 -r "$q"
ok 'undone' 'says " 160 " out'
try 2 edit -r "$q" "$mei" quantity=veel --note x
try 2 edit -r "$q" "$mei" kleur=rood --note x
try 2 edit -r "$q" "$mei" 44 --note x
try 0 edit -r "$q" "$mei" quantity=44 end=2018-06-01 --note 'volgens het ministerie'
ok 'two fields, two corrections' '[ "$(wc -l < "$dir/out")" = 2 ]'
try 0 history -r "$q" --country BE
ok 'an edit counts' 'says "2018-05-04  2018-06-01  44 " out'
try 0 accept -r "$q" "$mei" "$krant" --note 'nagezien'
try 0 link -r "$q" "$mei" "$krant" --note 'deel ervan'
try 2 link -r "$q" "$mei" --note x
try 0 split -r "$q" "$mei" 'eerste lichting' --note 'andere groep'
try 0 join -r "$q" "$mei" "$krant" --note 'zelfde groep'
try 2 undo -r "$q" k --note x
ok 'an undo needs one correction' 'says "several corrections" err'
try 0 ledger -r "$q"
ok 'the ledger has state and reason' 'says "undone" out && says "holds" out && says "telling van een oefening" out && says " jan " out'
for f in json csv tsv md html; do try 0 ledger -r "$q" --format $f; done
try 0 ledger -r "$q" --jsonl
cp "$dir/out" "$dir/ledger.jsonl"
collega="$dir/collega.inzet"
try 0 read -r "$collega" "$vraag"
try 0 ledger -r "$collega" --import "$dir/ledger.jsonl" --dry-run
ok 'a dry import does nothing' 'says "9 of 9 corrections are new; nothing was done" err'
try 0 ledger -r "$collega" --import "$dir/ledger.jsonl"
try 0 ledger -r "$collega" --import "$dir/ledger.jsonl"
ok 'a second import changes nothing' 'says "0 of 9" err'
try 0 ledger -r "$collega" --jsonl
ok 'out and in gives the same ledger' 'cmp -s "$dir/out" "$dir/ledger.jsonl"'
sed 's/oefening/parade/' "$dir/ledger.jsonl" > "$dir/vals.jsonl"
try 2 ledger -r "$collega" --import "$dir/vals.jsonl"
ok 'a changed ledger is refused' 'says "was changed" err'
try 2 ledger -r "$collega" --import "$article"
ok 'no ledger: which line' 'says "bericht.txt:1" err'
try 3 ledger -r "$collega" --import "$dir/nergens.jsonl"
try 3 accept -r "$dir/nergens.inzet" c1 --note x

# Many files share transactions; many new claims are followed by a rebuild.
mkdir -p "$dir/veel"
i=0
while [ $i -lt 20 ]; do
    i=$((i + 1))
    awk -v d=$i 'BEGIN { printf " date 2018-05-%02d Reeks\n", d; for (n = 1; n <= 270; n++) printf "\nBelgië heeft nu %d militairen in Irak voor operatie Inherent Resolve.\n", 1000 * d + n }' > "$dir/veel/$i.txt"
done
try 0 read -r "$dir/veel.inzet" -o "$dir/veel.out" "$dir/veel"
ok 'kept after the group has ended' 'says "20 new" err'
try 0 read -r "$dir/veel.inzet" -o "$dir/veel.out" "$dir/veel"
ok 'and known the second time' 'says "0 new, 0 re-read, 20 known" err'
try 0 stats -r "$dir/veel.inzet" --json
ok 'rebuilt by itself' 'says "\"documents\":20" out && says "\"pending\":0" out'

# explain and lint.
try 0 explain "$article"
ok 'explain shows candidates' 'says "candidate" out && says "stage.rules:" out'
try 0 explain --format html "$article"
ok 'explain as a page' 'says "<blockquote>" out && ! grep -Eq "(src|href)=|<script" "$dir/out"'
try 0 lint data/nl/lexicon/missions.tsv data/nl/lexicon/numbers.tsv data/nl/stage.rules data/nl/time.rules
printf 'id\tnames\n' > "$dir/missions.tsv"
try 2 lint "$dir/missions.tsv"
ok 'lint says where' 'says "missions.tsv:1" err'
printf 'find (' > "$dir/kapot.rules"
try 2 lint "$dir/kapot.rules"
ok 'lint says the column' 'says "kapot.rules:1:[0-9]" err'
try 2 lint "$article"
try 3 lint "$dir/nergens.tsv"

# Completions and the man page.
for shell in bash zsh fish; do
    try 0 completion $shell
    ok "$shell completes verbs and options" 'says "explain" out && says "publisher-country" out'
    if command -v $shell >/dev/null; then ok "$shell reads it" '$shell -n "$dir/out"'; fi
done
try 0 help --man
ok 'man page' 'head -n 1 "$dir/out" | grep -q "^.TH INZET 1"'
if command -v man >/dev/null; then ok 'man reads it' '[ -z "$(man -l --warnings "$dir/out" 2>&1 >/dev/null)" ]'; fi

# Stopped during a read that waits for more. TERM has the same handler as Ctrl-C, which a shell without a terminal does not pass on.
mkfifo "$dir/pijp"
exec 9<>"$dir/pijp"
"$INZET" read -r "$reg" "$article" "$dir/pijp" > "$dir/out" 2>"$dir/err" 9>&- &
pid=$!
i=0
while [ $i -lt 100 ] && ! { readlink "/proc/$pid/exe" | grep -q "$(basename "$INZET")" && ls -l "/proc/$pid/fd" | grep -q pijp; } 2>/dev/null; do sleep 0.1; i=$((i + 1)); done
kill -TERM $pid
( sleep 20; kill -KILL $pid 2>/dev/null ) &
watch=$!
wait $pid 2>/dev/null
got=$?
kill $watch 2>/dev/null
exec 9>&-
ok 'stopping ends with 130' '[ $got = 130 ]'
ok 'and says what was kept' 'says "stopped; 1 text had been read and is kept" err'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
