"""Dossiers and texts to measure on, the same whenever they are made: nothing here depends on the clock or the machine.

    python3 dossier.py KIND FOLDER SIZE

KIND is one of:

texts     claims with quotes that stand in texts of about 5 KB, 20 claims to a text
altered   the same, one letter in ten of each quote another, and `quotes.tsv` beside the folder: text, quote
bare      the same without texts, and `rows.csv` beside the folder: claim, question, value
one-file  the same without texts, all claims in one file in no order
question  one question, each claim of a source of its own
reuse     SIZE texts, one in 50 with a passage of an earlier one, and `reuse.tsv` beside the folder: copy, original
diff      pairs of texts of SIZE bytes, 1 and 10 words of a hundred changed

A dossier has EVENTS of five questions each, answered by ten sources; four events share their sources. Of a hundred
claims eight depart from what the others say.
"""

import hashlib
import random
import sys
from datetime import date, timedelta
from pathlib import Path

QUESTIONS = 5
SOURCES = 10
SHARED = 4
DEPART = 0.08
MONTHS = "January February March April May June July August September October November December".split()
WITH_TEXTS = ("texts", "altered")
WEAPONS = ["drone", "rocket", "mortar", "mine", "missile", "rifle"]
MANIFEST = '[dossier]\ntitle = "Made to be measured"\nlanguage = "en"\n'
BARE = MANIFEST + '\n[rules]\ntext-not-held = "allow"\n'


def vocabulary(count, chance):
    """So many words, all different; of three syllables, since of two some would be English."""
    parts = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "ol")]
    words = set()
    while len(words) < count:
        words.add("".join(chance.choices(parts, k=3)))
    return sorted(words)


WORDS = vocabulary(6000, random.Random(1))


