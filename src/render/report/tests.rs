//! Tests of all formats of the report: what each of them tells, and what none of them tells.

use super::{html, markdown, prose, terminal, told};
use crate::judge::tests::aligned;
use crate::judge::{Court, judge};
use crate::load::{from_texts, said_by_each};
use crate::model::Dossier;
use crate::render::term::{Line, Paint, Screen};
use crate::render::{compare, json, table, trace};
use crate::view::compare::Comparison;
use crate::view::report::Report;
use crate::view::table::{Of, ProvenanceTable};
use crate::view::trace::Trace;
use crate::view::withheld::Reader;

// A small dossier whose every name tries to break out of the page, and one of whose sources is restricted.
pub(in crate::render) const QUESTIONS: &str = include_str!("fire/questions.toml");
pub(in crate::render) const SOURCES: &str = include_str!("fire/sources.toml");
pub(in crate::render) const CLAIMS: &str = include_str!("fire/claims.toml");

/// Each format of the report on a dossier made of some files.
pub(super) struct EveryFormat {
    pub(super) html: String,
    markdown: String,
    terminal: String,
    /// The same in colour.
    coloured: String,
    prose: String,
    json: String,
}

pub(super) fn report(files: &[(&str, &str)]) -> Report {
    let manifest = ("gainsay.toml", "[dossier]\ntitle = \"The <fire>\"\n");
    let dossier = from_texts(&[&[manifest], files].concat());
    assert!(dossier.claims.len() > 0, "{:?}", dossier.problems);
    report_on(&dossier)
}

fn report_on(dossier: &Dossier) -> Report {
    let alignment = aligned(dossier);
    let court = Court::new(&alignment, 0);
    Report::new(&court, &judge(&court))
}

pub(super) fn formats(files: &[(&str, &str)]) -> EveryFormat {
    every_format(&report(files))
}

fn every_format(view: &Report) -> EveryFormat {
    let screen = |paint| Screen { paint, width: 100 };
    let text = |render: &dyn Fn(&mut String)| {
        let mut text = String::new();
        render(&mut text);
        text
    };
    EveryFormat {
        html: html::page(view),
        markdown: text(&|out| markdown::render(out, view)),
        terminal: text(&|out| terminal::render(out, view, screen(Paint::Off))),
        coloured: text(&|out| terminal::render(out, view, screen(Paint::On))),
        prose: text(&|out| prose::render(out, view)),
        json: json(view),
    }
}

pub(super) fn hostile() -> EveryFormat {
    formats(&[
        ("claims/questions.toml", QUESTIONS),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", CLAIMS),
    ])
}

pub(super) fn claim(source: &str, question: &str, value: usize) -> String {
    format!(
        "[[claim]]\nsource = \"{source}\"\nquestion = \"fire/{question}\"\nvalue = {value}\nquote = \"{value}\"\n"
    )
}

#[test]
fn what_is_restricted_stands_in_no_format() {
    let all = hostile();
    for (format, text, claim) in [
        ("html", &all.html, "<dt>two"),
        ("markdown", &all.markdown, "- **two**"),
        ("terminal", &all.terminal, "an article of an unknown publisher says two."),
        ("prose", &all.prose, "an article of an unknown publisher says two."),
        ("json", &all.json, "\"words\": \"two\""),
    ] {
        assert!(!text.to_lowercase().contains("secret"), "{format}: {text}");
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(claim), "{format}: the claim itself stays: {text}");
    }
    assert!(all.html.contains("access restricted") && all.markdown.contains("access restricted"));
}

#[test]
fn prose_names_every_speaker_says_who_is_not_named_and_lets_nobody_win() {
    let prose = hostile().prose;
    for told in [
        "; a US official (not named) says nine; an article",
        "says at least 12",
        "an article of an unknown publisher",
    ] {
        assert!(prose.contains(told), "{told}: {prose}");
    }
    assert!(prose.contains("The record does not decide between the accounts."));
}

#[test]
fn a_dossier_that_agrees_says_so() {
    let claims = CLAIMS.split("[[claim]]").nth(1).map(|one| format!("[[claim]]{one}")).unwrap();
    let all = formats(&[
        ("claims/questions.toml", QUESTIONS),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", &claims),
    ]);
    for text in [&all.html, &all.markdown, &all.terminal, &all.prose] {
        assert!(text.contains("agree wherever they speak of the same"), "{text}");
    }
}

