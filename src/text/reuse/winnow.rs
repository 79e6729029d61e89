//! Fingerprints of a text: of each few words in a row the least hash is kept.

use super::words::WordHash;

/// Words that are fingerprinted together.
const SHINGLE: usize = 5;
/// Of so many fingerprints in a row one is kept: of nine words that stand in both texts, one fingerprint is found.
const WINDOW: usize = 5;
/// Room for a window, whose places are cheaply told.
const ROOM: usize = WINDOW.next_power_of_two();

/// Gives the least hash of each window of shingles, and the number of its first word; each once.
pub(super) fn winnow(words: &[WordHash], mut give: impl FnMut(u32, usize)) {
    if words.len() < SHINGLE {
        return;
    }
    let mut window = [u32::MAX; ROOM];
    let (mut hash, mut least, mut given) = (u32::MAX, 0, usize::MAX);
    let shingles = words.len() - SHINGLE + 1;
    for (at, words) in words.windows(SHINGLE).enumerate() {
        let next = shingle(words);
        window[at % ROOM] = next;
        // Of equal ones the last.
        if next <= hash {
            (hash, least) = (next, at);
        } else if least + WINDOW <= at {
            hash = u32::MAX;
            for held in at + 1 - WINDOW..=at {
                if window[held % ROOM] <= hash {
                    (hash, least) = (window[held % ROOM], held);
                }
            }
        }
        if at + 1 >= WINDOW.min(shingles) && least != given {
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
