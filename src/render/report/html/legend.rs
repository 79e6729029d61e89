//! What the badges of the page mean: those of all standings, and those of the disputes that the page tells of.

use askama::Template;
use askama::filters::HtmlSafe;

use super::badge::Badge;
use crate::view::report::Report;
use crate::view::report::asked::Standing;
use crate::view::report::disagreement::Disagreement;

/// Every badge that the page may show, with what it means.
#[derive(Template)]
#[template(path = "legend.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Legend {
    rows: Vec<Explained>,
}

struct Explained {
    badge: Badge,
    means: &'static str,
    /// Whether the desk has said why.
    by_desk: bool,
}

impl HtmlSafe for Legend {}

impl Legend {
    pub(super) fn new(view: &Report) -> Self {
        let standings = Standing::ALL.iter().map(|standing| Explained {
            badge: Badge::of(*standing),
            means: standing_means(*standing),
            by_desk: false,
        });
        let mut rows: Vec<Explained> = standings.collect();
        for row in view.disputes.iter().map(Explained::new) {
            if !rows.iter().any(|other| other.badge == row.badge) {
                rows.push(row);
            }
        }
        Legend { rows }
    }
}

impl Explained {
    fn new(dispute: &Disagreement) -> Self {
        Explained {
            badge: Badge::of_dispute(dispute),
            means: dispute.rule.means(),
            by_desk: dispute.is_explained(),
        }
    }
}

fn standing_means(standing: Standing) -> &'static str {
    match standing {
        Standing::Disputed => {
            "another claim says what cannot hold together with it, and nobody has explained why"
        }
        Standing::DisputedExplained => "the same, and the desk has said why",
        Standing::BreaksSum => "parts and whole do not add up",
        Standing::InTension => "both can hold, but only where one is read as readers seldom do",
        Standing::Open => "it cannot be told whether it conflicts: scope or moment is not known",
        Standing::Updated => "a running figure that a later one replaces, or the later one",
        Standing::Agrees => "another source says the same, or something within it",
        Standing::Compatible => "others say something else that can hold at the same time",
        Standing::Apart => {
            "nothing to hold it against: it covers something else, or is a description in words"
        }
        Standing::Alone => "no other source speaks of it",
        Standing::DoesNotKnow => "the source says that it is not known",
        Standing::Declines => "the source declines to say",
        Standing::Withdrawn => "corrected, retracted or superseded",
        Standing::Projected => "a projection, not yet a report",
    }
}
