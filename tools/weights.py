#!/usr/bin/env python3
"""Fits data/nl/weights.tsv: how likely a candidate is a contribution, from texts with gold claims.

    weights.py CANDIDATES.jsonl GOLD.jsonl [CANDIDATES.jsonl GOLD.jsonl ...] [--skip IDS.txt] [--l2 X] [--threshold T] > data/nl/weights.tsv

CANDIDATES is what build/tools/candidates prints: every candidate with its features. GOLD `-`: texts in which nothing is right. A candidate is right when it pairs with a
gold claim (same giver, asset and number, overlapping evidence). Logistic regression with L2 by gradient steps; folds are whole documents, so
the table of reliability on standard error speaks of texts not used in fitting. Plain Python: a minute for a thousand candidates.
"""
import json, math, os, random, re, sys

STAGE_ONLY = ("story.", "their.", "is.")  # where a contribution stands; whether it is one hangs on other things

def text(e):
    if isinstance(e, dict): e = e.get("text", "")
    return re.sub(r"\W+", " ", e or "").strip().lower()

def number(c):
    q = c.get("quantity")
    n = q.get("n") if q else None
    return tuple(n) if isinstance(n, list) else n

def affinity(g, f):
    if g["contributor"] != f["contributor"] or g["asset"] != f["asset"] or number(g) != number(f): return 0
    a, b = text(g["evidence"]), text(f["evidence"])
    x, y = set(a.split()), set(b.split())
    over = 1.0 if a in b or b in a else len(x & y) / max(1, min(len(x), len(y)))
    same = number(g) is not None and text(g["quantity"]["words"]) == text(f["quantity"]["words"])
    if over < 0.6 and not same: return 0
    return 10 + 5 * over + 2 * (g["stage"] == f["stage"]) + (g["mission"] == f["mission"])

def load(path):
    out = {}
    if path == "-": return out
    for line in open(path, encoding="utf-8"):
        if line.strip():
            r = json.loads(line)
            out[os.path.splitext(os.path.basename(str(r["doc"])))[0]] = r["claims"]
    return out

def samples(found, gold, skip):
    for d in sorted(found):
        if d in skip: continue
        G, F = gold.get(d, []), found[d]
        order = sorted(((affinity(g, f), i, j) for i, g in enumerate(G) for j, f in enumerate(F)), key=lambda t: (-t[0], t[1], t[2]))
        used, right = set(), {}
        for s, i, j in order:
            if s <= 0: break
            if i in used or j in right: continue
            used.add(i); right[j] = bool(G[i].get("optional"))
        for j, f in enumerate(F):
            if right.get(j): continue
            yield d, frozenset(n for n in f["features"].split() if not n.startswith(STAGE_ONLY)), j in right
        yield d, None, len([g for g in G if not g.get("optional")])

def fit(data, names, l2, steps=400):
    w = {n: 0.0 for n in names}; bias = 0.0
    speed = {n: 0.0 for n in names}; sb = 0.0
    rate = 0.6
    for step in range(steps):
        grad = dict.fromkeys(names, 0.0); gb = 0.0
        for x, y in data:
            z = bias + sum(w[n] for n in x if n in w)
            e = 1 / (1 + math.exp(-max(-30, min(30, z)))) - y
            gb += e
            for n in x:
                if n in grad: grad[n] += e
        m = len(data)
        sb = 0.9 * sb - rate * gb / m; bias += sb
        for n in names:
            speed[n] = 0.9 * speed[n] - rate * (grad[n] + l2 * w[n]) / m
            w[n] += speed[n]
    return w, bias

def score(w, bias, x): return 1 / (1 + math.exp(-(bias + sum(w.get(n, 0) for n in x))))

def main(argv):
    skip, l2, target, paths = set(), 5.0, None, []
    it = iter(argv)
    for a in it:
        if a == "--skip": skip = set(open(next(it)).read().split())
        elif a == "--l2": l2 = float(next(it))
        elif a == "--threshold": target = float(next(it))
        else: paths.append(a)
    docs, total = {}, 0
    for c, g in zip(paths[::2], paths[1::2]):
        for d, x, y in samples(load(c), load(g), skip):
            if x is None: total += y
            else: docs.setdefault((g, d), []).append((x, y))
    count = {}
    for rows in docs.values():
        for x, _ in rows:
            for n in x: count[n] = count.get(n, 0) + 1
    names = sorted(n for n in count if count[n] >= 5)
    keys = sorted(docs); random.Random(1).shuffle(keys)
    held = []
    for k in range(5):
        train = [s for i, d in enumerate(keys) if i % 5 != k for s in docs[d]]
        w, b = fit(train, names, l2)
        held += [(score(w, b, x), y) for i, d in enumerate(keys) if i % 5 == k for x, y in docs[d]]
    best = (0, 0.5)
    for t in range(20, 80, 2):
        keep = [y for s, y in held if s >= t / 100]
        p, r = sum(keep) / max(1, len(keep)), sum(keep) / max(1, total)
        f = 2 * p * r / max(1e-9, p + r)
        print(f"threshold {t/100:.2f}  precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}", file=sys.stderr)
        best = max(best, (f, t / 100))
    print("reliability (held out): score band, candidates, share right", file=sys.stderr)
    for k in range(10):
        band = [y for s, y in held if k / 10 <= s < (k + 1) / 10 or (k == 9 and s == 1)]
        if band: print(f"  {k/10:.1f}-{(k+1)/10:.1f}  {len(band):5}  {sum(band)/len(band):.2f}", file=sys.stderr)
    w, b = fit([s for d in keys for s in docs[d]], names, l2)
    print(f"# Weights of features and hints (data/nl/hints.rules); fitted by tools/weights.py on {len(docs)} texts with gold claims. Do not edit by hand.")
    print(f"bias\t{b:.3f}\nthreshold\t{target if target is not None else best[1]:.2f}")
    for n in names:
        if abs(w[n]) >= 0.01: print(f"{n}\t{w[n]:.3f}")

if __name__ == "__main__":
    if len(sys.argv) < 3: print(__doc__); sys.exit(2)
    main(sys.argv[1:])
