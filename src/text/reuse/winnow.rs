//! Fingerprints of a text: of each few words in a row the least hash is kept.

use super::words::WordHash;

/// Words that are fingerprinted together.
const SHINGLE: usize = 5;
/// Of so many fingerprints in a row one is kept: of nine words that stand in both texts, one fingerprint is found.
const WINDOW: usize = 5;

/// Gives the least hash of each window of shingles, and the number of its first word; each once.
pub(super) fn winnow(words: &[WordHash], mut give: impl FnMut(u32, usize)) {
    if words.len() < SHINGLE {
        return;
    }
    let mut window = [(u32::MAX, 0usize); WINDOW];
    let mut given = usize::MAX;
    let shingles = words.len() - SHINGLE + 1;
    for at in 0..shingles {
        window[at % WINDOW] = (shingle(&words[at..at + SHINGLE]), at);
        if at + 1 < WINDOW.min(shingles) {
            continue;
        }
        let filled = &window[..WINDOW.min(shingles)];
        let (hash, least) =
            filled.iter().copied().min_by_key(|(hash, at)| (*hash, usize::MAX - at)).unwrap_or((0, 0));
        if least != given {
            given = least;
            give(hash, least);
        }
    }
}

/// The hash of some words in their order.
fn shingle(words: &[WordHash]) -> u32 {
    let mixed = words.iter().fold(0u64, |hash, word| {
        (hash ^ u64::from(*word)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
    });
    (mixed ^ mixed >> 32) as u32
}
