//! A comparison for the terminal: per question its claims, its positions, its pairs.

use std::fmt::Write;

use crate::render::position::standing_behind;
use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted, wrapped};
use crate::view::compare::{ClaimPair, Class, ComparedQuestion, Comparison};
use crate::view::name::{ClaimName, Who};
use crate::view::read_claim::ReadClaim;

/// The comparison for people: per question its claims, its positions, its pairs.
pub(crate) fn render(out: &mut String, view: &Comparison, paint: Paint, width: usize) {
    for question in &view.questions {
        let _ = writeln!(out, "{}  {}", paint.bold(question.question.as_str()), question.ask);
        let mut claims = layout::ruled_table(width);
        claims.set_header(["", "claim", "says", "origin", "as of"]);
        for (index, claim) in question.claims.iter().enumerate() {
            let assumed = if claim.as_of.assumed { "\n(its source's date)" } else { "" };
            claims.add_row([
                (index + 1).to_string(),
                two_lines(&claim.claim),
                says(claim),
                origin(&claim.origin),
                format!("{}{assumed}", claim.as_of.value),
            ]);
        }
        let _ = writeln!(out, "{claims}");
        for position in &question.positions {
            let text = format!("behind {}: {}", position.label, standing_behind(position));
            out.push_str(&wrapped(&text, width, "  "));
        }
        if question.pairs.is_empty() {
            let _ = writeln!(out, "  one claim: nothing to compare");
        }
        for pairs in alike(question) {
            let first = pairs[0];
            let relation = format!("{} (row {})", first.relation, first.row);
            let relation = match first.class {
                Class::Conflict => paint.red(&relation),
                Class::Tension | Class::Open => paint.yellow(&relation),
                _ => relation,
            };
            let numbers: Vec<String> = pairs.iter().map(|pair| numbers(question, pair)).collect();
            let _ = writeln!(out, "\n  {relation}: {}", numbers.join(", "));
            out.push_str(&wrapped(&first.reason, width, "    "));
        }
        for pair in question.pairs.iter().filter(|pair| !pair.stated.is_empty()) {
            let stated: Vec<String> = pair.stated.iter().map(ToString::to_string).collect();
            out.push_str(&wrapped(&format!("stated: {}", stated.join("; ")), width, "  "));
        }
        out.push('\n');
    }
    for law in &view.across {
        out.push_str(&wrapped(&format!("{}: {}", law.relation, law.reason), width, ""));
    }
    let conflicts = view.questions.iter().flat_map(|question| &question.pairs);
    let conflicts = conflicts.filter(|pair| pair.class == Class::Conflict).count();
    let pairs = view.questions.iter().map(|question| question.pairs.len()).sum();
    let _ = writeln!(
        out,
        "{} on {}, {} in conflict",
        counted(pairs, "pair"),
        counted(view.questions.len(), "question"),
        conflicts
    );
}

/// What a claim says, and how that is read where it says more.
fn says(claim: &ReadClaim) -> String {
    match claim.shown.is_empty() || claim.shown.eq_ignore_ascii_case(&claim.said) {
        true => claim.said.clone(),
        false => format!("{}\n[{}]", claim.said, claim.shown),
    }
}

/// The pairs of a question, those together that are related in one way for one reason, gravest first.
fn alike(question: &ComparedQuestion) -> Vec<Vec<&ClaimPair>> {
    let mut all: Vec<Vec<&ClaimPair>> = Vec::new();
    for pair in &question.pairs {
        let same = |group: &&mut Vec<&ClaimPair>| group[0].row == pair.row && group[0].reason == pair.reason;
        match all.iter_mut().find(same) {
            Some(group) => group.push(pair),
            None => all.push(vec![pair]),
        }
    }
    const ORDER: [Class; 4] = [Class::Conflict, Class::Tension, Class::Open, Class::Change];
    all.sort_by_key(|group| ORDER.iter().position(|class| *class == group[0].class).unwrap_or(ORDER.len()));
    all
}

/// The numbers of a pair's claims in their table.
fn numbers(question: &ComparedQuestion, pair: &ClaimPair) -> String {
    let number = |name: &ClaimName| {
        question.claims.iter().position(|claim| claim.claim == *name).map_or(0, |index| index + 1)
    };
    format!("{}–{}", number(&pair.a), number(&pair.b))
}

/// A claim's full name on two lines, so that a narrow column breaks it where it reads best.
fn two_lines(name: &ClaimName) -> String {
    format!("{}\n#{}", name.source(), name.own())
}

/// An origin on two lines, what it is and which.
fn origin(who: &Who) -> String {
    match who {
        Who::Agent(id) => format!("agent:\n{id}"),
        Who::Source(id) => format!("source:\n{id}"),
        Who::Unknown => who.to_string(),
    }
}
