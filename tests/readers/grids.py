"""Holds the files of tests/export_loader.c against its cells, each opened by a reader of others: grids.py FOLDER ROWS."""
import codecs, csv, datetime, html.parser, json, os, re, subprocess, sys

COLUMNS = "text number whole bool day when list address places host id".split()
passed, failed = 0, 0


def check(name, fine, more=""):
    global passed, failed
    if fine:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name} {more}"[:600])


def each_byte(error):
    """A byte that begins no character is one U+FFFD, as inzet has it."""
    return "\ufffd", error.start + 1


codecs.register_error("each_byte", each_byte)


def read_texts(folder, name):
    data, at, cells = open(os.path.join(folder, name), "rb").read(), 0, []
    while at < len(data):
        n = int.from_bytes(data[at:at + 4], "little")
        cells.append(data[at + 4:at + 4 + n].decode("utf-8", "each_byte"))
        at += 4 + n
    return cells


def read_cells(folder):
    cells = read_texts(folder, "cells")
    return [dict(zip(COLUMNS, cells[i:i + len(COLUMNS)])) for i in range(0, len(cells), len(COLUMNS))]


def members(text):
    if not text:
        return []
    pieces = text.split(";")
    if pieces[-1] == "":
        pieces.pop()
    return [p.strip(" \t\n\r\v\f") for p in pieces]


def day(text):
    return datetime.date.fromisoformat(text)


def as_json(row, nul="\0"):
    out = {}
    for name, text in row.items():
        text = text.replace("\0", nul)
        if name in ("list", "places", "host"):
            out[name] = members(text)
        elif not text:
            out[name] = None
        elif name == "number":
            out[name] = float(text)
        elif name == "whole":
            out[name] = int(text)
        elif name == "bool":
            out[name] = text == "true"
        else:
            out[name] = text
    return out


def test_json(folder, rows):
    path = os.path.join(folder, "grid.json")
    found = json.load(open(path, encoding="utf-8"))
    lines = [json.loads(x) for x in open(os.path.join(folder, "grid.jsonl"), encoding="utf-8", newline="\n")]
    check("json: rows", len(found) == len(rows) == len(lines), f"{len(found)} {len(lines)}")
    for want, got, line in zip(rows, found, lines):
        want = as_json(want)
        check("json", got == want, f"{got} {want}")
        check("jsonl", line == want, f"{line} {want}")


def test_csv(folder, rows):
    found = list(csv.DictReader(open(os.path.join(folder, "grid.csv"), encoding="utf-8", newline="")))
    check("csv: rows", len(found) == len(rows), f"{len(found)}")
    for want, got in zip(rows, found):
        want = {k: v.replace("\0", "\ufffd") for k, v in want.items()}
        check("csv", got == want, f"{got} {want}")


def test_tsv(folder, rows):
    back = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}
    lines = open(os.path.join(folder, "grid.tsv"), encoding="utf-8", newline="").read().split("\n")
    check("tsv: rows", len(lines) == len(rows) + 2 and lines[0].split("\t") == COLUMNS, f"{len(lines)}")
    for want, line in zip(rows, lines[1:]):
        got = [re.sub(r"\\[tnr\\]", lambda m: back[m.group()], x) for x in line.split("\t")]
        check("tsv", got == [v.replace("\0", "\ufffd") for v in want.values()], f"{got} {want}")


def in_sheet(name, text):
    """What the cell of a spreadsheet should hold."""
    if not text:
        return None
    if name in ("number", "whole"):
        return float(text)
    if name == "bool":
        return text == "true"
    if name in ("day", "when") and len(text) == 10 and text >= "1900-03-01":
        return datetime.datetime.combine(day(text), datetime.time())
    text = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) < 32000 else text[:32000]


