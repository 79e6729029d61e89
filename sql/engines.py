"""Engines that answer a query over a folder of tables, each behind the same two calls."""

import decimal
from pathlib import Path

TABLES = ["claims", "cells", "answers", "scopes", "claim_relations", "source_relations", "agent_parts", "positions", "findings",
          "finding_claims", "questions", "sources", "agents"]
EARLIER = ["findings", "finding_claims"]


def plain(value):
    """A value as every engine gives it: whole numbers as int."""
    return int(value) if isinstance(value, decimal.Decimal) and value == value.to_integral_value() else value


class Duck:
    def __init__(self):
        import duckdb
        self.version = f"DuckDB {duckdb.__version__}"
        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 1")

    def load(self, name, folder):
        self.connection.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{folder}/*.parquet')")

    def rows(self, query):
        return self.connection.execute(query).fetchall()


class DataFusion:
    def __init__(self):
        import datafusion
        self.version = f"DataFusion {datafusion.__version__}"
        config = datafusion.SessionConfig().with_target_partitions(1)
        self.context = datafusion.SessionContext(config)

    def load(self, name, folder):
        if self.context.table_exist(name):
            self.context.deregister_table(name)
        self.context.register_parquet(name, str(folder))

    def rows(self, query):
        batches = self.context.sql(query).collect()
        return [tuple(row.values()) for batch in batches for row in batch.to_pylist()]


class Spark:
    def __init__(self):
        from pyspark.sql import SparkSession
        builder = SparkSession.builder.master("local[1]").appName("check")
        # Small tables: what is compiled for them costs more than it saves.
        settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
                    "spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN",
                    "spark.sql.adaptive.enabled": "false", "spark.sql.shuffle.partitions": "1", "spark.log.level": "ERROR",
                    "spark.sql.autoBroadcastJoinThreshold": str(64 << 20), "spark.driver.memory": "2g"}
        for key, value in settings.items():
            builder = builder.config(key, value)
        self.session = builder.getOrCreate()
        self.version = f"Spark {self.session.version}"

    def load(self, name, folder):
        self.session.read.parquet(str(folder)).createOrReplaceTempView(name)

    def rows(self, query):
        return [tuple(row) for row in self.session.sql(query).collect()]


ENGINES = {"duckdb": Duck, "datafusion": DataFusion, "spark": Spark}


def load(engine, folder, before=None):
    """Names the tables of an export, and those of an earlier one."""
    for name in TABLES:
        engine.load(name, Path(folder) / name)
    for name in EARLIER if before else []:
        engine.load(f"before_{name}", Path(before) / name)


def ask(engine, path):
    """The answer of a query file, in order."""
    rows = engine.rows(Path(path).read_text(encoding="utf-8"))
    return [tuple(plain(value) for value in row) for row in rows]
