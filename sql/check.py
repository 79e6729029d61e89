#!/usr/bin/env python3
"""Holds what the queries say of random dossiers against what gainsay says, row for row.

Exits with 1 at the first difference, which is printed with its seed, or where nothing was compared.
"""

import argparse
import collections
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import dossiers
import engines

HERE = Path(__file__).resolve().parent
ALONE = ["pairs", "conflicts", "tensions", "origins", "silence", "coverage"]
OF_TWO = ["opened", "closed"]
RESPONSES = ["answers", "denies", "does-not-know", "declines", "silent"]


class Gainsay:
    """The program, as it is built."""

    def __init__(self, path):
        self.path = str(Path(path).resolve())

    def run(self, dossier, *arguments):
        command = [self.path, *arguments, "--dossier", str(dossier)]
        # Findings are no fault here: 1 is as good as 0.
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)}: {done.stderr.strip()}")
        return done.stdout

    def json(self, dossier, *arguments):
        return json.loads(self.run(dossier, *arguments, "--format", "json"))

    def export(self, dossier, out, shards=1):
        for shard in range(1, shards + 1):
            named = ["--shard", f"{shard}/{shards}"] if shards > 1 else []
            self.run(dossier, "export", "parquet", str(out), *named)


@functools.cache
def restricted(seed):
    """The sources of a dossier that are not for all."""
    found = dossiers.Dossier(seed).sources
    return {name for name, row in found.items() if row.get("access") == "restricted"}


def of_pairs(comparison, hidden):
    """What the files on pairs should say, from the comparison as JSON."""
    pairs, conflicts, tensions = [], [], []
    for question in comparison["questions"]:
        public = [row["claim"] for row in question["claims"] if row["claim"].split("#")[0] not in hidden]
        number = {claim: at for at, claim in enumerate(public, start=1)}
        told = {"conflict": set(), "tension": set()}
        for pair in question["pairs"]:
            a, b = pair["a"], pair["b"]
            if a in number and b in number:
                pairs.append((question["question"], number[a], number[b], a, b, pair["relation"], pair["row"], pair["class"],
                              pair["direction"], " ".join(pair["assumed"])))
                told.get(pair["class"], set()).update((a, b))
        for found, claims_of in ((conflicts, told["conflict"]), (tensions, told["tension"])):
            if claims_of:
                found.append((question["question"], len(number), len(claims_of)))
    return {"pairs": pairs, "conflicts": conflicts, "tensions": tensions}


def of_positions(comparison):
    # What is ruled out and held by nobody has no claims, and no rows.
    return [(question["question"], at, len(row["claims"]), len(row["supporting"]), row["independent"], row["not_established"])
            for question in comparison["questions"] for at, row in enumerate(question["positions"], start=1)
            if row["claims"]]


def of_silence(matrix, hidden):
    """What each source does, and how many do, from the view of silence as JSON."""
    silence, coverage = [], []
    for event in matrix["events"]:
        for question in event["questions"]:
            marks = [(source, does) for source, does in zip(event["sources"], question["marks"]) if source not in hidden]
            # A question to which restricted sources alone lead is in no table.
            if hidden and all(does == ["silent"] for _, does in marks):
                continue
            silence += [(question["question"], source, one) for source, does in marks for one in does]
            counts = [sum(response in does for _, does in marks) for response in RESPONSES]
            coverage += [(question["question"], len(marks), *counts)] * bool(marks)
    return {"silence": silence, "coverage": coverage}


def of_change(change):
    """The disputes that opened and closed, from the change as JSON."""
    def told(rows):
        return [(row["question"], row["rule"], row["explained"], row["message"]) for row in rows]
    return {"opened": told(change["disputes"]["opened"]), "closed": told(change["disputes"]["closed"])}


