//! A check as JUnit XML, which Jenkins, GitLab and others read: a test case for each finding, and for each silent rule.

use super::{more, place};
use crate::render::xml::Xml;
use crate::view::check::{Checked, Flagged, Level};

/// Failures are what fails the check; warnings, known and explained findings are skipped, with the reason.
///
/// There are the elements and attributes of the schema that Jenkins reads by (`junit-10.xsd` of its xUnit plugin) and no
/// others: `testsuites` counts no skipped cases there, `testcase` has neither file nor line, and a time may be left out.
pub(crate) fn render(out: &mut String, view: &Checked) {
    let silent: Vec<&str> = view
        .rules
        .iter()
        .map(|rule| rule.name())
        .filter(|name| view.findings.iter().all(|finding| finding.rule != *name))
        .collect();
    let failures = view.findings.iter().filter(|finding| fails(finding)).count();
    let unread = usize::from(view.exit == 2);
    let (tests, skipped) = (view.findings.len() + silent.len() + unread, view.findings.len() - failures);
    let (tests, failures, errors, skipped) =
        (tests.to_string(), failures.to_string(), unread.to_string(), skipped.to_string());
    let totals: [(&str, &str); 4] =
        [("name", "gainsay"), ("tests", &tests), ("failures", &failures), ("errors", &errors)];
    let [name, tests, failures, errors] = totals;
    Xml::document(out).element("testsuites", &totals, |suites| {
        suites.element("testsuite", &[name, tests, failures, errors, ("skipped", &skipped)], |suite| {
            view.findings.iter().for_each(|finding| told(suite, view, finding));
            silent.iter().for_each(|rule| passed(suite, rule));
            if unread > 0 {
                nothing_checked(suite);
            }
        });
    });
}

fn fails(finding: &Flagged) -> bool {
    finding.level == Level::Deny && finding.counts()
}

fn told(suite: &mut Xml, view: &Checked, finding: &Flagged) {
    let class = format!("gainsay.{}", finding.rule);
    let message = ("message", finding.message.as_str());
    suite.element("testcase", &[("name", finding.message.as_str()), ("classname", &class)], |case| {
        let text = body(view, finding);
        if fails(finding) {
            case.text("failure", &[("type", finding.rule), message], &text);
        } else {
            let why = match (finding.explained, finding.known) {
                (Some(reason), _) => format!("explained: {reason}"),
                (None, true) => "known: listed in the baseline".to_owned(),
                (None, false) => "a warning".to_owned(),
            };
            case.empty("skipped", &[("message", &why)]);
            case.text("system-out", &[], &text);
        }
    });
}

/// The places and what is said of each, then what more there is to know.
fn body(view: &Checked, finding: &Flagged) -> String {
    let places = finding.marks().iter().map(|mark| place(view, mark));
    places.chain(more(finding)).collect::<Vec<_>>().join("\n")
}

fn passed(suite: &mut Xml, rule: &str) {
    let class = format!("gainsay.{rule}");
    suite.empty("testcase", &[("name", "no finding"), ("classname", &class)]);
}

fn nothing_checked(suite: &mut Xml) {
    suite.element("testcase", &[("name", "nothing was checked"), ("classname", "gainsay")], |case| {
        case.empty("error", &[("type", "nothing-checked"), ("message", "no claim could be read")]);
    });
}

#[cfg(test)]
mod tests {
    use crate::judge::tests::{BROKEN, DISPUTED, EXPLAINED};
    use crate::view::check::tests::viewed;

    /// The elements that Jenkins reads, what each may hold, and the attributes that each may have.
    const SCHEMA: [(&str, &[&str], &[&str]); 7] = [
        ("testsuites", &["testsuite"], &["name", "tests", "failures", "errors"]),
        ("testsuite", &["testcase"], &["name", "tests", "failures", "errors", "skipped"]),
        ("testcase", &["failure", "error", "skipped", "system-out"], &["name", "classname"]),
        ("failure", &[], &["type", "message"]),
        ("error", &[], &["type", "message"]),
        ("skipped", &[], &["message"]),
        ("system-out", &[], &[]),
    ];

    fn written(files: &[(&str, &str)]) -> String {
        viewed(files, |view| {
            view.base = "desk/".to_owned();
            let mut out = String::new();
            super::render(&mut out, view);
            out
        })
    }

    /// A conflict that is open, one that is explained, files that cannot be read, and nothing at all.
    const DOSSIERS: [&[(&str, &str)]; 4] = [DISPUTED, EXPLAINED, BROKEN, &[]];

    #[test]
    fn jenkins_knows_every_element_and_attribute() {
        for files in DOSSIERS {
            let text = written(files);
            let document = roxmltree::Document::parse(&text).unwrap();
            for node in document.descendants().filter(roxmltree::Node::is_element) {
                let name = node.tag_name().name();
                let (_, holds, has) = SCHEMA.iter().find(|(known, ..)| *known == name).unwrap();
                assert!(node.attributes().all(|attribute| has.contains(&attribute.name())), "{text}");
                let mut inside = node.children().filter(roxmltree::Node::is_element);
                assert!(inside.all(|inner| holds.contains(&inner.tag_name().name())), "{text}");
            }
        }
    }

    #[test]
    fn the_totals_are_those_of_the_cases() {
        for files in DOSSIERS {
            let text = written(files);
            let document = roxmltree::Document::parse(&text).unwrap();
            let suites = document.root_element();
            let suite = suites.first_element_child().unwrap();
            let of = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
            let counts =
                [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")];
            for (total, element) in counts {
                assert_eq!(suite.attribute(total), Some(of(element).to_string().as_str()), "{total}: {text}");
            }
            for total in ["tests", "failures", "errors"] {
                assert_eq!(suites.attribute(total), suite.attribute(total), "{text}");
            }
        }
    }

    #[test]
    fn a_conflict_fails_while_it_is_open_and_is_skipped_once_it_is_explained() {
        let told = |files| {
            let text = written(files);
            let document = roxmltree::Document::parse(&text).unwrap();
            let conflict =
                |node: &roxmltree::Node| node.attribute("classname") == Some("gainsay.contradiction");
            let case = document.descendants().find(conflict).unwrap();
            let first = case.first_element_child().unwrap();
            let said = first.attribute("type").or(first.attribute("message")).unwrap_or_default();
            (first.tag_name().name().to_owned(), said.to_owned())
        };
        assert_eq!(told(DISPUTED), ("failure".to_owned(), "contradiction".to_owned()));
        assert_eq!(
            told(EXPLAINED),
            ("skipped".to_owned(), "explained: They quote two officials.".to_owned())
        );
    }

    #[test]
    fn nothing_that_could_be_read_is_an_error() {
        let error = "<error type=\"nothing-checked\" message=\"no claim could be read\"/>";
        assert!(written(&[]).contains(error));
        assert!(!written(DISPUTED).contains(error));
    }
}
