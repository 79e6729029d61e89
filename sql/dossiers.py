#!/usr/bin/env python3
"""Random small dossiers: `dossiers.py OUT --seed N [--second]` writes one. The same seed gives the same bytes.

`--second` writes a later revision of the same dossier: some claims changed, some added, some removed. The ids of events,
sources and agents end in the seed, so that the tables of many dossiers can be read as one.
"""

import argparse
import random
from pathlib import Path

import values

AGENTS = {
    "gov": {"kind": "government"},
    "army": {"part-of": ["gov"]},
    "brigade": {"part-of": ["army"]},
    "ministry": {"part-of": ["gov"]},
    "militia": {"affiliated-with": ["gov"]},
    "witness": {},
    "medic": {},
    "agency": {"kind": "news-agency"},
    "official": {"named": False},
    "source-close": {"named": False, "part-of": ["army"]},
    "herald": {"kind": "outlet"},
    "courier": {"kind": "outlet"},
    "gazette": {"kind": "outlet", "affiliated-with": ["herald"]},
    "radio": {"kind": "outlet", "part-of": ["gov"]},
}
OUTLETS = ["herald", "courier", "gazette", "radio", "agency", "gov"]
SPEAKERS = ["gov", "army", "brigade", "ministry", "militia", "witness", "medic", "official", "source-close", "agency", "herald"]

PLACES = {
    "world": {"kind": "region"},
    "north": {"kind": "country", "within": ["world"]},
    "south": {"kind": "country", "within": ["world"]},
    "valley": {"kind": "adm1", "within": ["north"]},
    "town": {"kind": "settlement", "within": ["valley"]},
    "village": {"kind": "settlement", "within": ["north"]},
    "port": {"kind": "settlement", "within": ["south"]},
    "border": {"kind": "border-zone", "border-of": ["north", "south"]},
    "post": {"kind": "site", "within": ["border"]},
    "heights": {"kind": "settlement", "disputed-between": ["north", "south"]},
    "camp": {"kind": "site", "within": ["town"]},
    "delta": {"kind": "region"},
}
GROUPS = {
    "people": {},
    "civilians": {"part-of": ["people"], "disjoint-from": ["fighters"]},
    "children": {"part-of": ["civilians"]},
    "fighters": {"part-of": ["people"]},
    "women": {"part-of": ["people"]},
}
PERIODS = ["2024-01-01/2024-01-04", "2024-01-01/2024-01-02", "2024-01-02/2024-01-03", "2024-01-04",
           "2024-01-01/..", "2024-01-02/..", "../2024-01-03", "2024-01", "unknown"]
BASES = ["reported", "reported", "confirmed", "identified", "documented", "estimated", "unknown"]
MOMENTS = ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-02T12:00", "2024-01-02T12:00Z", "2024-01-02T12",
           "2024-01-03T08:00+05:00", "2024-01-02T01:00-08:00", "2024-01", "2024-01-02/2024-01-03", "2024-01-02/..",
           "unknown"]
PUBLISHED = ["2024-01-01", "2024-01-02", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-03T06:00+02:00",
             "2024-01-03T21:00", "2024-01", "unknown"]
SETTLES = ["2024-01-02", "2024-01-03"]
KINDS = ["news", "news", "wire", "official-statement", "live", "witness"]


class Draw:
    """What is left to chance, from a seed."""

    def __init__(self, seed):
        self.chance_of = random.Random(seed).random

    def number(self, least, most):
        return least + int(self.chance_of() * (most - least + 1))

    def one(self, of):
        return of[self.number(0, len(of) - 1)]

    def chance(self, share):
        return self.chance_of() < share

    def some(self, of, most):
        """From one to `most` different ones, in their order."""
        chosen = {self.number(0, len(of) - 1) for _ in range(self.number(1, most))}
        return [of[at] for at in sorted(chosen)]

    def weighted(self, of):
        """One of the keys, by their weights."""
        at = self.chance_of() * sum(of.values())
        for key, weight in of.items():
            at -= weight
            if at < 0:
                return key
        return key


class People:
    """The agents of one dossier, by ids that no other has."""

    def __init__(self, seed):
        def own(names):
            return [f"{name}-{seed}" for name in names]
        self.outlets, self.speakers = own(OUTLETS), own(SPEAKERS)
        links = ("part-of", "affiliated-with")
        self.agents = {
            f"{name}-{seed}": {key: own(it) if key in links else it for key, it in {"name": f"Agent {name}", **row}.items()}
            for name, row in AGENTS.items()
        }


