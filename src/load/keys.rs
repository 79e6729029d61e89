//! The keys of the format, one a line: from here follow what the loader knows, the schemas for editors, and docs/keys.md.

use super::key::KeyForm::{
    Bounds, ById, Date, Degrees, Flag, Id, IdOrIds, Ids, Levels, Partitions, Slug, Table, Tables, Tag, Text,
    Texts, TextsOrTables, Value, Whole, Word, WordOrUnknown, Words, Zone,
};
pub use super::key::Referent;
use super::key::keys;
#[cfg(test)]
pub(crate) use super::key::{FormatKey, Need};
pub(crate) use super::key::{FormatTable, KeyForm, TableKey};
use crate::model::Level;
use crate::model::claim::{Basis, Modality, Stance, Status};
use crate::model::question::{Dimension, OverTime};
use crate::model::source::{Access, AgentKind, Distance, How, Reliability, SourceKind};
use crate::value::quantity::Preset;
use crate::value::shape::PlaceKind;
use crate::value::types::Type;

keys! {
    /// The manifest.
    enum ManifestKey = "gainsay.toml": "the manifest of a dossier" {
        Dossier = "dossier": Table(DossierKey::TABLE), "what this dossier is", required;
        Rules = "rules": Levels(Level::NAMES), "the level of a rule; `gainsay explain` lists the rules";
        Quantifiers = "quantifiers": Table(QuantifiersKey::TABLE), "how number words are read";
    }
}

keys! {
    /// What the manifest says of the dossier.
    enum DossierKey = "[dossier]": "what this dossier is" {
        Title = "title": Text, "what it is called", required;
        Language = "language": Text, "BCP 47: what quotes are in unless their source says otherwise";
    }
}

keys! {
    /// What the manifest says of number words.
    enum QuantifiersKey = "[quantifiers]": "how number words are read" {
        Preset = "preset": Word(Preset::NAMES), "strict: soft readings are the hard ones";
        Word = "word": Tables(NumberWordKey::TABLE), "how one number word is read";
        Width = "width": Tables(WidthKey::TABLE), "how wide one row of the table is read";
    }
}

keys! {
    /// How the dossier reads a number word.
    enum NumberWordKey = "[[quantifiers.word]]": "how one number word is read" {
        Words = "words": Texts, "the words", required;
        Hard = "hard": Bounds, "all that the word allows", required;
        Soft = "soft": Bounds, "how readers usually take it; within `hard`", required;
    }
}

keys! {
    /// How wide the dossier reads a row of the table.
    enum WidthKey = "[[quantifiers.width]]": "how wide one row of the table is read" {
        Row = "row": Text, "the row, as `gainsay read --explain` names it", required;
        Hard = "hard": Whole(0, 100), "to the ends of all that the words allow, in per cent of the number";
        Soft = "soft": Whole(0, 100), "to the ends of how readers usually take it, in per cent of the number";
    }
}

keys! {
    /// The top of a file below sources/.
    enum SourcesFileKey = "sources/**/*.toml": "who and where" {
        Source = "source": ById(SourceKey::TABLE), "a text that makes claims";
        Agent = "agent": ById(AgentKey::TABLE), "someone who speaks";
        Place = "place": ById(PlaceKey::TABLE), "a place";
    }
}

