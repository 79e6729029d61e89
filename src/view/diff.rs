//! Two sources, claim by claim, with the words in which their quotes differ; or two texts.

use std::fmt::Write;

use serde::Serialize;

use super::read_claim::ReadClaim;
use crate::align::relation::relate;
use crate::align::rows::reason::reason;
use crate::judge::Court;
use crate::model::table::{ClaimId, SourceId};
use crate::render::term::layout::{Paint, wrapped};
use crate::text::counted::counted;
use crate::text::word_diff::{Change, word_diff};

/// Two sources side by side. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct DiffView {
    schema: &'static str,
    pub(crate) a: String,
    pub(crate) b: String,
    /// The questions that both answer, pair by pair.
    pub(crate) both: Vec<BothView>,
    pub(crate) only_a: Vec<ReadClaim>,
    pub(crate) only_b: Vec<ReadClaim>,
}

/// Two claims on one question.
#[derive(Serialize)]
pub(crate) struct BothView {
    pub(crate) question: String,
    pub(crate) ask: String,
    pub(crate) a: ReadClaim,
    pub(crate) b: ReadClaim,
    pub(crate) relation: &'static str,
    pub(crate) class: &'static str,
    pub(crate) reason: String,
    /// The two quotes, word by word.
    pub(crate) words: Vec<ChangeView>,
}

/// A run of words: in both, or in one alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ChangeView {
    /// `equal`, `delete` (in the first alone) or `insert` (in the second alone).
    pub(crate) change: &'static str,
    pub(crate) text: String,
}

/// What changed from one text to another, word by word.
#[derive(Serialize)]
pub(crate) struct TextDiffView {
    schema: &'static str,
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) changes: Vec<ChangeView>,
}

impl DiffView {
    pub(crate) fn new(court: &Court, a: SourceId, b: SourceId) -> Self {
        let dossier = court.dossier();
        let mut view = DiffView {
            schema: "gainsay/diff/1",
            a: dossier.sources.name(a).to_owned(),
            b: dossier.sources.name(b).to_owned(),
            both: Vec::new(),
            only_a: Vec::new(),
            only_b: Vec::new(),
        };
        for question in dossier.questions.ids() {
            let (ours, theirs) =
                (court.alignment.claims.of(question, a), court.alignment.claims.of(question, b));
            let only = |ids: &[ClaimId]| {
                ids.iter().map(|id| ReadClaim::new(court.alignment, *id)).collect::<Vec<_>>()
            };
            match (ours.is_empty(), theirs.is_empty()) {
                (false, true) => view.only_a.extend(only(ours)),
                (true, false) => view.only_b.extend(only(theirs)),
                _ => {
                    let pairs = ours.iter().flat_map(|x| theirs.iter().map(move |y| (*x, *y)));
                    view.both.extend(pairs.map(|(x, y)| BothView::new(court, x, y)));
                }
            }
        }
        view
    }
}

impl BothView {
    fn new(court: &Court, a: ClaimId, b: ClaimId) -> Self {
        let dossier = court.dossier();
        let question = dossier.claims[a].question;
        let relation = relate(court.alignment, a, b);
        let quote = |id: ClaimId| dossier.claims[id].quote.as_ref().map_or("", |quote| quote.words.as_str());
        BothView {
            question: dossier.questions.name(question).to_owned(),
            ask: dossier.questions[question].ask.clone(),
            a: ReadClaim::new(court.alignment, a),
            b: ReadClaim::new(court.alignment, b),
            relation: relation.kind.name(),
            class: relation.class().name(),
            reason: reason(court.alignment, a, b, &relation),
            words: changes(quote(a), quote(b)),
        }
    }
}

impl TextDiffView {
    pub(crate) fn new(names: (&str, &str), texts: (&str, &str)) -> Self {
        TextDiffView {
            schema: "gainsay/diff-text/1",
            a: names.0.to_owned(),
            b: names.1.to_owned(),
            changes: changes(texts.0, texts.1),
        }
    }

    pub(crate) fn is_changed(&self) -> bool {
        self.changes.iter().any(|change| change.change != "equal")
    }
}

