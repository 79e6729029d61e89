//! The view of a check, version 1: counts, findings, exit.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::Serialize;

pub use super::counts::{Counts, Quotes, Values};
use super::counts::{DraftCounts, UnheldSentence};
use super::masked::Masked;
use super::withheld::{Gate, Reader};
pub use crate::judge::Turn;
use crate::judge::finding::{CODE_DIGITS, Mark};
use crate::judge::rule::Rule;
use crate::judge::{Brought, By, Court, Family, Finding, rules};
pub(crate) use crate::model::Level;
use crate::text::{FileId, Lines, Spot};

/// What a check found. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Checked<'a> {
    /// `gainsay/check/1`.
    schema: &'static str,
    /// What was looked at.
    pub counts: Counts,
    /// In the order of their places.
    pub findings: Vec<Flagged<'a>>,
    /// The exit code: 0 clean, 1 a finding fails, 2 nothing was checked.
    pub exit: u8,
    /// The revision that the findings are held against; null where none was asked for.
    pub since: Option<Revision>,
    /// The dossier's folder below the folder that paths are shown from, with a `/` at its end; empty where they are one.
    #[serde(skip)]
    pub(crate) base: String,
    /// Where drafts stand below that folder, by the paths that they were given with: the base is the dossier's, and not theirs.
    #[serde(skip)]
    pub(crate) beside: BTreeMap<String, String>,
    /// What was looked at in drafts and what was not, where it is drafts that were checked.
    #[serde(skip)]
    pub(crate) drafted: Option<(DraftCounts, Vec<UnheldSentence>)>,
    /// Every rule that was judged by, in the order of the names.
    #[serde(skip)]
    pub(crate) rules: Vec<RulePage>,
    /// The files that findings point into.
    #[serde(skip)]
    files: Masked<'a>,
}

/// A revision of the dossier.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Revision {
    /// As it was asked for.
    pub revision: String,
    /// The commit that it stands for.
    pub commit: String,
}

/// A rule as a format shows it.
pub(crate) struct RulePage {
    rule: &'static Rule,
    pub(crate) level: Level,
    page: OnceLock<String>,
}

/// One finding.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Flagged<'a> {
    /// The rule's name.
    pub rule: &'static str,
    /// How grave it is, by the dossier's levels.
    pub level: Level,
    /// What is the matter, without a full stop.
    pub message: String,
    /// The full names of the claims that it is about, in order.
    pub claims: &'a [String],
    /// The question that it is about; null where it is about none.
    pub question: Option<&'a str>,
    /// The path below the dossier of the file that its main place is in; null where it has no place.
    pub file: Option<&'a str>,
    /// The line of its main place, from 1.
    pub line: Option<usize>,
    /// The column of its main place in characters, from 1.
    pub column: Option<usize>,
    /// The rationale of the assessment that explains it, or the reason of the comment that allows it; null where it is
    /// open.
    pub explained: Option<&'a str>,
    /// Sixteen hexadecimal digits that name it as long as its rule, question and claims stay the same.
    pub fingerprint: String,
    /// Whether the baseline lists it: it does not fail.
    pub known: bool,
    /// What became of it since the revision; null where none was asked for.
    pub change: Option<Turn>,
    /// Whether it is about the baseline itself, which never lists it.
    #[serde(skip)]
    pub(crate) is_of_baseline: bool,
    /// What keeps it from counting; `None` where it counts.
    #[serde(skip)]
    pub(crate) excuse: Option<Excuse>,
    /// What more is said, where somebody asks.
    #[serde(skip)]
    more: More<'a>,
}

/// What keeps a finding from counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Excuse {
    /// An assessment of the desk explains it.
    Assessment,
    /// A comment beside it allows it, with a reason.
    Comment,
    /// The baseline lists it: it was there before.
    Baseline,
}

/// A place in a file and what is said of it.
pub(crate) struct Pointer<'a> {
    pub(crate) path: &'a str,
    pub(crate) spot: Spot,
    /// Line and column of its first character, from 1.
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// Line and column behind its last character, from 1.
    pub(crate) end: (usize, usize),
    pub(crate) label: String,
}

