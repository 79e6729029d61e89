//! Where stretches of one text stand in another that it was made of.

use std::ops::Range;

use crate::text::token_diff;

/// Stretches of a text, in order, each with where it stands in another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs(Vec<Run>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    own: Range<usize>,
    other: Range<usize>,
    stands: Stands,
}

/// How a stretch stands for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// Byte for byte.
    Verbatim,
    /// All of it for all of it.
    Whole,
}

impl Run {
    fn is_verbatim(&self) -> bool {
        self.stands == Stands::Verbatim
    }

    /// The bytes of the other text at which some of the own stand, which lie in the run.
    fn part(&self, own: Range<usize>) -> Range<usize> {
        if !self.is_verbatim() {
            return self.other.clone();
        }
        let place = |byte: usize| self.other.start + (byte - self.own.start);
        place(own.start)..place(own.end)
    }
}

/// So many characters of two texts that differ are laid beside each other; what stands behind them has no place.
const MOST_LAID: usize = 1 << 20;

impl Runs {
    /// A text that is the other, so many bytes on.
    pub(super) fn shifted(length: usize, by: usize) -> Self {
        let mut runs = Runs::default();
        runs.push(0..length, by);
        runs
    }

    /// Adds a stretch of as many bytes behind all others, byte for byte; one that does not stand behind them is passed over.
    pub(super) fn push(&mut self, own: Range<usize>, other: usize) {
        let other = other..other + own.len();
        match self.0.last_mut() {
            Some(last)
                if last.is_verbatim() && last.own.end == own.start && last.other.end == other.start =>
            {
                (last.own.end, last.other.end) = (own.end, other.end);
            }
            _ => self.add(Run { own, other, stands: Stands::Verbatim }),
        }
    }

    /// As [`Self::push`], of a stretch that stands for another as a whole.
    pub(super) fn push_whole(&mut self, own: Range<usize>, other: Range<usize>) {
        self.add(Run { own, other, stands: Stands::Whole });
    }

    fn add(&mut self, run: Run) {
        let is_behind = self.0.last().is_none_or(|last| last.own.end <= run.own.start);
        if is_behind && !run.own.is_empty() {
            self.0.push(run);
        }
    }

    /// Adds where the characters of one text stand in another that has the same but for white space, and for what only one of
    /// them has; both begin somewhere.
    pub(super) fn lay(&mut self, (own, own_at): (&str, usize), (other, other_at): (&str, usize)) {
        let (mut a, mut b) = (0, 0);
        while let (Some(c), Some(d)) = (own[a..].chars().next(), other[b..].chars().next()) {
            match () {
                () if c == d => {
                    self.push(own_at + a..own_at + a + c.len_utf8(), other_at + b);
                    (a, b) = (a + c.len_utf8(), b + c.len_utf8());
                }
                () if c.is_whitespace() => a += c.len_utf8(),
                () if d.is_whitespace() => b += d.len_utf8(),
                () => return self.lay_apart((&own[a..], own_at + a), (&other[b..], other_at + b)),
            }
        }
    }

    /// As [`Self::lay`], of texts that do not begin alike.
    fn lay_apart(&mut self, (own, own_at): (&str, usize), (other, other_at): (&str, usize)) {
        let [a, b] = [own, other].map(characters);
        let texts = [&a, &b].map(|all| all.iter().map(|(_, c)| *c).collect::<Vec<_>>());
        for (_, own_run, other_run) in token_diff(&texts[0], &texts[1]) {
            let is_same = own_run.len() == other_run.len();
            for ((from, c), (to, d)) in a[own_run].iter().zip(&b[other_run]) {
                if is_same && c == d {
                    self.push(own_at + from..own_at + from + c.len(), other_at + to);
                }
            }
        }
    }

    /// Where this text stands in what the other was itself made of.
    pub(super) fn then(&self, next: &Runs) -> Runs {
        let mut runs = Runs::default();
        for run in &self.0 {
            if !run.is_verbatim() {
                if let Some(whole) = next.cover(&run.other) {
                    runs.push_whole(run.own.clone(), whole);
                }
                continue;
            }
            let first = next.0.partition_point(|other| other.own.end <= run.other.start);
            for other in next.0[first..].iter().take_while(|other| other.own.start < run.other.end) {
                let both = run.other.start.max(other.own.start)..run.other.end.min(other.own.end);
                let back = |byte: usize| run.own.start + (byte - run.other.start);
                let own = back(both.start)..back(both.end);
                match other.stands {
                    Stands::Verbatim => runs.push(own, other.part(both).start),
                    Stands::Whole => runs.push_whole(own, other.other.clone()),
                }
            }
        }
        runs
    }

