//! Words read as a value: what is shown of it is read as the same value again.

use std::sync::OnceLock;

use super::printed::{SCREEN, is_text};
use crate::audit::{ReadAs, read_in};
use crate::load::from_texts;
use crate::model::Dossier;
use crate::render;
use crate::value::number::Measure;
use crate::view::accuracy::{
    Accuracy, Came, CaseKind, ChangedOutcome, LabelledBy, MeasuredSet, SetTold, Should, Tried, Turn,
};
use crate::view::read::{Allowed, Readings, RowTold, WordsRead};
use crate::view::sets::Interval;

/// What the ids of places, agents and sets are.
const NAMED: &str = r#"
[place.arvo]
name = "Arvo"
[place.belmar]
name = "Belmar"
within = ["arvo"]
[place.corso]
name = "Corso"
near = ["belmar"]
[agent.herald]
name = "The Herald"
aliases = ["Herald"]
[agent.mayor]
name = "the mayor"
"#;

fn dossier() -> &'static Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    DOSSIER.get_or_init(|| {
        from_texts(&[("gainsay.toml", "[dossier]\ntitle = \"A\"\n"), ("sources/a.toml", NAMED)])
    })
}

/// A reader by the first byte of an input.
fn reader(first: u8) -> ReadAs {
    let amount = |unit: &str| ReadAs::Amount { unit: Some(unit.to_owned()) };
    match first {
        b'a' => ReadAs::Amount { unit: None },
        b'm' => amount("USD"),
        b'k' => amount("km"),
        b'%' => amount("%"),
        b'd' => ReadAs::Date,
        b'p' => ReadAs::Place,
        b'g' => ReadAs::Agent,
        b'o' => {
            ReadAs::Choice { options: ["drone", "rocket", "a rocket, or two"].map(str::to_owned).to_vec() }
        }
        b's' => ReadAs::Set,
        b'y' => ReadAs::YesNo,
        b't' => ReadAs::Text,
        _ => ReadAs::Count,
    }
}

/// Reads words as a value: by which reader is said by the first byte, the rest are the words.
pub fn read(input: &[u8]) {
    let (first, words) = input.split_first().unwrap_or((&b'c', &[]));
    let (read_as, words) = (reader(*first), String::from_utf8_lossy(words));
    let read = |words: &str| read_in(dossier(), &read_as, (words, None), RowTold::Yes);
    let (once, again) = (read(&words), read(&words));
    if let WordsRead::Read { hard, soft, shown, .. } = &once {
        let of = |words: &str| match read(words) {
            WordsRead::Read { hard, .. } => Some(hard),
            WordsRead::Refused { .. } => None,
        };
        assert!(allows(hard, soft), "{words:?} is usually {soft:?}, outside of {hard:?}");
        // Not all that is shown can be read, and a round number allows more than itself; no other value may come of it.
        for (set, shown) in [hard, soft].into_iter().zip(shown) {
            let back = of(shown);
            // A share that was said beyond a hundred is shown by its ends, and those below are cut there when they are read.
            let is_cut = |back: &Allowed| *first == b'%' && exceeds_a_hundred(set) && allows(set, back);
            assert!(
                back.as_ref().is_none_or(|back| allows(back, set) || is_cut(back)),
                "{words:?}, shown as {shown:?}, is read as {back:?}"
            );
        }
    }
    let view = |read: WordsRead| {
        let mut out = String::new();
        let view = Readings::new(vec![read]);
        render::read::render(&mut out, &view);
        out + &render::json(&view)
    };
    let printed = view(once);
    is_text(&printed);
    assert_eq!(printed, view(again), "read twice");
    measured(&words);
}

/// What a corpus comes to that has words of others wherever it can, printed in every format.
fn measured(words: &str) {
    let told = || words.to_owned();
    let tried = Tried {
        id: told(),
        group: Some(told()),
        input: told(),
        label: told(),
        said: told(),
        should: Should::Speak,
        came: Came::Wrong,
        is_as_labelled: false,
    };
    let set = SetTold {
        name: told(),
        kind: CaseKind::Reading,
        title: told(),
        labelled_by: LabelledBy::Others,
        licence: told(),
        origin: told(),
        label_rule: told(),
        date: "2024-03-01".to_owned(),
        sha256: "00".to_owned(),
    };
    let change =
        ChangedOutcome { set: told(), id: told(), turn: Turn::Other, was: Some(told()), now: Some(told()) };
    let other = Tried { group: None, ..tried.clone() };
    let view = Accuracy::new(vec![MeasuredSet::new(set, &[tried, other], 0)], vec![change]);
    let mut out = String::new();
    render::accuracy::render(&mut out, &view, SCREEN);
    render::accuracy::markdown_page(&mut out, &view);
    is_text(&(out + &render::json(&view)));
}

/// Whether a share may be more than all there is.
fn exceeds_a_hundred(set: &Allowed) -> bool {
    let Allowed::Intervals(intervals) = set else { return false };
    let hundred = 100 * Measure::Amount.one();
    intervals.iter().any(|it| it.1.as_ref().is_none_or(|end| end.at > hundred))
}

/// Whether one set of numbers or days has all of the other; what is said in words is said for people, and is not asked.
fn allows(wide: &Allowed, narrow: &Allowed) -> bool {
    let (Allowed::Intervals(wide), Allowed::Intervals(narrow)) = (wide, narrow) else { return true };
    let ends = |it: &Interval| (it.0.as_ref().map(|end| end.at), it.1.as_ref().map(|end| end.at));
    let has = |wide: &Interval, narrow: &Interval| {
        let ((low, high), (from, to)) = (ends(wide), ends(narrow));
        low.is_none_or(|low| from.is_some_and(|from| low <= from))
            && high.is_none_or(|high| to.is_some_and(|to| to <= high))
    };
    !narrow.is_empty() && narrow.iter().all(|narrow| wide.iter().any(|wide| has(wide, narrow)))
}