def test_xlsx(folder, rows):
    try:
        import openpyxl
    except ImportError:
        print("skipped: no python3-openpyxl, so no workbook was opened")
        return
    import warnings
    warnings.simplefilter("ignore")
    book = openpyxl.load_workbook(os.path.join(folder, "grid.xlsx"))
    check("xlsx: sheets", book.sheetnames == ["claims"] + [f"claims {n}" for n in range(2, (len(rows) - 1) // 999 + 2)], str(book.sheetnames))
    at = 0
    for sheet in book:
        lines = list(sheet.iter_rows())
        check("xlsx: heading", [c.value for c in lines[0]] == COLUMNS and sheet.freeze_panes == "A2" and sheet.auto_filter.ref)
        for line in lines[1:]:
            want = {k: in_sheet(k, v) for k, v in rows[at].items()}
            at += 1
            for name, cell in zip(COLUMNS, line):
                value = cell.value
                if isinstance(value, str):
                    value = re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), value)
                    check("xlsx: text is text", cell.data_type != "f", value)
                    if len(value) > 32000:
                        value = value[:32000] if value.endswith("\u2026") else value
                check("xlsx " + name, value == want[name], f"{value!r} {want[name]!r}")
                link = cell.hyperlink.target if cell.hyperlink else None
                check("xlsx: links", link is None or (name == "address" and link.startswith("http") and link.split("#")[0] == rows[at - 1]["address"].split("#")[0]), str(link))
    check("xlsx: rows", at == len(rows), str(at))


def test_parquet(folder, rows):
    path = os.path.join(folder, "grid.parquet")
    try:
        import duckdb
    except ImportError:
        print("skipped: no DuckDB (tools/setup.sh test gets it by pip), so Parquet was opened by no reader of others")
        return
    kinds = dict((r[0], r[1]) for r in duckdb.sql(f"describe select * from '{path}'").fetchall())
    check("parquet: types", kinds == {"text": "VARCHAR", "number": "DOUBLE", "whole": "BIGINT", "bool": "BOOLEAN", "day": "DATE", "when": "VARCHAR",
                                      "list": "VARCHAR[]", "address": "VARCHAR", "places": "VARCHAR[]", "host": "VARCHAR[]", "id": "VARCHAR"}, str(kinds))
    found = duckdb.sql(f"select * from '{path}'").fetchall()
    check("parquet: rows", len(found) == len(rows), str(len(found)))
    for want, got in zip(rows, found):
        want = as_json(want, "\ufffd")
        want["day"] = day(want["day"]) if want["day"] else None
        check("parquet", list(got) == list(want.values()), f"{got} {want}")


def positions(geometry):
    return [] if geometry is None else [geometry["coordinates"]] if geometry["type"] == "Point" else geometry["coordinates"]


def test_geojson(folder, rows):
    data = json.load(open(os.path.join(folder, "grid.geojson"), encoding="utf-8"))
    check("geojson: rows", data["type"] == "FeatureCollection" and len(data["features"]) == len(rows))
    for want, got in zip(rows, data["features"]):
        properties = dict(got["properties"])
        of = properties.pop("point_of")
        at = positions(got["geometry"])
        check("geojson", got["type"] == "Feature" and got.get("id", "") == want["id"] and properties == as_json(want), str(got))
        check("geojson: points", all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in at) and (of is None) == (at == []), str(got))
        gao = "Gao" in want["places"] and want["host"] in ("", "ML")
        check("geojson: a place where its host allows it", not gao or of == "place", str(got))
        check("geojson: no place, then the host", of != "host" or any(h in want["host"] for h in ("ML", "IQ", "red_sea")), str(got))


class Table(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.cell, self.odd = [], None, []

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = ""
        elif tag not in ("table", "thead", "tbody", "p"):
            self.odd.append(tag)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def plain(text):
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text)


def test_html(folder, rows):
    t = Table()
    t.feed(open(os.path.join(folder, "grid.html"), encoding="utf-8", newline="").read())
    check("html: rows", len(t.rows) == len(rows) + 1 and not t.odd, f"{len(t.rows)} {t.odd[:5]}")
    for want, got in zip(rows, t.rows[1:]):
        check("html", got == [plain(v) for v in want.values()], f"{got} {want}")