    /// The bytes of the other text from the first to the last of some that have a place in it.
    fn cover(&self, own: &Range<usize>) -> Option<Range<usize>> {
        let first = self.0.partition_point(|run| run.own.end <= own.start);
        let behind = self.0.partition_point(|run| run.own.start < own.end);
        let runs = self.0.get(first..behind).filter(|runs| !runs.is_empty())?;
        let part = |run: &Run| run.part(own.start.max(run.own.start)..own.end.min(run.own.end));
        let (from, to) = (part(runs.first()?).start, part(runs.last()?).end);
        Some(from..to.max(from))
    }

    /// The bytes of the other text at which some bytes stand. An empty stretch hangs on the character before it; what has no place
    /// has the nearest one before.
    pub(super) fn place(&self, own: &Range<usize>) -> Range<usize> {
        let run = |byte: usize| {
            let run = &self.0[self.0.partition_point(|run| run.own.start <= byte).checked_sub(1)?];
            Some((run, byte < run.own.end))
        };
        let behind = |byte: Option<usize>| match byte.and_then(run) {
            Some((run, true)) => run.part(run.own.start..byte.map_or(run.own.end, |byte| byte + 1)).end,
            Some((run, false)) => run.other.end,
            None => 0,
        };
        if own.is_empty() {
            let at = behind(own.start.checked_sub(1));
            return at..at;
        }
        let from = match run(own.start) {
            Some((run, true)) => run.part(own.start..run.own.end).start,
            _ => behind(own.start.checked_sub(1)),
        };
        from..behind(own.end.checked_sub(1)).max(from)
    }
}

/// The characters of a text that are no white space, as many as are laid, each with its first byte.
fn characters(text: &str) -> Vec<(usize, &str)> {
    let all = text.char_indices().filter(|(_, c)| !c.is_whitespace()).take(MOST_LAID);
    all.map(|(at, c)| (at, &text[at..at + c.len_utf8()])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(own: &str, other: &str) -> Runs {
        let mut runs = Runs::default();
        runs.lay((own, 0), (other, 0));
        runs
    }

    #[test]
    fn words_stand_where_they_were_however_white_space_is_set() {
        let (own, other) = ("It killed 34\n\nmen", "  It\nkilled  34 men");
        let runs = laid(own, other);
        let words = |word: &str| {
            let at = own.find(word).expect("it is there");
            &other[runs.place(&(at..at + word.len()))]
        };
        assert_eq!(
            ["It", "killed", "34", "men", "34\n\nmen"].map(words),
            ["It", "killed", "34", "men", "34 men"]
        );
    }

    #[test]
    fn what_only_one_text_has_moves_nothing_else() {
        let runs = laid("34 and “34” men", "34 and 34 xx men");
        assert_eq!(runs.place(&(0..2)), 0..2);
        assert_eq!(runs.place(&(10..12)), 7..9);
        assert_eq!(runs.place(&(16..19)), 13..16);
        // A mark that the other lacks stands behind the nearest character before it.
        assert_eq!(runs.place(&(7..10)), 7..7);
        assert_eq!(runs.place(&(7..12)), 7..9);
    }

    #[test]
    fn an_empty_stretch_hangs_on_the_character_before_it() {
        let runs = laid("34 men", "**34**  men");
        assert_eq!(runs.place(&(2..2)), 4..4);
        assert_eq!(runs.place(&(0..0)), 0..0);
        assert_eq!(Runs::default().place(&(3..5)), 0..0);
    }

    #[test]
    fn what_stands_for_a_whole_stands_for_it_through_two_steps() {
        let mut first = Runs::default();
        first.push(0..2, 0);
        first.push_whole(2..3, 2..7);
        first.push(3..5, 7);
        let second = Runs::shifted(9, 10);
        let both = first.then(&second);
        assert_eq!([0..2, 2..3, 3..5, 0..5].map(|at| both.place(&at)), [10..12, 12..17, 17..19, 10..19]);
        let mut holed = Runs::default();
        holed.push(0..1, 0);
        holed.push(7..9, 20);
        assert_eq!([0..1, 2..3, 3..5].map(|at| first.then(&holed).place(&at)), [0..1, 1..1, 20..22]);
    }
}