def sources(draw, seed, outlets):
    """Sources in order of time: some are captures of earlier ones, derive from them, correct or retract them."""
    found = {}
    publishers = draw.some(outlets, 4)
    days = sorted(draw.one(PUBLISHED) for _ in range(draw.number(3, 8)))
    links = draw.chance(0.6)
    for at, published in enumerate(days):
        source = {"title": f"Source {at}", "published": published, "kind": draw.one(KINDS)}
        source["publisher"] = "unknown" if draw.chance(0.15) else draw.one(publishers)
        earlier = sorted(found)
        if earlier and draw.chance(0.2):
            of = draw.one(earlier)
            source["capture-of"] = of
            if draw.chance(0.9):
                source["publisher"] = found[of]["publisher"]
            if draw.chance(0.5):
                source["accessed"] = f"2024-02-{at + 1:02}"
        elif earlier and links:
            kind = draw.weighted({"none": 10, "derived-from": 3, "corrects": 2, "retracts": 1})
            of = draw.one(earlier)
            if kind == "derived-from":
                source[kind] = [{"source": of, "how": draw.one(["quotes", "cites", "syndicates"])}]
            elif kind != "none":
                source[kind] = [of]
                if draw.chance(0.8):
                    source["publisher"] = found[of]["publisher"]
        if draw.chance(0.1):
            source["updated"] = draw.one(PUBLISHED[:5])
        if draw.chance(0.1):
            source["time-zone"] = "Asia/Karachi"
        found[f"s{at}-{seed}"] = source
    return found


def question(draw, name, earlier):
    """A question, and how much of scope its claims state."""
    kind = draw.weighted({"count": 10, "amount": 3, "date": 3, "place": 3, "agent": 3, "choice": 2, "yes-no": 2, "set": 2,
                          "text": 1})
    asked = {"ask": f"What of {name}?", "type": kind}
    measure = kind in ("count", "amount")
    times = {"fixed": 3, "grows": 4, "varies": 2} if measure else {"fixed": 4, "varies": 2}
    over_time = "fixed" if kind == "text" else draw.weighted(times)
    if over_time != "fixed":
        asked["over-time"] = over_time
        if draw.chance(0.3):
            asked["settles"] = draw.one(SETTLES)
    if kind == "amount":
        asked["unit"] = "USD"
    if measure and draw.chance(0.3):
        asked["additive"] = draw.chance(0.6)
    if kind == "choice":
        asked["options"] = ["drone", {"id": "rocket", "label": "a rocket"}, {"id": "guided", "part-of": "rocket"}, "mortar"]
    if kind in ("place", "agent") and draw.chance(0.4):
        asked["many"] = True
    wholes = [other for other, row in earlier.items() if row["type"] == kind == "count"]
    if wholes and draw.chance(0.3):
        asked["part-of"] = draw.one(wholes)
    if draw.chance(0.15):
        asked["scope"] = {"population": "people"}
    dimensions = ["population", "place", "period"] + ["basis"] * measure
    scoped = draw.some(dimensions, 2) if draw.chance(0.45) else []
    return asked, scoped


def scope(draw, dimensions):
    """What a claim covers, of some dimensions."""
    of = {"population": list(GROUPS) + ["unknown"], "place": list(PLACES) + ["unknown"], "period": PERIODS, "basis": BASES}
    # The first few are much more likely, so that claims of one scope meet.
    few = {"population": 3, "place": 3, "period": 5, "basis": 5}
    found = {}
    for dimension in dimensions:
        if draw.chance(0.75):
            found[dimension] = draw.one(of[dimension][:few[dimension]] if draw.chance(0.7) else of[dimension])
    return found


def claim(draw, about, on, rows, earlier, speakers):
    """A claim on a question, beside the earlier ones on it."""
    row = {"source": draw.one(rows), "question": about}
    asked, dimensions = on
    said = {}
    stance = draw.weighted({"affirms": 30, "denies": 5, "unknown": 2, "declines": 1})
    if asked["type"] in ("set", "text") and stance == "denies":
        stance = "affirms"
    if stance != "affirms":
        row["stance"] = stance
    if stance in ("affirms", "denies"):
        others = [other["name"] for other in earlier if "value" in other and other["question"] == about]
        row["value"], said = values.value(draw, asked, stance == "denies", others, list(PLACES), speakers)
        if asked["type"] in ("count", "amount") and stance == "affirms":
            modality = draw.weighted({"stated": 20, "estimated": 1, "projected": 2, "alleged": 1})
        else:
            modality = draw.weighted({"stated": 20, "projected": 1, "alleged": 1})
        if modality != "stated":
            row["modality"] = modality
    if draw.chance(0.5):
        row["said-by"] = draw.some(speakers[:3] if draw.chance(0.5) else speakers, 1 if draw.chance(0.8) else 2)
    covers = scope(draw, dimensions)
    if covers:
        row["scope"] = covers
    if draw.chance(0.6):
        row["as-of"] = draw.one(MOMENTS[:5] if draw.chance(0.7) else MOMENTS)
    if draw.chance(0.5):
        row["quote"] = f"so it was said {draw.number(1, 40)} times"
    if draw.chance(0.1):
        row["credibility"] = draw.number(1, 6)
    same = [other for other in earlier if other["question"] == about]
    if same and draw.chance(0.12):
        how = draw.weighted({"corrects": 4, "supersedes": 3, "retracts": 1, "disputes": 2})
        own = [other for other in same if other["source"] == row["source"]]
        row[how] = [draw.one(own if own and draw.chance(0.8) else same)["name"]]
    row.update(said)
    return row


