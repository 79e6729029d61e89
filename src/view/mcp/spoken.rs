//! A claim, for a program: what is said, by whom, where, in which words.

use serde::Serialize;

use super::quoted::{Quoted, WordsOf};
use crate::view::name::{ClaimName, Who};
use crate::view::report::Statement;
use crate::view::report::statement::Modality;

/// So many of those who passed something on are named.
const MOST_VIA: usize = 8;

/// What a source says, and who says it there.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SpokenClaim {
    /// The claim, as `SOURCE#ID`.
    pub(crate) claim: ClaimName,
    /// What it says, its stance included.
    says: Quoted,
    /// What the words allow; absent where the words alone show it.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<Quoted>,
    /// Who says it: the last of those that it is attributed to, else the source itself.
    speaker: Who,
    /// The same by name.
    speaker_name: Quoted,
    /// Whether the source says it in its own voice.
    own_voice: bool,
    /// Who passed it on, nearest to the source first, the first eight of them; absent where nobody did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    via: Vec<Quoted>,
    /// The id of its source.
    source: String,
    /// The title of its source.
    title: Quoted,
    /// The publisher of its source; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Quoted>,
    /// The words of the source; absent where there are none, or where they are withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<Quoted>,
    /// The quote in the language of the dossier; absent where that was not recorded, or is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<Quoted>,
    /// Whether the quote is left out because access to the source is restricted.
    withheld: bool,
    /// The moment that it holds for, and whether that is only the date of its source.
    as_of: Quoted,
    /// What it covers: place, period, whom; absent where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    covers: Option<Quoted>,
    /// How firmly it is said.
    modality: Modality,
}

impl SpokenClaim {
    pub(super) fn new(said: &Statement) -> Self {
        let source = WordsOf::Source(said.source.clone());
        let desk = WordsOf::Desk;
        let told = |words: &Option<String>, of: &WordsOf| words.as_ref().map(|words| of.says(words));
        SpokenClaim {
            claim: said.claim.clone(),
            says: source.says(&said.plain),
            reading: told(&said.reading, &WordsOf::Gainsay),
            speaker: said.who.clone(),
            speaker_name: desk.says(&said.speaker),
            own_voice: said.own_voice,
            via: said.via.iter().take(MOST_VIA).map(|name| desk.says(name)).collect(),
            source: said.source.clone(),
            title: source.says(&said.title),
            publisher: told(&said.publisher, &desk),
            quote: told(&said.quote, &source),
            translation: told(&said.translation, &desk),
            withheld: said.withheld,
            as_of: WordsOf::Gainsay.says(&said.as_of),
            covers: (!said.covers.is_empty()).then(|| desk.says(said.covers.join("; "))),
            modality: said.modality,
        }
    }

    pub(super) fn quoted(&mut self) -> Vec<&mut Quoted> {
        let always = [&mut self.says, &mut self.speaker_name, &mut self.title, &mut self.as_of];
        let may_be = [
            &mut self.reading,
            &mut self.publisher,
            &mut self.quote,
            &mut self.translation,
            &mut self.covers,
        ];
        always.into_iter().chain(may_be.into_iter().flatten()).chain(&mut self.via).collect()
    }
}
