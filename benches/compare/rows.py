"""The rows of the table: what gainsay does, what the other program does, and what is asked of the two."""

import json
import os
import re
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from measure import NotMeasured, in_turn, median, run

ROWS = {}


@dataclass
class Row:
    """What was measured; `missing` says why nothing was."""

    name: str
    work: str
    against: str
    must: str = ""
    ours: list = field(default_factory=list)
    theirs: list = field(default_factory=list)
    ratio: str = ""
    met: str = ""
    missing: str = ""
    most: float | None = None

    def __post_init__(self):
        if self.most is not None:
            self.must = f"at most {self.most}"

    def hold(self):
        """Holds processor time against the most that it may be of the other's."""
        ratio = cpu(self.ours) / cpu(self.theirs)
        self.judge(ratio, ratio <= self.most)

    def judge(self, ratio, met, note=""):
        self.ratio = f"{ratio:.2f}{note}"
        self.met = "yes" if met else "**no**"


def row(name):
    """Enters a function that gives rows, each with what measures it; a row that cannot be measured says why."""

    def enter(fill):
        def rows(bench):
            begun = fill(bench)
            for one, measure in begun:
                try:
                    measure(one)
                except NotMeasured as why:
                    one.missing = str(why)
                yield one

        ROWS[name] = rows
        return fill

    return enter


def cpu(runs):
    return median([one.cpu for one in runs])


def wall(runs):
    return median([one.wall for one in runs])


def check(bench, folder, *more, into="ours", **options):
    """A run of `check` that takes no kept answer; findings are no failure."""
    command = bench.cold("check", "--dossier", folder, *(more or ("--format", "concise")))
    return run(command, into=bench.out(into), good=(0, 1), **options)


@row("check")
def _(bench):
    def measure(one):
        floor, folder = bench.floor(), bench.dossier("texts", bench.claims)
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: check(bench, folder),
            lambda: run([floor, folder], into=bench.out("floor")),
        )
        one.hold()

    return [(Row("check", "`check`, cold", "read and SHA-256 in process", most=5), measure)]


@row("script")
def _(bench):
    def measure(one):
        folder = bench.dossier("texts", bench.claims)
        try:
            python = bench.module("duckdb")
        except NotMeasured:
            python = bench.program("python3")
            one.against += " (no duckdb: a dict instead)"
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: check(bench, folder),
            lambda: run([python, bench.here / "script.py", folder], into=bench.out("script")),
        )
        ratio = cpu(one.theirs) / cpu(one.ours)
        one.judge(ratio, ratio >= 15, " times as fast")

    return [(Row("script", "`check`, cold", "tomllib + hashlib + `in` + DuckDB", "15 times as fast"), measure)]


@row("memory")
def _(bench):
    def measure(one):
        folder = bench.dossier("texts", bench.claims)
        one.ours = [check(bench, folder) for _ in range(bench.runs)]
        held = median([each.memory for each in one.ours])
        beyond = max(0, held - 64e6) / bench.claims
        one.judge(beyond, beyond <= 200, f" bytes a claim beyond 64 MB ({held / bench.claims:.0f} all in all)")

    return [(Row("memory", "`check`, cold, peak", "", "at most 200 bytes a claim + 64 MB"), measure)]


def tracked(bench):
    """A dossier under git, and a run of `check` there that keeps its answer and one of `git status`."""
    if not bench.caches:
        raise NotMeasured("the program keeps no answers (`--cache`)")
    git = bench.program("git")
    known = "tracked" in bench.made
    folder = bench.dossier("texts", bench.claims, "tracked")
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    if not known:
        for arguments in (
            ["init", "-q"],
            ["add", "-A"],
            ["-c", "user.name=b", "-c", "user.email=b@b", "-c", "gc.auto=0", "commit", "-qm", "made"],
        ):
            subprocess.run([git, *arguments], cwd=folder, env={**os.environ, **plain}, check=True)
        # What is younger than two seconds is read again by both.
        time.sleep(3)
    kept = bench.folder / "kept"
    command = [bench.gainsay, "check", "--dossier", folder, "--format", "concise", "--cache", kept]

    def again():
        return run(command, into=bench.out("again"), good=(0, 1))

    def status():
        return run([git, "status", "--porcelain"], folder, plain, into=bench.out("status"))

    again(), status()
    return folder, again, status


