#!/usr/bin/env python3
"""
check, abi and impact as whole processes: on the Xen headers of 3.1.0 merged to 3.3.0 without a local
change, and drift alone on a made-up tree of many headers, with `git diff --quiet` of the same two
trees beside it.

usage: check.py [XEN_GIT] [--files N] [--rounds N]
"""

import argparse

import bench

PREFIX = "sys/arch/xen/include/xen3-public"
PROFILE = """schema: 1
name: big
upstream: {url: "https://example.org/big.git", path: include}
prefix: sys/vendor
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("xen_git", nargs="?")
    parser.add_argument("--files", type=int, default=80000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    bench.build()
    scratch = bench.scratch()
    env = bench.environment(scratch / "home")
    xen = bench.xen_git(options.xen_git)
    measure_xen(scratch / "os", env, xen, options.rounds)
    measure_big(scratch, env, options.files, options.rounds)


def runner(tree, env, xenvendor=bench.XENVENDOR):
    def run(*words):
        command = words if words[0] == "git" else (xenvendor,) + words
        return lambda: bench.timed(command, tree, env, accepted=(0, 1))
    return run


def commit_all(tree, env, message):
    bench.output(["git", "add", "-A"], tree, env)
    bench.output(["git", "commit", "-qm", message], tree, env)


def measure_xen(tree, env, xen, rounds):
    headers = tree / PREFIX
    headers.mkdir(parents=True)
    archive = bench.output(["git", "archive", "3.1.0-branched:xen/include/public"], xen, env)
    bench.output(["tar", "-x", "-C", headers], stdin=archive)
    bench.output(["git", "init", "-q"], tree, env)
    commit_all(tree, env, "Headers")
    for words in (["adopt", "--from", xen], ["import", "3.3.0", "--from", xen], ["merge"]):
        bench.output([bench.XENVENDOR, "-q"] + words, tree, env)
    run = runner(tree, env)
    runs = bench.in_turn({
        "git diff --quiet": run("git", "diff", "--quiet", "upstream/xen", "--", PREFIX),
        "check, drift alone": run("check", "-q", "--rule", "undeclared-change,patch-missing"),
        "check, all rules": run("check", "-q"),
        "impact 3.1.0 3.3.0": run("impact", "3.1.0", "3.3.0"),
        "abi 3.1.0 3.3.0": run("abi", "3.1.0", "3.3.0"),
    }, rounds)
    print("Xen 3.3.0")
    print(bench.table(runs, "git diff --quiet"))


def measure_big(scratch, env, count, rounds):
    runs = bench.in_turn(drift(scratch, env, count, bench.XENVENDOR), rounds)
    print(f"{count} headers")
    print(bench.table(runs, "git diff --quiet"))


def drift(scratch, env, count, xenvendor):
    tree = scratch / "big"
    for number in range(count):
        path = tree / "sys/vendor" / f"d{number // 200}" / f"f{number}.h"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"#define N{number}_{line} {line}\n" for line in range(20)))
    (tree / "vendor/big").mkdir(parents=True)
    (tree / "vendor/big/vendor.yaml").write_text(PROFILE)
    bench.output(["git", "init", "-q"], tree, env)
    commit_all(tree, env, "Headers")
    adopt = ["adopt", "--baseline", "1.0", "--from", "sys/vendor"]
    bench.output([bench.XENVENDOR, "-q"] + adopt, tree, env)
    run = runner(tree, env, xenvendor)
    return {
        "git diff --quiet": run("git", "diff", "--quiet", "upstream/big", "--", "sys/vendor"),
        "check, drift alone": run("check", "-q", "--rule", "undeclared-change,unknown-file"),
        "check, all rules": run("check", "-q"),
    }


if __name__ == "__main__":
    main()
