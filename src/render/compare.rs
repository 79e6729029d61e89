//! A comparison for the terminal: per question its claims, its positions, its pairs.

use std::collections::BTreeMap;

use crate::render::position::{Untold, standing_behind};
use crate::render::term::{Cell, Line, Screen, Style, ruled_table};
use crate::text::counted;
use crate::view::compare::{ClaimPair, Class, ComparedQuestion, Comparison};
use crate::view::name::{ClaimName, Who};
use crate::view::read_claim::ReadClaim;

/// How much is told of one question; the rest is counted.
#[derive(Clone, Copy)]
struct Most {
    /// So many positions, and groups of pairs that are alike.
    groups: usize,
    /// So many pairs of one group.
    pairs: usize,
}

const MOST: Most = Most { groups: 200, pairs: 500 };

/// The comparison: each question, what is broken across questions, and how much was compared.
pub(crate) fn render(out: &mut String, view: &Comparison, screen: Screen) {
    for question in &view.questions {
        one_question(out, question, screen, MOST);
    }
    for law in &view.across {
        screen.paragraph(out, 0, format!("{}: {}", law.relation, law.reason));
    }
    let pairs = || view.questions.iter().flat_map(|question| &question.pairs);
    let conflicts = pairs().filter(|pair| pair.class == Class::Conflict).count();
    let (pairs, questions) = (counted(pairs().count(), "pair"), counted(view.questions.len(), "question"));
    screen.line(out, format!("{pairs} on {questions}, {conflicts} in conflict"));
}

fn one_question(out: &mut String, question: &ComparedQuestion, screen: Screen, most: Most) {
    let head = Line::styled(Style::Heading, question.question.as_str());
    screen.line(out, head.and(format!("  {}", question.ask)));
    claims(out, question, screen);
    for position in question.positions.iter().take(most.groups) {
        screen.paragraph(out, 2, format!("behind {}: {}", position.label, standing_behind(position)));
    }
    let more = question.positions.len().saturating_sub(most.groups);
    if let Some(untold) = (Untold { more, others: question.positions_cut }).told() {
        screen.paragraph(out, 2, untold);
    }
    if question.pairs.is_empty() {
        screen.line(out, "  one claim: nothing to compare");
    }
    let numbered = question.claims.iter().enumerate();
    let places: BTreeMap<&str, usize> = numbered.map(|(at, claim)| (claim.claim.as_str(), at)).collect();
    let alike = alike(question);
    for pairs in alike.iter().take(most.groups) {
        let first = pairs[0];
        let style = match first.class {
            Class::Conflict => Style::Bad,
            Class::Tension | Class::Open => Style::Warn,
            _ => Style::Plain,
        };
        let mut numbers: Vec<String> =
            pairs.iter().take(most.pairs).map(|pair| numbers(&places, pair)).collect();
        if pairs.len() > most.pairs {
            numbers.push(format!("and {} more", pairs.len() - most.pairs));
        }
        let head = Line::new("  ").run(style, format!("{} (row {})", first.relation, first.row));
        out.push('\n');
        screen.line(out, head.and(format!(": {}", numbers.join(", "))));
        screen.paragraph(out, 4, first.reason.as_str());
    }
    if alike.len() > most.groups {
        let more: usize = alike[most.groups..].iter().map(Vec::len).sum();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Court;
    use crate::judge::tests::aligned;
    use crate::load::said_by_each;
    use crate::render::term::Paint;

    /// What is said of more than there is room for, on a question with four positions; its six pairs are of three kinds: a
    /// contradiction of two wholes by two others for one reason each.
    fn more(claims: &[&str], most: Most) -> Vec<String> {
        let dossier = said_by_each("type = \"count\"", claims);
        let alignment = aligned(&dossier);
        let view = Comparison::new(&Court::new(&alignment, 0), None);
        let mut out = String::new();
        one_question(&mut out, &view.questions[0], Screen { paint: Paint::Off, width: 400 }, most);
        let lines = out.lines().filter(|line| line.contains("more"));
        lines.map(|line| line[line.find("and ").unwrap_or(0)..].trim().to_owned()).collect()
    }

    #[test]
    fn what_there_is_no_room_for_is_counted() {
        let none: [&str; 0] = [];
        // Each against each, for a reason of its own: six groups of one pair each, and four positions.
        let apart = ["value = 3", "value = 5", "value = 7", "value = 9"];
        assert_eq!(more(&apart, Most { groups: 6, pairs: 1 }), none);
        assert_eq!(more(&apart, Most { groups: 5, pairs: 1 }), ["and 1 pair more"]);
        assert_eq!(more(&apart, Most { groups: 4, pairs: 1 }), ["and 2 pairs more"]);
        assert_eq!(more(&apart, Most { groups: 3, pairs: 1 }), ["and 1 more position", "and 3 pairs more"]);
        // Two who say three against two who say five: four pairs for one reason.
        let twice = ["value = 3", "value = 3", "value = 5", "value = 5"];
        assert_eq!(more(&twice, Most { groups: 9, pairs: 4 }), none);
        assert_eq!(more(&twice, Most { groups: 9, pairs: 3 }), ["and 1 more"]);
    }
}
