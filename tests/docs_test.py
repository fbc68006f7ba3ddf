#!/usr/bin/env python3
"""Examples in the documentation are run: in README.md, CONTRIBUTING.md and docs/*.md, a block ```console holds commands behind `$ ` and what they
print. `inzet` is the built program, examples and the texts of tests/quarrel stand in a copy. --rewrite writes the blocks anew from what is printed now."""
import glob, os, re, shutil, subprocess, sys, tempfile

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def commands(block):
    """Pairs of a command line and its expected output."""
    out = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append([line[2:], []])
        elif out:
            out[-1][1].append(line)
    return out


def run(line, folder, env):
    p = subprocess.run(["sh", "-c", line], cwd=folder, env=env, capture_output=True, timeout=60)
    return (p.stdout + p.stderr).decode("utf-8", "replace").rstrip("\n").split("\n") if p.stdout + p.stderr else []


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    rewrite = "--rewrite" in sys.argv
    program = os.path.abspath(os.environ.get("INZET") or os.path.join(os.environ.get("BUILD", "build"), "inzet"))
    passed, failed, skipped = 0, 0, set()
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "bin"))
        os.symlink(program, os.path.join(folder, "bin", "inzet"))
        shutil.copytree("examples", os.path.join(folder, "examples"))
        shutil.copytree("tests/quarrel", os.path.join(folder, "quarrel"))
        env = dict(os.environ, PATH=os.path.join(folder, "bin") + ":" + os.environ["PATH"], NO_COLOR="1", COLUMNS="110", HOME=folder,
                   XDG_DATA_HOME=os.path.join(folder, "data"), LC_ALL="C.UTF-8")
        for path in ["README.md", "CONTRIBUTING.md"] + sorted(glob.glob("docs/*.md")):
            text = open(path, encoding="utf-8").read()
            new = text
            for block in BLOCK.findall(text):
                written = ""
                for line, expected in commands(block):
                    tool = re.search(r"\|\s*(\w+)", line)
                    if tool and not shutil.which(tool.group(1)):
                        skipped.add(tool.group(1))
                        written += "\n".join(["$ " + line] + expected) + "\n"
                        continue
                    got = run(line, folder, env)
                    written += "\n".join(["$ " + line] + got) + "\n"
                    if [x.rstrip() for x in got] == [x.rstrip() for x in expected]:
                        passed += 1
                    elif not rewrite:
                        failed += 1
                        print(f"FAILED {path}: {line}\n  expected {expected}\n  printed  {got}")
                new = new.replace("```console\n" + block + "```", "```console\n" + written + "```")
            if rewrite and new != text:
                with open(path, "w", encoding="utf-8") as f:
                    f.write(new)
    if skipped:
        print("skipped: examples that need " + ", ".join(sorted(skipped)))
    if failed:
        print("if the new output is right: make golden")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
