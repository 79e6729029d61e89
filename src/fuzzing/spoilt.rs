//! Inputs spoilt in fixed ways: a little of what libFuzzer does, the same on every machine and every day.

/// Numbers that look like chance and are none (xorshift, 64 bits).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One below a number that is not zero.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }
}

/// What is put in somewhere: marks that mean something to one of the readers.
const MARKS: [&str; 32] = [
    "\0",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{feff}",
    "\u{301}",
    "\u{ad}",
    "ﬁ",
    "…",
    " ... ",
    "[",
    "]",
    "\"",
    "'",
    "”",
    "-",
    "–",
    "\r\n",
    "\n\n",
    "<",
    ">",
    "</p>",
    "<s>",
    "&amp;",
    "= ",
    "#",
    "{ ",
    ".",
    "%",
    "9",
    "not ",
    "--> ",
    "\u{e9}",
];

/// The input with one to four changes: a byte turned, a stretch left out, doubled or moved, a mark put in.
pub(super) fn spoilt(input: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = at + dice.below((bytes.len() - at).min(40) + 1);
        match dice.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let stretch = bytes[at..end].to_vec();
                bytes.splice(at..at, stretch);
            }
            3 => {
                let stretch: Vec<u8> = bytes.drain(at..end).collect();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, stretch);
            }
            4 => bytes.truncate(at.max(bytes.len() / 2)),
            _ => drop(bytes.splice(at..at, MARKS[dice.below(MARKS.len())].bytes())),
        }
    }
    bytes
}
