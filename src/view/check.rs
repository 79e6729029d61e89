//! The view of a check, version 1: counts, findings, exit.

use serde::Serialize;

use crate::align::looked::Evidence;
pub(crate) use crate::judge::finding::CODE_DIGITS;
use crate::judge::{By, Court, Finding, level, rules};
use crate::model::Level;
use crate::text::outcome::Outcome;
use crate::text::spot::{Lines, Spot};

/// What a check found. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct CheckView<'a> {
    schema: &'static str,
    pub(crate) counts: Counts,
    pub(crate) findings: Vec<FindingView<'a>>,
    pub(crate) exit: u8,
    /// The dossier's folder below the folder that paths are shown from, with a `/` at its end; empty where they are one.
    #[serde(skip)]
    pub(crate) base: String,
    /// Every rule that was judged by, in the order of the names.
    #[serde(skip)]
    pub(crate) rules: Vec<RuleView>,
}

/// A rule as a format shows it.
pub(crate) struct RuleView {
    pub(crate) name: &'static str,
    pub(crate) level: &'static str,
    /// One paragraph.
    pub(crate) summary: String,
    /// Markdown.
    pub(crate) page: String,
}

/// What was looked at.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) sources: usize,
    pub(crate) claims: usize,
    pub(crate) questions: usize,
    pub(crate) events: usize,
    pub(crate) quotes: Quotes,
    /// Claims that take no part because a problem stands in the way.
    pub(crate) left_out: usize,
}

/// How the quotes stand.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Quotes {
    pub(crate) exact: usize,
    pub(crate) folded: usize,
    pub(crate) elided: usize,
    pub(crate) ambiguous: usize,
    pub(crate) near: usize,
    pub(crate) absent: usize,
    pub(crate) unchecked: usize,
    /// Those of the unchecked that the lock attests.
    pub(crate) attested: usize,
}

/// One finding.
#[derive(Serialize)]
pub(crate) struct FindingView<'a> {
    pub(crate) rule: &'static str,
    pub(crate) level: &'static str,
    pub(crate) message: &'a str,
    pub(crate) claims: &'a [String],
    pub(crate) question: Option<&'a str>,
    pub(crate) file: Option<&'a str>,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
    pub(crate) explained: Option<&'a str>,
    pub(crate) fingerprint: String,
    /// Whether the baseline lists it: it does not fail.
    pub(crate) known: bool,
    #[serde(skip)]
    pub(crate) by: By,
    #[serde(skip)]
    pub(crate) marks: Vec<MarkView<'a>>,
    #[serde(skip)]
    pub(crate) notes: &'a [String],
    #[serde(skip)]
    pub(crate) help: Option<&'a str>,
}

/// A place in a file and what is said of it.
pub(crate) struct MarkView<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
    pub(crate) spot: Spot,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) label: &'a str,
}

impl<'a> CheckView<'a> {
    pub(crate) fn new(court: &Court<'a>, findings: &'a [Finding]) -> Self {
        let dossier = court.dossier();
        let lines = Lines::new(&dossier.files);
        let fails = findings.iter().any(Finding::fails);
        let exit = if dossier.claims.len() == 0 { 2 } else { u8::from(fails) };
        CheckView {
            schema: "gainsay/check/1",
            counts: Counts::new(court),
            findings: findings.iter().map(|finding| FindingView::new(&lines, finding)).collect(),
            exit,
            base: String::new(),
            rules: rules::ALL
                .iter()
                .filter_map(|rule| RuleView::new(rule, level(dossier, rule.name, rule.level)))
                .collect(),
        }
    }

    /// How many findings at a level count: neither explained nor known.
    pub(crate) fn tally(&self, level: &str) -> usize {
        self.findings.iter().filter(|finding| finding.level == level && finding.counts()).count()
    }

    pub(crate) fn known(&self) -> usize {
        self.findings.iter().filter(|finding| finding.known).count()
    }

    pub(crate) fn explained(&self) -> usize {
        self.findings.iter().filter(|finding| finding.explained.is_some()).count()
    }
}

