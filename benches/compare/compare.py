#!/usr/bin/env python3
"""gainsay against other programs that do a part of its work: a Markdown table of processor time, wall time and memory.

    cargo build --release
    cargo bench --bench floor --no-run
    python3 benches/compare/compare.py --rows check script --claims 10000

Programs run in turn, several times; what stands in the table is the median with the least and the most. A row whose other
program is not at hand says so. Everything is made in a temporary folder, nothing is installed, and no network is used.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True

from measure import NotMeasured, median, own_memory, size, spread  # noqa: E402
from rows import ROWS  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DENIED = re.compile(r"deny\[([a-z-]+)\]")


class Bench:
    """What the rows share: the programs, the folders that were made, and how often to measure."""

    def __init__(self, options, folder):
        self.claims, self.runs = options.claims, options.runs
        self.folder, self.root, self.here = folder, ROOT, HERE
        self.gainsay = Path(os.environ.get("GAINSAY") or ROOT / "target/release/gainsay").resolve()
        if not self.gainsay.is_file():
            sys.exit(f"no program at {self.gainsay}: build it by `cargo build --release`, or name one in GAINSAY")
        shown = subprocess.run([self.gainsay, "check", "--help"], capture_output=True, text=True, check=True)
        self.caches = "--no-cache" in shown.stdout
        self.floor_at = options.floor
        self.made = {}

    def cold(self, *arguments):
        """A command of gainsay that takes no answer that was kept."""
        return [self.gainsay, *arguments, *(["--no-cache"] if self.caches else [])]

    def floor(self):
        built = sorted((ROOT / "target/release/deps").glob("floor-*"), key=lambda path: path.stat().st_mtime)
        built = [path for path in built if path.suffix in ("", ".exe")]
        found = Path(self.floor_at) if self.floor_at else built[-1] if built else None
        if not found or not found.is_file():
            raise NotMeasured("no floor: `cargo bench --bench floor --no-run` builds it")
        return found.resolve()

    def program(self, name):
        found = shutil.which(name)
        if not found:
            raise NotMeasured(f"no {name}")
        return found

    def module(self, name):
        """Python as it runs here, where it has this module."""
        if subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True, check=False).returncode:
            raise NotMeasured(f"no {name}")
        return sys.executable

    def dossier(self, kind, count, name=None):
        """A folder that `dossier.py` makes, once; what it writes beside it is in the folder above."""
        name = name or f"{kind}-{count}"
        if name not in self.made:
            folder = self.folder / name / "made"
            # A process of its own, so that this one stays small.
            subprocess.run([sys.executable, HERE / "dossier.py", kind, folder, str(count)], check=True)
            self.made[name] = folder
            if kind not in ("altered", "reuse", "diff"):
                self.hold_valid(folder)
        return self.made[name]

    def hold_valid(self, folder):
        """Ends where a dossier has faults other than contradictions: time spent on them would tell nothing."""
        command = self.cold("check", "--dossier", folder, "--format", "concise")
        with open(self.out("valid"), "wb") as out:
            code = subprocess.run(command, stdout=out, check=False).returncode
        with open(self.out("valid"), encoding="utf-8") as lines:
            faults = {rule for rule in map(DENIED.search, lines) if rule and rule[1] != "contradiction"}
        if code not in (0, 1) or faults:
            sys.exit(f"{folder} is no dossier to measure on: {code}, {sorted(rule[1] for rule in faults)}")

    def out(self, name):
        return self.folder / f"{name}.out"


def memory(runs):
    most = max(run.memory for run in runs)
    return f"< {size(own_memory())}" if most <= own_memory() * 1.05 else size(most)


def line(row):
    """A row of the table."""
    cells = [row.name, row.work, row.against]
    if row.missing:
        return "| " + " | ".join([*cells, f"not measured: {row.missing}", *[""] * 7]) + " |"
    for runs in (row.ours, row.theirs):
        if not runs:
            cells += ["", "", ""]
            continue
        cells += [spread([run.cpu for run in runs]), spread([run.wall for run in runs]), memory(runs)]
    cells += [row.ratio, row.must, row.met]
    return "| " + " | ".join(cells) + " |"


HEAD = (
    "| row | gainsay | against | processor | wall | memory | its processor | its wall | its memory | ratio | must | met |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--rows", nargs="+", choices=ROWS, default=list(ROWS), metavar="NAME", help=", ".join(ROWS))
    reader.add_argument("--claims", type=int, default=100_000, help="claims of the dossiers (%(default)s)")
    reader.add_argument("--runs", type=int, default=5, help="runs of each program (%(default)s)")
    reader.add_argument("--floor", help="the program of `cargo bench --bench floor`; left out: the one last built")
    options = reader.parse_args()
    if options.claims < 1000 or options.runs < 1:
        reader.error("at least 1000 claims and one run")
    with tempfile.TemporaryDirectory(prefix="gainsay-compare-") as folder:
        bench = Bench(options, Path(folder))
        print(f"{options.claims} claims, {options.runs} runs each: median (least to most)\n\n{HEAD}", flush=True)
        for name in options.rows:
            started = time.perf_counter()
            for row in ROWS[name](bench):
                print(line(row), flush=True)
            print(f"{name}: {time.perf_counter() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
