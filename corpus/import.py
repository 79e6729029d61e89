#!/usr/bin/env python3
"""import.py SET FILE DIR: makes a corpus of what may not be shipped here, for `gainsay corpus DIR`.

SET is one of these, and FILE what lies at its address, saved by whoever runs this: nothing is downloaded.

  drift   sentences of Wikipedia before and after one revision, so that a number, a name or a "not" has changed (VitaminC, Schuster,
          Fisch and Barzilay, NAACL 2021; CC BY-SA 3.0)
          https://github.com/TalSchuster/talschuster.github.io/raw/152c9639f1e33ca295d0776b618c17884088f72f/static/vitaminc_real.zip

It needs Python 3.11 and nothing else. The same file makes the same corpus. Nothing that is made here belongs into the repository.
"""
import hashlib
import json
import pathlib
import re
import sys
import zipfile

HEADS = {
    "drift": {
        "title": "Sentences of which a number, a name or a word has changed",
        "kind": "quote",
        "labelled-by": "others",
        "licence": "CC BY-SA 3.0: Wikipedia and its contributors; VitaminC",
        "origin": "TalSchuster/talschuster.github.io at 152c9639, static/vitaminc_real.zip (test.jsonl): pairs of sentences that one revision "
        "of a page parts. Group `numbers`: their digits alone differ.",
        "label-rule": "The sentence as the text has it is held, the other is not: by the revision. Left out are pairs of which one stands in "
        "the other, that differ in marks alone, or that have damaged characters, brackets or dots of omission.",
        "date": "2021-04-05",
    },
}


def drift(file):
    """Two cases of each pair: the sentence that stands in the text, and the one that has changed."""
    with zipfile.ZipFile(file) as archive, archive.open("vitaminc_real/test.jsonl") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = {}
    for row in rows:
        sentences = pairs.setdefault(row["case_id"], [])
        if row["evidence"] not in sentences:
            sentences.append(row["evidence"])
    bare = lambda text: re.sub(r"\W+", "", text)
    damaged = re.compile(r"ï¿½|[\ufffd\[\]\t\n\r…]|\.\s?\.|\?\S|^\W*$")
    cases = []
    for name, sentences in sorted(pairs.items()):
        if len(sentences) != 2 or any(damaged.search(text) for text in sentences):
            continue
        old, new = sentences
        if bare(old) in bare(new) or bare(new) in bare(old):
            continue
        group = "numbers" if re.sub(r"\d+", "", bare(old)) == re.sub(r"\d+", "", bare(new)) else "words"
        cases.append((f"{name}-stands", group, new, new, "exact / folded"))
        cases.append((f"{name}-changed", group, new, old, "near / absent"))
    return ["id", "group", "text", "quote", "label"], cases


def main(arguments):
    makers = {"drift": drift}
    if len(arguments) != 3 or arguments[0] not in makers:
        print(__doc__, file=sys.stderr)
        return 2
    name, file, folder = arguments[0], pathlib.Path(arguments[1]), pathlib.Path(arguments[2])
    if not file.is_file():
        print(f"{file} is not there: save what lies at the address of `{name}`, which --help shows", file=sys.stderr)
        return 2
    keys, cases = makers[name](file)
    table = "".join("\t".join(row) + "\n" for row in [keys, *cases])
    (folder / "cases").mkdir(parents=True, exist_ok=True)
    (folder / "cases" / f"{name}.tsv").write_bytes(table.encode())
    head = HEADS[name] | {"cases": f"cases/{name}.tsv", "sha256": hashlib.sha256(table.encode()).hexdigest()}
    text = "[set]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    (folder / f"{name}.toml").write_bytes(text.encode())
    print(f"wrote {len(cases)} cases of `{name}` into {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
