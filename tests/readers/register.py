"""What inzet writes of a register with hostile names, addresses and words, opened by readers of others and held against its JSON lines: register.py INZET FOLDER."""
import csv, datetime, html.parser, json, os, pty, re, signal, sqlite3, subprocess, sys, time, xml.dom.minidom, zipfile

passed, failed = 0, 0
TEXTS = {
    "=cmd|'x'!A1, \"q\".txt": "Nederland stuurt tot eind 2018 zo'n 250 militairen naar Gao in Mali, \"zei\" <b>de</b> minister; zij nemen deel aan MINUSMA.\n\n"
                              "De missie MINUSMA telt 12.000 militairen.\n",
    "]]> & komma;.txt": "België levert tot 31 december 2018 zes F-16's vanuit Jordanië aan de coalitie tegen IS, maximaal 110 militairen gaan mee \x01\x1b[31m \ufffe _x0041_.\n",
    "gewoon.txt": "Duitsland heeft 650 militairen in Mali bij MINUSMA. Nederland heeft 30 trainers in Erbil in Irak. In Nergenshuizen zitten 20 Fransen.\n",
    "later.txt": "Nederland haalt de 250 militairen van MINUSMA in de zomer uit Mali terug. Het aantal Nederlandse militairen in Mali is nu 200.\n",
}
ADDRESS = {"gewoon.txt": "https://example.org/a?b=1&c=<2>", "later.txt": "https://example.org/later?x=1&y=2", "]]> & komma;.txt": "javascript:alert(1)"}
PUBLISHED = {"later.txt": "2018-06-20"}


def check(name, fine, more=""):
    global passed, failed
    if fine:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name} {more}"[:600])


class Inzet:
    def __init__(self, program, folder):
        self.program, self.folder, self.register = program, folder, os.path.join(folder, "register.inzet")

    def run(self, *arguments, status=0, register=True):
        arguments = [arguments[0]] + (["-r", self.register] if register else []) + list(arguments[1:])
        p = subprocess.run([self.program] + arguments, capture_output=True, cwd=self.folder, stdin=subprocess.DEVNULL)
        check("status of " + " ".join(arguments), p.returncode == status, f"{p.returncode} {p.stderr.decode('utf-8', 'replace')}")
        return p

    def rows(self, *arguments):
        return [json.loads(x) for x in self.run(*arguments, "--jsonl").stdout.decode("utf-8").split("\n") if x]

    def file(self, name, *arguments):
        path = os.path.join(self.folder, name)
        self.run(*arguments, "-o", path)
        return path


def fill(inzet):
    for name, text in TEXTS.items():
        with open(os.path.join(inzet.folder, name), "w", encoding="utf-8") as f:
            f.write(text)
        inzet.run("read", "-q", "--publisher", "=1+1;\"krant\"", "--publisher-country", "NL", "--published", PUBLISHED.get(name, "2018-05-04"), "--", name)
    db = sqlite3.connect(inzet.register)
    db.execute("DROP TRIGGER document_holds")
    for name, address in ADDRESS.items():
        db.execute("UPDATE document SET address = ? WHERE name = ?", (address, name))
    # A mandate that ends, as a reading of the same sentence.
    db.execute("INSERT INTO mission_claim SELECT (SELECT max(mission_claim) FROM mission_claim) + 1, 'm1', reading, (SELECT max(item) FROM mission_claim) + 1, mission, 'mandate_until', NULL, NULL, NULL, NULL, 1, 17682, 17712, NULL, "
               "'actual', 0, NULL, NULL, 0, NULL, NULL, score FROM mission_claim "
               "ORDER BY mission_claim LIMIT 1")
    db.execute("INSERT INTO mission_evidence SELECT (SELECT max(mission_claim) FROM mission_claim), field, byte_from, byte_to, quote FROM mission_evidence "
               "WHERE field = 'evidence' ORDER BY mission_claim LIMIT 1")
    db.commit()
    db.close()