@row("again")
def _(bench):
    def measure(one):
        folder, again, status = tracked(bench)
        one.ours, one.theirs = in_turn(bench.runs, again, status)
        check(bench, folder)
        if bench.out("again").read_bytes() != bench.out("ours").read_bytes():
            raise NotMeasured("what was kept is not what a cold run prints")
        one.hold()

    return [(Row("again", "`check` again, nothing changed", "`git status`", most=3), measure)]


@row("changed")
def _(bench):
    def measure(one):
        folder, again, status = tracked(bench)
        path = folder / "claims/0000/s0.toml"
        before = path.read_bytes()
        count = 0

        def after_change(what):
            nonlocal count
            count += 1
            path.write_bytes(before + f"# changed {count}\n".encode())
            return what()

        one.ours, one.theirs = in_turn(bench.runs, lambda: after_change(again), lambda: after_change(status))
        path.write_bytes(before)
        one.hold()

    return [(Row("changed", "`check` after one file changed", "`git status`", most=4), measure)]


@row("threads")
def _(bench):
    def measure(one):
        if (os.cpu_count() or 1) < 2:
            raise NotMeasured("one processor")
        folder = bench.dossier("texts", bench.claims)
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: check(bench, folder, env={"RAYON_NUM_THREADS": "2"}),
            lambda: check(bench, folder, env={"RAYON_NUM_THREADS": "1"}),
        )
        ratio = wall(one.theirs) / wall(one.ours)
        one.judge(ratio, ratio >= 1.6, " times as fast by the clock")

    return [(Row("threads", "`check`, cold, two threads", "one thread", "1.6 times as fast by the clock"), measure)]


def grown(bench, kind, work, arguments):
    """A row on how a run grows: all claims against a tenth of them."""

    def measure(one):
        runs = [
            lambda folder=bench.dossier(kind, count): run(
                bench.cold(*arguments, "--dossier", folder), into=bench.out("ours"), good=(0, 1)
            )
            for count in (bench.claims, bench.claims // 10)
        ]
        one.ours, one.theirs = in_turn(bench.runs, *runs)
        one.hold()

    return Row(kind, work, "a tenth of the claims", most=15), measure


@row("question")
def _(bench):
    return [
        grown(bench, "question", "one question, `check`", ["check", "--format", "concise"]),
        grown(bench, "question", "one question, `compare`", ["compare", "e/q", "--format", "json"]),
        grown(bench, "question", "one question, `table`", ["table", "e/q", "--format", "json"]),
        grown(bench, "question", "one question, `report`, JSON", ["report", "--format", "json"]),
        grown(bench, "question", "one question, `report`, HTML", ["report", "--format", "html"]),
    ]


@row("one-file")
def _(bench):
    return [grown(bench, "one-file", "all claims in one file, `check`, human format", ["check"])]


@row("relations")
def _(bench):
    def measure(one):
        python = bench.module("duckdb")
        folder = bench.dossier("bare", bench.claims)
        rows, script = folder.parent / "rows.parquet", bench.here / "relations.py"
        subprocess.run([python, script, "prepare", folder.parent / "rows.csv", rows], check=True)
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: check(bench, folder),
            lambda: run([python, script, rows], into=bench.out("relations")),
        )
        one.hold()

    work = "`check` without texts, TOML read and all"
    return [(Row("relations", work, "DuckDB self-join on Parquet", most=1), measure)]


def pairs(lines):
    return {frozenset(each) for each in lines}


