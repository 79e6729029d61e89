//! Reading figures that are given by another claim's, when all other claims have been read.

use std::collections::HashMap;

use super::claim::Taken;
use super::value::{Pending, Values, says};
use crate::load::ids::Ids;
use crate::model::Dossier;
use crate::model::claim::{Answer, Says};
use crate::model::problem::{LeftOut, Problem, ProblemKind};
use crate::model::table::Id;
use crate::value::shape::Bounds;

/// Reads the values that are relative, of the claims of all files; those that cannot be read are reported, left out and
/// returned.
pub(super) fn settle(
    taken: &mut [Vec<Taken>],
    ids: &Ids,
    dossier: &Dossier,
    problems: &mut Vec<Problem>,
) -> Vec<LeftOut> {
    let all = || taken.iter().flatten();
    let mut left_out = Vec::new();
    if all().all(|claim| claim.pending.is_none()) {
        return left_out;
    }
    let numbered: HashMap<usize, &Taken> = all().map(|claim| (claim.number, claim)).collect();
    let read = |claim: &Taken| {
        let pending = claim.pending.as_ref()?;
        let other = numbered.get(&pending.other.index()).copied();
        let language = dossier.language_of(claim.claim.source);
        Some(read(claim, pending, other, &Values { ids, dossier, zone: None, language }))
    };
    let answers: Vec<Option<Result<Says, _>>> = all().map(read).collect();
    let mut answers = answers.into_iter();
    let mut settled = |taken: &mut Taken| match answers.next().flatten() {
        None => true,
        Some(Ok(says)) => {
            taken.claim.answer = Answer::Says(Box::new(says));
            true
        }
        Some(Err(found)) => {
            let claim = ids.claims.name(taken.number).map(str::to_owned);
            let question = Some(dossier.questions.name(taken.claim.question).to_owned());
            problems.extend(found.into_iter().map(|problem| Problem {
                claim: claim.clone(),
                question: question.clone(),
                ..problem
            }));
            left_out.push(LeftOut { spot: taken.claim.spot, claim, question });
            false
        }
    };
    taken.iter_mut().for_each(|claims| claims.retain_mut(&mut settled));
    left_out
}

/// What a relative figure says, beside the other.
fn read(
    claim: &Taken,
    pending: &Pending,
    other: Option<&Taken>,
    values: &Values,
) -> Result<Says, Vec<Problem>> {
    let Pending { value, way, stance, certainty, .. } = pending;
    let kind = &values.dossier.questions[claim.claim.question].kind;
    let bounds = allowed(claim, other).map_err(|(label, help)| {
        let message = format!("the value `{}` cannot be read", value.words());
        let problem = Problem::new(ProblemKind::UnreadableValue, pending.other_spot, message);
        vec![problem.label(label).help(help)]
    })?;
    let reading = values.reading(kind, *stance, *certainty, value, Some(bounds));
    let file = claim.claim.spot.file;
    let reading = reading.map_err(|refusal| values.refused(refusal, value, kind, file))?;
    Ok(says(value, *stance, reading, Some((*way, pending.other))))
}

