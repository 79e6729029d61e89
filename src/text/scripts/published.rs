//! Letters held against what published romanizations write for them.

use super::alike::differing;
use super::letters::Alphabet;
use super::spelt::Vowels;
use super::unit::Unit;

/// Romanizations of letters by themselves: the system and where its table was read, then the letters and what stands for each.
const PUBLISHED: [(&str, &str); 8] = [
    (
        "BGN/PCGN 1956, Arabic: CLDR, Arabic-Latin-BGN.xml",
        "ب b ت t ث th ج j ح ḩ خ kh د d ذ dh ر r ز z س s ش sh ص ş ض ḑ ط ţ ظ z̧ غ gh ف f ق q ك k ل l م m ن n ه h و w ى á ي y ة h آ ā",
    ),
    (
        "BGN/PCGN 1958, Persian: CLDR, Persian-Latin-BGN.xml",
        "ب b پ p ت t ث s̄ ج j چ ch ح ḥ خ kh د d ذ z̄ ر r ز z ژ zh س s ش sh ص ṣ ض ẕ ط ṭ ظ ẓ غ gh ف f ق q ک k گ g ل l م m ن n ه h و v ی y",
    ),
    (
        "BGN/PCGN 1981, Hebrew: CLDR, Hebrew-Latin-BGN.xml",
        "ב v ב b ג g ד d ה h ו w ז z ח ẖ ט t י y כ kh כ k ל l מ m נ n ס s פ f פ p צ ẕ ק q ר r ש sh ש s ת t ג' ǧ צ' č ז' ž",
    ),
    (
        "BGN/PCGN 1947, Russian: CLDR, Russian-Latin-BGN.xml",
        "а a б b в v г g д d е e е ye ё ë ё yë ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya",
    ),
    (
        "Ukrainian national system, 2010: the resolution as newspapers printed it",
        "а a б b в v г h ґ g д d е e є ye є ie ж zh з z и y і i ї yi ї i й y й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh \
         щ shch ю yu ю iu я ya я ia зг zgh",
    ),
    (
        "ALA-LC, Ukrainian: umpirsky/Transliterator, uk/ALA_LC.php",
        "є i͡e ж z͡h х kh ц t͡s ч ch ш sh щ shch ю i͡u я i͡a г h ґ g и y і i ї ï й ĭ",
    ),
    (
        "ISO 9:1995, Ukrainian: Lang::Transliterate, Uk::ISO1995",
        "г g ґ g̀ є ê ж ž и i і ì ї ï й j х h ц c ч č",
    ),
    (
        "ISO/R 9:1968, Russian: umpirsky/Transliterator, ru/ISO_R_9_1968.php",
        "а a б b в v г g д d е e ё ë ж ž з z и i й j к k л l м m н n о o п p р r с s т t у u ф f ц c х ch ч č ш š щ šč ы y э ė ю ju я ja",
    ),
];

/// So much may differ: a sound that a letter has in some words, and a vowel that is another.
const MOST: u32 = 5;

fn units(word: &str) -> (Alphabet, Vec<Unit>) {
    let alphabet = Alphabet::of(word).expect("its script is known");
    (alphabet, alphabet.words(word, Vowels::Written).concat())
}

#[test]
fn each_letter_is_like_what_it_is_romanized_by() {
    let mut faults = Vec::new();
    for (system, letters) in PUBLISHED {
        let words: Vec<&str> = letters.split_whitespace().collect();
        assert_eq!(words.len() % 2, 0, "{system}");
        for pair in words.chunks(2) {
            let ((_, own), (latin, other)) = (units(pair[0]), units(pair[1]));
            assert_eq!(latin, Alphabet::Latin, "{system}: {pair:?}");
            let differs = differing(&own, &other, u32::MAX).total;
            if own.is_empty() || other.is_empty() || differs > MOST {
                faults.push(format!("{system}: {} {} differ by {differs}", pair[0], pair[1]));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn letters_are_unlike_what_others_are_romanized_by() {
    for (letter, other) in
        [("ش", "kh"), ("ق", "sh"), ("ج", "t"), ("ш", "zh"), ("ц", "kh"), ("צ'", "z"), ("ר", "l")]
    {
        let differs = differing(&units(letter).1, &units(other).1, u32::MAX).total;
        assert!(differs > MOST, "{letter} and {other} differ by {differs}");
    }
}