@row("reuse")
def _(bench):
    def measure(one):
        python = bench.module("datasketch")
        folder = bench.dossier("reuse", bench.claims // 20)
        command = bench.cold("reuse", "--format", "json", folder)
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: run(command, into=bench.out("reuse"), good=(0, 1)),
            lambda: run([python, bench.here / "minhash.py", folder], into=bench.out("minhash")),
        )
        truth = pairs(each.split() for each in (folder.parent / "reuse.tsv").read_text().splitlines())
        found = json.loads(bench.out("reuse").read_text())["passages"]
        named = ((Path(each["a"]["text"]).stem, Path(each["b"]["text"]).stem) for each in found)
        recall = [
            len(truth & seen) / len(truth)
            for seen in (
                pairs(named),
                pairs(each.split() for each in bench.out("minhash").read_text().splitlines()),
            )
        ]
        ratio = cpu(one.theirs) / cpu(one.ours)
        note = f" times as fast; recall {recall[0]:.3f} against {recall[1]:.3f}"
        one.judge(ratio, ratio >= 20 and recall[0] >= recall[1], note)

    work = f"`reuse` on {bench.claims // 20} texts"
    return [(Row("reuse", work, "datasketch MinHashLSH", "20 times as fast, recall as good"), measure)]


@row("altered")
def _(bench):
    quotes = bench.claims // 5

    def measure(one):
        python = bench.module("sassy")
        folder = bench.dossier("altered", quotes)
        command = [python, bench.here / "altered.py", folder, folder.parent / "quotes.tsv"]
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: check(bench, folder),
            lambda: run(command, into=bench.out("sassy")),
        )
        with open(bench.out("ours"), encoding="utf-8") as lines:
            found = sum("deny[quote-altered]" in line for line in lines)
        ratio = cpu(one.ours) / cpu(one.theirs)
        one.judge(ratio, ratio <= one.most, f"; tells {found} as altered, {bench.out('sassy').read_text().strip()}")

    work = f"`check` of {quotes} quotes, a tenth of the letters altered, TOML read and all"
    return [(Row("altered", work, "sassy, each quote in its text", most=1), measure)]


MARKED = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


def marked(path):
    """How many words a diff marks as gone or come."""
    return sum(len((gone or come).split()) for gone, come in MARKED.findall(path.read_text()))


def word_diff(bench, size, percent, other, arguments):
    def measure(one):
        program = bench.program(other)
        folder = bench.dossier("diff", size)
        texts = [folder / "0.txt", folder / f"{percent}.txt"]
        times = 20 if size < 100_000 else 1
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: run([bench.gainsay, "diff", *texts], into=bench.out("diff"), good=(0, 1), times=times),
            lambda: run([program, *arguments, *texts], into=bench.out("other"), good=(0, 1), times=times),
        )
        words = marked(bench.out("diff")), marked(bench.out("other"))
        ratio = cpu(one.theirs) / cpu(one.ours)
        note = f" times as fast; marks {words[0]} words against {words[1]}"
        least = 2 if other == "wdiff" else 1
        one.judge(ratio, ratio >= least and words[0] <= words[1], note)
        if other != "wdiff":
            one.met = f"({one.met})"

    must = "2 times as fast, as quiet" if other == "wdiff" else "(none: the moonshot is as fast)"
    work = f"`diff`, {size // 1000} KB, {percent} % changed"
    return Row("diff", work, "wdiff" if other == "wdiff" else "`git diff --word-diff`", must), measure


@row("diff")
def _(bench):
    of_git = ["diff", "--no-index", "--no-ext-diff", "--word-diff=plain"]
    return [
        word_diff(bench, size, percent, *other)
        for size in (5_000, 1_000_000)
        for percent in (1, 10)
        for other in (("wdiff", []), ("git", of_git))
    ]


@row("start")
def _(bench):
    def version(one):
        rustc = bench.program("rustc")
        source = bench.folder / "empty.rs"
        source.write_text("fn main() {}\n")
        empty = bench.folder / "empty"
        subprocess.run([rustc, "-O", "-o", empty, source], check=True)
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: run([bench.gainsay, "--version"], into=bench.out("ours"), times=100),
            lambda: run([empty, "--version"], into=bench.out("empty"), times=100),
        )
        one.hold()

    def small(one):
        rg = bench.program("rg")
        one.ours, one.theirs = in_turn(
            bench.runs,
            lambda: check(bench, bench.root, times=20),
            lambda: run([rg, "--version"], into=bench.out("rg"), times=20),
        )
        one.hold()

    return [
        (Row("start", "`--version`", "an empty Rust program", most=1.5), version),
        (Row("start", "`check` on this repository's dossier", "`rg --version`", most=6), small),
    ]
