//! What is written into the lock, for people.

use std::fmt::Write;

use super::term::Screen;
use crate::view::locked::{LockedQuotes, RefusedQuote};

/// How many quotes were seen and kept, then each claim that is refused; where nothing is written, those alone.
pub(crate) fn render(out: &mut String, view: &LockedQuotes, _: Screen) {
    let LockedQuotes { file, written, seen, kept, refused, .. } = view;
    if *written {
        let _ = write!(out, "wrote {file}: {seen} seen now");
        if *kept > 0 {
            let _ = write!(out, ", {kept} kept from before (their texts are not at hand)");
        }
        if !refused.is_empty() {
            let _ = write!(out, ", {} refused:", refused.len());
        }
        out.push('\n');
    }
    for RefusedQuote { claim, why } in refused {
        let _ = writeln!(out, "{claim}: {why}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::term::Paint;

    fn shown(written: bool, counts: (usize, usize), refused: &[(&str, &str)]) -> String {
        let refused = refused.iter().map(|(claim, why)| ((*claim).to_owned(), (*why).to_owned())).collect();
        let mut view = LockedQuotes::new("sources/quotes.lock", counts, refused);
        view.written = written;
        let mut out = String::new();
        render(&mut out, &view, Screen { paint: Paint::Off, width: 20 });
        out
    }

    #[test]
    fn what_is_written_is_counted_and_what_is_refused_told() {
        assert_eq!(shown(true, (3, 0), &[]), "wrote sources/quotes.lock: 3 seen now\n");
        assert_eq!(
            shown(true, (3, 2), &[("a#b", "its quote is absent"), ("c#d", "it has no quote")]),
            "wrote sources/quotes.lock: 3 seen now, 2 kept from before (their texts are not at hand), 2 refused:\n\
             a#b: its quote is absent\nc#d: it has no quote\n"
        );
        assert_eq!(shown(false, (0, 0), &[("a#b", "it has no quote")]), "a#b: it has no quote\n");
    }
}
