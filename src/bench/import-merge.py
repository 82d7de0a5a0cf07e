#!/usr/bin/env python3
"""
Import and merge of Xen 3.3.0 into a tree with changed headers of 3.1.0, as whole processes.

usage: import-merge.py [XEN_GIT] [--rounds N]

Every contender is a script in import-merge/. It starts from a copy of its own tree, takes 3.3.0 from
the same local xen.git, and ends in the same state: the vendor branch moved, the conflicts in the
work tree. The tree is made from the pristine headers: an ident line on top of each, and NetBSD's
changes of ring.h, xs_wire.h and blkif.h. cvs and git-buildpackage are left out where they are missing.
"""

import argparse
import os
import re
import shutil
from pathlib import Path

import bench

SCRIPTS = Path(__file__).resolve().parent / "import-merge"
PREFIX = "sys/arch/xen/include/xen3-public"
OLD, NEW = "3.1.0-branched", "3.3.0-branched"  # the tags that hold the headers of 3.1.0 and 3.3.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("xen_git", nargs="?")
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    bench.build()
    scratch = bench.scratch()
    env = dict(
        bench.environment(scratch / "home"),
        XEN=str(bench.xen_git(options.xen_git)), REF=NEW, PREFIX=PREFIX,
        XENVENDOR=str(bench.XENVENDOR), LOGNAME="daemon")  # cvs lets no root commit
    pristine = headers(env["XEN"], OLD)
    trees = Trees(scratch, env, pristine, as_netbsd_has_them(pristine))

    contenders = {
        "xenvendor": ("xenvendor", trees.adopted(patches=False)),
        "xenvendor, patches declared": ("xenvendor", trees.adopted(patches=True)),
        "git plumbing": ("git", trees.git(PREFIX)),
        "git subtree": ("subtree", trees.git("")),
    }
    if shutil.which("gbp"):
        contenders["gbp import-orig"] = ("gbp", trees.git(PREFIX))
    if shutil.which("cvs"):
        contenders["cvs"] = ("cvs", trees.cvs())
    left = {}

    def contender(name, script, tree):
        def run():
            result = take_in(scratch / "run", env, script, tree)
            left[name] = f"{conflicts(scratch / 'run', env)} conflicts"
            return result
        return run

    runs = bench.in_turn(
        {name: contender(name, *what) for name, what in contenders.items()}, options.rounds)
    print(bench.table(runs, "xenvendor", left))


def take_in(copy, env, script, tree):
    """Runs a script of import-merge/ in a copy of a tree."""
    shutil.rmtree(copy, ignore_errors=True)
    bench.output(["cp", "-a", tree, copy])
    if (copy / ".git").exists():  # the copies of the files are new to git's index
        bench.output(["git", "update-index", "-q", "--refresh"], cwd=copy, env=env)
    return bench.timed(["sh", "-eu", SCRIPTS / f"{script}.sh"], copy, env)


def headers(xen, ref):
    """The public headers of a release, without foreign/, by path."""
    files = {}
    for line in bench.output(["git", "-C", xen, "ls-tree", "-r", f"{ref}:xen/include/public"]).splitlines():
        meta, path = line.decode().split("\t")
        if not path.startswith("foreign/"):
            files[path] = bench.output(["git", "-C", xen, "cat-file", "blob", meta.split()[2]])
    return files


def as_netbsd_has_them(pristine):
    changed = dict(pristine)
    for path, text in pristine.items():
        if path.endswith(".h"):
            ident = f"/* $NetBSD: {os.path.basename(path)},v 1.1 2007/01/01 00:00:00 bench Exp $ */\n"
            changed[path] = ident.encode() + CHANGES.get(path, lambda same: same)(text)
    return changed


def ring(text):
    for barrier, fence in ((b"wmb", b"sfence"), (b"rmb", b"lfence"), (b"mb", b"mfence")):
        text = re.sub(rb"\b" + barrier + rb"\(\)", b"x86_" + fence + b"()", text)
    return text


def xs_wire(text):
    text = text.replace(b"__attribute__((unused))", b"__unused")
    return re.sub(rb"(?m)^( +)(XENSTORE_RING_IDX \w+, )", rb"\1volatile \2", text)