impl Counts {
    pub(crate) fn new(court: &Court) -> Self {
        let dossier = court.dossier();
        let mut quotes = Quotes::default();
        for evidence in &court.alignment.evidence {
            match evidence {
                Evidence::Missing => {}
                Evidence::Unchecked => quotes.unchecked += 1,
                Evidence::Attested(_) => {
                    quotes.unchecked += 1;
                    quotes.attested += 1;
                }
                Evidence::Seen(seen) => {
                    *match &seen.outcome {
                        Outcome::Exact(_) => &mut quotes.exact,
                        Outcome::Folded(_) => &mut quotes.folded,
                        Outcome::Elided(_) => &mut quotes.elided,
                        Outcome::Ambiguous(_) => &mut quotes.ambiguous,
                        Outcome::Near(_) => &mut quotes.near,
                        Outcome::Absent(_) => &mut quotes.absent,
                    } += 1;
                }
            }
        }
        Counts {
            sources: dossier.sources.len(),
            claims: dossier.claims.len(),
            questions: dossier.questions.len(),
            events: dossier.events.len(),
            quotes,
            left_out: dossier.left_out,
        }
    }
}

impl<'a> FindingView<'a> {
    fn new(lines: &Lines<'a>, finding: &'a Finding) -> Self {
        let marks: Vec<MarkView> = finding
            .marks
            .iter()
            .map(|mark| {
                let file = lines.files().get(mark.spot.file);
                let (line, column) = lines.line_column(mark.spot);
                MarkView {
                    path: &file.path,
                    text: &file.text,
                    spot: mark.spot,
                    line,
                    column,
                    label: &mark.label,
                }
            })
            .collect();
        FindingView {
            rule: finding.rule.name,
            level: level_name(finding.level),
            message: &finding.message,
            claims: &finding.claims,
            question: finding.question.as_deref(),
            file: marks.first().map(|mark| mark.path),
            line: marks.first().map(|mark| mark.line),
            column: marks.first().map(|mark| mark.column),
            explained: finding.explained.as_deref(),
            fingerprint: finding.fingerprint(),
            known: finding.is_known(),
            by: finding.by,
            marks,
            notes: &finding.notes,
            help: finding.help.as_deref(),
        }
    }
}

impl FindingView<'_> {
    /// Whether it is neither explained nor known.
    pub(crate) fn counts(&self) -> bool {
        self.explained.is_none() && !self.known
    }

    /// What more there is to know: notes, what explains it, help. One line each.
    pub(crate) fn more(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.notes.iter().map(|note| format!("note: {note}")).collect();
        lines.extend(self.explained.map(|why| format!("{}: {why}", self.excuse())));
        lines.extend(self.help.map(|help| format!("help: {help}")));
        lines
    }

    /// What a reason that explains it is called.
    pub(crate) fn excuse(&self) -> &'static str {
        if self.by == By::Comment { "allowed here" } else { "assessment" }
    }
}

impl RuleView {
    /// `None` for a rule that is allowed.
    fn new(rule: &crate::judge::rule::Rule, level: Level) -> Option<Self> {
        let page: Vec<&str> =
            rule.page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
        (level != Level::Allow).then(|| RuleView {
            name: rule.name,
            level: level_name(level),
            summary: rule.summary(),
            page: page.join("\n").trim_end().to_owned(),
        })
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Allow => "allow",
        Level::Warn => "warn",
        Level::Deny => "deny",
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::CheckView;
    use crate::judge::tests::aligned;
    use crate::judge::{Court, judge};
    use crate::load::from_texts;

    /// What `render` makes of the view of a dossier whose texts are not held.
    pub(crate) fn viewed<T>(files: &[(&str, &str)], render: impl FnOnce(&mut CheckView) -> T) -> T {
        let dossier = from_texts(files);
        let alignment = aligned(&dossier);
        let court = Court::new(&alignment, 20_000);
        let findings = judge(&court);
        render(&mut CheckView::new(&court, &findings))
    }
}