keys! {
    /// A source.
    enum SourceKey = "[source.ID]": "a text that makes claims" {
        Title = "title": Text, "the title as it stands", required;
        Publisher = "publisher": Id(Referent::Agent), "an agent's id, or `unknown`", required;
        Author = "author": Texts, "who signed it", words;
        Kind = "kind": Word(SourceKind::NAMES), "what sort of text it is";
        Published = "published": Date, "when it was published, or `unknown`", required;
        Updated = "updated": Date, "when it was last changed";
        Level = "level": Word(Distance::NAMES), "how near to the event";
        Language = "language": Text, "BCP 47";
        TimeZone = "time-zone": Zone, "the IANA name of the zone of its times without an offset: `America/New_York`";
        Url = "url": Text, "where it stands", words;
        ArchiveUrl = "archive-url": Text, "where a copy stands", words;
        Accessed = "accessed": Date, "when it was read";
        Sha256 = "sha256": Text, "of the archived bytes, as `sha256sum FILE` prints it";
        Text = "text": Text, "the archived text's path beside this file", words;
        TextOf = "text-of": Text, "the file beside this one whose words the text has, a PDF say: `sha256` is then that file's", words;
        DerivedFrom = "derived-from": Tables(DerivationKey::TABLE), "other sources that this one takes from";
        CaptureOf = "capture-of": Id(Referent::Source), "the source of which this is a later capture";
        Reliability = "reliability": Word(Reliability::NAMES), "Admiralty code; F: cannot be judged";
        PartyTo = "party-to": Ids(Referent::Event), "events in which its publisher has a stake";
        Corrects = "corrects": Ids(Referent::Source), "sources that it corrects";
        Retracts = "retracts": Ids(Referent::Source), "sources that it retracts";
        Waive = "waive": Tables(WaiverKey::TABLE), "words that a reader need not record", words;
        Access = "access": Word(Access::NAMES), "restricted fields are left out of every report";
        Note = "note": Text, "for the desk", words;
    }
}

keys! {
    /// Another source that a source takes from.
    enum DerivationKey = "[[source.ID.derived-from]]": "another source that this one takes from" {
        Source = "source": Id(Referent::Source), "a source's id", required;
        How = "how": Word(How::NAMES), "how it takes from it";
    }
}

keys! {
    /// Words of a source that nobody need record.
    enum WaiverKey = "[[source.ID.waive]]": "words of this source that a reader need not record" {
        Quote = "quote": Text, "the words, as the text has them", required, words;
        Reason = "reason": Text, "why they need not be recorded", required;
    }
}

keys! {
    /// An agent.
    enum AgentKey = "[agent.ID]": "someone who speaks" {
        Name = "name": Text, "the name as people write it", required;
        Kind = "kind": Word(AgentKind::NAMES), "what sort of speaker";
        Aliases = "aliases": TextsOrTables(AliasKey::TABLE), "other names, as quotes may have them";
        Named = "named": Flag, "false for “a US official”: an origin that cannot be established";
        PartOf = "part-of": Ids(Referent::Agent), "umbrella, employer, owner";
        AffiliatedWith = "affiliated-with": Ids(Referent::Agent), "not independent of, without being part of";
        ConfusableWith = "confusable-with": Ids(Referent::Agent), "agents of a like name";
        PartyTo = "party-to": Ids(Referent::Event), "events in which it has a stake";
        Note = "note": Text, "for the desk";
    }
}

keys! {
    /// A place.
    enum PlaceKey = "[place.ID]": "a place" {
        Name = "name": Text, "the name as people write it", required;
        Kind = "kind": Word(PlaceKind::NAMES), "what sort of place", required;
        Aliases = "aliases": TextsOrTables(AliasKey::TABLE), "other names and demonyms, as quotes may have them";
        Within = "within": Ids(Referent::Place), "places that contain it";
        BorderOf = "border-of": Ids(Referent::Place), "for a border-zone: the places that it touches";
        DisputedBetween = "disputed-between": Ids(Referent::Place), "the places of which one has it; each claims it or holds it";
        Near = "near": Ids(Referent::Place), "places close by";
        ConfusableWith = "confusable-with": Ids(Referent::Place), "places of a like name";
        Note = "note": Text, "for the desk";
        Source = "source": Id(Referent::Source), "the source of what is said here";
        SameAs = "same-as": Texts, "the place elsewhere, as URLs";
        Lat = "lat": Degrees, "degrees";
        Lon = "lon": Degrees, "degrees";
    }
}

