//! A share of a dossier: of its questions, with the claims on them, and of all else that has a name.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::claim::Quote;
use super::table::{AgentId, Id, QuestionId};

/// So many parts a dossier is divided into at the most.
const MOST_PARTS: u32 = 10_000;

/// One of so many parts, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    pub(crate) part: u32,
    pub(crate) of: u32,
}

impl Shard {
    /// The one part of one, which is everything.
    pub(crate) const WHOLE: Shard = Shard { part: 1, of: 1 };

    pub(crate) fn is_whole(self) -> bool {
        self.of == 1
    }

    /// Whether what has this name is in the part. A name is in one part of each division, the same on every machine and in
    /// every version: by the first eight bytes of its SHA-256, as a number that begins with its greatest digits.
    pub(crate) fn holds(self, name: &str) -> bool {
        let hash = Sha256::digest(name);
        let number = hash.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        number % u64::from(self.of) == u64::from(self.part - 1)
    }
}

/// `I/N`.
impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let number = |digits: &str| {
            let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
            // What has more digits than fit is too many in any case.
            is_number.then(|| digits.parse().unwrap_or(u32::MAX))
        };
        let read = words.split_once('/').and_then(|(part, of)| number(part).zip(number(of)));
        match read {
            None => Err("expected the number of a part and of how many, such as `1/8`".to_owned()),
            Some((_, 0)) => Err("there is no part of none: expected `1/1` or more parts".to_owned()),
            Some((_, of)) if of > MOST_PARTS => Err(format!("expected {MOST_PARTS} parts at the most")),
            Some((part, of)) if part == 0 || part > of => {
                Err(format!("expected a part from 1 to {of}, which is the last"))
            }
            Some((part, of)) => Ok(Shard { part, of }),
        }
    }
}

/// What of a dossier was read: every question is known, and the claims on some.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    pub(crate) shard: Shard,
    /// By question: whether the claims on it were read. Empty where those on all were.
    pub(crate) questions: Vec<bool>,
    /// How many claims on other questions were passed over.
    pub(crate) passed_over: usize,
    /// Whom those of them name that stand in public sources.
    pub(crate) speakers: BTreeSet<AgentId>,
}

/// What is asked of a claim that was passed over, where a passage of its text is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Overheard {
    pub(crate) quote: Quote,
    pub(crate) said_by: Vec<AgentId>,
}

impl Share {
    /// Whether the claims on a question were read.
    pub(crate) fn holds(&self, question: QuestionId) -> bool {
        self.questions.get(question.index()).copied().unwrap_or(true)
    }
}

impl Default for Share {
    fn default() -> Self {
        Share { shard: Shard::WHOLE, questions: Vec::new(), passed_over: 0, speakers: BTreeSet::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Shard, String> {
        words.parse()
    }

    #[test]
    fn a_part_is_read_and_what_is_none_is_refused_with_what_was_expected() {
        assert_eq!(read("1/1"), Ok(Shard::WHOLE));
        assert_eq!(read("3/8"), Ok(Shard { part: 3, of: 8 }));
        assert_eq!(read("10000/10000").map(|it| it.to_string()), Ok("10000/10000".to_owned()));
        for (words, expected) in [
            ("0/3", "a part from 1 to 3"),
            ("4/3", "a part from 1 to 3"),
            ("0/0", "no part of none"),
            ("1/10001", "10000 parts at the most"),
            ("1/99999999999999999999", "10000 parts at the most"),
            ("99999999999999999999/3", "a part from 1 to 3"),
            ("3", "such as `1/8`"),
            ("a/b", "such as `1/8`"),
            ("/3", "such as `1/8`"),
            ("1/", "such as `1/8`"),
            ("-1/3", "such as `1/8`"),
            ("+1/3", "such as `1/8`"),
            ("1/2/3", "such as `1/8`"),
            ("", "such as `1/8`"),
        ] {
            let refused = read(words).expect_err(words);
            assert!(refused.contains(expected), "{words}: {refused}");
        }
    }

    #[test]
    fn a_name_is_in_the_part_that_its_hash_says() {
        // The SHA-256 of `abc` begins with ba7816bf8f01cfea, which modulo 7 is 2; that of nothing with e3b0c44298fc1c14, which
        // modulo 10 is 2.
        for (name, of) in [("abc", 7), ("", 10)] {
            let holding: Vec<u32> = (1..=of).filter(|part| Shard { part: *part, of }.holds(name)).collect();
            assert_eq!(holding, [3], "{name}");
        }
        assert!(Shard::WHOLE.holds("abc"));
    }
}
