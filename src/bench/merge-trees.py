#!/usr/bin/env python3
"""
1,000 merges of one real header each: `xenvendor merge-trees --stdin` in one process, against one
`git merge-file` process for each, and `git merge-tree --stdin` in one process.

usage: merge-trees.py [XEN_GIT] [--merges N] [--rounds N]

A merge is three versions of one header as three RELEASE- tags have it. git merge-tree takes no base
before git 2.40, so each gets two commits with the base as their parent; xenvendor merges the trees of
the same commits. Every run starts from a copy of the same repository, since both write objects.
"""

import argparse
import random
import shutil

import bench


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("xen_git", nargs="?")
    parser.add_argument("--merges", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    bench.build()
    scratch = bench.scratch()
    env = bench.environment(scratch / "home")
    xen = bench.xen_git(options.xen_git)
    runs = bench.in_turn(contenders(scratch, env, xen, options.merges, bench.XENVENDOR), options.rounds)
    print(f"{options.merges} merges")
    print(bench.table(runs, "xenvendor merge-trees"))


def contenders(scratch, env, xen, merges, xenvendor):
    triples = header_triples(xen, merges)
    make_repository(scratch, env, xen, triples)
    make_files(scratch, env, triples)

    def contender(command, given):
        def run():
            copy = scratch / "run"
            shutil.rmtree(copy, ignore_errors=True)
            bench.output(["cp", "-a", scratch / "start", copy])
            with open(scratch / given) as lines, open(scratch / "answers", "w") as answers:
                return bench.timed(command, copy, env, lines, answers, accepted=(0, 1))
        return run

    return {
        "xenvendor merge-trees": contender([xenvendor, "merge-trees", "--stdin"], "triples"),
        "git merge-tree": contender(["git", "merge-tree", "--stdin"], "pairs"),
        "git merge-file, a process each": contender(["sh", "-c", MERGE_FILES], "triples"),
    }


MERGE_FILES = """
n=0
while read -r line; do
  git merge-file -p -q ../files/$n.local ../files/$n.base ../files/$n.vendor > merged || [ $? -lt 128 ]
  n=$((n + 1))
done
"""


def header_triples(xen, count):
    """Random but always the same: (path, base blob, local blob, vendor blob), all different."""
    tags = bench.output(["git", "-C", xen, "tag", "--list", "RELEASE-4.*", "--sort=version:refname"])
    versions = {}
    for tag in tags.decode().split():
        listing = bench.output(["git", "-C", xen, "ls-tree", "-r", f"{tag}:xen/include/public"])
        for line in listing.decode().splitlines():
            meta, path = line.split("\t")
            blobs = versions.setdefault(path, [])
            if meta.split()[2] not in blobs:
                blobs.append(meta.split()[2])
    paths = sorted(path for path, blobs in versions.items() if len(blobs) > 2 and path.endswith(".h"))
    chance = random.Random(1)
    triples = {}
    while len(triples) < count:
        path = chance.choice(paths)
        base, local, vendor = chance.sample(versions[path], 3)
        triples[path, base, local, vendor] = None
    return list(triples)


def make_repository(scratch, env, xen, triples):
    """A repository with three commits for each merge; the ids of their trees and commits in files."""
    start = scratch / "start"
    bench.output(["git", "init", "-q", start], env=env)
    blobs = "".join(blob + "\n" for triple in triples for blob in triple[1:])
    pack = bench.output(["git", "-C", xen, "pack-objects", "-q", "--stdout"], stdin=blobs.encode())
    bench.output(["git", "index-pack", "--stdin"], cwd=start, env=env, stdin=pack)
    stream = []
    for number, (path, *sides) in enumerate(triples):
        for side, blob in enumerate(sides):
            mark = 3 * number + side + 1
            parent = f"from :{3 * number + 1}\n" if side else ""
            reset = "" if side else "reset refs/heads/all\n"
            stream.append(
                f"{reset}commit refs/heads/all\nmark :{mark}\ncommitter Bench <bench@example.org> 0 +0000\n"
                f"data 0\n{parent}M 100644 {blob} {path}\n")
    bench.output(["git", "fast-import", "--quiet", "--force", f"--export-marks={scratch}/marks"],
                 cwd=start, env=env, stdin="\n".join(stream).encode())
    ids = dict(line.split() for line in (scratch / "marks").read_text().splitlines())
    commits = [[ids[f":{3 * number + side + 1}"] for side in range(3)] for number in range(len(triples))]
    asked = "".join(f"{commit}^{{tree}}\n" for three in commits for commit in three)
    trees = [line.split()[0] for line in bench.output(
        ["git", "cat-file", "--batch-check"], cwd=start, env=env, stdin=asked.encode()).decode().splitlines()]
    (scratch / "triples").write_text(
        "".join(" ".join(trees[at:at + 3]) + "\n" for at in range(0, len(trees), 3)))
    (scratch / "pairs").write_text("".join(f"{local} {vendor}\n" for _, local, vendor in commits))


def make_files(scratch, env, triples):
    (scratch / "files").mkdir()
    for number, (_, *sides) in enumerate(triples):
        for side, blob in zip(("base", "local", "vendor"), sides):
            text = bench.output(["git", "cat-file", "blob", blob], cwd=scratch / "start", env=env)
            (scratch / "files" / f"{number}.{side}").write_bytes(text)


if __name__ == "__main__":
    main()