#[test]
fn a_sum_that_is_off_is_told_without_pairs() {
    let questions = "[event.fire]\ntitle = \"Fire\"\n\
        [event.fire.question.all]\nask = \"How many in all?\"\ntype = \"count\"\nsum-of = [\"fire/here\", \"fire/there\"]\n\
        [event.fire.question.here]\nask = \"How many here?\"\ntype = \"count\"\n\
        [event.fire.question.there]\nask = \"How many there?\"\ntype = \"count\"\n";
    let claims = [("all", 9), ("here", 2), ("there", 3)]
        .map(|(question, value)| claim("courier", question, value))
        .concat();
    let all = formats(&[
        ("claims/questions.toml", questions),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", &claims),
    ]);
    for text in [&all.html, &all.markdown, &all.terminal, &all.prose] {
        assert!(
            text.contains("add up")
                || text.contains("the parts make")
                || text.contains("do not fit together"),
            "{text}"
        );
    }
    assert!(all.html.contains("sum-mismatch"));
}

#[test]
fn a_bound_far_below_a_figure_has_a_section_of_its_own() {
    let bounds = "[[claim]]\nid = \"few\"\nsource = \"courier\"\nquestion = \"fire/injured\"\nvalue = \"at least 3\"\nquote = \"3\"\n";
    let all = formats(&[
        ("claims/questions.toml", QUESTIONS),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", &format!("{bounds}{}", claim("courier", "injured", 12))),
    ]);
    for text in [&all.html, &all.markdown, &all.terminal] {
        assert!(text.contains("1 loose-bound; open"), "it is counted: {text}");
    }
    assert!(all.html.contains("&nbsp;loose-bound</span> open</h4>"), "and told: {}", all.html);
    assert!(all.terminal.contains("Where a bound says less than is known"));
    assert!(all.markdown.contains("## Where a bound says less than is known"));
    assert!(all.prose.contains("One account gives a bound far below a figure of its own."), "{}", all.prose);
}