/// Two texts, word by word.
pub(crate) fn changes(a: &str, b: &str) -> Vec<ChangeView> {
    let view = |change: Change| {
        let (change, text) = match change {
            Change::Equal(text) => ("equal", text),
            Change::Delete(text) => ("delete", text),
            Change::Insert(text) => ("insert", text),
        };
        ChangeView { change, text: text.to_owned() }
    };
    word_diff(a, b).into_iter().map(view).collect()
}

/// Two sources for people.
pub(crate) fn render(out: &mut String, view: &DiffView, paint: Paint, width: usize) {
    let _ = writeln!(out, "{} against {}\n", paint.bold(&view.a), paint.bold(&view.b));
    for both in &view.both {
        let how = match both.class {
            "conflict" => paint.red(both.relation),
            "tension" | "open" => paint.yellow(both.relation),
            _ => both.relation.to_owned(),
        };
        let _ = writeln!(out, "{}  {}  {how}", paint.bold(&both.question), both.ask);
        let _ = writeln!(out, "  a: {}\n  b: {}", both.a.said, both.b.said);
        out.push_str(&wrapped(&format!("why: {}", both.reason), width, "  "));
        out.push_str(&wrapped(&marked(&both.words, paint), width, "  "));
        out.push('\n');
    }
    for (name, only) in [(&view.a, &view.only_a), (&view.b, &view.only_b)] {
        if only.is_empty() {
            continue;
        }
        let _ = writeln!(out, "only in {}: {}", paint.bold(name), counted(only.len(), "claim"));
        for claim in only {
            let id = claim.claim.own();
            out.push_str(&wrapped(&format!("{id}: {}", claim.said), width, "  "));
        }
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "{} on questions that both answer; {} only in {}, {} only in {}",
        counted(view.both.len(), "pair"),
        counted(view.only_a.len(), "claim"),
        view.a,
        counted(view.only_b.len(), "claim"),
        view.b
    );
}

/// Two texts for people: what changed, with a few words around it.
pub(crate) fn render_text(out: &mut String, view: &TextDiffView, paint: Paint, width: usize) {
    let _ = writeln!(out, "{} against {}\n", paint.bold(&view.a), paint.bold(&view.b));
    if !view.is_changed() {
        let _ = writeln!(out, "the same words");
        return;
    }
    let last = view.changes.len() - 1;
    let shortened: Vec<ChangeView> = view
        .changes
        .iter()
        .enumerate()
        .map(|(index, change)| match change.change {
            "equal" => ChangeView { change: "equal", text: context(&change.text, index > 0, index < last) },
            _ => change.clone(),
        })
        .collect();
    for paragraph in marked(&shortened, paint).split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
        out.push_str(&wrapped(paragraph, width, "  "));
        out.push('\n');
    }
    let count = |kind: &str| view.changes.iter().filter(|change| change.change == kind).count();
    let _ = writeln!(out, "{} out, {} in", counted(count("delete"), "run"), counted(count("insert"), "run"));
}

/// The words of a long run that stand beside a change; what lies between is left out, a line each.
fn context(text: &str, after: bool, before: bool) -> String {
    const NEAR: usize = 12;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 2 * NEAR + 4 {
        return text.to_owned();
    }
    let head = if after { words[..NEAR].join(" ") } else { String::new() };
    let tail = if before { words[words.len() - NEAR..].join(" ") } else { String::new() };
    match (after, before) {
        (true, true) => format!("{head} …\n… {tail} "),
        (true, false) => format!("{head} …"),
        _ => format!("… {tail} "),
    }
}

/// Words that went as `[-these-]` and words that came as `{+these+}`, which colour alone would not show.
fn marked(changes: &[ChangeView], paint: Paint) -> String {
    let mut text = String::new();
    for change in changes {
        let inner = change.text.trim_end();
        let space = &change.text[inner.len()..];
        match change.change {
            "delete" => text.push_str(&paint.red(&format!("[-{inner}-]"))),
            "insert" => text.push_str(&paint.green(&format!("{{+{inner}+}}"))),
            _ => text.push_str(inner),
        }
        text.push_str(if space.is_empty() && change.change != "equal" { " " } else { space });
    }
    text
}
