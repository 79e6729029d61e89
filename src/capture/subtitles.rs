//! Subtitles and transcripts: the words of the cues joined, their times kept beside them.

use super::words::{Cue, Words};

/// What takes the words, with its version.
pub(super) const EXTRACTOR: &str = "gainsay-cues 1";

/// A text whose lines begin with times is a transcript from so many of them on.
const FEWEST_LINES: usize = 2;

/// The words of an SRT or WebVTT file: a cue a line, its lines joined, without the marks of speakers and styles.
pub(super) fn subtitles(text: &str) -> Words<'static> {
    let mut words = String::new();
    let mut cues: Vec<Cue> = Vec::new();
    let mut lines = text.trim_start_matches('\u{FEFF}').lines().peekable();
    let mut before = String::new();
    while let Some(line) = lines.next() {
        let Some((from, to)) = cue_times(line) else { continue };
        let mut said: Vec<String> = Vec::new();
        while let Some(line) = lines.peek() {
            if line.trim().is_empty() || cue_times(line).is_some() {
                break;
            }
            said.push(without_marks(line));
            lines.next();
        }
        // Without a blank line between two cues the number of the next stands last.
        if lines.peek().is_some_and(|line| cue_times(line).is_some())
            && said.last().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()))
        {
            said.pop();
        }
        let said = said.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        if said.is_empty() {
            continue;
        }
        // Live captions show a line again while the next is added to it.
        match cues.last_mut() {
            Some(last) if said == before => last.to = last.to.max(Some(to)),
            _ => {
                if !words.is_empty() {
                    words.push('\n');
                }
                cues.push(Cue { at: words.len(), from, to: Some(to) });
                words.push_str(&said);
            }
        }
        before = said;
    }
    Words { cues, ..Words::plain(words) }
}

/// Whether most lines of a text begin with a time code.
pub(super) fn is_transcript(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    // A text that does not begin with a time is none, and costs no more than its first line.
    if lines.next().is_none_or(|line| leading_time(line).is_none()) {
        return false;
    }
    let (mut timed, mut all) = (1, 1);
    for line in lines {
        all += 1;
        timed += usize::from(leading_time(line).is_some());
    }
    // Times may also stand on lines of their own.
    timed >= FEWEST_LINES && timed * 5 >= all * 2
}

/// The words of a transcript: its lines without their times.
pub(super) fn transcript(text: &str) -> Words<'static> {
    let mut words = String::with_capacity(text.len());
    let mut cues: Vec<Cue> = Vec::new();
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        let said = match leading_time(line) {
            Some((from, said)) => {
                if let Some(last) = cues.last_mut() {
                    last.to = Some(from);
                }
                cues.push(Cue { at: words.len(), from, to: None });
                said
            }
            None => line,
        };
        words.push_str(said.trim());
        words.push('\n');
    }
    Words { cues, ..Words::plain(words) }
}

/// The times of a line such as `00:01:05.000 --> 00:01:09,500 align:start`, in milliseconds.
pub(super) fn cue_times(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split_once("-->")?;
    Some((clock(from.trim())?, clock(to.split_whitespace().next()?)?))
}

/// The milliseconds that a locator such as `00:01:05.0-00:01:09.5` or `1:05` names.
pub(crate) fn span_of_time(words: &str) -> Option<(u64, Option<u64>)> {
    let mut ends = words.trim().splitn(2, ['-', '–']);
    let from = clock(ends.next()?.trim())?;
    match ends.next() {
        Some(to) => Some((from, Some(clock(to.trim())?))),
        None => Some((from, None)),
    }
}

/// The time code at the head of a line, in brackets or bare, in milliseconds, and what stands behind it.
fn leading_time(line: &str) -> Option<(u64, &str)> {
    let line = line.trim_start();
    let (open, close) = match line.chars().next()? {
        '[' => ("[", "]"),
        '(' => ("(", ")"),
        _ => ("", ""),
    };
    let inner = &line[open.len()..];
    let end = inner.find(|c: char| !c.is_ascii_digit() && !":.,".contains(c)).unwrap_or(inner.len());
    let behind = inner[end..].strip_prefix(close)?;
    let is_apart = behind.is_empty() || !close.is_empty() || behind.starts_with(|c: char| c.is_whitespace());
    let time = clock(inner[..end].trim_end_matches([',', '.', ':']))?;
    is_apart.then_some((time, behind.trim_start_matches([':', '-', '–'])))
}

