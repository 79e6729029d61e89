//! Two captures of one page: what changed in its words, and what became of each claim.

use std::fmt::Write;

use serde::Serialize;

use super::diff::{TextDiffView, render_text};
use crate::align::looked::{Recaptured, says_updated};
use crate::judge::Court;
use crate::model::table::{Id, SourceId};
use crate::render::term::layout::{Paint, wrapped};
use crate::text::counted::counted;
use crate::text::outcome::Outcome;

/// Two captures compared. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct CapturesView {
    schema: &'static str,
    pub(crate) old: String,
    pub(crate) new: String,
    /// Whether the later capture says that it was updated.
    pub(crate) says_updated: bool,
    pub(crate) claims: Vec<FateView>,
    /// `None` where one of the texts is not held.
    pub(crate) text: Option<TextDiffView>,
}

/// What became of one claim.
#[derive(Serialize)]
pub(crate) struct FateView {
    pub(crate) claim: String,
    pub(crate) words: String,
    /// `still there`, `moved`, `changed`, `gone` or `unchecked`.
    pub(crate) fate: &'static str,
    pub(crate) quote: String,
    /// The passage of the later capture.
    pub(crate) now: Option<String>,
    pub(crate) differs: Vec<String>,
}

impl CapturesView {
    /// `texts`: the two texts, where both are held.
    pub(crate) fn new(court: &Court, old: SourceId, new: SourceId, texts: Option<(&str, &str)>) -> Self {
        let dossier = court.dossier();
        let (old_name, new_name) = (dossier.sources.name(old), dossier.sources.name(new));
        let claims = dossier.claims.iter().filter(|(_, claim)| claim.source == old && claim.quote.is_some());
        let fate = |(id, claim): (crate::model::table::ClaimId, &crate::model::claim::Claim)| {
            let seen = court.alignment.recaptured.iter().find(|it| it.claim == id && it.later == new);
            let before = &court.alignment.evidence[id.index()];
            FateView {
                claim: dossier.claims.name(id).to_owned(),
                words: dossier.said(claim),
                fate: seen.map_or("unchecked", |it| it.fate(before).name()),
                quote: claim.quote.as_ref().map(|quote| quote.words.clone()).unwrap_or_default(),
                now: seen.and_then(|it| it.seen.passage.clone()),
                differs: seen.map(differs).unwrap_or_default(),
            }
        };
        CapturesView {
            schema: "gainsay/diff-captures/1",
            old: old_name.to_owned(),
            new: new_name.to_owned(),
            says_updated: says_updated(dossier, old, new),
            claims: claims.map(fate).collect(),
            text: texts.map(|texts| TextDiffView::new((old_name, new_name), texts)),
        }
    }
}

fn differs(it: &Recaptured) -> Vec<String> {
    match &it.seen.outcome {
        Outcome::Near(near) => near
            .differs
            .iter()
            .map(|one| format!("`{}` became `{}` ({})", one.quote, one.text, one.kind.name()))
            .collect(),
        _ => Vec::new(),
    }
}

/// Two captures for people.
pub(crate) fn render(out: &mut String, view: &CapturesView, paint: Paint, width: usize) {
    let says =
        if view.says_updated { "says that it was updated" } else { "does not say that it was updated" };
    let _ = writeln!(
        out,
        "{} and its later capture {}, which {says}\n",
        paint.bold(&view.old),
        paint.bold(&view.new)
    );
    for claim in &view.claims {
        let fate = match claim.fate {
            "changed" | "gone" => paint.red(claim.fate),
            "moved" | "unchecked" => paint.yellow(claim.fate),
            _ => paint.green(claim.fate),
        };
        let id = claim.claim.split('#').next_back().unwrap_or_default();
        let _ = writeln!(out, "{fate}: {} {}", paint.bold(&claim.words), paint.dim(id));
        if matches!(claim.fate, "changed" | "gone") {
            out.push_str(&wrapped(&format!("then: “{}”", claim.quote), width, "  "));
        }
        if let (true, Some(now)) = (claim.fate == "changed", &claim.now) {
            out.push_str(&wrapped(&format!("now:  “{now}”"), width, "  "));
            out.push_str(&wrapped(&claim.differs.join("; "), width, "  "));
        }
    }
    out.push('\n');
    match &view.text {
        Some(text) => render_text(out, text, paint, width),
        None => out
            .push_str("the text of one of the two is not held here: name its folder with `--archive DIR`\n"),
    }
    let count = |fate: &str| view.claims.iter().filter(|claim| claim.fate == fate).count();
    let _ = writeln!(
        out,
        "\n{}: {} still there, {} moved, {} changed, {} gone, {} unchecked",
        counted(view.claims.len(), "claim"),
        count("still there"),
        count("moved"),
        count("changed"),
        count("gone"),
        count("unchecked"),
    );
}
