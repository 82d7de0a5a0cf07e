#!/usr/bin/env python3
"""
The speed that the native program is meant to have, next to what was measured: updates of the Xen
headers, starts, many merges, and large trees. Each goal is a share of what another program takes, and
both are measured in turn.

usage: goals.py [XEN_GIT] [--rounds N] [--files N,N,...] [--disk] [--only update|start|merges|trees]

Needs target/xenvendor-native, a C compiler and, for two goals, git-buildpackage. The files are in
memory, below /dev/shm; with --disk, below $TMPDIR.
"""

import argparse
import importlib
import shutil
import statistics
import sys
from pathlib import Path

import bench

big_tree = importlib.import_module("big-tree")
check = importlib.import_module("check")
import_merge = importlib.import_module("import-merge")
merge_trees = importlib.import_module("merge-trees")

MEMORY = Path("/dev/shm")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("xen_git", nargs="?")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--files", default="20000,40000,80000")
    parser.add_argument("--disk", action="store_true")
    parser.add_argument("--only", choices=PARTS, action="append")
    options = parser.parse_args()
    if not bench.NATIVE.exists():
        sys.exit(f"there is no {bench.NATIVE}: mvn -Pnative -DskipTests package")
    bench.build()
    print(f"Files {'on disk' if options.disk else 'in memory'}.\n")
    print("| work | takes | at most | that is | share of that | share by work | |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for part in options.only or PARTS:
        scratch = bench.scratch(None if options.disk else MEMORY)
        PARTS[part](scratch, bench.environment(scratch / "home"), options)
        shutil.rmtree(scratch)


def goal(work, runs, limit, factor, others):
    """A row of the table: medians of the clock, and the least work of the processor."""
    seconds, allowed = bench.median(runs), factor * bench.median(others)
    worked, may_work = (min(run.worked for run in those) for those in (runs, others))
    row(work, f"{seconds:.3f} s", limit, f"{allowed:.3f} s", seconds / allowed, f"{worked / (factor * may_work):.2f}")


def row(work, measured, limit, allowed, share, work_share=""):
    verdict = "met" if share <= 1 else "missed"
    print(f"| {work} | {measured} | {limit} | {allowed} | {share:.2f} | {work_share} | {verdict} |", flush=True)


def update(scratch, env, options):
    directory = scratch / "xen-3.3.0"
    env.update(
        XEN=str(bench.xen_git(options.xen_git)), REF=import_merge.NEW, PREFIX=import_merge.PREFIX,
        DIRECTORY=str(directory), XENVENDOR=str(bench.XENVENDOR))
    import_merge.write(directory, import_merge.headers(env["XEN"], import_merge.NEW))
    pristine = import_merge.headers(env["XEN"], import_merge.OLD)
    trees = import_merge.Trees(scratch, env, pristine, import_merge.as_netbsd_has_them(pristine))
    adopted, declared = trees.adopted(patches=False), trees.adopted(patches=True)
    plain = trees.git(import_merge.PREFIX)
    native = dict(env, XENVENDOR=str(bench.NATIVE), FROM=env["XEN"])
    java = dict(env, XENVENDOR_NATIVE="off", FROM=env["XEN"])
    compilers = Compilers(scratch)

    def turn(script, tree, environment):
        return lambda: import_merge.take_in(scratch / "run", environment, script, tree)

    contenders = {
        "native": turn("update", adopted, native),
        "native, directory": turn("update", adopted, dict(native, FROM=str(directory))),
        "native, declared": compilers.watched(turn("update", declared, compilers.environment(native))),
        "java": turn("update", adopted, java),
        "java, two processes": turn("xenvendor", adopted, java),
        "java, declared": turn("update", declared, java),
        "java, declared, two processes": turn("xenvendor", declared, java),
        "git": turn("git", plain, env),
        "git, directory": turn("git-directory", plain, env),
        "subtree": turn("subtree", trees.git(""), env),
    }
    if shutil.which("gbp"):
        contenders["gbp"] = turn("gbp", plain, env)
    runs = bench.in_turn(contenders, options.rounds)
    for source, name, git in (
            ("xen.git", "native", "git"), ("a directory", "native, directory", "git, directory")):
        goal(f"update from {source}", runs[name], "a script of git", 1, runs[git])
        goal(f"update from {source}", runs[name], "0.7 of git subtree pull", 0.7, runs["subtree"])
        if "gbp" in runs:
            goal(f"update from {source}", runs[name], "0.5 of gbp import-orig", 0.5, runs["gbp"])
    rest, allowed = statistics.median(compilers.rest[1:]), 2 * bench.median(runs["git"])
    row("update, patches declared, less the compiler's runs", f"{rest:.3f} s", "2 x a script of git",
        f"{allowed:.3f} s", rest / allowed)
    if "gbp" in runs:
        goal("update, patches declared", runs["native, declared"], "gbp import-orig", 1, runs["gbp"])
    for kind in ("java", "java, declared"):
        goal(f"update on the JVM{kind[4:]}", runs[kind], "0.45 of import and merge", 0.45,
             runs[f"{kind}, two processes"])
    for name in ("native", "native, declared"):
        mebibytes = max(run.mebibytes for run in runs[name])
        row(f"peak memory, {name}", f"{mebibytes:.0f} MiB", "", "100 MiB", mebibytes / 100)


class Compilers:
    """Takes the time off in which compilers run; intervals that overlap count once."""

    def __init__(self, scratch):
        self.program, self.times = scratch / "timed-cc", scratch / "times"
        self.rest = []
        bench.output(["cc", "-O1", "-o", self.program, Path(__file__).with_name("timed-cc.c")])

    def environment(self, env):
        return dict(env, CC=str(self.program), CC_TIMES=str(self.times))

    def watched(self, contender):
        def run():
            self.times.write_text("")
            result = contender()
            self.rest.append(result.seconds - self.compiling())
            return result
        return run

    def compiling(self):
        total = end = 0
        for began, ended in sorted(tuple(map(int, line.split())) for line in open(self.times)):
            total += max(0, ended - max(began, end))
            end = max(end, ended)
        return total / 1e9


def start(scratch, env, options):
    bench.output([bench.XENVENDOR, "demo", scratch / "demo"], env=env)
    tree = scratch / "demo" / "os"

    def turn(environment, program, *words):
        return lambda: bench.timed((program,) + words, tree, environment, accepted=(0, 1))

    runs = bench.in_turn({
        "version": turn(env, bench.NATIVE, "--version"),
        "launcher": turn(env, bench.XENVENDOR, "--version"),
        "java": turn(dict(env, XENVENDOR_NATIVE="off"), bench.XENVENDOR, "--version"),
        "status": turn(env, bench.NATIVE, "status"),
    }, 3 * options.rounds)
    seconds = bench.median(runs["version"])
    row("--version", f"{seconds:.3f} s", "", "0.015 s", seconds / 0.015)
    goal("--version", runs["version"], "a third of the JVM's", 1 / 3, runs["java"])
    goal("--version, by the launcher", runs["launcher"], "a third of the JVM's", 1 / 3, runs["java"])
    goal("status", runs["status"], "2 x --version", 2, runs["version"])


def merges(scratch, env, options):
    contenders = merge_trees.contenders(scratch, env, bench.xen_git(options.xen_git), 1000, bench.NATIVE)
    runs = bench.in_turn(contenders, options.rounds)
    ours = runs["xenvendor merge-trees"]
    goal("1,000 merges", ours, "git merge-tree --stdin", 1, runs["git merge-tree"])
    goal("1,000 merges", ours, "1/5 of git merge-file processes", 1 / 5, runs["git merge-file, a process each"])


def trees(scratch, env, options):
    counts = sorted(map(int, options.files.split(",")))
    rounds = max(3, options.rounds // 3)
    of_one = {}
    for count in counts:
        folder = scratch / str(count)
        folder.mkdir()
        big_tree.make_releases(folder, env, count)
        contenders = big_tree.merges(folder, env, count, bench.NATIVE)
        runs = bench.in_turn({name: contenders[name] for name in ("merge", "git merge")}, rounds)
        of_one[count] = runs["merge"]
        goal(f"merge of {count:,} files", runs["merge"], "2 x git merge", 2, runs["git merge"])
        shutil.rmtree(folder)
    if len(counts) > 1:
        few, many = counts[0], counts[-1]
        goal(f"merge of {many:,} files", of_one[many], f"linear from {few:,}", many / few, of_one[few])
    contenders = check.drift(scratch, env, counts[-1], bench.NATIVE)
    runs = bench.in_turn({name: contenders[name] for name in ("git diff --quiet", "check, drift alone")}, rounds)
    goal(f"drift of {counts[-1]:,} headers", runs["check, drift alone"], "2 x git diff --quiet", 2,
         runs["git diff --quiet"])


PARTS = {"update": update, "start": start, "merges": merges, "trees": trees}


if __name__ == "__main__":
    main()