#[test]
fn colour_changes_no_line_and_tells_how_urgent_a_dispute_is() {
    let all = hostile();
    let mut plain = String::new();
    let mut rest = all.coloured.as_str();
    while let Some((before, code)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = code.split_once('m').map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    assert_eq!(plain, all.terminal);
    assert!(all.coloured.contains("\u{1b}[31mcontradiction, open"), "{}", all.coloured);
}

#[test]
fn prose_says_what_a_speaker_does_by_what_was_recorded() {
    let questions = "[event.fire]\ntitle = \"Fire\"\n\
        [event.fire.question.set]\nask = \"Was it set?\"\ntype = \"yes-no\"\n\
        [event.fire.question.injured]\nask = \"How many?\"\ntype = \"count\"\n";
    let claims = "[[claim]]\nsource = \"herald\"\nquestion = \"fire/set\"\nvalue = true\nquote = \"set\"\n\
        [[claim]]\nsource = \"courier\"\nquestion = \"fire/set\"\nvalue = false\nquote = \"not set\"\n\
        [[claim]]\nsource = \"herald\"\nquestion = \"fire/injured\"\nvalue = 9\nquote = \"9\"\nmodality = \"estimated\"\n\
        [[claim]]\nsource = \"courier\"\nquestion = \"fire/injured\"\nvalue = \"over 3\"\nquote = \"over 3\"\nstance = \"denies\"\n";
    let prose = formats(&[
        ("claims/questions.toml", questions),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", claims),
    ])
    .prose;
    for told in ["answers yes", "answers no", "estimates 9", "denies over 3"] {
        assert!(prose.contains(told), "{told}: {prose}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal_whatever_its_script() {
    let questions = "[event.fire]\ntitle = \"工場で火災が発生した日の夜に何が起きたのか\"\n\
        [event.fire.question.injured]\nask = \"病院に運ばれた負傷者は全部で何人だったのか?\"\ntype = \"count\"\n";
    let quote = "病院の発表によると、この火災で運ばれた負傷者は全部で九人だったという";
    let of = |source: &str, value: usize| {
        claim(source, "injured", value).replace(&format!("\"{value}\""), &format!("\"{quote}\""))
    };
    let view = report(&[
        ("claims/questions.toml", questions),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", &(of("herald", 9) + &of("courier", 12))),
    ]);
    for width in [40, 80, 120] {
        let mut text = String::new();
        terminal::render(&mut text, &view, Screen { paint: Paint::Off, width });
        assert!(text.contains('九') && text.contains("contradiction"), "{text}");
        for line in text.lines() {
            assert!(Line::new(line).columns() <= width, "wider than {width}: {line}");
        }
    }
}

/// What each format for people but the page says, of some claims on a count.
fn said(claims: &[String]) -> [String; 3] {
    let formats = every_format(&report_on(&said_by_each("type = \"count\"", claims)));
    [formats.terminal, formats.markdown, formats.prose]
}

#[test]
fn answers_positions_and_voices_past_the_limits_are_counted() {
    let apart = |count: usize| (0..count).map(|n| format!("value = {n}")).collect::<Vec<String>>();
    let alike = |count: usize| (0..count).map(|n| format!("value = {}", usize::from(n == 0))).collect();
    // So many different answers are as many positions, of which 24 are told.
    let cases: [(Vec<String>, &str, [usize; 3]); 7] = [
        (apart(24), "more position", [0, 0, 0]),
        (apart(25), "and 1 more position", [1, 1, 1]),
        // One sentence gives eight answers.
        (apart(120), "112 more answers are given", [1, 1, 1]),
        (apart(120), "1 more answer", [0, 0, 0]),
        (apart(121), "1 more answer", [1, 1, 0]),
        // One against all others.
        (alike(121), "more who say so", [0, 0, 0]),
        (alike(122), "and 1 more who say so", [1, 1, 0]),
    ];
    for (claims, words, times) in cases {
        let found = said(&claims).map(|text| text.matches(words).count());
        assert_eq!(found, times, "{words} of {}", claims.len());
    }
}

/// A claim that lists an item, and one that rules it out.
fn for_and_against(item: usize) -> [String; 2] {
    [format!("value = [\"p{item}\"]"), format!("value = {{ without = [\"p{item}\"] }}")]
}

#[test]
fn disputes_of_one_question_past_the_limit_are_counted() {
    // Three disputes: an item that one lists and another rules out, for each of three.
    let claims: Vec<String> = (0..3).flat_map(for_and_against).collect();
    let view = report_on(&said_by_each("type = \"set\"", &claims));
    let counts = |most: usize| {
        let sections = told::sections(&view, most);
        let [section] = sections.as_slice() else { panic!("one section") };
        let numbers: Vec<usize> = section.disputes.iter().map(|(number, _)| *number).collect();
        (numbers, section.more.iter().map(told::more_disputes).collect::<Vec<String>>())
    };
    assert_eq!(counts(3), (vec![1, 2, 3], vec![]));
    let more = "and 1 more of the kind on `e/q`: `gainsay check` tells of each";
    assert_eq!(counts(2), (vec![1, 2], vec![more.to_owned()]));
}

#[test]
fn where_positions_are_left_out_every_output_says_so() {
    // Two to the number of the items are as many positions, each of as many answers; of ten 10,240 answers in all, of eleven
    // 22,528.
    for (items, is_cut) in [(10, false), (11, true)] {
        let claims: Vec<String> = (0..items).flat_map(for_and_against).collect();
        let dossier = said_by_each("type = \"set\"", &claims);
        let alignment = aligned(&dossier);
        let court = Court::new(&alignment, 0);
        let id = dossier.questions.find("e/q").expect("it is asked");
        let screen = Screen { paint: Paint::Off, width: 4000 };
        let (compared, table) = (Comparison::new(&court, None), ProvenanceTable::new(&court, Of::All));
        let trace = Trace::new(&court, id, None, Reader::Anyone);
        let every = every_format(&Report::new(&court, &judge(&court)));
        let mut told = vec![every.terminal, every.markdown, every.prose, every.html];
        for render in [
            &(|out: &mut String| compare::render(out, &compared, screen)) as &dyn Fn(&mut String),
            &|out| table::render(out, &table, screen),
            &|out| trace::tree::render(out, &trace, screen),
        ] {
            let mut text = String::new();
            render(&mut text);
            told.push(text);
        }
        for (at, text) in told.iter().enumerate() {
            assert_eq!(text.contains("others, which are not worked out"), is_cut, "{at} of {items}: {text}");
        }
        for text in [every.json, json(&compared), json(&table), json(&trace)] {
            assert_eq!(text.contains("\"positions_cut\": true"), is_cut, "{items}");
        }
    }
}