def sentence(chance):
    words = chance.choices(WORDS, k=chance.randint(8, 14))
    return " ".join(words).capitalize() + "."


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def in_words(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def event_tables(event):
    name = f"e{event}"
    return f"""[event.{name}]
title = "Event {event}"

[event.{name}.question.killed]
ask = "How many were killed?"
type = "count"

[event.{name}.question.wounded]
ask = "How many were wounded?"
type = "count"

[event.{name}.question.weapon]
ask = "With what?"
type = "choice"
options = [{", ".join(f'"{weapon}"' for weapon in WEAPONS)}]

[event.{name}.question.day]
ask = "On which day?"
type = "date"

[event.{name}.question.claimed-by]
ask = "Who claimed it?"
type = "agent"

"""


def answer(question, chance, usual):
    """An answer, `usual` or another one: the value as TOML, and the words of a source that carry it."""
    other = chance.random() < DEPART
    if question in ("killed", "wounded"):
        value = usual + (chance.randint(1, 40) if other else 0)
        return str(value), f"{value} were {question}"
    if question == "weapon":
        value = WEAPONS[(usual + chance.randint(1, 5) if other else usual) % len(WEAPONS)]
        return f'"{value}"', f"a {value} was seen"
    if question == "day":
        day = date(2024, 1, 1) + timedelta(days=usual % 300 + (chance.randint(1, 40) if other else 0))
        return f'"{day.isoformat()}"', f"it was on {in_words(day)}"
    group = (usual + (chance.randint(1, 18) if other else 0)) % 19
    return f'"front-{group}"', f"Front {group} claimed it"


def agents():
    fronts = (f'[agent.front-{n}]\nname = "Front {n}"\nkind = "armed-group"\n' for n in range(19))
    outlets = (f'[agent.outlet-{n}]\nname = "Outlet {n}"\nkind = "outlet"\n' for n in range(200))
    officials = (f'[agent.official-{n}]\nname = "Official {n}"\nkind = "government"\n' for n in range(200))
    return "\n".join((*fronts, *outlets, *officials))


def source_table(name, outlet, day, text):
    lines = [
        f"[source.{name}]",
        f'title = "Report {name}"',
        f'publisher = "outlet-{outlet}"',
        'kind = "news"',
        f'published = "{day.isoformat()}"',
        'level = "secondary"',
    ]
    if text is not None:
        lines += [f'text = "{name}.txt"', f'sha256 = "{hashlib.sha256(text).hexdigest()}"']
    return "\n".join(lines) + "\n\n"


def claim_table(question, value, quote, speaker, source=None):
    lines = ["[[claim]]"]
    lines += [f'source = "{source}"'] if source else []
    lines += [f'id = "{question.replace("/", "-")}"', f'question = "{question}"', f"value = {value}", f'quote = "{quote}"']
    lines += [f'said-by = "{speaker}"'] if speaker else []
    return "\n".join(lines) + "\n\n"


def group(first, count, chance):
    """Events that share their sources: of each source its claims as (question, value, quote, speaker)."""
    usual = {
        (event, question): chance.randint(20, 900)
        for event in range(first, first + count)
        for question in ("killed", "wounded", "weapon", "day", "claimed-by")
    }
    for source in range(SOURCES):
        claims = []
        for (event, question), value in usual.items():
            value, words = answer(question, chance, value)
            town = WORDS[event % len(WORDS)].capitalize()
            quote = f"in {town} {chance.choice(WORDS)} {words}"
            # Each source has it from somebody else, so that nobody says two things.
            speaker = f"official-{source + SOURCES * (first % 20)}" if chance.random() < 0.3 else None
            claims.append((f"e{event}/{question}", value, quote, speaker))
        yield claims


def misquoted(quote, chance):
    """One letter in ten is another; figures stay."""
    return "".join(
        chance.choice("abcdefghijklmnopqrstuvwxyz") if letter.isalpha() and chance.random() < 0.1 else letter
        for letter in quote
    )


def text_of(claims, chance):
    """About 5 KB for 20 claims: each quote in a sentence of its own, between others."""
    lines = []
    for _, _, quote, speaker in claims:
        said = f", {speaker.replace('-', ' ').capitalize()} said" if speaker else ""
        around = [f"{chance.choice(WORDS).capitalize()} {chance.choice(WORDS)} {quote}{said}."]
        around += [sentence(chance) for _ in range(chance.choice((2, 2, 3)))]
        chance.shuffle(around)
        lines.append(" ".join(around))
    return ("\n\n".join(lines) + "\n").encode()


def dossier(kind, folder, size):
    chance = random.Random(14)
    events = max(1, size // (QUESTIONS * SOURCES))
    write(folder / "gainsay.toml", MANIFEST if kind in WITH_TEXTS else BARE)
    write(folder / "sources/agents.toml", agents())
    together, rows = [], []
    for number, first in enumerate(range(0, events, SHARED)):
        count = min(SHARED, events - first)
        # Some hundreds of files to a folder.
        place = f"{number // 20:04}"
        tables = "".join(event_tables(event) for event in range(first, first + count))
        write(folder / f"claims/{place}/events-{number}.toml", tables)
        tables = []
        for index, claims in enumerate(group(first, count, chance)):
            name = f"s{number * SOURCES + index}"
            day = date(2024, 11, 1) + timedelta(days=index)
            text = text_of(claims, chance) if kind in WITH_TEXTS else None
            if text is not None:
                path = folder / f"sources/{place}/{name}.txt"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text)
            if kind == "altered":
                claims = [(asked, value, misquoted(quote, chance), by) for asked, value, quote, by in claims]
                rows += [f"sources/{place}/{name}.txt\t{quote}\n" for _, _, quote, _ in claims]
            tables.append(source_table(name, index + SOURCES * (number % 20), day, text))
            if kind == "one-file":
                together += [claim_table(*claim, source=name) for claim in claims]
            else:
                said = "".join(claim_table(*claim) for claim in claims)
                write(folder / f"claims/{place}/{name}.toml", f'source = "{name}"\n\n{said}')
            if kind == "bare":
                rows += [f"{name}#{question},{question},{value.strip(chr(34))}\n" for question, value, _, _ in claims]
        write(folder / f"sources/{place}/reports-{number}.toml", "".join(tables))
    if kind == "one-file":
        chance.shuffle(together)
        write(folder / "claims/all.toml", "".join(together))
    if kind == "altered":
        write(folder.parent / "quotes.tsv", "".join(rows))
    if kind == "bare":
        write(folder.parent / "rows.csv", "claim,question,value\n" + "".join(rows))


def one_question(folder, size):
    """One count with `size` answers: most alike, and of a hundred eight that nobody else gives."""
    chance = random.Random(15)
    write(folder / "gainsay.toml", BARE)
    asked = '[event.e]\ntitle = "Event"\n\n[event.e.question.q]\nask = "How many were killed?"\ntype = "count"\n'
    write(folder / "claims/asked.toml", asked)
    for first in range(0, size, 500):
        tables, said = [], []
        for n in range(first, min(size, first + 500)):
            value = 1000 + n if chance.random() < DEPART else 100
            day = date(2024, 1, 1) + timedelta(days=n % 300)
            tables.append(f'[agent.outlet-{n}]\nname = "Outlet {n}"\nkind = "outlet"\n\n')
            tables.append(source_table(f"s{n}", n, day, None))
            said.append(claim_table("e/q", str(value), f"{value} were killed", None, source=f"s{n}"))
        write(folder / f"sources/s{first}.toml", "".join(tables))
        write(folder / f"claims/c{first}.toml", "".join(said))


def reuse(folder, count):
    chance = random.Random(16)
    texts, truth = [], []
    for n in range(count):
        words = chance.choices(WORDS, k=800)
        if n % 50 == 49:
            original = chance.randrange(n)
            length = chance.randint(60, 100)
            start, at = chance.randrange(800 - length), chance.randrange(800)
            words[at:at] = texts[original].split()[start : start + length]
            truth.append(f"t{n}\tt{original}\n")
        texts.append(" ".join(words))
        lines = "\n".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
        write(folder / f"{n // 500:03}/t{n}.txt", lines + "\n")
    write(folder.parent / "reuse.tsv", "".join(truth))


def diff(folder, size):
    """A text and two others made of it: words of it replaced, left out or put in. Few words are common, most are rare."""
    chance = random.Random(17)
    common = [1 / rank for rank in range(1, len(WORDS) + 1)]
    drawn = iter(chance.choices(WORDS, common, k=size // 4))
    words, length = [], 0
    while length < size:
        words.append(next(drawn))
        length += len(words[-1]) + 1
    for percent in (0, 1, 10):
        changed = []
        for word in words:
            if chance.random() * 100 >= percent:
                changed.append(word)
                continue
            what = chance.randrange(3)
            if what == 0:
                changed.append(next(drawn))
            elif what == 1:
                changed += [word, next(drawn)]
        lines = "\n".join(" ".join(changed[at : at + 12]) for at in range(0, len(changed), 12))
        write(folder / f"{percent}.txt", lines + "\n")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    kind, folder, size = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if kind in ("texts", "altered", "bare", "one-file"):
        dossier(kind, folder, size)
    elif kind == "question":
        one_question(folder, size)
    elif kind == "reuse":
        reuse(folder, size)
    elif kind == "diff":
        diff(folder, size)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
