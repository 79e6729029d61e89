//! How much of one kind is told of a file: a file that is wrong throughout is not told of line by line.

use std::collections::BTreeMap;

use crate::model::problem::{Problem, ProblemKind};
use crate::text::Spot;

/// So many problems of a kind are told of a file one by one; the rest are counted.
const MOST_OF_A_KIND: usize = 1_000;

/// How many problems of each kind a file has, and where the first stands that is not told.
#[derive(Default)]
pub(super) struct Tally(BTreeMap<ProblemKind, (usize, Option<Spot>)>);

impl Tally {
    /// Counts the problems from a place on, and drops those that are beyond what is told.
    pub(super) fn count(&mut self, problems: &mut Vec<Problem>, from: usize) {
        let mut kept = from;
        for at in from..problems.len() {
            let Problem { kind, spot, .. } = problems[at];
            let (count, left_out) = self.0.entry(kind).or_default();
            *count += 1;
            if *count > MOST_OF_A_KIND {
                left_out.get_or_insert(spot);
            } else {
                problems.swap(kept, at);
                kept += 1;
            }
        }
        problems.truncate(kept);
    }

    /// Says how many are not told.
    pub(super) fn finish(self, problems: &mut Vec<Problem>) {
        for (kind, (count, left_out)) in self.0 {
            if let Some(spot) = left_out {
                let message = match count - MOST_OF_A_KIND {
                    1 => "1 more of these in this file".to_owned(),
                    more => format!("{more} more of these in this file"),
                };
                problems.push(Problem::new(kind, spot, message).label("the first of them"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::load::from_texts;

    #[test]
    fn a_thousand_problems_of_a_kind_are_told_and_the_rest_counted() {
        for (claims, told, last) in [
            (1_000, 1_000, "this claim has no source"),
            (1_001, 1_001, "1 more of these in this file"),
            (3_000, 1_001, "2000 more of these in this file"),
        ] {
            let dossier = from_texts(&[(
                "claims/a.toml",
                &"[[claim]]\nid = \"a\"\nquestion = \"e/q\"\n".repeat(claims),
            )]);
            let found = dossier.problems.iter().filter(|it| it.kind.name() == "claim-without-source");
            let found: Vec<&str> = found.map(|it| it.message.as_str()).collect();
            assert_eq!((found.len(), found.last().copied()), (told, Some(last)));
        }
    }
}