def blkif(text):
    """The structures once more for each x86, below the native ones."""
    copies = b""
    for bits in (b"32", b"64"):
        for struct in re.findall(rb"(?ms)^struct blkif_re\w+ \{.*?^\};\n", text):
            copies += b"\n" + struct.replace(b"struct blkif_", b"struct blkif_x86_" + bits + b"_", 1)
    place = re.search(rb"(?m)^typedef struct blkif_response .*\n", text).end()
    rings = re.search(rb"(?m)^DEFINE_RING_TYPES\(.*\n", text)
    more = b"".join(
        rings.group().replace(b"blkif", b"blkif_x86_" + bits) for bits in (b"32", b"64"))
    return text[:place] + copies + text[place:rings.end()] + more + text[rings.end():]


CHANGES = {"io/ring.h": ring, "io/xs_wire.h": xs_wire, "io/blkif.h": blkif}


class Trees:
    """The states that contenders start from: 3.1.0 on a vendor branch, and joined to trunk."""

    def __init__(self, scratch, env, pristine, local):
        self.scratch, self.env = scratch, env
        self.pristine, self.local = pristine, local

    def run(self, folder, *command):
        bench.output(command, cwd=folder, env=self.env)

    def fresh(self):
        folder = self.scratch / f"tree{len(list(self.scratch.glob('tree*')))}"
        folder.mkdir()
        return folder

    def trunk(self, folder):
        write(folder / PREFIX, self.local)
        write(folder, {"sys/arch/xen/xen/xbdback.c": b"int units;\n"})

    def adopted(self, patches):
        folder = self.fresh()
        self.run(folder, "git", "init", "-q", "-b", "main")
        self.trunk(folder)
        # A profile of the tree's own; the patches that stand beside it are all there are.
        declared = [bench.PROJECT / "vendor/xen/vendor.yaml"]
        if patches:
            declared += (bench.PROJECT / "local-patches/xen").glob("*")
        write(folder, {file.relative_to(bench.PROJECT): file.read_bytes() for file in declared})
        self.run(folder, "git", "add", "-A")
        self.run(folder, "git", "commit", "-qm", "Trunk")
        self.run(folder, bench.XENVENDOR, "adopt", "-q", "--from", self.env["XEN"], "--baseline", "3.1.0")
        return folder

    def git(self, vendor_folder):
        """A vendor branch whose tree has the headers at a folder, or at its root."""
        folder = self.fresh()
        self.run(folder, "git", "init", "-q", "-b", "upstream/xen")
        write(folder / vendor_folder, self.pristine)
        self.run(folder, "git", "add", "-A")
        self.run(folder, "git", "commit", "-qm", "Import Xen 3.1.0")
        self.run(folder, "git", "tag", "-am", "Xen 3.1.0", "upstream/xen/3.1.0")
        self.run(folder, "git", "checkout", "-q", "--orphan", "main")
        self.run(folder, "git", "rm", "-rfq", ".")
        self.trunk(folder)
        self.run(folder, "git", "add", "-A")
        self.run(folder, "git", "commit", "-qm", "Trunk")
        self.run(folder, "git", "merge", "-q", "-s", "ours", "--allow-unrelated-histories",
                 "-m", "Join the vendor branch", "upstream/xen")
        return folder

    def cvs(self):
        """A working copy `src` beside its repository; every file was changed since the import."""
        folder = self.fresh()
        root = f"{folder.parent}/run/cvsroot"  # where the copy that is worked on will be
        write(folder / "pristine", self.pristine)
        copy = folder.parent / "run"
        folder.rename(copy)
        (copy / "cvsroot").mkdir()
        cvs = ("cvs", "-Q", "-d", root)
        self.run(copy, *cvs, "init")
        self.run(copy / "pristine", *cvs, "import", "-ko", "-m", "Xen 3.1.0", f"src/{PREFIX}", "XEN", "xen-3-1-0")
        self.run(copy, *cvs, "checkout", "-ko", "src")
        write(copy / "src" / PREFIX, self.local)
        self.run(copy / "src", *cvs, "commit", "-m", "NetBSD's changes")
        copy.rename(folder)
        return folder


def write(folder, files):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text)


def conflicts(folder, env):
    """How many files a person must look at; also that the vendor branch has moved."""
    if (folder / ".git").exists():
        moved = bench.output(["git", "log", "--oneline", "upstream/xen"], cwd=folder, env=env)
        assert len(moved.splitlines()) == 2, moved
        unmerged = bench.output(["git", "diff", "--name-only", "--diff-filter=U"], cwd=folder, env=env)
        return len(unmerged.splitlines())
    files = (folder / "src").rglob("*.h")
    return sum(b"\n<<<<<<< " in b"\n" + file.read_bytes() for file in files)


if __name__ == "__main__":
    main()
