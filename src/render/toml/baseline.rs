//! `gainsay-baseline.toml`, written from what a check found.

use std::fmt::Write;

use super::quoted;
use crate::view::check::{Checked, Flagged};

const HEAD: &str = "# Findings that were there when `gainsay check` was adopted: they are shown as known and do not fail it.\n\
                    # Written by `gainsay check --write-baseline`, which takes out what is gone and adds nothing.\n";

/// One finding of a baseline, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Listed<'a> {
    pub(crate) rule: &'a str,
    pub(crate) question: Option<&'a str>,
    pub(crate) fingerprint: &'a str,
    pub(crate) message: &'a str,
}

/// What a first baseline lists: all that counts.
pub(crate) fn first<'a>(view: &'a Checked) -> Vec<Listed<'a>> {
    let counts = |finding: &&'a Flagged| finding.counts() && !finding.is_of_baseline;
    let listed = |finding: &'a Flagged| Listed {
        rule: finding.rule,
        question: finding.question,
        fingerprint: &finding.fingerprint,
        message: &finding.message,
    };
    view.findings.iter().filter(counts).map(listed).collect()
}

/// The file, sorted, one entry for each finding.
pub(crate) fn render(out: &mut String, mut listed: Vec<Listed>) {
    listed.sort();
    out.push_str(HEAD);
    for finding in listed {
        let _ = write!(
            out,
            "\n[[known]]\nfingerprint = {}\nrule = {}\n",
            on_one_line(finding.fingerprint),
            on_one_line(finding.rule)
        );
        let _ = writeln!(out, "message = {}", on_one_line(finding.message));
        if let Some(question) = finding.question {
            let _ = writeln!(out, "question = {}", on_one_line(question));
        }
    }
}

fn on_one_line(text: &str) -> String {
    quoted(&text.replace(['\n', '\r'], " "))
}

#[cfg(test)]
mod tests {
    use super::{Listed, first, render};
    use crate::judge::tests::DISPUTED;
    use crate::load::from_texts;
    use crate::view::check::Level;
    use crate::view::check::tests::viewed;

    #[test]
    fn what_is_written_makes_the_check_pass() {
        let written = viewed(DISPUTED, |view| {
            let mut out = String::new();
            render(&mut out, first(view));
            out
        });
        assert!(written.contains("rule = \"contradiction\""), "{written}");
        let mut files = DISPUTED.to_vec();
        files.push(("gainsay-baseline.toml", &written));
        let (exit, known, new) = viewed(&files, |view| {
            let known = view.findings.iter().filter(|finding| finding.known).count();
            (view.exit, known, view.tally(Level::Deny) + view.tally(Level::Warn))
        });
        assert_eq!((exit, new), (0, 0));
        assert!(known > 0);
    }

    #[test]
    fn any_message_is_read_back_as_it_was() {
        let message = "a \"quote\", a 'tick', a \\ and \u{1}\u{202e}\u{9b}";
        let mut out = String::new();
        render(&mut out, vec![Listed { rule: "tension", question: None, fingerprint: "0", message }]);
        let dossier = from_texts(&[("gainsay.toml", ""), ("gainsay-baseline.toml", &out)]);
        assert_eq!(dossier.baseline.unwrap().entries[0].message, message, "{out}");
        assert!(!out.contains(crate::text::steers), "{out:?}");
    }
}
