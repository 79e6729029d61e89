//! Messages as they come in: a line each, and none longer than is read.

use std::io::{self, BufRead};

/// So many bytes of a line are read.
pub(super) const MOST_BYTES: usize = 4 << 20;

/// A line of the input.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum InputLine {
    /// Its bytes, without its end.
    Whole(Vec<u8>),
    /// It was longer than is read; none of it is held.
    TooLong,
}

impl InputLine {
    /// How many bytes of it are held.
    pub(super) fn length(&self) -> usize {
        match self {
            InputLine::Whole(bytes) => bytes.len(),
            InputLine::TooLong => 0,
        }
    }
}

/// The next line; `None` where the input has ended. What is beyond so many bytes is passed over as it comes.
///
/// # Errors
/// The input cannot be read.
pub(super) fn next_line(input: &mut impl BufRead, most: usize) -> io::Result<Option<InputLine>> {
    let (mut line, mut length) = (Vec::new(), 0);
    loop {
        let part = match input.fill_buf() {
            Err(why) if why.kind() == io::ErrorKind::Interrupted => continue,
            part => part?,
        };
        let end = memchr::memchr(b'\n', part);
        if part.is_empty() && length == 0 {
            return Ok(None);
        }
        let is_last = end.is_some() || part.is_empty();
        let taken = end.unwrap_or(part.len());
        length += taken;
        if length <= most {
            line.extend_from_slice(&part[..taken]);
        } else {
            line = Vec::new();
        }
        input.consume(taken + usize::from(end.is_some()));
        // A line that is empty is one too.
        length += usize::from(end.is_some());
        if is_last {
            let read = length - usize::from(end.is_some());
            return Ok(Some(if read <= most { InputLine::Whole(line) } else { InputLine::TooLong }));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn all(text: &str, held: usize) -> Vec<Option<String>> {
        let mut input = BufReader::with_capacity(held, text.as_bytes());
        let mut found = Vec::new();
        while let Some(line) = next_line(&mut input, 4).unwrap() {
            found.push(match line {
                InputLine::Whole(bytes) => Some(String::from_utf8(bytes).unwrap()),
                InputLine::TooLong => None,
            });
        }
        found
    }

    #[test]
    fn lines_are_read_up_to_their_limit_and_the_next_begins_where_it_does() {
        let some = |words: &str| Some(words.to_owned());
        // However much of the input comes at a time.
        for held in [1, 2, 3, 64] {
            assert_eq!(all("", held), []);
            assert_eq!(all("\n", held), [some("")]);
            assert_eq!(all("a\n\nbc", held), [some("a"), some(""), some("bc")]);
            assert_eq!(all("abcd\nabcde\nf\n", held), [some("abcd"), None, some("f")]);
            assert_eq!(all("abcdefghij", held), [None]);
            assert_eq!(all("abcdefghij\n\nx", held), [None, some(""), some("x")]);
        }
    }
}