impl<'a> Checked<'a> {
    /// What was found, as far as a reader may see it.
    pub(crate) fn new(court: &Court<'a>, findings: &'a [Finding], reader: Reader) -> Self {
        let all = findings.iter().map(|finding| (finding, Cow::Borrowed(&finding.marks[..]), None)).collect();
        Checked::of(court, all, reader)
    }

    /// The same, with what became of each finding since a revision.
    pub(crate) fn since(
        court: &Court<'a>,
        findings: &'a [Finding],
        brought: &[Brought],
        since: Revision,
        reader: Reader,
    ) -> Self {
        let all = findings.iter().zip(brought);
        let placed = all.map(|(finding, brought)| {
            let own = brought.marks == finding.marks;
            let marks = if own { Cow::Borrowed(&finding.marks[..]) } else { brought.marks.clone().into() };
            (finding, marks, Some(brought.turn))
        });
        let mut view = Checked::of(court, placed.collect(), reader);
        view.since = Some(since);
        view.findings.sort_by(|a, b| {
            let place = |finding: &Flagged| finding.more.marks.first().map(|mark| mark.spot);
            (place(a), a.rule, &a.message).cmp(&(place(b), b.rule, &b.message))
        });
        view
    }

    fn of(court: &Court<'a>, all: Vec<Placed<'a>>, reader: Reader) -> Self {
        let dossier = court.dossier();
        let gate = Gate::new(dossier, reader);
        let lines = Arc::new(Lines::new(&dossier.files));
        let fails = all.iter().any(|(finding, ..)| finding.fails());
        let exit = if dossier.claims.len() == 0 { 2 } else { u8::from(fails) };
        let page = |rule: &&'static Rule| RulePage::new(rule, rule.level_in(dossier));
        Checked {
            schema: "gainsay/check/1",
            counts: Counts::new(court),
            findings: all.into_par_iter().map(|placed| Flagged::new(gate, &lines, placed)).collect(),
            exit,
            since: None,
            base: String::new(),
            beside: BTreeMap::new(),
            drafted: None,
            rules: rules::ALL.iter().filter_map(page).collect(),
            files: Masked::new(gate, &[]),
        }
    }

    /// What was found in drafts, whose files are some of the dossier's.
    pub(crate) fn of_drafts(
        gate: Gate<'a>,
        findings: &[&'a Finding],
        drafts: &[FileId],
        (looked_at, exit): ((DraftCounts, Vec<UnheldSentence>), u8),
    ) -> Self {
        let dossier = gate.dossier();
        let lines = Arc::new(Lines::new(&dossier.files));
        let of_drafts = rules::ALL.iter().filter(|rule| matches!(rule.family, Family::Draft));
        let placed = findings.iter().map(|finding| (*finding, Cow::Borrowed(&finding.marks[..]), None));
        Checked {
            schema: "gainsay/draft/1",
            counts: Counts::default(),
            findings: placed.map(|placed| Flagged::new(gate, &lines, placed)).collect(),
            exit,
            since: None,
            base: String::new(),
            beside: BTreeMap::new(),
            drafted: Some(looked_at),
            rules: of_drafts.filter_map(|rule| RulePage::new(rule, rule.level_in(dossier))).collect(),
            files: Masked::new(gate, drafts),
        }
    }

    /// The path of a marked file below the folder that paths are shown from.
    pub(crate) fn path(&self, marked: &str) -> String {
        match self.beside.get(marked) {
            Some(path) => path.clone(),
            None => format!("{}{marked}", self.base),
        }
    }

    /// The findings that are told one by one where people read them: all, or those that the change brings. The others are counted.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Flagged<'a>> {
        self.findings.iter().filter(|finding| finding.is_told())
    }

    /// The text of the file that a mark stands in, as a reader may see it: lines and offsets are those of the file.
    pub(crate) fn text(&self, mark: &Pointer) -> &str {
        self.files.text(mark.spot.file)
    }

    /// How many findings at a level count: neither explained nor known.
    pub(crate) fn tally(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level && finding.counts()).count()
    }
}

/// A finding, where it stands, and what became of it since a revision.
type Placed<'a> = (&'a Finding, Cow<'a, [Mark]>, Option<Turn>);

/// What more is said of a finding: most formats show little of it, so that it is put into words where it is asked for.
struct More<'a> {
    gate: Gate<'a>,
    lines: Arc<Lines<'a>>,
    finding: &'a Finding,
    marks: Cow<'a, [Mark]>,
    pointers: OnceLock<Vec<Pointer<'a>>>,
}

