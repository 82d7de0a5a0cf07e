#!/usr/bin/env python3
"""
How public copies of the Xen headers merge to later releases: with no change declared, with what
`patches new` declares, and by plain git.

usage: public-copies.py --xen XEN_GIT [--release V]... [--xenvendor COMMAND] NAME=REPOSITORY[@COMMIT]:FOLDER...

A copy is a folder of headers in a git repository, for example

    NetBSD=../src:sys/arch/xen/include/xen3-public

Each is put, as it is in git, into a new repository, and taken over by `adopt`. Where no release explains
most of it, the best of the candidates is taken, as a person would do. Then each release is merged three
times without a commit: before and after `patches new`, and by `git merge`. What is printed is a Markdown table
of the conflicting paths; a path that conflicts with declarations and not in git is named on standard error.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys

import bench

PREFIX = "inc"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--xen", required=True)
    parser.add_argument("--release", action="append", default=[])
    parser.add_argument("--xenvendor", default=str(bench.XENVENDOR))
    parser.add_argument("copies", nargs="+")
    options = parser.parse_args()
    scratch = bench.scratch()
    print("| copy | headers | baseline | lines that differ | patches | release "
          "| conflicts undeclared | declared | git |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for copy in options.copies:
        name, place = copy.split("=", 1)
        tree = Tree(scratch / name.replace(" ", "-"), options.xenvendor, options.xen)
        for row in tree.rows(place, options.release):
            print(f"| {name} | " + " | ".join(str(cell) for cell in row) + " |", flush=True)
        shutil.rmtree(tree.folder)


class Tree:
    """A repository with one copy of the headers."""

    def __init__(self, folder, xenvendor, xen):
        self.folder = folder
        self.xenvendor = xenvendor.split()
        self.xen = xen
        self.env = bench.environment(folder.parent / "home")

    def rows(self, place, releases):
        """For each release: headers, baseline, distance, patches, release and the three counts."""
        headers = self.take(place)
        adopted = self.adopt()
        baseline = adopted["baseline"]["release"]
        distance = adopted.get("distance", "")
        later = [release for release in releases if version(release) > version(baseline)]
        for release in later:
            self.run("import", release, "--from", self.xen)
        undeclared = [self.conflicts(release) for release in later]
        by_git = [self.conflicts_of_git(release) for release in later]
        declared = self.run("patches", "new", accepted=(0, 1)).get("patches", [])
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "Declare our changes")
        for at, release in enumerate(later):
            conflicts = self.conflicts(release)
            for path in sorted(conflicts - by_git[at]):
                print(f"worse than git: {self.folder.name} {release} {path}", file=sys.stderr)
            yield (headers, baseline, distance, len(declared), release,
                   len(undeclared[at]), len(conflicts), len(by_git[at]))

    def take(self, place):
        """Puts the copy into the repository, byte for byte; returns how many files it has."""
        repository, folder = place.rsplit(":", 1)
        repository, _, commit = repository.partition("@")
        bench.output(["git", "init", "-q", self.folder], env=self.env)
        tree = bench.output(
            ["git", "-C", repository, "rev-parse", f"{commit or 'HEAD'}:{folder}"], env=self.env)
        tree = tree.decode().strip()
        pack = bench.output(
            ["git", "-C", repository, "pack-objects", "--revs", "-q", "--stdout"],
            env=self.env, stdin=f"{tree}\n".encode())
        bench.output(["git", "index-pack", "--stdin"], cwd=self.folder, env=self.env, stdin=pack)
        self.git("read-tree", f"--prefix={PREFIX}/", "-u", tree)
        self.git("commit", "-q", "-m", "Headers with our changes")
        return len(self.git("ls-files", PREFIX).splitlines())

    def adopt(self):
        asked = ["adopt", "--from", self.xen, "--prefix", PREFIX]
        done = self.attempt(*asked)
        if done.returncode == 4:
            candidate = re.search(rb"--baseline (\d[\w.-]*)", done.stderr)
            if candidate:
                return self.run(*asked, "--baseline", candidate.group(1).decode())
        return self.result(asked, done, (0,))

    def conflicts(self, release):
        """The conflicting paths, as git lists them."""
        report = self.run("merge", release, "--dry-run", accepted=(0, 1))
        return {path for conflict in report["conflicts"] for path in conflict["paths"]}

    def conflicts_of_git(self, release):
        merge = subprocess.run(
            ["git", "merge", "-q", "--no-commit", "--no-ff", f"upstream/xen/{release}"],
            cwd=self.folder, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        paths = self.git("diff", "--name-only", "--diff-filter=U").splitlines()
        if merge.returncode not in (0, 1):
            raise SystemExit(f"git cannot merge {release} into {self.folder.name}")
        self.git("reset", "-q", "--hard")
        return set(paths)

    def git(self, *arguments):
        return bench.output(["git", *arguments], cwd=self.folder, env=self.env).decode()

    def attempt(self, *arguments):
        return subprocess.run(
            [*self.xenvendor, "--format", "json", *arguments],
            cwd=self.folder, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments, accepted=(0,)):
        return self.result(arguments, self.attempt(*arguments), accepted)

    @staticmethod
    def result(arguments, done, accepted):
        if done.returncode not in accepted:
            raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stderr.decode()}")
        return json.loads(done.stdout)


def version(text):
    return [int(number) for number in re.findall(r"\d+", text)]


main()
