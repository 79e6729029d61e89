//! Tables for engines: what is refused, and what is written where they are built in.

use crate::exchange::fire;

#[test]
fn a_folder_is_named_for_tables_and_for_nothing_else() {
    let dossier = fire();
    dossier.gainsay(&["export", "parquet"]).exits(2).says(&["no folder", "gainsay export parquet DIR"]);
    dossier.gainsay(&["export", "csv", "tables"]).exits(2).says(&["`tables` is for `parquet`"]);
    dossier.gainsay(&["export", "csv", "--shard", "1/2"]).exits(2).says(&["`--shard` is for `parquet`"]);
    dossier
        .gainsay(&["export", "parquet", "x", "-o", "y"])
        .exits(2)
        .says(&["`--output` is for what is one file"]);
    for (shard, says) in
        [("3/2", "from 1 to 2"), ("0/2", "from 1 to 2"), ("1/0", "no part of none"), ("x", "`1/8`")]
    {
        dossier.gainsay(&["export", "parquet", "tables", "--shard", shard]).exits(2).says(&[says]);
    }
    assert!(!dossier.path().join("tables").exists());
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_a_writer_says_how_one_is_had() {
    let dossier = fire();
    dossier
        .gainsay(&["export", "parquet", "tables"])
        .exits(2)
        .says(&["writes no Parquet", "--features parquet"]);
    assert!(!dossier.path().join("tables").exists());
}

#[cfg(feature = "parquet")]
mod written {
    use std::collections::BTreeSet;
    use std::fs::File;
    use std::path::Path;

    use parquet::file::reader::{FileReader, SerializedFileReader};

    use crate::exchange::fire;
    use crate::run::Dossier;

    const TABLES: [&str; 13] = [
        "agent_parts",
        "agents",
        "answers",
        "cells",
        "claim_relations",
        "claims",
        "finding_claims",
        "findings",
        "positions",
        "questions",
        "scopes",
        "source_relations",
        "sources",
    ];

    /// The rows of a part of a table, in words, in order.
    fn rows(folder: &Path, table: &str, part: &str) -> Vec<String> {
        let file = File::open(folder.join(table).join(format!("part-{part}.parquet"))).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect()
    }

    fn export(dossier: &Dossier, arguments: &[&str]) {
        let all = [&["export", "parquet", "tables"], arguments].concat();
        dossier.gainsay(&all).exits(0).says(&["wrote tables: 13 tables"]);
    }

    #[test]
    fn each_table_is_a_folder_with_a_part_that_says_what_it_is() {
        let dossier = fire();
        export(&dossier, &[]);
        let folder = dossier.path().join("tables");
        let made: BTreeSet<String> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(made, TABLES.map(str::to_owned).into());
        for table in TABLES {
            let file = File::open(folder.join(table).join("part-1-of-1.parquet")).unwrap();
            let reader = SerializedFileReader::new(file).unwrap();
            let told = reader.metadata().file_metadata().key_value_metadata().unwrap();
            let told =
                |key: &str| told.iter().find(|it| it.key == key).and_then(|it| it.value.clone()).unwrap();
            assert_eq!(told("gainsay.schema"), "gainsay/parquet/1");
            assert_eq!((told("gainsay.table"), told("gainsay.shard")), (table.to_owned(), "1/1".to_owned()));
            let first = reader.metadata().file_metadata().schema_descr().column(0).name().to_owned();
            assert!(told("gainsay.sorted-by").starts_with(&first), "{table}");
        }
        let claims = rows(&folder, "claims", "1-of-1");
        assert!(claims.iter().any(|row| row.contains("claim: \"paper#killed\"")), "{claims:#?}");
        // A second run puts its part in the place of the first.
        export(&dossier, &[]);
        assert_eq!(rows(&folder, "claims", "1-of-1"), claims);
    }

    #[test]
    fn parts_together_are_what_one_run_writes() {
        let (whole, parted) = (fire(), fire());
        export(&whole, &[]);
        for shard in ["1/3", "2/3", "3/3"] {
            export(&parted, &["--shard", shard]);
        }
        for table in TABLES {
            let mut all: Vec<String> = ["1-of-3", "2-of-3", "3-of-3"]
                .iter()
                .flat_map(|part| rows(&parted.path().join("tables"), table, part))
                .collect();
            let mut whole = rows(&whole.path().join("tables"), table, "1-of-1");
            all.sort_unstable();
            whole.sort_unstable();
            assert_eq!(all, whole, "{table}");
        }
    }

    #[test]
    fn what_would_be_read_beside_the_parts_is_refused() {
        let dossier = fire();
        export(&dossier, &["--shard", "1/2"]);
        let run = dossier.gainsay(&["export", "parquet", "tables"]).exits(2);
        run.says(&["part-1-of-2.parquet` is no part of 1", "name another folder"]);
        let dossier = fire();
        dossier.write("tables/claims/notes.txt", "mine");
        let run = dossier.gainsay(&["export", "parquet", "tables"]).exits(2);
        run.says(&["notes.txt` is no part of 1"]);
        assert_eq!(dossier.read("tables/claims/notes.txt"), "mine");
        assert!(!dossier.path().join("tables/sources").exists());
    }
}
