//! The text of one source, in which the quotes of rows are looked for by few of their words.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::audit::Audit;
use crate::load::ArchivedText;
use crate::load::keys::ClaimKey;
use crate::model::table::{QuestionId, SourceId};
use crate::record::needle::{is_few, is_parted, may_be};
use crate::record::passage::{QuotedPassage, only_beside, quoted};
use crate::record::proposal::Proposals;
use crate::record::row::{FewWords, Refusal, Row, RowKey, Short, What};
use crate::record::told::{NOBODY, Plainly, tell};
use crate::spot::Spotter;
use crate::text::{counted, shortened};
use crate::view::pin::PinnedPlace;
use crate::view::withheld::{Gate, WITHHELD};
use crate::vocabulary::Vocabulary;

/// So many passages are shown of those that words may stand for.
const MOST_SHOWN: usize = 4;

/// So many characters are shown of each.
const SHOWN: usize = 60;

/// What a passage may tell of a claim.
const TOLD: [ClaimKey; 3] = [ClaimKey::Question, ClaimKey::Value, ClaimKey::AsOf];

/// A text, and what is asked of it.
pub(super) struct Looked<'l> {
    audit: &'l Audit,
    gate: Gate<'l>,
    source: SourceId,
    name: &'l str,
    text: ArchivedText<'l>,
    spotter: &'l Spotter<'l>,
    /// By quote of the source: the questions on which it is recorded, found where somebody asks.
    quoted: OnceCell<BTreeMap<&'l str, BTreeSet<QuestionId>>>,
}

impl<'l> Looked<'l> {
    pub(super) fn new(
        audit: &'l Audit,
        gate: Gate<'l>,
        (source, text): (SourceId, ArchivedText<'l>),
        spotter: &'l Spotter<'l>,
    ) -> Self {
        Looked {
            audit,
            gate,
            source,
            name: audit.dossier.sources.name(source),
            text,
            spotter,
            quoted: OnceCell::new(),
        }
    }

    /// A row with the quote that its few words stand for, and with what that tells by itself of a new claim. Of a source whose words are
    /// withheld the words are the quote, and nothing is told.
    ///
    /// # Errors
    /// They stand for no passage, or for several.
    pub(super) fn written_out(&self, row: &Row) -> Result<Row, Refusal> {
        let mut row = row.clone();
        let Some(few) = row.words.take() else { return Ok(row) };
        let passage = self.passage(&row, &few)?;
        row.set_in(RowKey::Claim(ClaimKey::Quote), What::Cell(passage.pinned.quote.clone()), few.column);
        if row.words(ClaimKey::SaidBy) == Some(NOBODY) {
            row.set(RowKey::Claim(ClaimKey::SaidBy), What::Nothing);
        }
        let mut short = row.short.take().unwrap_or_default();
        if self.gate.shows(self.source) {
            let silent = TOLD.into_iter().filter(|key| !row.has(*key)).collect::<Vec<_>>();
            if let Some(question) = self.recorded(&row) {
                row.put(ClaimKey::Question, question);
            }
            self.told(&passage, &mut row, &mut short)?;
            let told = silent.into_iter().filter(|key| row.has(*key));
            short.told = told.map(RowKey::Claim).collect();
        }
        Ok(Row { short: Some(short), ..row })
    }

    /// The one passage that few words stand for.
    fn passage(&self, row: &Row, few: &FewWords) -> Result<QuotedPassage, Refusal> {
        let words = few.words.as_str();
        let (mut typed, found) = quoted(self.gate, self.source, &self.text, words);
        only_beside(&mut typed, row);
        let all = &self.text.capture.words;
        let spotted = |at: &_| self.spotter.within(self.source, all, at);
        let is_cut = typed.iter().all(|passage| passage.cuts_words);
        let mut meant = match is_few(words) || is_cut {
            true => may_be(self.gate, (self.source, &self.text), words, &typed, &spotted),
            false => Vec::new(),
        };
        only_beside(&mut meant, row);
        // What stands between few words is a part of the quote, and a quote does not end within a word.
        typed.retain(|passage| !(passage.cuts_words || is_parted(words) && is_few(words)));
        let mut passages = if meant.is_empty() { typed } else { meant };
        let at = |refusal: Refusal| Refusal { line: row.line, column: few.column, ..refusal };
        let said = if self.gate.shows(self.source) { words } else { WITHHELD };
        match passages.len() {
            1 => Ok(passages.remove(0)),
            several @ 2.. => {
                let shown = passages.iter().take(MOST_SHOWN).map(shown);
                let reason = format!(
                    "`{said}` may be {} of `{}`: {}",
                    counted(several, "passage"),
                    self.name,
                    shown.collect::<Vec<_>>().join("; ")
                );
                let help = "write more of the words, or in `prefix` or `suffix` some that stand beside those that are meant";
                Err(at(Refusal::at(0, reason).help(help)))
            }
            0 if found.differs.is_empty() || is_parted(words) => {
                let reason = format!("`{said}` stands for no passage of the text of `{}`", self.name);
                let help = "write whole words as they stand there, or the beginnings of the first and of the last with three dots \
                            between: `at l...peop`";
                Err(at(Refusal::at(0, reason).help(help)))
            }
            0 => Err(at(Refusal::unfound(self.name, &found))),
        }
    }

    /// The one question on which the quote of a row is recorded that names none.
    fn recorded(&self, row: &Row) -> Option<&'l str> {
        if row.has(ClaimKey::Question) {
            return None;
        }
        let dossier = &self.audit.dossier;
        let quoted = self.quoted.get_or_init(|| {
            let mut quoted: BTreeMap<&str, BTreeSet<QuestionId>> = BTreeMap::new();
            for (_, claim) in dossier.claims.iter().filter(|(_, claim)| claim.source == self.source) {
                if let Some(quote) = &claim.quote {
                    quoted.entry(&quote.words).or_default().insert(claim.question);
                }
            }
            quoted
        });
        let questions = quoted.get(row.words(ClaimKey::Quote)?)?;
        questions.first().filter(|_| questions.len() == 1).map(|id| dossier.questions.name(*id))
    }

