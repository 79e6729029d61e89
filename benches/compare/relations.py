"""How claims on one question are related, as DuckDB tells it: a self-join of (claim, question, value) rows on Parquet.

    python3 relations.py prepare ROWS.csv ROWS.parquet
    python3 relations.py ROWS.parquet
"""

import sys

import duckdb

JOIN = """
select count(*) filter (a.value = b.value), count(*) filter (a.value != b.value),
       count(distinct a.question) filter (a.value != b.value)
from read_parquet(?) a join read_parquet(?) b on a.question = b.question and a.claim < b.claim
"""


def main():
    if sys.argv[1] == "prepare":
        rows = duckdb.read_csv(sys.argv[2], all_varchar=True)
        rows.write_parquet(sys.argv[3])
        return
    alike, apart, questions = duckdb.execute(JOIN, [sys.argv[1]] * 2).fetchone()
    print(f"{alike} pairs agree, {apart} pairs differ, on {questions} questions")


if __name__ == "__main__":
    main()