def test_book(inzet):
    try:
        import openpyxl
    except ImportError:
        print("skipped: no python3-openpyxl, so no workbook was opened")
        return
    path = inzet.file("all.xlsx", "export", "--format", "xlsx")
    again = inzet.file("again.xlsx", "export", "--format", "xlsx")
    check("the same bytes again", open(path, "rb").read() == open(again, "rb").read())
    book = openpyxl.load_workbook(path)
    kinds = "overview claims evidence levels lines conflicts due missions mission_claims documents sources corrections".split()
    check("a sheet for each kind", book.sheetnames == kinds, str(book.sheetnames))
    for sheet in book:
        rows = inzet.rows("export", sheet.title) if sheet.max_row > 1 else []
        check("sheet " + sheet.title, sheet.max_row == len(rows) + 1, f"{sheet.max_row} {len(rows)}")
        names = [c.value for c in sheet[1]]
        for row, line in zip(rows, sheet.iter_rows(min_row=2)):
            for name, cell in zip(names, line):
                want, got = row[name], cell.value
                if isinstance(want, list):
                    want = ";".join(want) or None
                if isinstance(got, datetime.datetime):
                    got = got.date().isoformat()
                if isinstance(want, str) and isinstance(got, str):
                    got = re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), got)
                    want = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", want)
                check(f"sheet {sheet.title}, {name}", got == want and cell.data_type != "f", f"{got!r} {want!r}")
                check("only the net is linked", cell.hyperlink is None or cell.hyperlink.target.startswith("https://example.org/later"))
    check("days are days", any(isinstance(c.value, datetime.datetime) for c in book["due"]["C"]))
    check("an address is a link", any(c.hyperlink for r in book["documents"].iter_rows() for c in r))


def test_parquet(inzet):
    try:
        import duckdb
    except ImportError:
        print("skipped: no DuckDB (tools/setup.sh test gets it by pip), so Parquet was opened by no reader of others")
        return
    for kind in "overview claims evidence levels lines conflicts due missions mission_claims documents sources statements".split():
        if not inzet.run("export", kind, "--jsonl", status=1 if kind == "conflicts" else 0).stdout:
            continue
        path = inzet.file(kind + ".parquet", "export", kind, "--format", "parquet")
        got = duckdb.sql(f"select * from '{path}'")
        names = got.columns
        for want, row in zip(inzet.rows("export", kind), got.fetchall()):
            row = [x.isoformat() if isinstance(x, datetime.date) else x for x in row]
            check("parquet " + kind, dict(zip(names, row)) == want, f"{row} {want}")


def test_statements(inzet):
    found = list(csv.DictReader(inzet.run("export", "statements", "--csv").stdout.decode("utf-8").splitlines(keepends=True)))
    texts = {n: t.encode("utf-8") for n, t in TEXTS.items()}
    check("statements", len(found) > 50)
    for s in found:
        if s["quote"]:
            check("a statement's bytes", texts[s["doc"]][int(s["from"]):int(s["to"])].decode("utf-8") == s["quote"], str(s))
        check("a statement has an entity", s["entity_id"] and s["schema"] in ("Contribution", "Document") and s["dataset"] == "inzet" and len(s["id"]) == 40)
    check("ids of statements", len({s["id"] for s in found}) == len({(s["entity_id"], s["prop"], s["value"]) for s in found}))
    claims = {r["id"] for r in inzet.rows("list")}
    check("every claim is stated", claims == {s["entity_id"] for s in found if s["schema"] == "Contribution"})


def test_geojson(inzet):
    data = json.loads(inzet.run("list", "--format", "geojson").stdout)
    rows = {r["id"]: r for r in inzet.rows("list")}
    check("geojson: all claims", {f["id"] for f in data["features"]} == set(rows))
    for f in data["features"]:
        of = f["properties"].pop("point_of")
        check("geojson: properties", f["properties"] == rows[f["id"]])
        check("geojson: proof", f["properties"]["evidence"] and f["properties"]["doc"])
        check("geojson: geometry", (f["geometry"] is None) == (of is None))


DUE = ["due", "--at", "2018-06-01", "--within", "1y"]


def end_of(row):
    return datetime.date.fromisoformat(row["end_latest"])


def test_calendar(inzet):
    due = inzet.rows(*DUE)
    raw = inzet.run(*DUE, "--format", "ics").stdout
    check("due has something", len(due) >= 3, str(len(due)))
    check("ics: the same bytes again", raw == inzet.run(*DUE, "--format", "ics").stdout)
    check("ics: line ends", raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b""))
    lines = raw.decode("utf-8").split("\r\n")
    check("ics: folded lines", all(len(x.encode("utf-8")) <= 75 for x in lines))
    check("ics: no control characters", not re.search("[\0-\x08\x0b-\x0c\x0e-\x1f\x7f]", raw.decode("utf-8").replace("\r", "")))
    try:
        import icalendar
    except ImportError:
        print("skipped: no python3-icalendar, so no calendar was opened")
        return
    events = list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))
    check("ics: an event for each", len(events) == len(due), f"{len(events)} {len(due)}")
    check("ics: ids", len({str(e["UID"]) for e in events}) == len(events))
    for e, row in zip(events, due):
        start, end = e["DTSTART"].dt, e["DTEND"].dt
        check("ics: day", start == end_of(row) and end == end_of(row) + datetime.timedelta(1), str(e))
        check("ics: stamp", e["DTSTAMP"].dt.date().isoformat() == row["published"])
        words = str(e["DESCRIPTION"])
        quote = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", row["evidence"])
        check("ics: quote", quote in words, words)
        check("ics: what is not sure is said", row["end_earliest"] == row["end_latest"] or "some day from" in words or "at the latest" in words, words)


