#!/usr/bin/env python3
"""Every range in the output of `inzet read --jsonl` holds the bytes that it quotes.

Over examples/, tests/blind and the fuzz corpus, and over the reference texts where they lie beside the checkout; also the same texts with a byte
order mark, with other line ends and in windows-1252. Field ranges must lie in the document and on character bounds; the words
of a quantity, a boundary in time, a duration, a decider, a requester and a speaker must be the bytes of their range.
"""
import glob, json, os, subprocess, sys, tempfile

INZET = os.environ.get("INZET") or os.path.join(os.environ.get("BUILD", "build"), "inzet")
passed, failed = 0, 0


def shown(b):
    """Bytes as inzet writes them in JSON: each odd byte is one U+FFFD."""
    out, i = [], 0
    while i < len(b):
        for n in (1, 2, 3, 4):
            try:
                out.append(b[i:i + n].decode("utf-8"))
                i += n
                break
            except UnicodeDecodeError:
                continue
        else:
            out.append("\ufffd")
            i += 1
    return "".join(out)


def check(ok, where, what):
    global passed, failed
    if ok:
        passed += 1
    else:
        failed += 1
        if failed < 20:
            print(f"FAILED {where}: {what if not where.startswith('../shared') else what.split(' is ')[0].split(' are ')[0][:60]}")


def bound(b, at):
    return at == len(b) or b[at] & 0xC0 != 0x80


def check_quote(b, e, where, strict):
    inside = 0 <= e["from"] < e["to"] <= len(b)
    check(inside, where, f"range {e['from']}-{e['to']} in {len(b)} bytes")
    if inside:
        check(shown(b[e["from"]:e["to"]]) == e["text"], where, f"quote {e['from']}-{e['to']} is {b[e['from']:e['to']]!r}, not {e['text']!r}")
        if strict:
            check(bound(b, e["from"]) and bound(b, e["to"]), where, "a quote cuts a character")


def check_words(b, r, words, where):
    if words is None:
        return
    check(r is not None, where, "words without a range")
    if r is not None:
        check(shown(b[r["from"]:r["to"]]) == words, where, f"words {r['from']}-{r['to']} are {b[r['from']:r['to']]!r}, not {words!r}")


def check_claim(b, c, where, strict):
    check_quote(b, c["evidence"], f"{where} {c['id']} evidence", strict)
    for field, r in c["ranges"].items():
        ok = 0 <= r["from"] < r["to"] <= len(b)
        check(ok, where, f"{c['id']} {field} {r}")
        check(c["how"].get(field) != "defaulted", where, f"{c['id']} {field} is a default and has a range")
    for field, how in c["how"].items():
        if how == "stated":
            check(field in c["ranges"], where, f"{c['id']} {field} is stated without a range")
    for field in ("quantity", "start", "end", "duration"):
        if c[field]:
            check_words(b, c["ranges"].get(field), c[field]["words"], f"{where} {c['id']} {field}")
    for field in ("decider", "requester", "speaker"):
        check_words(b, c["ranges"].get(field), c[field], f"{where} {c['id']} {field}")


def check_document(d, data, where):
    b = data[d["offset"]:]
    if d["encoding"] == "windows-1252":
        b = data.decode("windows-1252", "replace").encode()
    strict = b.decode("utf-8", "replace").find("\ufffd") < 0
    ids = [c["id"] for c in d["claims"]] + [m["id"] for m in d["mission_claims"]]
    check(len(ids) == len(set(ids)), where, "two claims with one id")
    for c in d["claims"]:
        check_claim(b, c, where, strict)
        for link in c["links"]:
            check(link["to"] in ids and link["to"] != c["id"], where, f"{c['id']} link to {link['to']}")
    for m in d["mission_claims"]:
        check_quote(b, m["evidence"], f"{where} {m['id']}", strict)
        if m["value"] and m["value"].get("at"):
            check_words(b, m["value"]["at"], m["value"]["words"], f"{where} {m['id']} value")
    for u in d["not_coded"]:
        if u["trigger"]:
            check_quote(b, u["trigger"], f"{where} not coded", strict)


def read(paths):
    """Documents by path; a file may give several pieces."""
    p = subprocess.run([INZET, "read", "--no-register", "--jsonl", "-q"] + paths, capture_output=True)
    check(p.returncode in (0, 1, 3), "inzet read", f"status {p.returncode}: {p.stderr[-500:]!r}")
    out = {}
    for line in p.stdout.decode("utf-8").splitlines():
        d = json.loads(line)
        out.setdefault(d["doc"], []).append(d)
    return out, p.stdout


def check_files(paths, where):
    if not paths:
        return
    found, first = read(paths)
    check(read(paths)[1] == first, where, "a second run gives another output")
    claims = 0
    for path in paths:
        data = open(path, "rb").read()
        check(path in found or where == "fuzz corpus", path, "not in the output")
        for d in found.get(path, []):
            check_document(d, data, path)
            claims += len(d["claims"])
    check(claims > 0 or where in ("fuzz corpus", "other"), where, "no claims at all")
    print(f"{where}: {len(paths)} texts, {claims} claims")


def variants(paths, folder):
    """The same texts in other clothes."""
    out = []
    for path in paths:
        data, name = open(path, "rb").read(), os.path.basename(path)
        clothes = {"bom": b"\xef\xbb\xbf" + data, "crlf": data.replace(b"\n", b"\r\n"), "cr": data.replace(b"\n", b"\r"),
                   "flat": data.replace(b"\n", b" "), "half": data[:len(data) // 2 + 1], "zero-width": data.replace(b" ", b" \xe2\x80\x8b")}
        try:
            clothes["1252"] = data.decode("utf-8").encode("windows-1252")
        except UnicodeError:
            pass
        for kind, bytes_ in clothes.items():
            out.append(os.path.join(folder, f"{name}.{kind}.txt"))
            with open(out[-1], "wb") as f:
                f.write(bytes_)
    return out


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    examples = sorted(glob.glob("examples/*.txt"))
    check(len(examples) >= 8, "examples", "fewer than eight texts")
    check_files(examples, "examples")
    for name in ("blind", "corpus", "other", "retold"):
        check_files(sorted(glob.glob(f"tests/{name}/**/*.txt", recursive=True)), name)
    check_files(sorted(p for p in glob.glob("fuzz/corpus/text_fuzz/*") if os.path.isfile(p)), "fuzz corpus")
    with tempfile.TemporaryDirectory() as folder:
        check_files(variants(examples, folder), "examples in other clothes")
    check_files(sorted(glob.glob("../shared/seeds/*.txt")), "seeds")
    check_files(sorted(glob.glob("../shared/dev/text/*.txt")), "dev")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