keys! {
    /// Another name, and the language that it is in.
    enum AliasKey = "[[agent.ID.aliases]], [[place.ID.aliases]]": "another name of an agent or a place" {
        Name = "name": Text, "the name, as quotes may have it", required;
        Language = "language": Tag, "BCP 47: the language that it is in";
    }
}

keys! {
    /// The top of a file below claims/.
    enum ClaimsFileKey = "claims/**/*.toml": "what" {
        Source = "source": Id(Referent::Source), "the source of every claim in this file that names none";
        Event = "event": ById(EventKey::TABLE), "something that happened";
        Group = "group": ById(GroupKey::TABLE), "who is counted";
        Claim = "claim": Tables(ClaimKey::TABLE), "one source's answer to one question";
        Assessment = "assessment": Tables(AssessmentKey::TABLE), "the desk's own conclusion; never a source's";
    }
}

keys! {
    /// An event.
    enum EventKey = "[event.ID]": "something that happened" {
        Question = "question": ById(QuestionKey::TABLE), "one thing asked";
        Title = "title": Text, "what happened", required_when("in one of the event's files");
        Date = "date": Date, "when";
        TimeZone = "time-zone": Zone, "the IANA name of the zone of times without an offset, where the source has none";
        Place = "place": Id(Referent::Place), "a place's id; left out while it is in dispute";
        PossiblySameAs = "possibly-same-as": Tables(LikenessKey::TABLE), "events that may be this one";
        DistinctFrom = "distinct-from": Tables(LikenessKey::TABLE), "events that look like this one and are not";
        PartOf = "part-of": Id(Referent::Event), "the event that this is part of";
        Note = "note": Text, "for the desk";
    }
}

keys! {
    /// Another event, and why it is held to be this one or another.
    enum LikenessKey = "[[event.ID.possibly-same-as]], [[event.ID.distinct-from]]": "another event" {
        Event = "event": Id(Referent::Event), "its id", required;
        Reason = "reason": Text, "why", required;
    }
}

keys! {
    /// A question.
    enum QuestionKey = "[event.ID.question.ID]": "one thing asked" {
        Ask = "ask": Text, "the question in words", required;
        Type = "type": Word(Type::NAMES), "how values are read", required;
        OverTime = "over-time": Word(OverTime::NAMES), "what time does to the answer; left out: it is fixed";
        Grows = "grows": Flag, "true: as `over-time = \"grows\"`";
        Settles = "settles": Date, "claims as of that day or later are related as on a fixed question";
        Additive = "additive": Flag, "whether a part never exceeds the whole";
        PartOf = "part-of": Id(Referent::Question), "the question whose count this one can never exceed";
        SumOf = "sum-of": Partitions(Referent::Question), "the questions that add up to this one exactly, or a list of such lists";
        Unit = "unit": Text, "the unit of an amount";
        Options = "options": TextsOrTables(OptionKey::TABLE), "the answers of a choice", required_when("when the type is choice");
        Many = "many": Flag, "more than one agent or place holds at once";
        Needs = "needs": Words(Dimension::NAMES), "what every claim must state";
        Scope = "scope": Table(ScopeKey::TABLE), "what an unstated dimension means here";
        Note = "note": Text, "for the desk";
    }
}

keys! {
    /// An option of a choice.
    enum OptionKey = "[[event.ID.question.ID.options]]": "one answer of a choice" {
        Id = "id": Text, "what values call it", required;
        Label = "label": Text, "what people read";
        PartOf = "part-of": Text, "another option, which this one is a part of";
    }
}

keys! {
    /// The scope of a question or a claim.
    enum ScopeKey = "[event.ID.question.ID.scope], [claim.scope]": "what a value covers" {
        Population = "population": Id(Referent::Group), "a group's id: who is counted; or `unknown`";
        Place = "place": Id(Referent::Place), "a place's id, or `unknown`";
        Period = "period": Date, "from when to when, or `unknown`";
        Basis = "basis": WordOrUnknown(Basis::NAMES), "how a figure was arrived at";
    }
}

