#!/usr/bin/env python3
"""How well the reader's clauses agree with a treebank in CoNLL-U (plain or .gz):  clauses.py build/clauses FILE...

together   of arguments and adjuncts (nsubj, obj, iobj, obl) and the verb they hang on: how many share a clause
apart      of neighbouring finite verbs in different clauses: how many are in different clauses here
finite     finite verbs: how many are seen as such (recall), and how many seen as such are (precision)
Infinitives under a verb belong to its clause on both sides, as the reader's rules want it.
"""
import gzip
import subprocess
import sys

OWN_CLAUSE = {"csubj", "ccomp", "advcl", "acl", "parataxis"}
NOMINAL = {"nsubj", "obj", "iobj", "obl"}


def sentences(path):
    """(text, words) with words [form, upos, feats, head, deprel, from, to], offsets in bytes."""
    text, words = None, []
    for line in (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8"):
        if line.startswith("# text = "):
            text = line[9:].rstrip("\n")
        elif line.strip() and not line.startswith("#"):
            cell = line.rstrip("\n").split("\t")
            if cell[0].isdigit():
                words.append([cell[1], cell[3], cell[5], int(cell[6]), cell[7], 0, 0])
        elif not line.strip() and words:
            at = 0
            for word in words:
                at = text.index(word[0], at)
                word[5] = len(text[:at].encode())
                at += len(word[0])
                word[6] = len(text[:at].encode())
            yield text, words
            text, words = None, []


def clause_root(words, i):
    """The word that heads the clause of word i."""
    while True:
        head, relation = words[i][3], words[i][4].split(":")[0]
        if head == 0 or relation in OWN_CLAUSE:
            return i
        verbal = words[i][1] in ("VERB", "AUX") or any(w[3] == i + 1 and w[4].split(":")[0] in ("nsubj", "cop") for w in words)
        if relation == "conj" and verbal:
            return i
        i = head - 1


def main(argv):
    together, apart, seen, right = [0, 0], [0, 0], [0, 0], [0, 0]
    for path in argv[2:]:
        bank = list(sentences(path))
        out = subprocess.run([argv[1]], input="\n".join(t for t, _ in bank) + "\n", capture_output=True, text=True, check=True).stdout
        for (_, words), line in zip(bank, out.splitlines()):
            tokens = [x.split(":") for x in line.split()]
            at = {}
            for a, b, clause, form in tokens:
                for byte in range(int(a), int(b)):
                    at[byte] = (int(clause), form)
            found = [at.get(w[5], (None, "-")) for w in words]
            finite = [i for i, w in enumerate(words) if "VerbForm=Fin" in w[2]]
            for i, w in enumerate(words):
                head = w[3] - 1
                if head >= 0 and w[4].split(":")[0] in NOMINAL and words[head][1] == "VERB":
                    together[1] += 1
                    together[0] += found[i][0] == found[head][0]
                if found[i][1] == "F":
                    right[1] += 1
                    right[0] += i in finite
            for i in finite:
                seen[1] += 1
                seen[0] += found[i][1] == "F"
            for i, k in zip(finite, finite[1:]):
                if clause_root(words, i) != clause_root(words, k):
                    apart[1] += 1
                    apart[0] += found[i][0] != found[k][0]
    for name, (x, n) in (("together", together), ("apart", apart), ("finite recall", seen), ("finite precision", right)):
        print(f"{name:18}{x / n if n else 0:.3f}   ({x} of {n})")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__)
        sys.exit(2)
    main(sys.argv)