def test_markdown(folder, rows):
    try:
        page = subprocess.run(["cmark-gfm", "-e", "table", os.path.join(folder, "grid.md")], capture_output=True, check=True).stdout.decode("utf-8")
    except FileNotFoundError:
        print("skipped: no cmark-gfm, so no Markdown was rendered")
        return
    t = Table()
    t.feed(page)
    check("md: rows", len(t.rows) == len(rows) + 1 and not t.odd, f"{len(t.rows)} {t.odd[:5]}")
    squeeze = lambda s: re.sub(r"\s+", " ", s).strip()
    for want, got in zip(rows, t.rows[1:]):
        check("md", [squeeze(x) for x in got] == [squeeze(plain(v)) for v in want.values()], f"{got} {want}")


NOTICE = "title words quote source place category".split()


def read_notices(folder):
    texts = read_texts(folder, "notices")
    return [dict(zip(NOTICE, texts[i:i + len(NOTICE)])) for i in range(0, len(texts), len(NOTICE))]


def unescaped(value):
    return re.sub(r"\\([\\;,nN])", lambda m: "\n" if m.group(1) in "nN" else m.group(1), value)


def test_calendar(folder):
    notices = read_notices(folder)
    raw = open(os.path.join(folder, "notices.ics"), "rb").read()
    lines = raw.split(b"\r\n")
    check("ics: lines", all(len(x) <= 75 and b"\n" not in x and b"\r" not in x for x in lines) and lines[-1] == b"")
    for x in lines:
        try:
            x.decode("utf-8")
        except UnicodeDecodeError:
            check("ics: folded between characters", False, str(x))
    unfolded = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
    clean = lambda t: re.sub("[\0-\x08\x0b-\x1f\x7f]", "\ufffd", t.replace("\r\n", "\n"))
    values = lambda name: [unescaped(x[len(name) + 1:]) for x in unfolded if x.startswith(name + ":")]
    for name, field in (("SUMMARY", "title"), ("LOCATION", "place"), ("CATEGORIES", "category")):
        check("ics: " + name, values(name) == [clean(n[field]) for n in notices])
    check("ics: DESCRIPTION", values("DESCRIPTION") == ["\n\n".join(clean(n[k]) for k in ("words", "quote", "source")) for n in notices])
    try:
        import icalendar
        events = list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))
        check("ics: opens", len(events) == len(notices) == len({str(e["UID"]) for e in events}))
    except ImportError:
        print("skipped: no python3-icalendar, so no calendar was opened")


def test_feed(folder):
    import xml.etree.ElementTree as tree
    atom, page = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
    notices = read_notices(folder)
    root = tree.parse(os.path.join(folder, "notices.atom")).getroot()
    clean = lambda t: re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", t.replace("\r\n", "\n").replace("\r", "\n"))
    entries = root.findall(atom + "entry")
    check("atom: entries", len(entries) == len(notices) and root.find(atom + "title").text == "a <b> & c")
    for e, n in zip(entries, notices):
        div = e.find(atom + "content").find(page + "div")
        check("atom: title", e.find(atom + "title").text == clean(n["title"]), f"{e.find(atom + 'title').text!r} {n}")
        check("atom: content", [x.text for x in div] == [clean(n[k]) for k in ("words", "quote", "source")], f"{[x.text for x in div]!r} {n}")
        term = re.sub("[\n\t]", " ", clean(n["category"]))
        check("atom: category", re.sub(" +", " ", e.find(atom + "category").get("term")) == re.sub(" +", " ", term), repr(n["category"]))


def main():
    folder = sys.argv[1]
    rows = read_cells(folder)
    check("cells", len(rows) == int(sys.argv[2]))
    for test in (test_json, test_csv, test_tsv, test_xlsx, test_parquet, test_geojson, test_html, test_markdown):
        test(folder, rows)
    test_calendar(folder)
    test_feed(folder)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
