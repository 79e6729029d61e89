//! English.

use super::super::language::Side::{Before, Behind, Either};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Language, Row, Script};

pub(super) static ENGLISH: Language = Language {
    tag: "en",
    script: Script::Latin,
    apostrophe: Apostrophe::Joins,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely\
                |no longer|non|minus|*n't|far from|instead of|rather than|no one|by no means",
            tried: "They were {} [12 people]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "denied|denies|deny|denying|denial|denials|rejected|rejects|reject|rejecting|rejection|refuted\
                |refutes|refute|refuting|rebutted|rebuts|dismissed|dismisses|dismiss|dismissing|disputes|disputed\
                |disputing|contradicted|contradicts|debunked|debunks|debunking|discredited|retracted|retracts\
                |disavowed|ruled out|rules out|rule out|ruling out|no evidence|no proof|no sign|no indication\
                |false|falsely|untrue|not true|fake|fabricated|baseless|unfounded|hoax|bogus|myth",
            tried: "The army {} reports that [12 people died]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "failed to|fails to|fail to|failing to|refused to|refuses to|refuse to|refusing to\
                |declined to|declines to|decline to|declining to|unable to|neglected to",
            tried: "The army {} [strike the camp]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "denied|denies|deny|was denied|were denied|rejected|rejects|was rejected|were rejected|is false\
                |was false|were false|are false|is untrue|was untrue|is not true|was not true|is fake|was fake\
                |never happened|did not happen|has been denied|has been debunked|was debunked|disputes|disputed",
            tried: "That [12 people died], officials {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "allegedly|reportedly|apparently|supposedly|purportedly|presumably|possibly|probably|perhaps\
                |maybe|likely|unlikely|seemingly|ostensibly|may|might|could|would|alleged|alleges|suspected\
                |purported|supposed|presumed|unconfirmed|unverified|possible|probable|potential|potentially\
                |rumoured|rumored|rumours|rumors|hypothetical|hypothetically|doubt|doubts|doubted|doubtful\
                |questioned|unclear|uncertain|not clear|not certain|not sure|not known",
            tried: "It is {} that [12 people died]",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "could not confirm|cannot confirm|can't confirm|couldn't confirm|not confirmed|not confirm\
                |could not verify|cannot verify|not verified|not verify|unable to confirm|unable to verify\
                |not been confirmed|not been verified|not independently confirmed|not independently verified",
            tried: "Officials {} reports that [12 people died]",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "appears to|appear to|appeared to|seems to|seem to|seemed to|said to|believed to|thought to\
                |reported to|alleged to|claimed to|claims to|rumoured to|rumored to|suspected of|accused of",
            tried: "The army is {} [strike the camp]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "could not be confirmed|could not be verified|cannot be confirmed|cannot be verified\
                |was not confirmed|has not been confirmed|is unconfirmed|was unconfirmed|remains unconfirmed\
                |remains unclear|is unclear|is doubtful|is unlikely",
            tried: "That [12 people died] {}",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "if|unless|whether|provided that|on condition that|only if|were it not for|in the event of",
            tried: "They said that {} the [talks fail]",
        },
    ],
    harmless: "not only|not just|not merely|not least|no doubt|without doubt|without a doubt|no less than\
        |no fewer than|nothing less than|nothing but|if only|as if|no matter|would like",
    clauses: "that",
    through: "the a an that of any at all whatsoever whatever to in on by for with from as it its he she they we you \
        i him her them us his their our this these those there been be being is are was were am has have had having \
        do does did so ever even yet still much very quite about into over under",
    between: 2,
    numbers: "both",
    stops: "and but while because although though since when where who whom whose which after before until till said \
        says say saying told tells added adds adding according however than then amid despite only also instead \
        meanwhile or",
};
