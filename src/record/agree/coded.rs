//! What two coders made of some texts: each row written down where nobody sees it, and held against its text there.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::align::looked::Evidence;
use crate::audit::{Audit, Judged, Levels};
use crate::error::Error;
use crate::load::CLAIMS;
use crate::load::keys::ClaimKey;
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use crate::record::answer::CardKind;
use crate::record::answers::{AnsweredText, Made, Texts, is_waiver, lapsed, made, not_made};
use crate::record::forms::RowsRead;
use crate::record::free::free;
use crate::record::named::Named;
use crate::record::prepare::given;
use crate::record::row::{Row, RowKey};
use crate::record::toml;
use crate::spot::{places, stands};
use crate::value::types::Raw;
use crate::view::agreement::LeftOutRow;

/// One coder's rows.
pub(crate) struct Coder {
    /// The file that they stand in, as it was named.
    pub(crate) file: String,
    pub(crate) read: RowsRead,
}

/// Two coders, with the dossier in which the claims of both stand.
pub(super) struct Coding<'c> {
    pub(super) coders: &'c [Coder; 2],
    pub(super) audit: Audit,
    texts: Texts,
    /// By coder: of each row what it came to.
    steps: [Vec<Step>; 2],
}

/// What a row comes to before the texts are looked at.
enum Step {
    /// A claim of this name, written down.
    Claim(String),
    Waiver,
    /// The same row stands above.
    Again,
    LeftOut(String),
}

/// What a coder made of a passage.
#[derive(Clone, Debug)]
pub(super) struct Coded {
    /// The number of the row.
    pub(super) row: usize,
    pub(super) source: SourceId,
    /// Where the words stand, in bytes of the words of the text.
    pub(super) places: Vec<Range<usize>>,
    pub(super) as_what: AsWhat,
}

/// What a passage was recorded as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AsWhat {
    Answer(QuestionId, ClaimId),
    Waived(CardKind),
}

impl Coded {
    /// Whether two are of one category: both answer one question, or both waive.
    pub(super) fn is_like(&self, other: &Coded) -> bool {
        match (self.as_what, other.as_what) {
            (AsWhat::Answer(a, _), AsWhat::Answer(b, _)) => a == b,
            (AsWhat::Waived(_), AsWhat::Waived(_)) => true,
            _ => false,
        }
    }

    /// How many bytes of the text both have.
    pub(super) fn overlap(&self, other: &Coded) -> usize {
        let both = |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
        self.places.iter().map(|a| other.places.iter().map(|b| both(a, b)).sum::<usize>()).sum()
    }
}

impl Coder {
    /// Whether all rows are answers of the desk page: what has none was not looked at.
    pub(super) fn is_at_the_desk(&self) -> bool {
        self.read.rows.iter().all(|row| row.answer.is_some())
    }
}

impl<'c> Coding<'c> {
    /// Writes the claims of two coders beside those of a dossier.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(super) fn new(audit: &Audit, coders: &'c [Coder; 2]) -> Result<Coding<'c>, Error> {
        let all = || coders.iter().flat_map(|coder| &coder.read.rows);
        let texts = Texts::of(audit, all())?;
        let (mut files, failed) = made(audit, all())?;
        let with_new =
            audit.with(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>());
        let mut writing = Writing {
            audit,
            dossier: &with_new,
            named: Named::new(&with_new),
            texts: &texts,
            failed,
            text: String::new(),
            count: 0,
        };
        let steps = [0, 1].map(|coder| {
            let mut seen = BTreeSet::new();
            let rows = coders[coder].read.rows.iter();
            rows.map(|row| writing.step(row, &mut seen).unwrap_or_else(Step::LeftOut)).collect()
        });
        let has = |path: &str| with_new.files.0.iter().any(|file| file.path == path);
        files.insert(free(&format!("{CLAIMS}coded"), ".toml", has), writing.text);
        let audit = audit.amended(&files, &Levels::default())?;
        Ok(Coding { coders, audit, texts, steps })
    }

    /// What a coder made of the texts, in the order of the rows, and what of it cannot be compared.
    pub(super) fn coded(&self, judged: &Judged<'_>, coder: usize) -> (Vec<Coded>, Vec<LeftOutRow>) {
        let (mut coded, mut left_out) = (Vec::new(), Vec::new());
        let read = &self.coders[coder].read;
        left_out
            .extend(read.refused.iter().map(|why| LeftOutRow { line: why.line, reason: why.reason.clone() }));
        for (at, (row, step)) in read.rows.iter().zip(&self.steps[coder]).enumerate() {
            let found = match step {
                Step::Again => continue,
                Step::LeftOut(why) => Err(why.clone()),
                Step::Claim(name) => claim(judged, name).map(|(source, places, as_what)| Coded {
                    row: at,
                    source,
                    places,
                    as_what,
                }),
                Step::Waiver => self.waiver(row).map(|(source, places, as_what)| Coded {
                    row: at,
                    source,
                    places,
                    as_what,
                }),
            };
            match found {
                Ok(found) => coded.push(found),
                Err(reason) => left_out.push(LeftOutRow { line: row.line, reason }),
            }
        }
        left_out.sort_by_key(|row| row.line);
        (coded, left_out)
    }

    fn waiver(&self, row: &Row) -> Result<(SourceId, Vec<Range<usize>>, AsWhat), String> {
        let source = row.words(ClaimKey::Source).unwrap_or_default();
        let id = self
            .audit
            .dossier
            .sources
            .find(source)
            .ok_or_else(|| format!("no source is called `{source}`"))?;
        let text = self.texts.get(id).map_err(|why| format!("the text of `{source}` {why}"))?;
        let answer = row.answer.as_ref().ok_or("it waives nothing")?;
        let places = waived_places(text, answer.card.range(), &answer.card.quote);
        if places.is_empty() {
            return Err(format!("the words that it waives do not stand in the text of `{source}`"));
        }
        Ok((id, places, AsWhat::Waived(answer.card.kind)))
    }
}

