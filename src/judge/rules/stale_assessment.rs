//! The rule `stale-assessment`.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::claim::Assessment;
use crate::model::table::{ClaimId, QuestionId};

rule! {
    /// An assessment that no longer fits what it explains.
    ///
    /// Its day of review has passed, a claim has joined the conflict that it explains, or the conflict is gone. A conflict that was
    /// joined is open again: the assessment no longer explains it.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "mill"
    /// quote = "the fire at the mill"
    ///
    /// [[assessment]]
    /// question = "fire/country"
    /// status = "contested"
    /// rationale = "The two papers place it in different countries."
    /// claims = ["herald#country", "courier#country"]
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "belmar"
    /// quote = "the fire in Belmar"
    ///
    /// [[assessment]]
    /// question = "fire/country"
    /// status = "contested"
    /// rationale = "The two papers place it in different countries."
    /// claims = ["herald#country", "courier#country"]
    /// ```
    ///
    /// ## What to do
    ///
    /// Look at the question again, and decide anew: add the claim that joined, set a new `review-after`, or take the assessment out.
    "stale-assessment", Warn, Desk, find
}

/// So many claims that joined a conflict are named; the others are counted.
const MOST_NAMED: usize = 8;

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    if dossier.assessments.is_empty() {
        return;
    }
    let mut conflicts = Conflicts::new(court);
    for assessment in &dossier.assessments {
        let name = dossier.questions.name(assessment.question);
        let mut say = |why: String, label: String| {
            let finding = Finding::new(&RULE, format!("the assessment of `{name}` is stale: {why}"));
            let mut finding = finding.question(name).mark(assessment.spot, label);
            finding.key = why;
            found.push(finding);
        };
        if let Some(review) = &assessment.review_after
            && review.days.greatest().is_some_and(|last| last < court.today)
        {
            say(
                format!("it was to be reviewed after {}", review.words),
                "decided before that day".to_owned(),
            );
        }
        if assessment.claims.is_empty() {
            continue;
        }
        match conflicts.joined(assessment) {
            None => say(
                "the conflict that it explains is gone".to_owned(),
                "nothing here is in dispute".to_owned(),
            ),
            Some(Joined { first, more }) if !first.is_empty() => {
                let mut names: Vec<String> =
                    first.iter().map(|id| format!("`{}`", dossier.claims.name(*id))).collect();
                names.extend((more > 0).then(|| format!("{more} more")));
                say(
                    format!("the conflict was joined by {}", names.join(", ")),
                    "not among these claims".to_owned(),
                );
            }
            Some(_) => {}
        }
    }
}

/// The claims that joined the conflicts which an assessment explains: the first few, and how many more.
struct Joined {
    first: Vec<ClaimId>,
    more: usize,
}

/// Disputes and breaches of laws between questions, by the claims that have a part in them.
struct Conflicts<'c> {
    /// The claims of each in order, and its question where it is a dispute.
    all: Vec<(Cow<'c, [ClaimId]>, Option<QuestionId>)>,
    of: HashMap<ClaimId, Vec<usize>>,
    /// The claims of some together, for those that were asked for.
    together: HashMap<BTreeSet<usize>, BTreeSet<ClaimId>>,
}

impl<'c> Conflicts<'c> {
    // Growth: with the claims of all conflicts.
    fn new(court: &'c Court) -> Self {
        let disputes = court.disputes().flat_map(|(question, disputes)| {
            disputes.iter().map(move |dispute| (Cow::Borrowed(&dispute.claims[..]), Some(question)))
        });
        let laws = court.across.iter().map(|law| (Cow::Owned(law.claims()), None));
        let all: Vec<(Cow<[ClaimId]>, Option<QuestionId>)> = disputes.chain(laws).collect();
        let mut of: HashMap<ClaimId, Vec<usize>> = HashMap::new();
        for (conflict, (claims, _)) in all.iter().enumerate() {
            claims.iter().for_each(|id| of.entry(*id).or_default().push(conflict));
        }
        Conflicts { all, of, together: HashMap::new() }
    }

