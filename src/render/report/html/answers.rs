//! Who says what: each answer, everyone who gives it, and in which words.

use std::cmp::Reverse;

use askama::Template;
use askama::filters::HtmlSafe;

use super::badge::Badge;
use super::piece::Translation;
use crate::render::report::told;
use crate::view::name::QuestionName;
use crate::view::report::asked::{AskedClaim, AskedQuestion, Standing};
use crate::view::report::statement::{Statement, source_count};
use crate::view::report::voice::voices;
use crate::view::vocabularies::OverTime;

/// The answers to a question, those of most sources first.
#[derive(Template)]
#[template(path = "answers.html", config = "src/render/report/html/askama.toml")]
pub(super) struct AnswerList {
    answers: Vec<AnswerShown>,
    left_out: usize,
    question: QuestionName,
}

/// One answer, and everyone who gives it.
struct AnswerShown {
    says: String,
    reading: Option<String>,
    voices: Vec<VoiceShown>,
}

struct VoiceShown {
    speaker: String,
    source: String,
    carrier: String,
    covering: String,
    stands: Badge,
    quotes: Vec<QuoteShown>,
}

struct QuoteShown {
    text: Option<String>,
    link: Option<String>,
    locator: Option<String>,
    translation: Option<Translation>,
}

impl HtmlSafe for AnswerList {}

impl AnswerList {
    pub(super) fn new(asked: &AskedQuestion) -> Self {
        let mut groups: Vec<Vec<&AskedClaim>> = Vec::new();
        for claim in asked.told() {
            match groups.iter_mut().find(|group| group[0].said.plain == claim.said.plain) {
                Some(group) => group.push(claim),
                None => groups.push(vec![claim]),
            }
        }
        groups.sort_by_key(|group| Reverse(source_count(group.iter().map(|claim| &claim.said))));
        AnswerList {
            answers: groups.iter().map(|group| AnswerShown::new(asked, group)).collect(),
            left_out: asked.claims.len() - asked.told().len(),
            question: asked.question.clone(),
        }
    }
}

impl AnswerShown {
    /// The claims of one answer; there is at least one.
    fn new(asked: &AskedQuestion, claims: &[&AskedClaim]) -> Self {
        // A voice whose claims stand differently is told once for each standing.
        let mut by_standing: Vec<(Standing, Vec<&Statement>)> = Vec::new();
        for claim in claims {
            match by_standing.iter_mut().find(|(stands, _)| *stands == claim.stands) {
                Some((_, said)) => said.push(&claim.said),
                None => by_standing.push((claim.stands, vec![&claim.said])),
            }
        }
        let mut shown: Vec<VoiceShown> = Vec::new();
        for (standing, said) in by_standing {
            shown.extend(voices(said).into_iter().map(|voice| VoiceShown {
                speaker: told::speaker(voice.first),
                source: voice.first.source.clone(),
                carrier: voice.first.carrier(),
                covering: covering(asked, voice.first),
                stands: Badge::of(standing),
                quotes: voice.all.iter().map(|claim| QuoteShown::new(claim)).collect(),
            }));
        }
        let first = &claims[0].said;
        let reading = first.reading.clone().filter(|reading| *reading != first.plain);
        AnswerShown { says: first.plain.clone(), reading, voices: shown }
    }
}

fn covering(asked: &AskedQuestion, claim: &Statement) -> String {
    let mut said = Vec::new();
    if asked.over_time != OverTime::Fixed {
        said.push(format!("as of {}", claim.as_of));
    }
    said.extend(claim.covers.iter().cloned());
    said.join(", ")
}

impl QuoteShown {
    fn new(claim: &Statement) -> Self {
        QuoteShown {
            text: claim.quote.clone(),
            link: claim.link.clone(),
            locator: claim.locator.clone(),
            translation: Translation::of(claim.translation.as_deref()),
        }
    }
}
