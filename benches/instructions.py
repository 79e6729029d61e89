#!/usr/bin/env python3
"""How many instructions a run takes, held against what was recorded: a change that costs more than is allowed for fails.

    cargo build --release
    python3 benches/instructions.py            # holds, and fails where one takes more
    python3 benches/instructions.py --record   # writes benches/instructions.json anew

It needs Python 3.11, Linux on x86-64 and valgrind. Instructions are counted by cachegrind and not timed: what else the machine
does, and how fast it is, changes nothing. The dossier is that of benches/compare/dossier.py with 1,000 claims, each quote in
one of 50 texts.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORDED = HERE / "instructions.json"
CLAIMS = 1000

# One run and the next differ by less than a ten-thousandth: hashes are keyed anew each time. What is left is for the compiler:
# from one release of Rust to the next the same source comes to one or two hundredths more or less. A change that costs
# more than that is not lost among them, and one that is worth its price records it anew.
TOLERANCE = 0.03
# The shortest run is the loader's for the most part, which is another on another system; to describe all commands triples it.
LOADED = 0.5

RUNS = {
    "check": (["check", "--format", "concise", "--no-cache"], TOLERANCE),
    "report": (["report", "--format", "json", "--no-cache"], TOLERANCE),
    "reuse": (["reuse", "--format", "json", "--no-cache"], TOLERANCE),
    "version": (["--version"], LOADED),
}


def counted(program, arguments, folder):
    """The instructions of one run, on one thread, with nothing of the caller's environment."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", program, *arguments]
    env = {"PATH": os.environ["PATH"], "RAYON_NUM_THREADS": "1", "COLUMNS": "100", "MIMALLOC_PURGE_DELAY": "-1"}
    run = subprocess.run(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"I\s+refs:\s+([\d,]+)", run.stderr)
    if run.returncode not in (0, 1) or not found:
        sys.exit(f"`{' '.join(map(str, command))}` ended with {run.returncode}:\n{run.stderr}")
    return int(found[1].replace(",", ""))


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--record", action="store_true", help="write what is counted")
    asked.add_argument("--gainsay", default=HERE.parent / "target/release/gainsay", help="the program")
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "dossier"
        subprocess.run([sys.executable, HERE / "compare/dossier.py", "texts", folder, str(CLAIMS)], check=True)
        counts = {name: counted(Path(asked.gainsay).resolve(), run, folder) for name, (run, _) in RUNS.items()}
    if asked.record:
        RECORDED.write_text(json.dumps(counts, indent=2) + "\n")
        return
    recorded = json.loads(RECORDED.read_text())
    missed = []
    for name, (_, tolerance) in RUNS.items():
        change = counts[name] / recorded[name] - 1
        told = f"at most {tolerance:+.0%}"
        if change > tolerance:
            told += ": too many"
            missed.append(name)
        elif change < -tolerance:
            told += ": fewer, which is worth recording"
        print(f"{name:8} {counts[name]:>13,} against {recorded[name]:>13,} {change:+7.2%}, {told}")
    if missed:
        sys.exit(f"{', '.join(missed)}: a change that is worth it records its counts by --record, and its commit says why")


if __name__ == "__main__":
    main()
