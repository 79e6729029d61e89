//! A dossier whose restricted sources say "secret" wherever words can stand, and whose other sources never do.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::answers::{digest, lines};
use crate::corpus::write_set;
use crate::run::Dossier;

/// What may be shown to nobody.
pub(crate) const SECRET: &str = "secret";

/// Its language is declared: the lists of every other would be made ready in each of hundreds of runs.
const MANIFEST: &str = "[dossier]\ntitle = \"A fire\"\nlanguage = \"en\"\n";
const SOURCES: &str = include_str!("vault/sources.toml");
const CLAIMS: &str = include_str!("vault/claims.toml");

/// More words than two texts share by chance.
const PASSAGE: &str = "The fire broke out shortly after midnight in the drying room of the old mill, spread along the wooden \
                       stairs to both upper floors and had reached the roof before the first engines crossed the \
                       bridge, while 3 workers of the secret night shift were killed.\n";
const VAULT: &str = "The secret report is from the mill, and a secret witness said that 3 workers were killed on Friday. \
                     When asked, the secret mayor did not say that 7 workers were hurt. At least 9 secret engines came. \
                     A secretly kept list named 5 people. First a secret count named 2 of them. \
                     Then a secret count named 2 of them again.\n";
const LATER: &str =
    "The secret report is from the mill.\nAnd a secret witness said that 2 workers were killed on Friday.\n";
/// It names an agent whose name is recorded in other letters.
const LETTER: &str = "In the end a secret courier counted 6 dead. Secretov signed it.\n";
const OPEN: &str = "The fire was put out at noon. 5 people died in it, and 1 was hurt.\n";

/// One that differs from the text, and one from what is recorded.
const ROWS: &str = "{\"source\": \"vault\", \"id\": \"new\", \"question\": \"fire/killed\", \"value\": 3, \"quote\": \"a public \
                    witness said that 3 workers were killed\"}\n\
                    {\"source\": \"vault\", \"id\": \"exact\", \"note\": \"A note.\"}\n";
/// Few words: the ends of a passage, the beginning of a word, what stands there several times, and what differs.
const FEW: &str = "source,question,words,value\nvault,kill,At least 9...came,9\nvault,kill,7 work,7\nvault,kill,a secret,2\n\
                   vault,kill,witness said that 4 workers,4\nvault,kill,7 workers were hurt,\nvault,,9 secret eng,\n";
/// A draft that nearly quotes what may be shown to nobody, and says more than it does.
const DRAFT: &str = "Of the fire at the mill it is told that “a public witness said that 4 workers were killed”. 2 workers were \
                     killed. “First a public count named 2 of them,” the mayor said.\n";
const UNREVIEWED: &str = "source = \"vault\"\n\n# the text has a secret word (quote-altered)\n[[claim]]\nid = \"waits\"\n\
                          question = \"fire/killed\"\nvalue = 3\nquote = \"a secret that waits\"\n";

/// What somebody answers to passages of the restricted text: how many were killed, in which words it says how many were hurt.
fn answers(by: &str, killed: usize, hurt: &str) -> String {
    let text = format!("{VAULT}{PASSAGE}");
    let hash: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    let passage = digest(&[&hash, "0", "0", ""]);
    let desk = |quote: &str, question: &[&str]| -> Value {
        let start = text.find(quote).unwrap();
        let half = if question.is_empty() { String::new() } else { format!("-{}", digest(question)) };
        let at = [start, start + quote.len()];
        json!({"digest": format!("{passage}{half}"), "at": at, "quote": quote, "kind": "words", "by": by})
    };
    let claim = |card: &str, quote: &str, question: &[&str], value: usize| {
        let mut row = json!({"source": "vault", "question": question[0], "value": value, "quote": quote});
        row["desk"] = desk(card, question);
        row
    };
    let count = |id: &'static str, ask: &'static str| [id, ask, "count", "fixed"];
    let witness = "a secret witness said that 3 workers were killed";
    let mut waived = json!({"source": "vault", "desk": desk("9 secret engines", &[])});
    waived["desk"]["waive"] = "no figure".into();
    lines(&[
        claim(witness, witness, &count("fire/killed", "How many were killed?"), killed),
        claim("7 workers", hurt, &count("fire/hurt", "How many were hurt?"), 7),
        waived,
    ])
}

/// How the dossier stands, and how it is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vault {
    /// Its texts lie beside the sources, one of them in `archive/`.
    Held,
    /// No text is held.
    NotHeld,
    /// Two of its files are no TOML.
    Broken,
    /// As held, with all of its sources open to anyone.
    Public,
}

impl Vault {
    /// The dossier, with another version of it committed before.
    pub(crate) fn dossier(self) -> Dossier {
        let dossier = Dossier::new(&[("gainsay.toml", MANIFEST)]);
        let hash: String = Sha256::digest(LETTER).iter().map(|byte| format!("{byte:02x}")).collect();
        let sources = SOURCES.replace("SHA256", &hash);
        let sources = match self {
            Vault::Public => sources.replace("access = \"restricted\"\n", ""),
            _ => sources,
        };
        dossier.write("sources/sources.toml", &sources.replace("secret", "secret earlier"));
        dossier.write("claims/claims.toml", &CLAIMS.replace("secret", "secret earlier"));
        dossier.commit();
        dossier.write("sources/sources.toml", &sources);
        dossier.write("claims/claims.toml", CLAIMS);
        dossier.write("rows.jsonl", ROWS);
        dossier.write("few.csv", FEW);
        dossier.write("draft.md", DRAFT);
        dossier.write("claims/unreviewed/vault.toml", UNREVIEWED);
        let case = format!("[[case]]\nid = \"1\"\nfinds = []\ntext = '''\n{DRAFT}'''\n");
        write_set(&dossier, "draft", "drafts.toml", &case);
        for (by, killed, hurt) in
            [("ann", 3, "say that 7 workers were hurt"), ("bob", 4, "7 workers were hurt")]
        {
            dossier.write(&format!("{by}.jsonl"), &answers(by, killed, hurt));
        }
        if self != Vault::NotHeld {
            dossier.write("archive/letter.txt", LETTER);
            dossier.write("sources/secret.txt", &format!("{VAULT}{PASSAGE}"));
            dossier.write("sources/secret-later.txt", LATER);
            dossier.write("sources/open-later.txt", LATER);
            dossier.write("sources/secret-list.txt", "3 on a secret list\n");
            dossier.write_bytes("sources/secret-scan.txt", b"3 on a secret \xFF scan\n");
            dossier.write("sources/copy.txt", &format!("It was a bad night.\n{PASSAGE}"));
            dossier.write("sources/open.txt", OPEN);
        }
        if self == Vault::Broken {
            dossier.write(
                "claims/broken.toml",
                "source = \"vault\"\n[[claim]]\nquote = \"a secret\nvalue = secret 3\n",
            );
            dossier.write(
                "sources/broken.toml",
                "[source.more]\nurl = \"secret\"\naccess = \"restricted\"\nnote = secret\n",
            );
        }
        dossier
    }
}
