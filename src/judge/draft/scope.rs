//! What an answer covers, where the draft does not say so.

use super::case::DraftCase;
use crate::align::named::{is_named, own_names};
use crate::draft::Statement;
use crate::model::claim::{Period, Stated};
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};
use crate::spot::stems;
use crate::text::Naming;
use crate::value::calendar::english::Said;
use crate::value::calendar::english::named_dates;
use crate::value::shape::{Run, Runs};

/// What a draft leaves out of what its answer covers.
pub(super) struct Left {
    pub(super) dimension: Dimension,
    /// As the record states it.
    pub(super) stated: String,
    /// Whether the draft states another.
    pub(super) is_another: bool,
}

/// What of the scope of the claims that carry a statement its paragraph does not say; nothing where one of them covers just that.
pub(super) fn left_out(case: &DraftCase<'_>, statement: &Statement, carried: &[ClaimId]) -> Vec<Left> {
    let each = carried.iter().map(|claim| of_claim(case, statement, *claim));
    let mut all: Vec<Vec<Left>> = each.collect();
    all.sort_by_key(Vec::len);
    if all.is_empty() { Vec::new() } else { all.swap_remove(0) }
}

fn of_claim(case: &DraftCase<'_>, statement: &Statement, claim: ClaimId) -> Vec<Left> {
    let dossier = case.dossier();
    let scope = &case.with.basics[claim.index()].scope;
    let words = &*statement.context;
    let mut left = Vec::new();
    if let Some(Stated::Is(period)) = &scope.period {
        let said = stated_days(words);
        let is_said = said.iter().any(|days| covers(period, days)) || words.contains(&period.words);
        if !is_said {
            let sentence = &case.draft.words[statement.sentence.clone()];
            let is_another = !stated_days(sentence).is_empty();
            left.push(Left { dimension: Dimension::Period, stated: period.words.clone(), is_another });
        }
    }
    if let Some(Stated::Is(place)) = &scope.place {
        let node = dossier.place_node(*place);
        let named = Naming::new(words);
        let mut above = dossier.kin.containers(node).flat_map(|node| own_names(dossier, node));
        let is_said = is_named(dossier, node, &named) || above.any(|name| named.name(name));
        if !is_said {
            let stated = dossier.places[*place].name.clone();
            left.push(Left { dimension: Dimension::Place, stated, is_another: false });
        }
    }
    // What the question asks of everybody goes without saying.
    if let (Some(Stated::Is(group)), Some(_)) = (&scope.population, &dossier.claims[claim].scope.population) {
        let own: Vec<String> = stems(&dossier.groups[*group].name);
        let said = stems(words);
        if !own.iter().any(|stem| said.contains(stem)) {
            let stated = dossier.groups[*group].name.clone();
            left.push(Left { dimension: Dimension::Population, stated, is_another: false });
        }
    }
    left
}

/// The dates that words name, as far as they tell the days.
pub(super) fn stated_days(words: &str) -> Vec<Runs> {
    let days = named_dates(words).into_iter().filter_map(|date| match date.said {
        Said::Days(days) => Some(days.hard),
        _ => None,
    });
    days.collect()
}

/// Whether days say a period: its first or last day is among them, or they lie within it.
fn covers(period: &Period, days: &Runs) -> bool {
    let ends = [period.first, period.last].into_iter().flatten();
    ends.into_iter().any(|day| days.holds(day))
        || days.within(&Runs::of([Run::new(period.first, period.last)]))
}
