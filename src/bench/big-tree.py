#!/usr/bin/env python3
"""
A made-up vendor tree of 20,000, 40,000 and 80,000 files: import, against `git add -A && git commit`
of the same files; then status, merge --dry-run and merge of a second release.

usage: big-tree.py [--files N,N,...] [--rounds N]

The second release changes every hundredth file, adds and moves some; trunk has changed others. Both
releases are pinned on their first use, by a merge that is not measured, so that every measured import
verifies each file by its SHA-256. What `releases pin` records besides, the interface of the headers,
takes minutes for so many headers; import, merge and status do not read it.
"""

import argparse
import shutil

import bench

PREFIX = "sys/vendor"
CONFIG = "vendor/big"
PROFILE = f"""schema: 1
name: big
upstream: {{url: "https://example.org/big.git", path: include}}
prefix: {PREFIX}
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", default="20000,40000,80000")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    bench.build()
    print("| files | step | median s | best s | µs a file | ratio to git | least work s | peak MiB |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for count in map(int, options.files.split(",")):
        measure(count, options.rounds)


def measure(count, rounds):
    scratch = bench.scratch()
    env = bench.environment(scratch / "home")
    make_releases(scratch, env, count)
    rows(count, bench.in_turn(imports(scratch, env), rounds), "git add -A && git commit")
    rows(count, bench.in_turn(merges(scratch, env, count, bench.XENVENDOR), rounds), "git merge")
    shutil.rmtree(scratch)


def make_releases(scratch, env, count):
    """Two releases in folders, and a repository of nothing but the configuration, `small`."""
    write_release(scratch / "1.0", count)
    write_release(scratch / "2.0", count, changed=True)
    make_repository(scratch, env, count)


def imports(scratch, env):
    plain = scratch / "plain"
    shutil.copytree(scratch / "1.0", plain)

    def add_and_commit():
        shutil.rmtree(plain / ".git", ignore_errors=True)
        bench.output(["git", "init", "-q"], plain, env)
        return bench.timed(["sh", "-c", "git add -A && git commit -qm Import"], plain, env)

    def import_first():
        imported = scratch / "imported"
        shutil.rmtree(imported, ignore_errors=True)
        shutil.copytree(scratch / "small", imported, symlinks=True)
        command = [bench.XENVENDOR, "-q", "import", "1.0", "--from", scratch / "1.0"]
        return bench.timed(command, imported, env)

    return {"git add -A && git commit": add_and_commit, "import": import_first}


def merges(scratch, env, count, xenvendor):
    trunk = scratch / "trunk"
    make_trunk(trunk, env, scratch, count)
    take_in(trunk, env, scratch)
    before = bench.output(["git", "rev-parse", "HEAD"], trunk, env).decode().strip()

    def step(*command):
        def run():
            bench.output(["git", "reset", "-q", "--hard", before], trunk, env)
            return bench.timed(command, trunk, env, accepted=(0, 1))
        return run

    return {
        "git merge": step("git", "merge", "-q", "upstream/big"),
        "merge": step(xenvendor, "-q", "merge"),
        "merge --dry-run": step(xenvendor, "-q", "merge", "--dry-run"),
        "status": step(xenvendor, "-q", "status"),
    }


def rows(count, runs, reference):
    for name, of_one in runs.items():
        seconds = bench.median(of_one)
        print(f"| {count:,} | {name} | {seconds:.2f} | {min(run.seconds for run in of_one):.2f} "
              f"| {seconds / count * 1e6:.0f} | {seconds / bench.median(runs[reference]):.2f} "
              f"| {min(run.worked for run in of_one):.2f} | {max(run.mebibytes for run in of_one):.0f} |", flush=True)


def text_of(number, changed=False):
    lines = [f"#define MADE_UP_{number}_{line} {number * line}\n" for line in range(1, 41)]
    if changed:
        lines[19] = "/* changed by the second release */\n"
    return "".join(lines)


def write_release(folder, count, changed=False):
    """Files in folders of 200; every hundredth differs in the second release, and a few are elsewhere."""
    for number in range(count):
        other = changed and number % 100 == 0
        place = "moved" if changed and number % 5000 == 1 else f"d{number // 200}"
        path = folder / place / f"f{number}.h"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(number, other))
    if changed:
        (folder / "new").mkdir()
        for number in range(20):
            (folder / "new" / f"n{number}.h").write_text(text_of(count + number))


def make_repository(scratch, env, count):
    """Nothing but the configuration, with the manifests of both releases as a merge writes them."""
    small, pinning = scratch / "small", scratch / "pinning"
    (small / CONFIG).mkdir(parents=True)
    (small / CONFIG / "vendor.yaml").write_text(PROFILE)
    make_trunk(pinning, env, scratch, count)
    take_in(pinning, env, scratch)
    bench.timed([bench.XENVENDOR, "-q", "merge"], pinning, env, accepted=(0, 1))
    shutil.copytree(pinning / CONFIG / "releases", small / CONFIG / "releases")
    shutil.rmtree(pinning)
    commit_all(small, env, "Configuration")


def make_trunk(trunk, env, scratch, count):
    """The first release with a line of its own in some files, one of which the second changes too."""
    shutil.copytree(scratch / "1.0", trunk / PREFIX)
    shutil.copytree(scratch / "small" / "vendor", trunk / "vendor")
    for number in range(0, min(count, 1000), 50):
        file = trunk / PREFIX / f"d{number // 200}" / f"f{number}.h"
        file.write_text("/* local */\n" + file.read_text())
    conflict = trunk / PREFIX / "d0/f0.h"
    conflict.write_text(conflict.read_text().replace("MADE_UP_0_20 ", "LOCAL "))
    commit_all(trunk, env, "Trunk")


def commit_all(folder, env, message):
    bench.output(["git", "init", "-q", "-b", "main"], folder, env)
    bench.output(["git", "add", "-A"], folder, env)
    bench.output(["git", "commit", "-qm", message], folder, env)


def take_in(trunk, env, scratch):
    """Adopts the first release and imports the second."""
    for words in (["adopt", "--baseline", "1.0", "--from", scratch / "1.0"],
                  ["import", "2.0", "--from", scratch / "2.0"]):
        bench.output([bench.XENVENDOR, "-q"] + words, trunk, env)


if __name__ == "__main__":
    main()