/// `hh:mm:ss`, `mm:ss`, with a fraction or without, in milliseconds.
fn clock(words: &str) -> Option<u64> {
    let (whole, fraction) = words.split_once(['.', ',']).unwrap_or((words, ""));
    let parts: Vec<&str> = whole.split(':').collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_clock = matches!(parts.len(), 2 | 3)
        && (1..=4).contains(&parts[0].len())
        && parts.iter().all(is_number)
        && parts[1..].iter().all(|part| part.len() == 2 && **part < *"60")
        && fraction.len() <= 3
        && is_number(&fraction);
    if !is_clock {
        return None;
    }
    let seconds = parts.iter().fold(0, |sum, part| sum * 60 + part.parse::<u64>().unwrap_or(0));
    let thousandths = format!("{fraction:0<3}").parse::<u64>().unwrap_or(0);
    Some(seconds * 1000 + thousandths)
}

/// A line of a cue without tags (`<v Ann>`, `<i>`, `{\an8}`) and with its entities read.
fn without_marks(line: &str) -> String {
    let mut said = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['<', '{']) {
        said.push_str(&rest[..at]);
        let behind = &rest[at..];
        let is_tag =
            |open: &str| behind[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || open.contains(c));
        let end = match behind.starts_with('<') {
            true if is_tag("/") => behind.find('>'),
            false if is_tag("\\") => behind.find('}'),
            _ => None,
        };
        let skip = match end {
            Some(end) => end + 1,
            None => {
                said.push_str(&behind[..1]);
                1
            }
        };
        rest = &behind[skip..];
    }
    said.push_str(rest);
    for (entity, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&")]
    {
        if said.contains(entity) {
            said = said.replace(entity, character);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_joined_and_their_times_kept() {
        let srt = "1\r\n00:01:05,000 --> 00:01:07,250\r\n<i>We have</i>\r\nlost\r\n\r\n2\r\n00:01:07,250 --> 00:01:09,500\r\n{\\an8}thirty men & more\r\n";
        let words = subtitles(srt);
        assert_eq!(words.text, "We have lost\nthirty men & more");
        assert_eq!(words.said(&(3..20)), Some((65_000, Some(69_500))));
    }

    #[test]
    fn a_cue_may_lack_its_hours_its_number_and_its_blank_line() {
        let vtt = "WEBVTT\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ann>One &lt; two\n7\n00:02.000 --> 00:03.000\nthree";
        let words = subtitles(vtt);
        assert_eq!(words.text, "One < two\nthree");
        assert_eq!(words.cues.iter().map(|cue| cue.from).collect::<Vec<_>>(), [1000, 2000]);
    }

    #[test]
    fn what_live_captions_show_again_is_said_once() {
        let vtt =
            "00:01.000 --> 00:02.000\nOne\n\n00:02.000 --> 00:03.000\nOne\n\n00:03.000 --> 00:04.000\nTwo";
        let words = subtitles(vtt);
        assert_eq!((words.text.as_ref(), words.cues[0].to), ("One\nTwo", Some(3000)));
    }

    #[test]
    fn a_transcript_has_a_time_before_its_lines() {
        let text = "[00:10] we have lost\n[00:12] thirty men today\n";
        assert!(is_transcript(text));
        let words = transcript(text);
        assert_eq!(words.text, "we have lost\nthirty men today\n");
        assert_eq!(words.said(&(3..20)), Some((10_000, None)));
        assert!(is_transcript("0:01\nso it began\n0:05\nand went on\n"));
        assert!(!is_transcript("At 10:30 the gate was open.\n10:40 it was shut.\nNobody came.\n"));
        assert!(!is_transcript(
            "10:30 the gate was open.\nIt was shut.\nNobody came.\nNot one.\nThat was all.\n"
        ));
    }

    #[test]
    fn clocks_are_read_and_other_words_are_not() {
        for (words, time) in [
            ("00:00:01,000", Some(1000)),
            ("1:02:03.5", Some(3_723_500)),
            ("10:30", Some(630_000)),
            ("10:75", None),
            ("3:1", None),
            ("34", None),
            ("", None),
        ] {
            assert_eq!(clock(words), time, "{words}");
        }
    }
}