    /// Who joined the conflicts that an assessment explains; `None` where there is no such conflict.
    // Growth: with the claims that the assessment names and their conflicts; the claims of these are gone through once.
    fn joined(&mut self, assessment: &Assessment) -> Option<Joined> {
        let is_its = |conflict: &&usize| self.all[**conflict].1.is_none_or(|of| of == assessment.question);
        let named: BTreeSet<ClaimId> = assessment.claims.iter().copied().collect();
        let conflicts = named.iter().filter_map(|id| self.of.get(id)).flatten();
        let concerned: BTreeSet<usize> = conflicts.filter(is_its).copied().collect();
        if concerned.is_empty() {
            return None;
        }
        let all = &self.all;
        let together = self.together.entry(concerned).or_insert_with_key(|concerned| {
            concerned.iter().flat_map(|conflict| all[*conflict].0.iter().copied()).collect()
        });
        let joined = together.len() - named.iter().filter(|id| together.contains(id)).count();
        let first: Vec<ClaimId> =
            together.iter().filter(|id| !named.contains(id)).take(MOST_NAMED).copied().collect();
        Some(Joined { more: joined - first.len(), first })
    }
}

#[cfg(test)]
mod tests {
    use crate::judge::tests::{EXPLAINED, judged};

    /// 2024-06-15.
    const TODAY: i128 = 19_889;

    /// The messages about stale assessments, and whether the contradiction is explained (`None`: there is none).
    fn found(from: &str, to: &str, more: &str) -> (Vec<String>, Option<bool>) {
        let text = |text: &str| format!("{}\n", text.replace(from, to));
        let files: Vec<(&str, String)> = EXPLAINED.iter().map(|(path, it)| (*path, text(it))).collect();
        assert!(from.is_empty() || EXPLAINED.iter().any(|(_, it)| it.contains(from)), "{from}");
        let mut files: Vec<(&str, &str)> = files.iter().map(|(path, it)| (*path, it.as_str())).collect();
        files.push(("claims/more.toml", more));
        let all = judged(&files, TODAY);
        let stale =
            all.iter().filter(|it| it.rule.name == "stale-assessment").map(|it| it.message.whole()).collect();
        (stale, all.iter().find(|it| it.rule.name == "contradiction").map(|it| it.explained.is_some()))
    }

    const LAST: &str = "claims = [\"herald#country\", \"courier#country\"]";

    #[test]
    fn one_that_fits_is_not_stale() {
        assert_eq!(found("", "", ""), (vec![], Some(true)));
    }

    #[test]
    fn a_claim_that_joins_makes_it_stale_and_opens_the_conflict_again() {
        let third = "[source.gazette]\ntitle = \"G\"\npublisher = \"h\"\npublished = \"2024-03-01\"\n[source.herald]\n";
        let claim = "[[claim]]\nsource = \"gazette\"\nquestion = \"fire/country\"\nvalue = \"belmar\"\nquote = \"q\"\nsaid-by = \"c\"\n";
        let (stale, explained) = found("[source.herald]\n", third, claim);
        assert_eq!(
            stale,
            ["the assessment of `fire/country` is stale: the conflict was joined by `gazette#country`"]
        );
        assert_eq!(explained, Some(false));
    }

    #[test]
    fn a_claim_that_says_nothing_does_not_join() {
        let third = "[source.gazette]\ntitle = \"G\"\npublisher = \"h\"\npublished = \"2024-03-01\"\n[source.herald]\n";
        let silent = "[[claim]]\nsource = \"gazette\"\nquestion = \"fire/country\"\nstance = \"unknown\"\nquote = \"q\"\n";
        assert_eq!(found("[source.herald]\n", third, silent), (vec![], Some(true)));
    }

    #[test]
    fn a_conflict_that_is_gone_makes_it_stale() {
        let gone = "the assessment of `fire/country` is stale: the conflict that it explains is gone";
        assert_eq!(found("value = \"belmar\"", "value = \"arvo\"", ""), (vec![gone.to_owned()], None));
    }

    #[test]
    fn its_day_of_review_counts_once_it_has_passed_wholly() {
        let on = |day: &str| {
            let (stale, explained) = found(LAST, &format!("{LAST}\nreview-after = \"{day}\""), "");
            assert_eq!(explained, Some(true), "an overdue review does not open the conflict");
            stale.len()
        };
        let passed = ["2024-06-14", "2024-05", "2023"].map(on);
        assert_eq!(passed, [1, 1, 1]);
        let ahead = ["2024-06-15", "2024-06-16", "2024-06", "2024", "2024-01/.."].map(on);
        assert_eq!(ahead, [0, 0, 0, 0, 0]);
    }
}
