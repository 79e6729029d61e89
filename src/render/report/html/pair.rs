//! Two claims that do not go together, side by side, with the words in which their quotes differ.

use askama::Template;
use askama::filters::HtmlSafe;

use super::piece::{Message, QuoteWords, Translation};
use crate::render::report::told;
use crate::view::diff::WordChange;
use crate::view::report::disagreement::{Clash, Kind};
use crate::view::report::statement::Statement;

/// Two claims that do not go together.
#[derive(Template)]
#[template(path = "pair.html", config = "src/render/report/html/askama.toml")]
pub(super) struct PairFigure {
    sides: [PairSide; 2],
    relation: Kind,
    row: u8,
    /// Where it is the same as of the pair before, it is not said again.
    reason: Option<Message>,
}

struct PairSide {
    says: String,
    speaker: String,
    source: String,
    carrier: String,
    link: Option<String>,
    /// The quote, what only it says marked; `None` where there is none to show.
    quote: Option<QuoteWords>,
    translation: Option<Translation>,
}

impl HtmlSafe for PairFigure {}

impl PairFigure {
    /// A pair and its two claims; `told` is the reason that was given last.
    pub(super) fn new(pair: &Clash, (a, b): (&Statement, &Statement), told: &str) -> Self {
        PairFigure {
            sides: [PairSide::new(a, pair, WordChange::Delete), PairSide::new(b, pair, WordChange::Insert)],
            relation: pair.relation,
            row: pair.row,
            reason: (pair.reason != told).then(|| Message::new(&pair.reason)),
        }
    }
}

impl PairSide {
    /// One side of a pair; `own` is the change that marks what it alone says.
    fn new(claim: &Statement, pair: &Clash, own: WordChange) -> Self {
        let compared = pair.words.as_ref().map(|words| {
            let mine =
                words.iter().filter(|change| change.change == WordChange::Equal || change.change == own);
            QuoteWords::of(mine.map(|change| (change.text.as_str(), change.change == own)))
        });
        let plain = || claim.quote.as_deref().map(QuoteWords::plain);
        PairSide {
            says: claim.plain.clone(),
            speaker: told::speaker(claim),
            source: claim.source.clone(),
            carrier: claim.carrier(),
            link: claim.link.clone(),
            quote: compared.or_else(plain),
            translation: Translation::of(claim.translation.as_deref()),
        }
    }
}