class Dossier:
    """A random dossier as plain data."""

    def __init__(self, seed):
        draw = Draw(f"{seed}")
        self.people = People(seed)
        self.sources = sources(draw, seed, self.people.outlets)
        self.restricted = seed % 12 == 11
        if self.restricted:
            self.sources[draw.one(sorted(self.sources))]["access"] = "restricted"
        self.events, self.questions, self.claims = {}, {}, []
        for at in range(draw.weighted({1: 4, 2: 3, 3: 1, 4: 1})):
            event = f"e{at}-{seed}"
            self.events[event] = {"title": f"Event {at}"}
            if draw.chance(0.2):
                self.events[event]["time-zone"] = "America/New_York"
            for number in range(draw.number(1, 3)):
                name = f"{event}/q{number}"
                asked, dimensions = question(draw, name, {name: on[0] for name, on in self.questions.items()})
                self.questions[name] = (asked, dimensions)
        self.number = 0
        for name in self.questions:
            rows = draw.some(sorted(self.sources), 6)
            for _ in range(draw.number(3, 12)):
                self.add(draw, name, rows)

    def add(self, draw, name, rows):
        row = claim(draw, name, self.questions[name], rows, self.claims, self.people.speakers)
        row["id"] = f"c{self.number}"
        row["name"] = f"{row['source']}#{row['id']}"
        self.number += 1
        self.claims.append(row)

    def revise(self, seed):
        """Makes it a later revision of itself."""
        draw = Draw(f"{seed} later")
        gone = {row["name"] for row in self.claims if draw.chance(0.12)}
        for row in self.claims:
            named = str(row.get("value", ""))
            if any(f"'{name}'" in named for name in gone):
                gone.add(row["name"])
        self.claims = [row for row in self.claims if row["name"] not in gone]
        for row in self.claims:
            for how in ("corrects", "supersedes", "retracts", "disputes"):
                if gone.intersection(row.get(how, [])):
                    del row[how]
            asked, _ = self.questions[row["question"]]
            if "value" in row and draw.chance(0.2):
                row["value"], _ = values.value(draw, asked, row.get("stance") == "denies", [], list(PLACES),
                                               self.people.speakers)
            elif draw.chance(0.1):
                row["as-of"] = draw.one(MOMENTS)
        for name in self.questions:
            for _ in range(draw.number(0, 2)):
                self.add(draw, name, sorted(self.sources))

    def write(self, out):
        """Writes its files below a folder."""
        def tables(kind, rows):
            return "".join(f"[{kind}.{name}]\n{values.keys(row)}\n" for name, row in rows.items())

        def named(rows, label):
            return {name: {"name": f"{label} {name}", **row} for name, row in rows.items()}

        asked = {name.replace("/", ".question."): row for name, (row, _) in self.questions.items()}
        claims = "".join(f"[[claim]]\n{values.keys({k: v for k, v in row.items() if k != 'name'})}\n" for row in self.claims)
        files = {
            "gainsay.toml": '[dossier]\ntitle = "random"\n',
            "sources/who.toml": tables("agent", self.people.agents) + tables("place", named(PLACES, "Place")),
            "sources/sources.toml": tables("source", self.sources),
            "claims/asked.toml": tables("group", named(GROUPS, "Group")) + tables("event", {**self.events, **asked}),
            "claims/claims.toml": claims,
        }
        for path, text in files.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_text(text, encoding="utf-8", newline="\n")


def written(seed, out, second=False):
    """Writes the dossier of a seed, or its later revision, below a folder; whether a source of it is restricted."""
    dossier = Dossier(seed)
    if second:
        dossier.revise(seed)
    dossier.write(Path(out))
    return dossier.restricted


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes a random small dossier.")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--second", action="store_true", help="a later revision of the same dossier")
    options = parser.parse_args()
    written(options.seed, options.out, options.second)
