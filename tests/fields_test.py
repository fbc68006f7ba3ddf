#!/usr/bin/env python3
"""Times, speakers, requesters, deciders and publication days of the texts in tests/cases/fields.tsv. Usage: fields_test.py [CASES]"""
import json, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INZET = os.environ.get("INZET") or os.path.join(ROOT, os.environ.get("BUILD", "build"), "inzet")


def cases(path):
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            yield [number] + line.split("\t")


def shown(value):
    if value is None:
        return "-"
    if isinstance(value, dict):
        return value["iso"] if "iso" in value else (value["earliest"] or "") + ".." + (value["latest"] or "")
    return "|".join(value) if isinstance(value, list) else value


def found(document, claim, field):
    if int(claim) == 0:
        return shown(document[field])
    if len(document["claims"]) < int(claim):
        return f"no claim {claim}"
    return shown(document["claims"][int(claim) - 1][field])


def main():
    rows = list(cases(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "tests/cases/fields.tsv")))
    with tempfile.TemporaryDirectory() as folder:
        for number, published, text, *_ in rows:
            head = "" if published == "-" else f" date {published} "
            with open(os.path.join(folder, f"{number:04}.txt"), "w", encoding="utf-8") as f:
                f.write(head + text.replace(" // ", "\n\n").replace(" / ", "\n") + "\n")
        out = subprocess.run([INZET, "read", "--no-register", "-q", "--jsonl", folder], stdout=subprocess.PIPE, check=False).stdout
    documents = {os.path.basename(d["doc"]): d for d in map(json.loads, out.decode().splitlines())}
    failed = 0
    for number, published, text, claim, field, value in rows:
        got = found(documents[f"{number:04}.txt"], claim, field)
        if got != value:
            failed += 1
            print(f"FAILED line {number}: {field} is {got}, not {value}: {text}")
    print(f"{len(rows) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