def committed(folder, seed):
    """Makes a repository with the two revisions of a dossier, at the later."""
    folder.mkdir(parents=True)
    git = ["git", "-C", str(folder), "-c", "user.name=check", "-c", "user.email=check@localhost"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    for later in (False, True):
        dossiers.written(seed, folder, second=later)
        subprocess.run([*git, "add", "--all"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--allow-empty", "--message", "revision"], check=True)


class Tables:
    """The tables of many dossiers below one folder, to be read as one, and what gainsay says of these dossiers."""

    def __init__(self, folder, gainsay):
        self.folder, self.gainsay = folder, gainsay
        self.count = 0
        self.expected = collections.defaultdict(list)
        self.dossiers = collections.Counter()

    def add(self, dossier, expected, parts=1):
        self.take(dossier, parts)
        for file, rows in expected.items():
            self.expected[file] += rows
            self.dossiers[file] += 1
        self.count += 1

    def take(self, dossier, parts=1):
        """Exports a dossier, and lays its files beside those of the others."""
        out = self.folder / "export"
        self.gainsay.export(dossier, out, parts)
        for file in sorted(out.glob("*/*.parquet")):
            table = self.folder / file.parent.name
            table.mkdir(exist_ok=True)
            file.rename(table / f"{dossier.parent.name}-{file.name}")
        shutil.rmtree(out)


class Check:
    """What has been compared, and the engine that is asked."""

    def __init__(self, gainsay, engine, options):
        self.gainsay, self.engine, self.parts = gainsay, engine, options.shards
        self.files = options.only or ALONE + OF_TWO
        self.rows, self.dossiers, self.of_table = collections.Counter(), collections.Counter(), collections.Counter()
        self.in_parts = 0

    def batch(self, seeds):
        """Compares all that is said of some dossiers, whose tables are read as one."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            whole, parted, before, after = (Tables(root / name, self.gainsay) for name in ("whole", "parts", "before", "after"))
            for seed in seeds:
                of = root / str(seed)
                # The revisions by turns.
                dossiers.written(seed, of / "first")
                dossiers.written(seed, of / "second", second=True)
                now = of / ("second" if seed % 2 else "first")
                hidden = restricted(seed)
                expected = self.expected(now, hidden)
                whole.add(now, expected)
                if self.parts > 1 and seed % 5 == 0:
                    parted.add(now, expected, self.parts)
                if not hidden and not set(OF_TWO).isdisjoint(self.files):
                    committed(of / "both", seed)
                    before.take(of / "first")
                    after.add(of / "second", of_change(self.gainsay.json(of / "both", "diff", "--since", "HEAD~1")))
            self.held(whole, "")
            self.held(parted, f", in {self.parts} parts")
            self.in_parts += parted.count
            self.held(after, "", before)

    def expected(self, dossier, hidden):
        comparison = self.gainsay.json(dossier, "compare", "--no-cache")
        expected = of_pairs(comparison, hidden)
        if not hidden:
            expected["origins"] = of_positions(comparison)
        expected |= of_silence(self.gainsay.json(dossier, "table", "--silence", "--no-cache"), hidden)
        self.of_table.update(row[6] for row in expected["pairs"])
        return expected

    def held(self, tables, how, before=None):
        """Holds the answers of the engine against what is expected; ends the program where they differ."""
        if not tables.count:
            return
        engines.load(self.engine, tables.folder, before and before.folder)
        for file in [file for file in self.files if file in tables.expected]:
            rows = tables.expected[file]
            found = engines.ask(self.engine, HERE / f"{file}.sql")
            if file == "origins":
                found = [row for row in found if not restricted(seed_of(row))]
            if before:
                found = [(row[0], row[1], row[3], row[4]) for row in found]
            self.differ(file, how, collections.Counter(rows), collections.Counter(found))
            self.rows[file] += len(rows)
            self.dossiers[file] += tables.dossiers[file]

    def differ(self, file, how, rows, found):
        """Prints the rows in which the first dossier differs, if one does, and ends the program."""
        wrong = (rows - found) + (found - rows)
        if not wrong:
            return
        seed = min(map(seed_of, wrong))
        print(f"seed {seed}{how}: {file}.sql differs from gainsay ({self.engine.version})")
        for title, counted in (("gainsay alone", rows - found), ("the engine alone", found - rows)):
            for row in sorted((row for row in counted.elements() if seed_of(row) == seed), key=str):
                print(f"  {title}: {row}")
        raise SystemExit(1)

    def told(self):
        """Prints what was compared; whether all files were, with rows."""
        for file in self.files:
            print(f"{file}.sql: {self.rows[file]} rows of {self.dossiers[file]} exports are the same")
        print(f"exported in parts too: {self.in_parts}")
        print("pairs by row of the table: " + ", ".join(f"{row}: {self.of_table[row]}" for row in range(1, 22)))
        idle = [file for file in self.files if not self.rows[file]]
        for file in idle:
            print(f"{file}.sql: nothing was compared", file=sys.stderr)
        if self.parts > 1 and not self.in_parts:
            print("nothing was exported in parts: no seed is a multiple of five", file=sys.stderr)
            return False
        return not idle


def seed_of(row):
    """The seed of the dossier that a row is of: its question's event ends in it."""
    return int(row[0].split("/")[0].rsplit("-", 1)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gainsay", required=True, help="the program, built with the feature `parquet`")
    parser.add_argument("--engine", choices=engines.ENGINES, default="duckdb")
    parser.add_argument("--dossiers", type=int, default=200, help="how many")
    parser.add_argument("--seed", type=int, default=1, help="of the first; each next has the next")
    parser.add_argument("--shards", type=int, default=1, help="export every fifth in so many parts too")
    parser.add_argument("--only", nargs="*", choices=ALONE + OF_TWO, help="these files alone")
    parser.add_argument("--batch", type=int, default=50, help="read the tables of so many as one")
    options = parser.parse_args()
    engine = engines.ENGINES[options.engine]()
    print(f"{engine.version}, {options.dossiers} dossiers from seed {options.seed}", flush=True)
    check = Check(Gainsay(options.gainsay), engine, options)
    seeds = range(options.seed, options.seed + options.dossiers)
    for at in range(0, len(seeds), options.batch):
        check.batch(seeds[at:at + options.batch])
    return 0 if check.told() else 1


if __name__ == "__main__":
    os.environ.setdefault("GIT_CONFIG_GLOBAL", os.devnull)
    sys.exit(main())