def test_feeds(inzet):
    changes = ["diff", "2018-05-10", "2018-07-01"]
    schema = os.path.join(os.path.dirname(os.path.abspath(__file__)), "atom.rng")
    for name, question in (("due", DUE), ("diff", changes)):
        path, rows = inzet.file(name + ".atom", *question, "--format", "atom"), inzet.rows(*question)
        check(name + " has something", len(rows) > 0)
        try:
            p = subprocess.run(["xmllint", "--noout", "--relaxng", schema, path], capture_output=True)
            check("atom: schema", p.returncode == 0, p.stderr.decode("utf-8", "replace"))
        except FileNotFoundError:
            print("skipped: no xmllint, so no feed was held against the schema")
        try:
            import feedparser
        except ImportError:
            print("skipped: no python3-feedparser, so no feed was opened")
            continue
        feed = feedparser.parse(path)
        check("atom: opens", not feed.bozo and feed.version == "atom10", str(feed.get("bozo_exception")))
        check("atom: entries", len(feed.entries) == len(rows) == len({e.id for e in feed.entries}), f"{len(feed.entries)} {len(rows)}")
        check("atom: updated", feed.feed.updated == max(e.updated for e in feed.entries))
        for e, row in zip(feed.entries, rows):
            check("atom: id", re.fullmatch("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", e.id), e.id)
            check("atom: links", all(x.href.startswith("https://example.org/") for x in e.get("links", [])))
            check("atom: title", (row["contributor"] or row["mission"]) in e.title, e.title)


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.refs, self.open, self.cells, self.tags = set(), [], [], [], set()

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.tags.add(tag)
        if "id" in a:
            self.ids.add(a["id"])
        if tag == "a":
            self.refs.append(a["href"])
        if tag == "tr":
            self.cells.append(0)
        if tag in ("td", "th"):
            self.cells[-1] += 1
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag):
        check("html: nesting", self.open and self.open[-1] == tag, f"{self.open} {tag}")
        self.open.pop()


def test_overview(inzet):
    rows = inzet.rows("export", "overview", "--at", "2018-06-15")
    page = inzet.run("export", "overview", "--at", "2018-06-15", "--format", "html").stdout.decode("utf-8")
    p = Page()
    p.feed(page)
    check("html: whole", not p.open and len(set(p.cells)) == 1 and len(p.cells) == len(rows) + 1, f"{p.open} {p.cells}")
    check("html: notes", p.refs and all(r[1:] in p.ids for r in p.refs if r[0] == "#"))
    check("html: links go to the net", all(r[0] == "#" or r.startswith("https://example.org/") for r in p.refs), str(p.refs))
    check("html: hostile words are words", not p.tags & {"b", "script"} and "\x1b" not in page)
    text = inzet.run("export", "overview", "--at", "2018-06-15", "--format", "md").stdout.decode("utf-8")
    check("md: each note once", sorted(set(re.findall(r"(?m)^\[\^(\d+)\]:", text)), key=int) == [str(n) for n in range(1, len(re.findall(r"(?m)^\[\^", text)) + 1)])
    for row in rows:
        check("a number has a basis and how sure it is", not row["how_many"] or (row["basis"] and row["certainty"] and row["sources"]), str(row))
    try:
        shown = subprocess.run(["cmark-gfm", "-e", "table", "-e", "footnotes"], input=text.encode("utf-8"), capture_output=True, check=True).stdout.decode("utf-8")
    except FileNotFoundError:
        print("skipped: no cmark-gfm, so no Markdown was rendered")
        return
    check("md: a table and its notes", shown.count("<tr>") == len(rows) + 1 and shown.count("footnote-ref") >= len(rows) and "[^" not in shown, shown[-600:])
    check("md: hostile words are words", "<b>" not in shown and "<script" not in shown)


def ends_as_xml(path):
    book = zipfile.ZipFile(path)
    for name in book.namelist():
        xml.dom.minidom.parseString(book.read(name))
        yield True


