"""Altered quotes, each sought in its own text by sassy: how many are found.

    python3 altered.py FOLDER QUOTES.tsv

QUOTES.tsv has a text's path below FOLDER and a quote on each line. A quote may differ in a fifth of its characters.
"""

import sys
from pathlib import Path

import sassy


def main():
    folder, quotes = Path(sys.argv[1]), Path(sys.argv[2])
    searcher = sassy.Searcher("ascii", rc=False)
    read_from, text, found, sought = None, b"", 0, 0
    with quotes.open(encoding="utf-8") as lines:
        for line in lines:
            path, quote = line.rstrip("\n").split("\t")
            # Quotes of one text stand together.
            if path != read_from:
                read_from, text = path, (folder / path).read_bytes()
            pattern = quote.encode()
            found += bool(searcher.search(pattern, text, len(pattern) // 5))
            sought += 1
    print(f"{found} of {sought} quotes found")


if __name__ == "__main__":
    main()
