//! The positions on a question.

use super::bound::{Bound, MOST_LISTED};
use super::classes::Classes;
use super::many::{by_item, names_items};
use super::position::{Position, position};
use super::shared::{by_numbers, cannot_be_added_to, cliques_that_share, sets_that_share};
use crate::align::alignment::Alignment;
use crate::align::independence::Ties;
use crate::align::outgrown::outgrown;
use crate::align::room::Reach;
use crate::model::table::{ClaimId, QuestionId};
use crate::value::shape::Shape;

/// The positions on a question, as far as there is room for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Positions {
    /// In the order of their claims.
    pub(crate) listed: Vec<Position>,
    pub(crate) listing: Listing,
    /// Whether all claims were looked at that a later one may have replaced.
    pub(crate) outgrown: Reach,
}

/// Whether all positions of a question are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    /// All of them.
    Whole,
    /// Some were left out; each that is listed is one.
    Cut,
}

/// The positions on a question.
pub(crate) fn positions(alignment: &Alignment, ties: &Ties, question: QuestionId) -> Positions {
    let (standing, outgrown) = standing(alignment, question);
    let (mut positions, listing) = match standing.iter().any(|id| names_items(alignment, *id)) {
        true => {
            let bound = Bound::new(standing.len());
            (by_item(alignment, ties, &standing, &bound), listing(&bound))
        }
        false => by_sets(alignment, ties, &standing),
    };
    positions.sort_by(|a, b| (&a.claims, &a.supporting, &a.items).cmp(&(&b.claims, &b.supporting, &b.items)));
    Positions { listed: positions, listing, outgrown }
}

fn listing(bound: &Bound) -> Listing {
    if bound.is_reached() { Listing::Cut } else { Listing::Whole }
}

/// The maximal sets of claims that hold together.
fn by_sets(alignment: &Alignment, ties: &Ties, standing: &[ClaimId]) -> (Vec<Position>, Listing) {
    let classes = Classes::new(alignment, standing);
    let bound = &Bound::new(classes.shapes.len());
    let found: Vec<Vec<usize>> = match classes.shapes.first() {
        None => Vec::new(),
        Some(Shape::Figure(_) | Shape::Times(_) | Shape::Options(_)) => by_numbers(&classes, bound),
        Some(Shape::Names(_)) => cliques_that_share(alignment, &classes, bound),
        Some(Shape::Items(_)) => sets_that_share(alignment, &classes, bound),
        Some(Shape::Words(_)) => (0..classes.shapes.len()).map(|index| vec![index]).collect(),
    };
    let mut found = classes.without_the_wrong(found, bound);
    if bound.is_reached() {
        // Beside what was left out, one may look as if nothing could be added to it.
        found.truncate(MOST_LISTED);
        let left = Bound::new(classes.shapes.len());
        found.retain(|members| cannot_be_added_to(&classes, members, &left));
    }
    let claims = |members: &[usize]| members.iter().map(|class| classes.members[*class].len()).sum();
    let found = bound.within(standing.len(), found.into_iter().map(|members| (claims(&members), members)));
    let positions = found.map(|members| position(alignment, ties, &classes, &members)).collect();
    (positions, listing(bound))
}

/// The claims that may hold a position: those that stand and have not been outgrown by their own origin, as far as that was
/// looked at.
pub(crate) fn standing(alignment: &Alignment, question: QuestionId) -> (Vec<ClaimId>, Reach) {
    let claims: Vec<ClaimId> =
        alignment.claims.on(question).iter().copied().filter(|id| alignment.stands(*id)).collect();
    if !alignment.dossier.questions[question].moves() {
        return (claims, Reach::All);
    }
    let (outgrown, reach) = outgrown(alignment, &claims);
    (claims.into_iter().filter(|id| !outgrown.contains(id)).collect(), reach)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::looked::Looked;
    use crate::load::from_texts;

    #[test]
    fn who_calls_a_figure_too_high_holds_no_position_with_it() {
        let claim = |id: &str, source: &str, value: &str| {
            format!(
                "[[claim]]\nid = \"{id}\"\nsource = \"{source}\"\nquestion = \"fire/killed\"\nvalue = {value}\n"
            )
        };
        let sources = ["herald", "courier", "ministry", "hospital"].map(|name| {
            format!("[source.{name}]\ntitle = \"T\"\npublisher = \"{name}\"\n[agent.{name}]\nname = \"N\"\n")
        });
        let claims = [
            claim("a", "herald", "\"about 500\""),
            claim("b", "courier", "\"about 500\""),
            claim("c", "ministry", "{ lower-than = \"herald#a\" }"),
            claim("d", "hospital", "{ higher-than = \"courier#b\" }"),
        ];
        let asked =
            "[event.fire]\ntitle = \"F\"\n[event.fire.question.killed]\nask = \"?\"\ntype = \"count\"\n";
        let claims = format!("{asked}{}", claims.concat());
        let dossier = from_texts(&[("sources/a.toml", &sources.concat()), ("claims/a.toml", &claims)]);
        let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
        let question = dossier.claims.iter().next().expect("it has claims").1.question;
        let of = |position: Position| {
            position.claims.into_iter().map(|id| dossier.claims.name(id).to_owned()).collect()
        };
        let found: Vec<Vec<String>> =
            positions(&alignment, &Ties::new(&alignment), question).listed.into_iter().map(of).collect();
        // All four allow 500; each of the two speaks against one figure alone, and allows the other's.
        assert_eq!(
            found,
            [
                ["courier#b", "herald#a"],
                ["courier#b", "ministry#c"],
                ["herald#a", "hospital#d"],
                ["hospital#d", "ministry#c"]
            ]
        );
    }
}