def test_stopped(inzet):
    path = os.path.join(inzet.folder, "stopped.jsonl")
    p = subprocess.Popen([inzet.program, "read", "--no-register", "--jsonl", "-o", path, "gewoon.txt", "-"], cwd=inzet.folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.5)
    p.send_signal(signal.SIGINT)
    said = p.stderr.read()
    check("stopped: no half file", p.wait() == 130 and b"was not written" in said and not [x for x in os.listdir(inzet.folder) if x.startswith("stopped")], str(said))
    p.stdin.close()
    p = subprocess.Popen([inzet.program, "values", "-o", path, "-"], cwd=inzet.folder, stdin=subprocess.PIPE)
    time.sleep(0.5)
    p.send_signal(signal.SIGTERM)
    check("killed: no half file", p.wait() == -signal.SIGTERM and not [x for x in os.listdir(inzet.folder) if x.startswith("stopped")])
    p.stdin.close()


def test_files(inzet):
    path = os.path.join(inzet.folder, "kept.csv")
    with open(path, "w") as f:
        f.write("before")
    limit = f"trap '' XFSZ; ulimit -f 1; exec {inzet.program} export evidence -r {inzet.register} --csv -o {path}"
    p = subprocess.run(["sh", "-c", limit], capture_output=True)
    check("a full disk: told", p.returncode == 5, f"{p.returncode} {p.stderr}")
    check("a full disk: what was there is there", open(path).read() == "before")
    for blocks in (4, 20, 40, 60, 80, 100, 120, 140):
        lower = limit.replace("export evidence", "export").replace("--csv", "--format xlsx").replace("-f 1;", f"-f {blocks};")
        p = subprocess.run(["sh", "-c", lower], capture_output=True)
        whole = p.returncode == 0 and zipfile.ZipFile(path).testzip() is None and all(ends_as_xml(path))
        check("a full disk under a workbook", whole or (p.returncode == 5 and open(path, "rb").read() == b"before"), f"{blocks} {p.returncode} {p.stderr}")
        if p.returncode == 0:
            with open(path, "w") as f:
                f.write("before")
    p = subprocess.run([inzet.program, "export", "nonsense", "-r", inzet.register, "-o", path], capture_output=True)
    check("a mistake: what was there is there", p.returncode == 2 and open(path).read() == "before")
    os.chmod(path, 0o640)
    os.symlink(path, path + ".link")
    inzet.run("list", "--csv", "-o", path + ".link")
    check("a link stays one, a mode too", os.path.islink(path + ".link") and open(path).read().startswith("id,") and os.stat(path).st_mode & 0o777 == 0o640)
    check("nothing is left behind", not [x for x in os.listdir(inzet.folder) if x.startswith("kept.csv.") and x != "kept.csv.link"], str(os.listdir(inzet.folder)))
    check("nowhere to write", inzet.run("list", "--csv", "-o", os.path.join(inzet.folder, "no", "x.csv"), status=5).stderr)


def test_terminal(inzet):
    for f in ("xlsx", "parquet"):
        us, them = pty.openpty()
        p = subprocess.run([inzet.program, "list", "-r", inzet.register, "--format", f], stdout=them, stderr=subprocess.PIPE)
        os.close(them)
        os.close(us)
        check("nothing binary on a terminal", p.returncode == 2 and b"-o list." + f.encode() in p.stderr, str(p))
        check("but into a pipe", len(inzet.run("list", "--format", f).stdout) > 1000)


def test_mistakes(inzet):
    check("one table a file", b"holds one table" in inzet.run("export", "claims", "due", "--csv", status=2).stderr)
    check("nearest kind", b"`claims`" in inzet.run("export", "clams", status=2).stderr)
    check("no calendar of missions", b"ics" in inzet.run("export", "missions", "--format", "ics", status=2).stderr)
    inzet.run("stats", "--format", "geojson", status=2)
    inzet.run("list", "--format", "ics", status=2)
    several = inzet.run("export", "claims", "missions", "--format", "md").stdout.decode("utf-8")
    check("several tables on a page", "## claims" in several and "## missions" in several)


def test_read(inzet):
    for f, begin in (("xlsx", b"PK"), ("parquet", b"PAR1"), ("geojson", b"{")):
        out = inzet.run("read", "--no-register", "--format", f, "gewoon.txt", register=False).stdout
        check("read --format " + f, out.startswith(begin))
    check("an empty answer is a table too", inzet.run("list", "--country", "ZW", "--format", "parquet", status=1).stdout.startswith(b"PAR1"))


def main():
    inzet = Inzet(sys.argv[1], sys.argv[2])
    fill(inzet)
    for test in (test_book, test_parquet, test_statements, test_geojson, test_calendar, test_feeds, test_overview, test_files, test_stopped, test_terminal, test_mistakes, test_read):
        test(inzet)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