    /// Gives a row what its passage tells, and says whom that names, and why no new claim is made where it leaves something open.
    fn told(&self, passage: &QuotedPassage, row: &mut Row, short: &mut Short) -> Result<(), Refusal> {
        let all = &self.text.capture.words;
        let spotted = passage.in_article.as_ref().map(|at| self.spotter.within(self.source, all, at));
        let translation = row.words(ClaimKey::Translation).map(str::to_owned);
        let names = self.spotter.name_index();
        let proposals =
            Proposals::within(self.audit, (self.name, names), (passage, spotted), translation.as_deref())
                .map_err(|why| Refusal::at(row.line, why.to_string()))?;
        let open = tell(&self.audit.dossier, self.name, &proposals, row, Plainly::Alone);
        let is_said = row.gives(RowKey::Claim(ClaimKey::SaidBy));
        short.named = if is_said { Vec::new() } else { proposals.speakers };
        let Some(first) = open.first() else { return Ok(()) };
        let why: Vec<&str> = open.iter().map(|open| open.why).collect();
        let help: Vec<String> = open.iter().map(|open| open.help(open.key.word())).collect();
        short.open = Some(row.refusal(first.key, why.join("; ")).help(help.join("; ")));
        Ok(())
    }
}

/// A passage by its place, with what stands beside it where that is shown.
fn shown(passage: &QuotedPassage) -> String {
    let beside = |words: &Option<String>| words.clone().filter(|_| passage.is_shown).unwrap_or_default();
    let PinnedPlace { quote, prefix, suffix, .. } = &passage.pinned;
    let (before, behind) = (beside(prefix), beside(suffix));
    let at = (passage.line, passage.column);
    let quote = if passage.is_shown { shortened(quote, SHOWN) } else { WITHHELD.to_owned() };
    format!("line {}, column {}: {before}[{quote}]{behind}", at.0, at.1)
}
