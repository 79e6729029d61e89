//! Stretches of a text that share many short runs of bytes with a quote: where else to look for what resembles it.

/// How many stretches that share many short runs of bytes with the quote are followed up.
const DENSE: usize = 4;

/// Where the stretches begin that share most short runs of bytes with the quote, the best first.
pub(super) fn dense_stretches(quote: &[u8], text: &[u8]) -> Vec<usize> {
    let run = match quote.len() {
        0..40 => 3,
        40..400 => 4,
        400..2000 => 6,
        _ => 8,
    };
    let (width, half) = (quote.len(), quote.len().div_ceil(2));
    if text.len() <= width || width < run {
        return vec![0];
    }
    let bits = (width * 8).next_power_of_two().clamp(1 << 10, 1 << 18);
    let mut of_quote = vec![0u64; bits / 64];
    slots(quote, run, bits).for_each(|slot| of_quote[slot / 64] |= 1 << (slot % 64));
    let shared: Vec<u8> =
        slots(text, run, bits).map(|slot| (of_quote[slot / 64] >> (slot % 64) & 1) as u8).collect();
    // The densest stretch that ends in each half width; neighbours that are the same stretch go later.
    let span = width - run + 1;
    let mut peaks: Vec<(u32, usize)> = vec![(0, 0); shared.len() / half + 1];
    let mut count = 0u32;
    for (number, peak) in peaks.iter_mut().enumerate() {
        let from = number * half;
        for i in from..(from + half).min(shared.len()) {
            count += u32::from(shared[i]);
            if i >= span {
                count -= u32::from(shared[i - span]);
            }
            if count > peak.0 {
                *peak = (count, (i + 1).saturating_sub(span));
            }
        }
    }
    peaks.sort_by_key(|(count, start)| (std::cmp::Reverse(*count), *start));
    let mut starts: Vec<usize> = Vec::with_capacity(DENSE);
    for (_, start) in peaks {
        if starts.len() == DENSE {
            break;
        }
        if starts.iter().all(|other| other.abs_diff(start) > half / 2) {
            starts.push(start);
        }
    }
    starts
}

/// The slots of the runs of some bytes, of so many slots: a power of two.
fn slots(bytes: &[u8], run: usize, slots: usize) -> impl Iterator<Item = usize> {
    let mask = u64::MAX >> (64 - 8 * run);
    let (first, rest) = bytes.split_at((run - 1).min(bytes.len()));
    let mut value = first.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
    rest.iter().map(move |byte| {
        value = (value << 8 | u64::from(*byte)) & mask;
        (value.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & (slots - 1)
    })
}
