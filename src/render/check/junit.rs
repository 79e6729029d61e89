//! A check as JUnit XML, which Jenkins, GitLab and others read: a test case for each finding, and for each silent rule.

use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

use crate::view::check::{CheckView, FindingView};

/// Failures are what fails the check; warnings, known and explained findings are skipped, with the reason.
pub(crate) fn render(out: &mut String, view: &CheckView) {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, view).expect("memory can be written to");
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&String::from_utf8(writer.into_inner()).expect("only text was written"));
    out.push('\n');
}

fn write(writer: &mut Writer<Vec<u8>>, view: &CheckView) -> io::Result<()> {
    let silent: Vec<&str> = view
        .rules
        .iter()
        .map(|rule| rule.name)
        .filter(|name| view.findings.iter().all(|finding| finding.rule != *name))
        .collect();
    let failures = view.findings.iter().filter(|finding| fails(finding)).count();
    let unread = usize::from(view.exit == 2);
    let (tests, skipped) = (view.findings.len() + silent.len() + unread, view.findings.len() - failures);
    let (tests, failures, errors, skipped) =
        (tests.to_string(), failures.to_string(), unread.to_string(), skipped.to_string());
    let totals = [("name", "gainsay"), ("tests", &tests), ("failures", &failures), ("errors", &errors)];
    writer.create_element("testsuites").with_attributes(totals).write_inner_content(|writer| {
        let suite = writer.create_element("testsuite").with_attributes(totals);
        suite.with_attribute(("skipped", skipped.as_str())).write_inner_content(|writer| {
            view.findings.iter().try_for_each(|finding| told(writer, view, finding))?;
            silent.iter().try_for_each(|rule| passed(writer, rule))?;
            if unread > 0 { nothing_checked(writer) } else { Ok(()) }
        })?;
        Ok(())
    })?;
    Ok(())
}

fn fails(finding: &FindingView) -> bool {
    finding.level == "deny" && finding.counts()
}

fn told(writer: &mut Writer<Vec<u8>>, view: &CheckView, finding: &FindingView) -> io::Result<()> {
    let message = clean(finding.message);
    let class = format!("gainsay.{}", finding.rule);
    let case = writer.create_element("testcase");
    let case = case.with_attributes([("name", message.as_str()), ("classname", class.as_str())]);
    case.write_inner_content(|writer| {
        let text = clean(&body(view, finding));
        if fails(finding) {
            let failure = writer.create_element("failure");
            let failure = failure.with_attributes([("type", finding.rule), ("message", message.as_str())]);
            failure.write_text_content(BytesText::new(&text))?;
        } else {
            let why = match (finding.explained, finding.known) {
                (Some(reason), _) => clean(&format!("explained: {reason}")),
                (None, true) => "known: listed in the baseline".to_owned(),
                (None, false) => "a warning".to_owned(),
            };
            writer.create_element("skipped").with_attribute(("message", why.as_str())).write_empty()?;
            writer.create_element("system-out").write_text_content(BytesText::new(&text))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The places and what is said of each, then what more there is to know.
fn body(view: &CheckView, finding: &FindingView) -> String {
    let places = finding.marks.iter().map(|mark| {
        let label = if mark.label.is_empty() { String::new() } else { format!(": {}", mark.label) };
        format!("{}{}:{}:{}{label}", view.base, mark.path, mark.line, mark.column)
    });
    places.chain(finding.more()).collect::<Vec<_>>().join("\n")
}

fn passed(writer: &mut Writer<Vec<u8>>, rule: &str) -> io::Result<()> {
    let class = format!("gainsay.{rule}");
    let case = writer.create_element("testcase");
    case.with_attributes([("name", "no finding"), ("classname", class.as_str())]).write_empty()?;
    Ok(())
}

fn nothing_checked(writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let case = writer
        .create_element("testcase")
        .with_attributes([("name", "nothing was checked"), ("classname", "gainsay")]);
    case.write_inner_content(|writer| {
        let error = writer.create_element("error").with_attribute(("type", "nothing-checked"));
        error.with_attribute(("message", "no claim could be read")).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

/// XML 1.0 (section 2.2) has no way to write most control characters, not even escaped.
fn clean(text: &str) -> String {
    let fits =
        |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    text.chars().map(|c| if fits(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}