/// What the other claim allows.
///
/// # Errors
/// Why nothing can be compared with it, and what to do.
fn allowed<'t>(claim: &Taken, other: Option<&'t Taken>) -> Result<&'t Bounds, (&'static str, &'static str)> {
    let other = other.ok_or((
        "this claim could not be read itself",
        "mend that claim, or say in figures what is said here",
    ))?;
    if other.claim.question != claim.claim.question {
        let help = "name a claim on the same question, or say in figures what is said here";
        return Err(("this claim answers another question", help));
    }
    if other.pending.is_some() {
        let help = "name the claim that gives the figure itself";
        return Err(("this claim is relative to another itself", help));
    }
    let bounds = other.claim.shape().and_then(|shape| shape.numbers());
    bounds.ok_or(("this claim says nothing", "name a claim that gives a figure"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::model::claim::Relative;
    use crate::value::types::{Change, Way};

    const SOURCES: &str =
        "[source]\na = { title = \"A\", publisher = \"unknown\", published = \"2024-01-29\" }\n";
    const QUESTIONS: &str = "[event.fire]\ntitle = \"Fire\"\n[event.fire.question]\n\
        dead = { ask = \"How many?\", type = \"count\" }\n\
        hurt = { ask = \"How many?\", type = \"count\" }\n\
        cost = { ask = \"How much?\", type = \"amount\", unit = \"USD\" }\n";

    fn loaded(claims: &[(&str, &str, &str)]) -> Dossier {
        let claim = |(id, question, rest): &(&str, &str, &str)| {
            format!("[[claim]]\nid = \"{id}\"\nsource = \"a\"\nquestion = \"fire/{question}\"\n{rest}\n")
        };
        let claims: String = claims.iter().map(claim).collect();
        from_texts(&[("sources/a.toml", SOURCES), ("claims/a.toml", QUESTIONS), ("claims/b.toml", &claims)])
    }

    /// The sets of a claim on the dead beside `a#first`, as people write them.
    fn both(first: &str, value: &str) -> [String; 2] {
        let dossier = loaded(&[("first", "dead", first), ("second", "dead", value)]);
        let problems: Vec<&String> = dossier.problems.iter().map(|problem| &problem.label).collect();
        assert_eq!(problems, Vec::<&String>::new(), "{value}");
        let claim = &dossier.claims[dossier.claims.find("a#second").expect("it takes part")];
        let bounds = claim.shape().and_then(|shape| shape.numbers()).expect("it is a figure");
        let kind = &dossier.questions[claim.question].kind;
        [kind.shown(&bounds.hard), kind.shown(&bounds.soft)]
    }

    #[test]
    fn a_relative_figure_starts_from_what_the_other_allows() {
        for (first, value, hard, soft) in [
            // 1,200 is 1,150 to 1,249, and soft 1,200.
            ("value = \"1,200\"", "value = { higher-than = \"a#first\" }", "1,151 or more", "1,201 or more"),
            ("value = \"1,200\"", "value = { lower-than = \"a#first\" }", "0 to 1,248", "0 to 1,199"),
            ("value = \"about 40\"", "value = { lower-than = \"a#first\" }", "0 to 47", "0 to 35"),
            ("value = \"at least 34\"", "value = { lower-than = \"a#first\" }", "0 or more", "0 to 33"),
            ("value = \"many\"", "value = { higher-than = \"a#first\" }", "4 or more", "4 or more"),
            ("value = 353", "value = { lower-than = \"a#first\", by = \"106\" }", "247", "247"),
            ("value = 353", "value = { higher-than = \"a#first\", by = 100 }", "443 to 462", "453"),
            (
                "value = \"30 to 40\"",
                "value = { lower-than = \"a#first\", by = \"30 to 35\" }",
                "0 to 10",
                "0 to 10",
            ),
            (
                "value = 100",
                "value = { higher-than = \"a#first\", by = \"a third\" }",
                // A third is 0.3 to 0.3667, and soft 0.3167 to 0.35.
                "117 to 149",
                "131 to 135",
            ),
            ("value = 90", "value = { lower-than = \"a#first\", by = \"a third\" }", "57 to 63", "58 to 62"),
            ("value = 90", "value = { higher-than = \"a#first\", times = \"twice\" }", "180", "180"),
            ("value = 91", "value = { lower-than = \"a#first\", times = \"half\" }", "40 to 51", "43 to 48"),
            ("value = 90", "value = { higher-than = \"a#first\", times = \"2.5 times\" }", "225", "225"),
            // A denied 90 is 0 to 89 and 91 or more.
            (
                "value = 90\nstance = \"denies\"",
                "value = { higher-than = \"a#first\" }",
                "1 or more",
                "1 or more",
            ),
            ("value = 90", "value = { not = { higher-than = \"a#first\" } }", "0 to 90", "0 to 90"),
            (
                "value = 90",
                "value = { higher-than = \"a#first\" }\nstance = \"denies\"",
                "0 to 90",
                "0 to 90",
            ),
        ] {
            assert_eq!(both(first, value), [hard, soft], "{first}; {value}");
        }
    }

    #[test]
    fn an_estimate_is_read_wide() {
        for (value, hard, soft) in [
            ("value = \"4,645\"\nmodality = \"estimated\"", "2,322 to 9,290", "4,180 to 5,110"),
            ("value = \"about 300\"\nscope = { basis = \"estimated\" }", "150 to 600", "270 to 330"),
            ("value = 5\nmodality = \"estimated\"", "2 to 10", "4 to 6"),
            ("value = \"at least 300\"\nmodality = \"estimated\"", "300 or more", "300 to 600"),
            ("value = { min = 10, max = 20 }\nmodality = \"estimated\"", "10 to 20", "10 to 20"),
            ("value = { words = \"about 80\", max = 90 }\nmodality = \"estimated\"", "40 to 90", "72 to 88"),
            ("value = { sum = [\"70\", \"a\"] }\nmodality = \"estimated\"", "71", "71"),
        ] {
            assert_eq!(both("value = 1", value), [hard, soft], "{value}");
        }
    }

    #[test]
    fn what_cannot_be_compared_with_is_refused() {
        let refused = |claims: &[(&str, &str, &str)]| {
            let dossier = loaded(claims);
            assert!(dossier.claims.find("a#second").is_none() && !dossier.left_out.is_empty());
            let labels = dossier.problems.iter().filter(|it| it.claim.as_deref() == Some("a#second"));
            labels.map(|problem| problem.label.clone()).collect::<Vec<_>>().join("; ")
        };
        let higher = "value = { higher-than = \"a#first\" }";
        for (question, first, value, label) in [
            ("dead", "stance = \"unknown\"", higher, "this claim says nothing"),
            ("hurt", "value = 5", higher, "this claim answers another question"),
            ("dead", "value = \"lots\"", higher, "this claim could not be read itself"),
            (
                "dead",
                "value = { lower-than = \"a#second\" }",
                higher,
                "this claim is relative to another itself",
            ),
            (
                "dead",
                "value = 0",
                "value = { lower-than = \"a#first\" }",
                "`lower than a#first` allows nothing",
            ),
            (
                "dead",
                "value = 5",
                "value = { lower-than = \"a#first\", times = \"twice\" }",
                "`twice` makes nothing lower",
            ),
            (
                "dead",
                "value = 5",
                "value = { lower-than = \"a#first\", times = \"half\", by = \"2\" }",
                "`by` and `times` together say two things",
            ),
            (
                "dead",
                "value = 5",
                "value = { lower-than = \"a#first\", higher-than = \"a#first\" }",
                "it is said to be both higher and lower",
            ),
            (
                "dead",
                "value = 5",
                "value = { lower-than = \"a#first\", by = \"lots\" }",
                "`lots` does not begin a number",
            ),
        ] {
            assert_eq!(refused(&[("first", question, first), ("second", "dead", value)]), label, "{value}");
        }
        let unknown = refused(&[("second", "dead", "value = { higher-than = \"a#third\" }")]);
        assert_eq!(unknown, "not defined anywhere in the dossier");
        assert_eq!(refused(&[("second", "dead", "stance = \"denies\"")]), "which figure is denied?");
    }

    #[test]
    fn what_it_is_relative_to_is_kept() {
        let first = ("first", "cost", "value = \"$5 million\"");
        let second = ("second", "cost", "value = { higher-than = \"a#first\" }");
        let dossier = loaded(&[second, first]);
        let claim = &dossier.claims[dossier.claims.find("a#second").expect("it takes part")];
        let says = claim.says().expect("it says something");
        let other = dossier.claims.find("a#first");
        let relative = Relative { other, way: Way::Higher, change: Change::Unsaid };
        assert_eq!(says.relative.as_deref(), Some(&relative));
        assert_eq!((claim.calls_wrong(), claim.words()), (other, "higher than a#first"));
    }
}