keys! {
    /// A group.
    enum GroupKey = "[group.ID]": "who is counted" {
        Name = "name": Text, "who is counted", required;
        PartOf = "part-of": Ids(Referent::Group), "groups that contain it";
        DisjointFrom = "disjoint-from": Ids(Referent::Group), "groups that share nobody with it";
        Note = "note": Text, "for the desk";
    }
}

keys! {
    /// A claim.
    enum ClaimKey = "[[claim]]": "one source's answer to one question" {
        Id = "id": Slug, "unique within the source";
        Source = "source": Id(Referent::Source), "a source's id; left out: the file's own";
        Question = "question": Id(Referent::Question), "EVENT/QUESTION", required;
        Value = "value": Value, "the answer in the source's words, as the question's type reads it",
            required_when("when the stance says something");
        Quote = "quote": Text, "the words that carry it, verbatim", words;
        Prefix = "prefix": Text, "what stands before the quote, where it stands more than once", words;
        Suffix = "suffix": Text, "what stands after the quote, where it stands more than once", words;
        Locator = "locator": Text, "page, paragraph, time code", words;
        SaidBy = "said-by": IdOrIds(Referent::Agent), "agents, nearest first; left out: the source in its own voice";
        Via = "via": IdOrIds(Referent::Agent), "agents between the source and the speaker, nearest first";
        Attribution = "attribution": Text, "the words that name the speaker, where they stand outside the quote's sentence", words;
        Stance = "stance": Word(Stance::NAMES), "whether the source says so, denies it, or says nothing";
        Modality = "modality": Word(Modality::NAMES), "how it is said";
        Scope = "scope": Table(ScopeKey::TABLE), "what the value covers";
        AsOf = "as-of": Date, "the moment that the figure holds for, or `unknown`";
        Credibility = "credibility": Whole(1, 6), "Admiralty code";
        Corrects = "corrects": Ids(Referent::Claim), "full names (SOURCE#ID) of claims that this one corrects";
        Retracts = "retracts": Ids(Referent::Claim), "full names (SOURCE#ID) of claims that this one retracts";
        Supersedes = "supersedes": Ids(Referent::Claim), "full names (SOURCE#ID) of claims that this one supersedes";
        Disputes = "disputes": Ids(Referent::Claim), "full names (SOURCE#ID) of claims that this one disputes";
        Translation = "translation": Text, "of the quote, where its language is not the dossier's", words;
        Note = "note": Text, "for the desk", words;
    }
}

keys! {
    /// An assessment.
    enum AssessmentKey = "[[assessment]]": "the desk's own conclusion; never a source's" {
        Question = "question": Id(Referent::Question), "EVENT/QUESTION", required;
        Status = "status": Word(Status::NAMES), "how the question stands", required;
        Rationale = "rationale": Text, "why the conflict stands, or how it was resolved", required;
        Claims = "claims": Ids(Referent::Claim), "the conflict that it explains; a claim that joins it later opens it again";
        Preferred = "preferred": Ids(Referent::Claim), "the claims that the desk goes by";
        DecidedBy = "decided-by": Text, "who decided";
        DecidedAt = "decided-at": Date, "when";
        ReviewAfter = "review-after": Date, "past it, the assessment is a finding";
        Note = "note": Text, "for the desk";
    }
}

keys! {
    /// The baseline.
    enum BaselineKey = "gainsay-baseline.toml": "findings that were there when the check was adopted" {
        Known = "known": Tables(KnownKey::TABLE), "one finding";
    }
}

keys! {
    /// A finding of the baseline.
    enum KnownKey = "[[known]]": "one finding that was there when the check was adopted" {
        Fingerprint = "fingerprint": Text, "what it is known by", required;
        Rule = "rule": Text, "the rule's name", required;
        Message = "message": Text, "what was said", required;
        Question = "question": Text, "EVENT/QUESTION, where it is about one";
    }
}
