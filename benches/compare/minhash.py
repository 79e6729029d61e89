"""Texts that share a passage, as datasketch finds them: MinHash of 5-word shingles, and its LSH index.

    python3 minhash.py FOLDER

Prints a line for each pair, the two texts' names by a tab. A passage of 80 words in texts of 800 is a likeness of about 0.05,
which is the threshold; datasketch chooses bands and rows for it.
"""

import sys
from pathlib import Path

from datasketch import MinHash, MinHashLSH

WORDS = 5
THRESHOLD = 0.05


def main():
    index = MinHashLSH(threshold=THRESHOLD, num_perm=128)
    for path in sorted(Path(sys.argv[1]).glob("**/*.txt")):
        words = path.read_text(encoding="utf-8").split()
        shingles = {" ".join(words[at : at + WORDS]).encode() for at in range(len(words) - WORDS + 1)}
        hashed = MinHash(num_perm=128)
        hashed.update_batch(shingles)
        for other in index.query(hashed):
            print(f"{path.stem}\t{other}")
        index.insert(path.stem, hashed)


if __name__ == "__main__":
    main()
