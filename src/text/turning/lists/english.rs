//! English.

use super::super::language::Side::{Before, Behind, Either, Next, Touching};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Comma, Language, Row, Script};

pub(super) static ENGLISH: Language = Language {
    tag: "en",
    script: Script::Latin,
    apostrophe: Apostrophe::Joins,
    comma: Comma::Ends,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|no longer\
                |non|minus|*n't|far from|instead of|rather than|no one|by no means|rarely|seldom|infrequently|zero\
                |in no way|at no time|anything but|lack|lacks|lacked|lacking|impossible|in vain|absence of\
                |hardly anyone|hardly anybody|hardly ever|avoided|avoids|avoiding|not a single|not one|or not|came\
                /comes close to|on the verge of|on the brink of|little reason to",
            tried: "They were {} [12 people]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "denied|denies|deny|denying|denial|denials|rejected|rejects|reject|rejecting|rejection|refuted\
                |refutes|refute|refuting|rebutted|rebuts|rebut|rebutting|rebuttal|dismissed|dismisses|dismiss\
                |dismissing|disputes|disputed|disputing|contradicted|contradicts|debunked|debunks|debunking\
                |discredited|retracted|retracts|disavowed|ruled out|rules out|rule out|ruling out|no evidence\
                |no proof|no sign|no indication|false|falsely|untrue|not true|fake|fabricat*|baseless|unfounded|hoax\
                |bogus|myth|groundless|spurious|sham|erroneous*|inaccura*|incorrect*|mistaken*|misleading*|wrongly\
                |wrongfully|unjustly|misreported|fictitious|fictional|untruth*|falsehood*|nonsense|absurd\
                |preposterous|ludicrous|slander*|libel*|smear|disinformation|misinformation|concocted|a lie|lie\
                /lies that/about|lied|lying about|contrary to|implausible|exonerat*|acquit*|absolv*|exculpat*\
                |innocent of|clear/clears/cleared/clearing of|cleared/clears him/her/them of|rebuff*|rubbished\
                |rubbishes|rubbishing|scotched|scotches|quash*|repudiat*|disown*|recant*|disproved|disproves\
                |disprove|disproven|belied|belies|downplay*|discounted|discounts|pooh poohed|scoff*|spurned|gave\
                /gives the lie to|made/makes light of|poured/pours/pouring cold water|poured/pours/pouring scorn\
                |laughed/laughs/laughing/shrugged/shrugs/waved/waves/brushed/brushes off|brushed/brushes/brushing\
                /waved/swept/sweeps aside|waved/waves away|played/plays/playing/play down|pushed/pushes/pushing/push\
                /hit/hits back on/against/at|took/takes/taking issue with|distanced/distances/distancing himself\
                /herself/itself/themselves from|had nothing to do with|little/scant/insufficient\
                /inconclusive evidence/proof/support|few/little signs/sign/indication|wrong/incorrect to say/claim\
                /suggest|threw/throws/throwing cold water|batted/bats away|short shrift|corrected .. report/claim\
                /statement|apologised/apologized/apologises/apologizes for saying/claiming/suggesting/reporting\
                |ruled/rules it/this/that out|framed for|hit/hits/lashed/lashes out at|disclaim*|demurred|begged\
                /begs to differ|disagree|disagreed|disagrees|in error|by mistake|imaginary|misquoted|misspoke\
                |fake news|lied/wrong when .. said/says/told/claimed/reported/wrote|took/takes exception to|feigned\
                |trumped up|disproof|reneged on|retreated/retreats/retreating from the/his/her/its/their claim\
                /claims/statement/position|declined/declines/refused/refuses comment|sneered/sneers at .. claims\
                /claim/reports/suggestions|contest/contests/contested/contesting that|nixed|vetoed|annulled|voided\
                |voted down|turned down|not guilty",
            tried: "The army {} reports that [12 people died]",
        },
        // Verbs that deny only where it is something said that is withdrawn.
        Row {
            turn: Denial,
            side: Before,
            phrases: "ducked/sidestepped/evaded/dodged/countered/counters/trashed/torpedoed/demolished/punctured/undercut\
                /undercuts/undermined/undermines/discarded/abandoned/renounced/deleted/reversed/overturned/exploded\
                /faked/forged/withdrew/withdraw/withdraws/withdrawn/withdrawing/dropped/shot/mocked/ridiculed\
                /derided/challenged/contested/challenges/contests/invented/slammed/buried/killed/ditched .. claim\
                /claims/allegation/allegations/report/reports/rumour/rumours/rumor/rumors/suggestion/suggestions\
                /accusation/accusations/statement/statements/remark/remarks/charge/charges/assertion/testimony\
                /confession/story/idea/notion/proof/evidence/post/tweet/ruling/verdict/finding/conviction|fended\
                /fends/warded/gave/gives/made/struck/voted/turned/knocked off/up/down/out .. claim/claims/allegation\
                /allegations/report/reports/suggestion/suggestions/accusation/accusations/charge/charges/idea/story\
                /finding/ruling|bristled/bristles at .. claims/suggestions/reports|walked/walks/walking/walk/took\
                /takes/rowed/rolled back .. claim/claims/allegation/allegations/report/reports/suggestion/accusation\
                /accusations/statement/remark/remarks/assertion/words|backed/backs/backing away/off/down from",
            tried: "The army {} that [12 people died]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "failed to|fails to|fail to|failing to|refused to|refuses to|refuse to|refusing to|declined to\
                |declines to|decline to|declining to|unable to|neglected to|yet to|forgot to|forgets to|stopped\
                /stops/stopping/stop/fell/falls short of|refrained/refrains/refrain/abstained from|prevented/stopped\
                /barred/banned/kept/shied/shies from|shied/shies away from|decided/decides against|incapable of\
                |foiled|thwarted|averted|prevented",
            tried: "The army {} [strike the camp]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "denied|denies|deny|was denied|were denied|rejected|rejects|was rejected|were rejected|is false\
                |was false|were false|are false|is untrue|was untrue|is not true|was not true|is fake|was fake\
                |never happened|did not happen|has been denied|has been debunked|was debunked|disputes|disputed|a\
                /outright/complete lie|is/was/are/were/be a lie/hoax/myth/fabrication/fiction|is/was/are/were wrong\
                /incorrect/inaccurate/nonsense/baseless/unfounded/groundless/bogus/fabricated/misleading/untrue|is\
                /was/are/were not the case/so/right/correct|falsely/wrongly/incorrectly/erroneously\
                /mistakenly claimed/claims/said/says/reported/reports/stated/states/asserted/alleged/wrote/announced\
                |was/were/been/be retracted/withdrawn/refuted/dismissed/discredited/disproved/disproven/debunked\
                |turned/turns out to be false/untrue/wrong/fake|turned/turns out to be a lie/hoax|proved false/wrong\
                /untrue|he/she/they lied|army/minister/government/police/officials lied|lied|was/were made up|was\
                /were invented/faked/staged/forged/doctored",
            tried: "That [12 people died], officials {}",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "which/this/it/that/claim/report/but/though .. is/was/are/were false/untrue/wrong/incorrect\
                /inaccurate/fake/baseless|which/this/it/that/claim/report/but/though .. is/was not true/correct\
                /right/so|which/this/it/that/claim/report/but/though .. is/was a lie/hoax/myth|which/this/it/but\
                /though .. is/was not the case|which/something/claim/claims/report/allegation/charge\
                /accusation .. denied/denies/deny/denying/rejected/rejects/disputes/disputed/dismissed|but/though\
                /although .. denied/denies/deny/rejected/disputes/disputed it/this/that|claim/claims/report/reports\
                /story/statement .. retracted/withdrawn/debunked/discredited/refuted|which/this/it/but/though\
                /although .. been/was/were denied/rejected/refuted/debunked/retracted/disproved/disproven\
                /discredited/withdrawn",
            tried: "[12 people died], {}",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "check: no|check: not|factcheck: no|verdict: no|checkers: no",
            tried: "Fact {}, [12 people died]",
        },
        Row {
            turn: Negation,
            side: Next,
            phrases: "did/does/do/was/were/is/are/has/have/had/will/would/could/can/should/may/might not/never|*n't|never\
                |cannot|no longer|rarely|seldom|hardly|barely|failed/refused/declined to",
            tried: "[12 people] {} died",
        },
        Row {
            turn: Doubt,
            side: Next,
            phrases: "may/might/could/would have|may/might be|allegedly|reportedly|apparently|supposedly|purportedly\
                |probably|possibly|is/are/was/were said/believed/thought/reported/alleged/rumoured/rumored/claimed\
                /feared to|appear/appears/appeared/seem/seems/seemed to|is/are/was/were/has/have/had/been allegedly\
                /reportedly/apparently/supposedly/purportedly/probably/possibly",
            tried: "[12 people] {} died",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "allegedly|reportedly|apparently|supposedly|purportedly|presumably|possibly|probably|perhaps|maybe\
                |likely|unlikely|seemingly|ostensibly|may|might|could|would|alleged|alleges|suspected|purported\
                |supposed|presumed|unconfirmed|unverified|possible|probable|potential|potentially|rumoured|rumored\
                |rumours|rumors|hypothetical|hypothetically|doubt|doubts|doubted|doubtful|questioned|unclear\
                |uncertain|not clear|not certain|not sure|not known|unproven|unsubstantiated|uncorroborated\
                |unsupported|dubious|dubiously|questionable|debatable|speculat*|conjectur*|hearsay|gossip|insinuat*\
                |allegation*|alleging|suspicion*|suspects|assumed|assumption|pretended|pretends|pretending|joked\
                |jokingly|quipped|imagined|imagines|dreamt|hypothes*|conceivabl*|arguabl*|sceptical|skeptical\
                |so called|wished|wishes|supposes",
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
                |reported to|alleged to|claimed to|claims to|rumoured to|rumored to|suspected of|accused of\
                |assumed to|understood to|feared to|said/believed/thought/reported/alleged/claimed/rumoured/rumored\
                /suspected/understood/assumed by .. to|accused/accuses/accuse/accusing/suspected .. of|charged with\
                |on suspicion of|on charges of|on trial for",
            tried: "The army is {} [strike the camp]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "could not be confirmed|could not be verified|cannot be confirmed|cannot be verified\
                |was not confirmed|has not been confirmed|is unconfirmed|was unconfirmed|remains unconfirmed\
                |remains unclear|is unclear|is doubtful|is unlikely|is/was/has/it been/is/was alleged/claimed\
                /rumoured/rumored/suspected|is/was unverified/unproven/unsubstantiated|according to .. unverified\
                /unconfirmed/unsubstantiated/uncorroborated/disputed|according to .. rumours/rumors/hearsay/gossip\
                |remains unverified/disputed|is/was disputed|or so it is/was alleged/claimed/said|or so .. claim\
                /claims/claimed/say/says|which/this/that/it/but/though/although .. not been/be confirmed/verified\
                /independently|which/this/that/it/but/though/although .. is/was/remains unconfirmed/unverified\
                /disputed/doubtful/unproven|joked|quipped|which/this/it/but/though\
                /although .. could not be confirmed/verified|which/this/it/but/though\
                /although .. cannot be confirmed/verified",
            tried: "That [12 people died] {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "unconfirmed/unverified/uncorroborated/unsubstantiated .. say/says/said/suggest/suggests/suggested\
                |rumours/rumors/gossip/hearsay .. say/says/said",
            tried: "{} [12 people died]",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "if|unless|whether|provided that|on condition that|only if|were it not for|in the event of|in case\
                |assuming|supposing|providing that|lest|provided he/she/they|suppose|imagine|had he/she/they",
            tried: "They said that {} the [talks fail]",
        },
        // Of a number they bound it: that is told as such.
        Row {
            turn: Doubt,
            side: Touching,
            phrases: "almost|nearly|all but",
            tried: "The army {} [struck the camp]",
        },
    ],
    harmless: "not only|not just|not merely|not least|no doubt|without doubt|without a doubt|no less than\
        |no fewer than|nothing less than|nothing but|if only|as if|no matter|would like|no denying\
        |not be denied|cannot/can't/couldn't be denied/disputed/doubted|can/could not be denied/disputed\
        /doubted|nobody/none can/could deny/dispute/doubt|no one can/could deny/dispute/doubt|cannot\
        /can't deny|there is no doubting|not in doubt|beyond doubt|no question|zero tolerance|no surprise\
        |no wonder|no secret|no accident|no coincidence|no mistake|not surprising|no sooner\
        |on/in/since/until/till/of/during/early/late/mid may",
    clauses: "that",
    through: "the a an that of any at all whatsoever whatever to in on by for with from as it its he she they we you i \
        him her them us his their our this these those there been be being is are was were am has have had having \
        do does did so ever even yet still much very quite about into over under",
    between: 2,
    numbers: "both",
    stops: "and but while because although though since after before until till according however than then amid \
        despite only also instead meanwhile or",
    says: "said says say saying told tells telling added adds adding stated states insisted insists wrote writes \
        reported announced declared confirmed claimed asserted maintained suggested",
    adverbs: "*ly once ever",
    participles: "*ing",
    nobody: "nobody|no one|none|no|neither|nor|hardly anyone|hardly anybody|not a single|not one",
    relatives: "who whom whose which where when",
    letters: "",
};
