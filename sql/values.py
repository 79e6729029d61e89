"""Random values of each type of question, and how TOML writes them."""

WORDS = ["some words", "other words", "Some  words", "third words"]


def value(draw, asked, denied, others, places, agents):
    """A value as data that TOML writes, and keys that stand beside it. `others` are claims on the same question."""
    kind = asked["type"]
    beside = {}
    if kind in ("count", "amount"):
        found, beside = figure(draw, kind, denied, others)
    elif kind == "date":
        found = date(draw, denied)
    elif kind in ("place", "agent"):
        found = names(draw, kind, denied, places if kind == "place" else agents[:6])
    elif kind == "choice":
        found = draw.some(["drone", "rocket", "guided", "mortar"], 2)
        found = ruled_out(draw, denied, "none" if draw.chance(0.08) else found)
    elif kind == "yes-no":
        found = ruled_out(draw, denied, draw.chance(0.5))
    elif kind == "set":
        found = items(draw, agents[:5])
    else:
        found = draw.one(WORDS)
    return found, beside


def ruled_out(draw, denied, found):
    """The value, or that it is ruled out, where the claim does not deny it anyway."""
    return {"not": found} if not denied and draw.chance(0.15) else found


def figure(draw, kind, denied, others):
    """A count or an amount. Small and round numbers, so that many meet."""
    number = draw.one([0, 1, 2, 3, 5, 12, 14, 20, 30, 34, 40, 50, 100, 150, 160, 200, 210, 1000, 1200])
    if denied:
        return draw.one([number, f"at least {number + 1}"]), {}
    plain = {"number": 8, "range": 3, "at least": 2, "more than": 2, "at most": 1, "fewer than": 2, "about": 3, "nearly": 1,
             "up to": 1, "bounds": 2, "not": 2, "or": 1}
    if kind == "count":
        plain.update({"words": 3, "sum": 1})
    else:
        plain.update({"decimal": 3, "million": 2})
    if others:
        plain["relative"] = 3
    form = draw.weighted(plain)
    if form == "number":
        return number, {}
    if form == "range":
        return f"between {number} and {number + draw.number(1, 20)}", {}
    if form == "bounds":
        bounds = {"min": number + 1, "max": number + 1 + draw.number(0, 30)}
        open_end = draw.weighted({"min": 1, "max": 1, "neither": 3})
        return {end: number for end, number in bounds.items() if end != open_end}, {}
    if form == "not":
        return {"not": draw.one([number, f"between {number + 1} and {number + 9}", f"at least {number + 1}"])}, {}
    if form == "or":
        return f"{number + 1} or {number + 1 + draw.number(1, 9)}", {}
    if form == "words":
        return draw.one(["dozens", "several", "a few", "hundreds", "a couple", "scores", "a handful", "twenty"]), {}
    if form == "sum":
        return {"sum": [str(number + 1), draw.one(["two", "3", "a dozen"])]}, {}
    if form == "decimal":
        return draw.one([0.5, 2.5, 8.5, "2.25", "3.5"]), {}
    if form == "million":
        return f"{draw.one(['1', '2', '1.5', '100'])} million", {}
    if form == "relative":
        relative = {draw.one(["higher-than", "lower-than"]): draw.one(others)}
        if draw.chance(0.4):
            relative["by"] = str(draw.number(1, 3))
        return relative, {}
    return f"{form} {number + 2}", {}


def date(draw, denied):
    day = draw.number(1, 9)
    found = draw.weighted({"day": 6, "range": 3, "after": 1, "before": 1, "time": 3, "zoned": 3, "month": 1, "about": 1,
                           "unclear": 1, "one of": 1})
    words = {
        "day": f"2024-01-{day:02}",
        "range": f"2024-01-{day:02}/2024-01-{day + draw.number(1, 5):02}",
        "after": f"2024-01-{day:02}/..",
        "before": f"../2024-01-{day:02}",
        "time": f"2024-01-{day:02}T{draw.number(0, 23):02}:00",
        "zoned": f"2024-01-{day:02}T{draw.number(0, 23):02}:00{draw.one(['Z', '+05:00', '-08:00'])}",
        "month": draw.one(["2024-01", "2024-02"]),
        "about": f"2024-01-{day:02}~",
        "unclear": "2024-01-0X",
        "one of": f"[2024-01-{day:02},2024-01-{day + 5:02}]",
    }[found]
    return ruled_out(draw, denied or found in ("about", "unclear", "one of"), words)


def names(draw, kind, denied, of):
    if draw.chance(0.07):
        return ruled_out(draw, denied, "none")
    if kind == "place" and not denied and draw.chance(0.12):
        return {"near": draw.one(of)}
    found = draw.some(of, 2)
    return ruled_out(draw, denied, found[0] if len(found) == 1 and draw.chance(0.5) else found)


def items(draw, of):
    words = of + ["a banner", "a van"]
    form = draw.weighted({"at least": 4, "exactly": 3, "without": 3, "none": 1})
    if form == "none":
        return "none"
    return draw.some(words, 3) if form == "at least" else {form: draw.some(words, 3)}


def keys(row):
    """The keys of a table, a line each."""
    return "".join(f"{key} = {toml(it)}\n" for key, it in row.items())


def toml(it):
    """A value as TOML writes it on one line."""
    if isinstance(it, bool):
        return "true" if it else "false"
    if isinstance(it, (int, float)):
        return str(it)
    if isinstance(it, dict):
        return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in it.items()) + " }"
    if isinstance(it, list):
        return "[" + ", ".join(toml(inner) for inner in it) + "]"
    return '"' + it.replace("\\", "\\\\").replace('"', '\\"') + '"'
