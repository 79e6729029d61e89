//! A comparison for the terminal: per question its claims, its positions, its pairs.

use std::collections::BTreeMap;

use crate::render::position::standing_behind;
use crate::render::term::{Cell, Line, Screen, Style, ruled_table};
use crate::text::counted;
use crate::view::compare::{ClaimPair, Class, ComparedQuestion, Comparison};
use crate::view::name::{ClaimName, Who};
use crate::view::read_claim::ReadClaim;

/// So many positions, and groups of pairs that are alike, are told of one question; the rest are counted.
const MOST_GROUPS: usize = 200;

/// So many pairs of one group are named; the rest are counted.
const MOST_NUMBERS: usize = 500;

/// The comparison: each question, what is broken across questions, and how much was compared.
pub(crate) fn render(out: &mut String, view: &Comparison, screen: Screen) {
    for question in &view.questions {
        one_question(out, question, screen);
    }
    for law in &view.across {
        screen.paragraph(out, 0, format!("{}: {}", law.relation, law.reason));
    }
    let pairs = || view.questions.iter().flat_map(|question| &question.pairs);
    let conflicts = pairs().filter(|pair| pair.class == Class::Conflict).count();
    let (pairs, questions) = (counted(pairs().count(), "pair"), counted(view.questions.len(), "question"));
    screen.line(out, format!("{pairs} on {questions}, {conflicts} in conflict"));
}

fn one_question(out: &mut String, question: &ComparedQuestion, screen: Screen) {
    let head = Line::styled(Style::Heading, question.question.as_str());
    screen.line(out, head.and(format!("  {}", question.ask)));
    claims(out, question, screen);
    for position in question.positions.iter().take(MOST_GROUPS) {
        screen.paragraph(out, 2, format!("behind {}: {}", position.label, standing_behind(position)));
    }
    if question.positions.len() > MOST_GROUPS {
        let more = counted(question.positions.len() - MOST_GROUPS, "position");
        screen.line(out, format!("  and {more} more"));
    }
    if question.pairs.is_empty() {
        screen.line(out, "  one claim: nothing to compare");
    }
    let numbered = question.claims.iter().enumerate();
    let places: BTreeMap<&str, usize> = numbered.map(|(at, claim)| (claim.claim.as_str(), at)).collect();
    let alike = alike(question);
    for pairs in alike.iter().take(MOST_GROUPS) {
        let first = pairs[0];
        let style = match first.class {
            Class::Conflict => Style::Bad,
            Class::Tension | Class::Open => Style::Warn,
            _ => Style::Plain,
        };
        let mut numbers: Vec<String> =
            pairs.iter().take(MOST_NUMBERS).map(|pair| numbers(&places, pair)).collect();
        if pairs.len() > MOST_NUMBERS {
            numbers.push(format!("and {} more", pairs.len() - MOST_NUMBERS));
        }
        let head = Line::new("  ").run(style, format!("{} (row {})", first.relation, first.row));
        out.push('\n');
        screen.line(out, head.and(format!(": {}", numbers.join(", "))));
        screen.paragraph(out, 4, first.reason.as_str());
    }
    if alike.len() > MOST_GROUPS {
        let more: usize = alike[MOST_GROUPS..].iter().map(Vec::len).sum();
        screen.line(out, format!("\n  and {} more", counted(more, "pair")));
    }
    if question.pairs_left_out > 0 {
        screen.line(out, format!("  {} were not compared", counted(question.pairs_left_out, "pair")));
    }
    for pair in question.pairs.iter().filter(|pair| !pair.stated.is_empty()) {
        let stated: Vec<String> = pair.stated.iter().map(ToString::to_string).collect();
        screen.paragraph(out, 2, format!("stated: {}", stated.join("; ")));
    }
    out.push('\n');
}

/// The claims of a question as a table, with the numbers by which pairs name them.
fn claims(out: &mut String, question: &ComparedQuestion, screen: Screen) {
    let mut table = ruled_table(screen.width);
    table.set_header(["", "claim", "says", "origin", "as of"]);
    for (index, claim) in question.claims.iter().enumerate() {
        let as_of = Cell::from(&claim.as_of.value);
        table.add_row([
            Cell::from((index + 1).to_string()),
            two_lines(&claim.claim),
            says(claim),
            origin(&claim.origin),
            if claim.as_of.assumed { as_of.line("(its source's date)") } else { as_of },
        ]);
    }
    out.push_str(&format!("{table}\n"));
}

/// What a claim says, and how that is read where it says more.
fn says(claim: &ReadClaim) -> Cell {
    let said = Cell::from(&claim.said);
    match claim.shown.is_empty() || claim.shown.eq_ignore_ascii_case(&claim.said) {
        true => said,
        false => said.line(format!("[{}]", claim.shown)),
    }
}

/// The pairs of a question, those together that are related in one way for one reason, gravest first.
fn alike(question: &ComparedQuestion) -> Vec<Vec<&ClaimPair>> {
    let mut all: Vec<Vec<&ClaimPair>> = Vec::new();
    let mut groups: BTreeMap<(u8, &str), usize> = BTreeMap::new();
    for pair in &question.pairs {
        let group = *groups.entry((pair.row, pair.reason.as_str())).or_insert(all.len());
        match all.get_mut(group) {
            Some(group) => group.push(pair),
            None => all.push(vec![pair]),
        }
    }
    const ORDER: [Class; 4] = [Class::Conflict, Class::Tension, Class::Open, Class::Change];
    all.sort_by_key(|group| ORDER.iter().position(|class| *class == group[0].class).unwrap_or(ORDER.len()));
    all
}

/// The numbers of a pair's claims in their table.
fn numbers(places: &BTreeMap<&str, usize>, pair: &ClaimPair) -> String {
    let number = |name: &ClaimName| places.get(name.as_str()).map_or(0, |index| index + 1);
    format!("{}–{}", number(&pair.a), number(&pair.b))
}

/// A claim's full name on two lines, so that a narrow column breaks it where it reads best.
fn two_lines(name: &ClaimName) -> Cell {
    Cell::from(name.source()).line(format!("#{}", name.own()))
}

/// An origin on two lines, what it is and which.
fn origin(who: &Who) -> Cell {
    match who {
        Who::Agent(id) => Cell::from("agent:").line(id),
        Who::Source(id) => Cell::from("source:").line(id),
        Who::Unknown => Cell::from(who.to_string()),
    }
}
