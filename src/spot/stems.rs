//! The words of a passage as far as a question may share them: without endings, and words of one meaning as one.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::is_number;
use crate::value::number::{Make, tokens};

/// Words that say nothing of what is asked.
const SMALL: &str = "american americans us usa a about after al all also although an and any are as at be because been before being but by can could did \
    do does each for from had has have he her here him his how i if in into is it its itself many may might more most much no \
    nor not of off on one only or other our out over own per said say says she should since so some such than that the their \
    them then there these they this those through to too under until up upon was we were what when where whether which while \
    who whom whose why will with within without would yet you your";

/// Words that are one where it is asked what a passage may answer; the first stands for all.
const ALIKE: [&str; 19] = [
    "killed kill kills killing killings killer dead death deaths die dies died dying fatal fatality fatalities slain perished",
    "wounded wound wounds wounding injure injures injured injuring injury injuries hurt maimed",
    "attack attacks attacked attacking attacker attackers strike strikes struck striking airstrike airstrikes raid raids \
     assault assaults bombing bombings bombed bombardment shelling shelled ambush blast blasts explosion explosions",
    "soldier soldiers serviceman servicemen servicewoman servicewomen servicemember servicemembers serviceperson \
     servicepersons troop troops personnel gi gis",
    "child children kid kids minor minors infant infants baby babies",
    "person persons people man men woman women civilian civilians resident residents",
    "missing unaccounted disappeared",
    "detained detain detains detention detentions arrest arrests arrested prisoner prisoners jailed",
    "hostage hostages captive captives abducted kidnapped",
    "displaced displacement fled flee flees fleeing evacuated evacuate evacuation refugee refugees",
    "group groups organization organizations organisation organisations militia militias faction factions",
    "drone drones uav uavs unmanned",
    "rocket rockets missile missiles projectile projectiles munition munitions",
    "house houses home homes dwelling dwellings",
    "money cost costs damage funding funds funded paid pay pays payment payments receive receives dollar dollars",
    "began begin begins beginning begun start starts started starting since formed founded foundation formation",
    "position positions target targets targeted base bases site sites",
    "statement statements announce announces announced announcement declare declares declared",
    "official officials delegate delegates delegation",
];

/// By word: what stands for it, and nothing for a word that says nothing.
static MEANT: LazyLock<HashMap<&str, Option<&str>>> = LazyLock::new(|| {
    let alike = ALIKE.iter().flat_map(|alike| {
        let first = alike.split_whitespace().next();
        alike.split_whitespace().map(move |word| (word, first))
    });
    alike.chain(SMALL.split_whitespace().map(|word| (word, None))).collect()
});

/// The words of a text that may tell what it is about, in order, as they are compared.
pub(crate) fn stems(text: &str) -> Vec<String> {
    let words: Vec<_> = tokens(text).into_iter().filter(|token| token.make == Make::Word).collect();
    let is_service = |at: usize| {
        let next = words.get(at + 1).map_or("", |token| &token.text);
        &*words[at].text == "service" && matches!(next, "member" | "members" | "personnel")
    };
    let each = (0..words.len()).filter_map(|at| match at.checked_sub(1) {
        _ if is_service(at) => stem("servicemember"),
        Some(before) if is_service(before) => None,
        _ => stem(&words[at].text),
    });
    each.collect()
}

/// A word in small letters, as it is compared; `None` of one that says nothing.
pub(super) fn stem(word: &str) -> Option<String> {
    let word = word.strip_suffix("'s").unwrap_or(word).trim_end_matches('\'');
    // What is asked is not how a number is said.
    if word.chars().count() < 2 || is_number(word) {
        return None;
    }
    match MEANT.get(word) {
        Some(meant) => meant.map(str::to_owned),
        None => Some(without_ending(word)),
    }
}

fn without_ending(word: &str) -> String {
    let long = |stem: &&str| stem.chars().count() > 2;
    let plural = match word {
        _ if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => word,
        _ => word.strip_suffix('s').filter(long).unwrap_or(word),
    };
    if let Some(stem) = plural.strip_suffix("ie").filter(|stem| long(stem) && plural != word) {
        return format!("{stem}y");
    }
    let bare = ["ing", "ed", "e"].iter().find_map(|ending| plural.strip_suffix(ending).filter(long));
    bare.unwrap_or(plural).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_and_forms_of_one_word_are_one() {
        assert_eq!(stems("How many died?"), ["killed"]);
        assert_eq!(stems("The deaths of 34 people"), ["killed", "person"]);
        assert_eq!(stems("service members of the army"), ["soldier", "army"]);
        for (one, other) in
            [("ships", "ship"), ("burning", "burned"), ("bridge's", "bridges"), ("carries", "carry")]
        {
            assert_eq!(stem(one), stem(other), "{one}");
        }
        assert_ne!(stem("ship"), stem("shop"));
        assert_eq!((stem("the"), stem("x"), stem("five")), (None, None, None));
    }

    #[test]
    fn no_word_stands_for_two_meanings() {
        let mut all: Vec<&str> = ALIKE.iter().flat_map(|alike| alike.split_whitespace()).collect();
        let whole = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), whole);
    }
}
