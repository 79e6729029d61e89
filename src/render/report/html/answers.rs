//! Who says what: each answer, everyone who gives it, and in which words.

use askama::Template;
use askama::filters::HtmlSafe;

use super::badge::Badge;
use crate::judge::standing::Standing;
use crate::render::report::told;
use crate::render::report::told::voices;
use crate::view::asked::{AskedClaim, AskedView};
use crate::view::report::SaidView;

/// The answers to a question, those of most sources first.
#[derive(Template)]
#[template(path = "answers.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Answers {
    answers: Vec<AnswerShown>,
    left_out: usize,
    question: String,
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
    covering: String,
    stands: Badge,
    quotes: Vec<QuoteShown>,
}

struct QuoteShown {
    text: Option<String>,
    link: Option<String>,
    locator: Option<String>,
    translation: Option<String>,
}

impl HtmlSafe for Answers {}

impl Answers {
    /// The answers that some claims of a question give.
    pub(super) fn new(asked: &AskedView, claims: &[AskedClaim]) -> Self {
        Answers {
            answers: answers(asked, claims),
            left_out: asked.claims.len() - claims.len(),
            question: asked.question.clone(),
        }
    }
}

fn answers(asked: &AskedView, claims: &[AskedClaim]) -> Vec<AnswerShown> {
    let mut groups: Vec<(&str, Vec<&AskedClaim>)> = Vec::new();
    for claim in claims {
        match groups.iter_mut().find(|(says, _)| *says == claim.said.plain) {
            Some((_, group)) => group.push(claim),
            None => groups.push((&claim.said.plain, vec![claim])),
        }
    }
    groups.sort_by_key(|(_, group)| {
        std::cmp::Reverse(told::source_count(group.iter().map(|claim| &claim.said)))
    });
    let answer = |(says, group): (&str, Vec<&AskedClaim>)| {
        let mut shown: Vec<VoiceShown> = Vec::new();
        // A voice whose claims stand differently is told once for each standing.
        let mut by_standing: Vec<(Standing, Vec<&SaidView>)> = Vec::new();
        for claim in &group {
            match by_standing.iter_mut().find(|(stands, _)| *stands == claim.stands) {
                Some((_, said)) => said.push(&claim.said),
                None => by_standing.push((claim.stands, vec![&claim.said])),
            }
        }
        for (standing, said) in by_standing {
            shown.extend(voices(said).into_iter().map(|voice| VoiceShown {
                speaker: told::speaker(voice.first),
                source: voice.first.source.clone(),
                covering: covering(asked, voice.first),
                stands: Badge::of(standing),
                quotes: voice.all.iter().map(|claim| QuoteShown::new(claim)).collect(),
            }));
        }
        let first = group[0];
        let reading = first.said.reading.clone().filter(|reading| *reading != first.said.plain);
        AnswerShown { says: says.to_owned(), reading, voices: shown }
    };
    groups.into_iter().map(answer).collect()
}

fn covering(asked: &AskedView, claim: &SaidView) -> String {
    let mut said = Vec::new();
    if asked.grows {
        said.push(format!("as of {}", claim.as_of));
    }
    said.extend(claim.covers.iter().cloned());
    said.join(", ")
}

impl QuoteShown {
    fn new(claim: &SaidView) -> Self {
        QuoteShown {
            text: claim.quote.clone(),
            link: claim.link.clone(),
            locator: claim.locator.clone(),
            translation: claim.translation.clone(),
        }
    }
}
