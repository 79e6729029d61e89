//! House notices: what an outlet tells its readers of itself, which says nothing of where an article comes from.

use std::ops::Range;

use crate::text::sentence::sentence_around;

/// Phrases of house notices, in lower case. A sentence with one of them is a notice.
const PHRASES: [&str; 71] = [
    // English.
    "newsletter",
    "newsletters",
    "sign up",
    "sign in",
    "log in",
    "subscribe",
    "subscriber",
    "subscribers",
    "subscription",
    "unsubscribe",
    "your inbox",
    "cookies",
    "cookie policy",
    "privacy policy",
    "privacy notice",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "all rights reserved",
    "copyright",
    "may not be published, broadcast",
    "reproduction without permission",
    "follow us on",
    "like us on",
    "download our app",
    "download the app",
    "push notifications",
    "our free app",
    "support our journalism",
    "support our work",
    "independent journalism",
    "make a donation",
    "become a member",
    "advertisement",
    "sponsored content",
    "affiliate links",
    "we may earn a commission",
    "read more",
    "click here",
    "share this article",
    "send us your",
    "contact us",
    "contributed to this report",
    "contributed reporting",
    "our editorial standards",
    "trust principles",
    "registered charity",
    // German, French, Spanish, Italian.
    "abonnieren",
    "alle rechte vorbehalten",
    "datenschutzerklärung",
    "abonnez-vous",
    "inscrivez-vous",
    "tous droits réservés",
    "suscríbete",
    "suscríbase",
    "boletín",
    "todos los derechos reservados",
    "iscriviti",
    "abbonati",
    "tutti i diritti riservati",
    // Russian, Ukrainian.
    "подписывайтесь",
    "подпишитесь",
    "все права защищены",
    "підписуйтесь",
    "підпишіться",
    "всі права захищені",
    // Arabic, Persian, Hebrew.
    "جميع الحقوق محفوظة",
    "النشرة البريدية",
    "تمامی حقوق",
    "كل الحقوق محفوظة",
    "כל הזכויות שמורות",
];

/// How many of some words of a text, given in order, stand in sentences that are no notice.
pub(crate) fn words_of_its_own(text: &str, words: &[Range<usize>]) -> usize {
    let (mut own, mut sentence, mut notice) = (0, 0..0, false);
    for word in words {
        if word.start >= sentence.end {
            sentence = sentence_around(text, word);
            notice = is_notice(&text[sentence.clone()]);
        }
        own += usize::from(!notice);
    }
    own
}

fn is_notice(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    let is_apart = |at: usize, phrase: &str| {
        let (before, behind) = (&sentence[..at], &sentence[at + phrase.len()..]);
        !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
    };
    PHRASES.iter().any(|phrase| sentence.match_indices(phrase).any(|(at, phrase)| is_apart(at, phrase)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reuse::spans;

    fn own(text: &str) -> usize {
        words_of_its_own(text, &spans(text))
    }

    #[test]
    fn words_of_notices_are_not_a_texts_own() {
        assert_eq!(own("Three men died. Sign up to our newsletter, it is free. Two were hurt."), 6);
        assert_eq!(own("The designs upset many. He resubscribed."), 6);
        assert_eq!(own("© 2024 The Herald. All rights reserved"), 3);
        assert_eq!(own("Alle Rechte vorbehalten."), 0);
        assert_eq!(own(""), 0);
    }

    #[test]
    fn each_phrase_is_in_lower_case_and_stands_once() {
        for (at, phrase) in PHRASES.iter().enumerate() {
            assert_eq!(*phrase, phrase.to_lowercase());
            assert!(!PHRASES[..at].contains(phrase), "{phrase}");
        }
    }
}