impl<'a> Flagged<'a> {
    fn new(gate: Gate<'a>, lines: &Arc<Lines<'a>>, (finding, marks, change): Placed<'a>) -> Self {
        let main = marks.first().map(|mark| mark.spot);
        let place = main.map(|spot| lines.line_column(spot));
        Flagged {
            rule: finding.rule.name,
            level: finding.level,
            message: gate.phrase(&finding.message),
            claims: &finding.claims,
            question: finding.question.as_deref(),
            file: main.map(|spot| lines.files().get(spot.file).path.as_str()),
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            explained: finding.explained.as_deref(),
            fingerprint: finding.fingerprint(),
            known: finding.is_known(),
            change,
            is_of_baseline: rules::is_of_baseline(finding.rule),
            excuse: Excuse::of(finding),
            more: More { gate, lines: Arc::clone(lines), finding, marks, pointers: OnceLock::new() },
        }
    }

    /// Where it stands, and what is said there; the first is the main one.
    pub(crate) fn marks(&self) -> &[Pointer<'a>] {
        let More { gate, lines, marks, pointers, .. } = &self.more;
        let pointer = |mark: &Mark| {
            let (line, column) = lines.line_column(mark.spot);
            let behind = Spot { start: mark.spot.end, ..mark.spot };
            Pointer {
                path: &lines.files().get(mark.spot.file).path,
                spot: mark.spot,
                line,
                column,
                end: lines.line_column(behind),
                label: gate.phrase(&mark.label.phrase(gate.dossier())),
            }
        };
        pointers.get_or_init(|| marks.iter().map(pointer).collect())
    }

    /// The files that it stands in, that of its main place first.
    pub(crate) fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        self.more.marks.iter().map(|mark| mark.spot.file)
    }

    pub(crate) fn notes(&self) -> impl Iterator<Item = String> + '_ {
        self.more.finding.notes.iter().map(|note| self.more.gate.phrase(note))
    }

    pub(crate) fn help(&self) -> Option<String> {
        self.more.finding.help.as_ref().map(|help| self.more.gate.phrase(help))
    }

    /// Whether it is neither explained nor known.
    pub(crate) fn counts(&self) -> bool {
        self.excuse.is_none()
    }

    /// Whether the change brings it, where one is asked about.
    pub(crate) fn is_told(&self) -> bool {
        self.change != Some(Turn::Unchanged)
    }

    /// The digits by which `gainsay explain` knows it.
    pub(crate) fn code(&self) -> &str {
        &self.fingerprint[..CODE_DIGITS]
    }
}

impl Excuse {
    fn of(finding: &Finding) -> Option<Self> {
        match (&finding.explained, finding.by) {
            (Some(_), By::Comment) => Some(Excuse::Comment),
            (Some(_), _) => Some(Excuse::Assessment),
            (None, By::Baseline) => Some(Excuse::Baseline),
            (None, _) => None,
        }
    }
}

impl RulePage {
    /// `None` for a rule that is allowed.
    fn new(rule: &'static Rule, level: Level) -> Option<Self> {
        (level != Level::Allow).then(|| RulePage { rule, level, page: OnceLock::new() })
    }

    pub(crate) fn name(&self) -> &'static str {
        self.rule.name
    }

    /// One paragraph.
    pub(crate) fn summary(&self) -> String {
        self.rule.summary()
    }

    /// Markdown, made for the one format that shows it.
    pub(crate) fn page(&self) -> &str {
        self.page.get_or_init(|| {
            let lines = self.rule.page.lines();
            let page: Vec<&str> =
                lines.map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
            page.join("\n").trim_end().to_owned()
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Checked, Reader};
    use crate::judge::tests::aligned;
    use crate::judge::{Court, judge};
    use crate::load::from_texts;

    /// What `render` makes of the view of a dossier whose texts are not held.
    pub(crate) fn viewed<T>(files: &[(&str, &str)], render: impl FnOnce(&mut Checked) -> T) -> T {
        let dossier = from_texts(files);
        let alignment = aligned(&dossier);
        let court = Court::new(&alignment, 20_000);
        let findings = judge(&court);
        render(&mut Checked::new(&court, &findings, Reader::Anyone))
    }
}