/// Where waived words stand: where the answer says, if they do, else the first that has them.
fn waived_places(text: &AnsweredText, at: Range<usize>, quote: &str) -> Vec<Range<usize>> {
    let is_there = text
        .article
        .get(at.clone())
        .is_some_and(|there| there.split_whitespace().eq(quote.split_whitespace()));
    if is_there { vec![at] } else { stands(&text.article, quote).into_iter().take(1).collect() }
}

/// Where the quote of a claim is held, and what it answers.
fn claim(judged: &Judged<'_>, name: &str) -> Result<(SourceId, Vec<Range<usize>>, AsWhat), String> {
    let dossier = &judged.audit().dossier;
    let id = dossier.claims.find(name).ok_or("it cannot be read as a claim")?;
    let claim = &dossier.claims[id];
    let evidence = &judged.alignment().evidence[id.index()];
    let places = places(evidence);
    if !places.is_empty() {
        return Ok((claim.source, places.to_vec(), AsWhat::Answer(claim.question, id)));
    }
    let source = dossier.sources.name(claim.source);
    Err(match evidence {
        Evidence::Missing => "it quotes nothing".to_owned(),
        Evidence::Seen(seen) => {
            format!("its quote is not held in the text of `{source}`: {}", seen.outcome.kind().name())
        }
        _ => format!("the text of `{source}` is not at hand"),
    })
}

/// Writing rows down as claims.
struct Writing<'w> {
    audit: &'w Audit,
    /// With what the rows make.
    dossier: &'w Dossier,
    named: Named<'w>,
    texts: &'w Texts,
    failed: BTreeMap<Made, Error>,
    text: String,
    count: usize,
}

impl Writing<'_> {
    /// # Errors
    /// Why a row cannot be compared.
    fn step(&mut self, row: &Row, seen: &mut BTreeSet<String>) -> Result<Step, String> {
        let why = lapsed(&self.audit.dossier, self.texts, row).into_iter().chain(not_made(
            self.audit,
            row,
            &self.failed,
        ));
        if let Some(why) = why.into_iter().next() {
            return Err(why.reason);
        }
        if is_waiver(row) {
            let card = row.answer.as_ref().map(|answer| &answer.card);
            let is_new = seen.insert(format!("{:?} {card:?}", row.words(ClaimKey::Source)));
            return Ok(if is_new { Step::Waiver } else { Step::Again });
        }
        if let Some(open) = row.short.as_ref().and_then(|short| short.open.as_ref()) {
            return Err(open.reason.clone());
        }
        let source = row.words(ClaimKey::Source).ok_or("it names no source")?;
        if self.dossier.sources.find(source).is_none() {
            return Err(format!("no source is called `{source}`"));
        }
        let question = row.words(ClaimKey::Question).ok_or("it answers no question")?;
        let Some(asked) = self.dossier.questions.find(question) else {
            return Err(format!("no question is called `{question}`"));
        };
        let kept = |key: &RowKey| *key != RowKey::Claim(ClaimKey::Id) && !key.refers_to_claims();
        let given = given(row, &self.dossier.questions[asked].kind, &self.named).into_iter();
        let mut given: Vec<(RowKey, Raw)> =
            given.filter_map(|(key, value)| Some((key, value?))).filter(|(key, _)| kept(key)).collect();
        given.push((RowKey::Claim(ClaimKey::Source), Raw::of_words(source)));
        if !seen.insert(toml::claim(&given, "\n")) {
            return Ok(Step::Again);
        }
        self.count += 1;
        let is_taken = |id: &str| self.dossier.claims.find(&format!("{source}#{id}")).is_some();
        let id = free(&format!("coded-{}", self.count), "", is_taken);
        given.push((RowKey::Claim(ClaimKey::Id), Raw::of_words(&id)));
        self.text.push('\n');
        self.text.push_str(&toml::claim(&given, "\n"));
        Ok(Step::Claim(format!("{source}#{id}")))
    }
}
