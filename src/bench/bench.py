"""What the benchmarks share: timing contenders in turn, and the table of what came out."""

import atexit
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
XENVENDOR = PROJECT / "xenvendor"
NATIVE = PROJECT / "target" / "xenvendor-native"


class Run:
    """
    One finished process with its children: seconds by the clock, seconds of work on any core, which
    other work on the machine disturbs less, and the largest memory of any of them.
    """

    def __init__(self, seconds, worked, mebibytes, status):
        self.seconds = seconds
        self.worked = worked
        self.mebibytes = mebibytes
        self.status = status


def timed(command, cwd, env=None, stdin=None, stdout=subprocess.DEVNULL, accepted=(0,)):
    """Runs a command; standard input and output are files, so that no pipe is waited for."""
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd, env=env, stdin=stdin or subprocess.DEVNULL, stdout=stdout, stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            errors.seek(0)
            sys.exit(f"{command} failed:\n{errors.read().decode(errors='replace')}")
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def output(command, cwd=None, env=None, stdin=None):
    """What a command prints, as bytes; it must succeed."""
    command = [str(part) for part in command]
    return subprocess.run(
        command, cwd=cwd, env=env, input=stdin, stdout=subprocess.PIPE, check=True).stdout


def in_turn(contenders, rounds):
    """
    Runs every contender once a round, so that what else the machine does hits all of them alike.
    The first round only warms the caches. A contender is a function that returns a Run.
    """
    runs = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, contender in contenders.items():
            run = contender()
            if number:
                runs[name].append(run)
    return runs


def table(runs, reference, notes=None):
    """A Markdown table; the ratio is the time of a contender by that of the reference."""
    notes = notes or {}
    base = median(runs[reference])
    lines = [
        "| contender | median s | best s | ratio | least work s | peak MiB | |",
        "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, of_one in runs.items():
        lines.append(
            f"| {name} | {median(of_one):.3f} | {min(run.seconds for run in of_one):.3f} "
            f"| {median(of_one) / base:.2f} "
            f"| {min(run.worked for run in of_one):.2f} | {max(run.mebibytes for run in of_one):.0f} "
            f"| {notes.get(name, '')} |")
    return "\n".join(lines)


def median(runs):
    return statistics.median(run.seconds for run in runs)


def scratch(parent=None):
    """A fresh folder, removed when the benchmark ends; below $TMPDIR, if no other parent is named."""
    folder = Path(tempfile.mkdtemp(prefix="xenvendor-bench-", dir=parent))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def environment(home):
    """The same for everybody: no configuration of whoever runs this, and a fixed identity."""
    home.mkdir(parents=True, exist_ok=True)
    # No housekeeping in the background of the next measurement.
    (home / ".gitconfig").write_text("[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n")
    env = dict(os.environ, HOME=str(home), TMPDIR=str(home), GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8")
    for who in ("AUTHOR", "COMMITTER"):
        env[f"GIT_{who}_NAME"] = "Bench"
        env[f"GIT_{who}_EMAIL"] = "bench@example.org"
    return env


def xen_git(argument):
    """The xen.git to work from: the argument, or $XEN_GIT."""
    place = argument or os.environ.get("XEN_GIT")
    if not place:
        sys.exit("name a clone of xen.git: as the argument, or in XEN_GIT")
    return Path(place).resolve()


def build():
    """Builds the program where that is due, so that no measured run does."""
    output([XENVENDOR, "--version"])
