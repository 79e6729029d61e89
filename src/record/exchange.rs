//! Claims that leave the record as annotations: beside each quote the keys of its claim, as they are written.

use std::collections::BTreeMap;

use super::cell::on_a_line;
use super::export::held;
use super::handed::Handed;
use super::prepare::holds;
use super::row::RowKey;
use crate::audit::Judged;
use crate::load::keys::ClaimKey;
use crate::load::{WrittenClaim, each_written};
use crate::render::exchange::annotations;
use crate::view::exchange::Exchange;
use crate::view::withheld::{Gate, Reader};

/// What writes all of it in a form.
type Renders = fn(&Exchange, &mut dyn FnMut(&str));

/// Gives all that is public of a dossier in a form.
pub(crate) fn handed(judged: &Judged<'_>, render: Renders, give: &mut dyn FnMut(&str)) -> Handed {
    let court = judged.court();
    let exchange = Exchange::new(&court, BTreeMap::new());
    render(&exchange, give);
    let stay = exchange.stay();
    Handed { given: court.dossier().claims.len() - stay, stay, unquoted: 0 }
}

/// Gives the annotation of each public claim that has a quote, in the order in which claims stand in their files.
pub(crate) fn each_annotation(judged: &Judged<'_>, give: &mut dyn FnMut(&str)) -> Handed {
    let court = judged.court();
    let exchange = Exchange::new(&court, judged.surroundings());
    let gate = Gate::new(court.dossier(), Reader::Anyone);
    let mut handed = Handed { given: 0, stay: 0, unquoted: 0 };
    each_written(court.dossier(), &mut |id, written| {
        let Some(claim) = exchange.claim(id) else {
            handed.stay += 1;
            return;
        };
        match &claim.quote {
            Some(quote) => {
                let source = exchange.source_of(&claim);
                give(&annotations::line(&claim, quote, &source, &keys(gate, &written)));
                handed.given += 1;
            }
            None => handed.unquoted += 1,
        }
    });
    handed
}

/// What stands under each key of a claim, as cells, but for what names a claim of a restricted source. Of what stands around its quote an
/// empty cell says that nobody recorded it.
fn keys(gate: Gate, written: &WrittenClaim) -> Vec<(String, String)> {
    let sources = &gate.dossier().sources;
    let is_restricted = |words: &str| {
        let source = words.split_once('#').and_then(|(source, _)| sources.find(source));
        source.is_some_and(|source| !gate.shows(source))
    };
    let cell = |column: RowKey| match (column, held(written, column)) {
        (RowKey::Claim(ClaimKey::Prefix | ClaimKey::Suffix), None) => Some(String::new()),
        (_, Some(raw)) if !holds(raw, &is_restricted) => Some(on_a_line(column, raw)),
        _ => None,
    };
    RowKey::all().filter_map(|column| Some((column.name(), cell(column)?))).collect()
}
