//! The rule `limit-reached`.

use crate::align::across::{Across, MOST_LOOKED_AT};
use crate::align::counted::MOST_TAKEN_BACK;
use crate::align::disputes::{MOST_RELATED, are_related_in_part};
use crate::align::origin::{Followed, MOST_LEADS, MOST_SOURCES};
use crate::align::outgrown::MOST_STEPS;
use crate::align::party;
use crate::align::positions::MOST_LISTED;
use crate::align::round::MOST_CAPTURES;
use crate::align::sweep::{MOST_APART, MOST_JOINED, MOST_STRATA};
use crate::align::withdrawn::MOST_HELD;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::model::table::{EventId, Id, QuestionId};
use crate::text::{Spot, counted};
use crate::value::shape::{MOST_ABOVE, MOST_ZONED, MOST_ZONES};

rule! {
    /// A question on which more holds together than there is room to tell, or something that goes further than it is followed.
    ///
    /// Where answers leave others out one by one (`not`, sets, scopes), there may be as many positions as there are choices among them: two to
    /// the number of claims. Past a limit some positions are left out, in every command. Each that is shown is one; rules that look at positions,
    /// such as `single-origin`, have not seen the others. What contradicts what is found all the same, and so are sums and quotes.
    ///
    /// All positions of a question are worked out where together they hold 20,000 different answers or fewer, or eight times as many as are given; else
    /// 256 at most; and no more than hold 100,000 claims together, or eight times those that take part. The work on one question is bounded besides: 4,000,000 times two answers are held against each other for its
    /// positions, and answers of names and sets, or of more than 1000 scopes, are looked at in full up to 1000 of them.
    ///
    /// Of the claims on a part and on its whole 100,000 pairs are held against each other, the strongest first.
    ///
    /// What lies within what is followed through 64 places, agents, groups or events, and what derives from what through 100 sources, those that a
    /// source names itself and the nearest behind them, and 1000 claims that one may have it from; what takes back what (`corrects`, `retracts`, `supersedes`) likewise
    /// through 100 claims, and 200 captures of one page are put in order by their dates. On one question 200,000
    /// pairs are looked at of which one may take the other back, 200,000 of different names, sets and sets of numbers with gaps, 1,000,000 of
    /// different scopes and moments, 1,000,000 of answers that stand for others (64 for each where there are more), and a later claim that replaces an earlier is sought in 500,000 steps. What lies beyond is left out, of which every answer may be
    /// wrong: so this fails.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/places.toml
    /// [place]
    /// anse = { name = "Anse", kind = "region" }
    /// birk = { name = "Birk", kind = "region" }
    /// cove = { name = "Cove", kind = "region" }
    /// dale = { name = "Dale", kind = "region" }
    /// esk = { name = "Esk", kind = "region" }
    /// fell = { name = "Fell", kind = "region" }
    /// glen = { name = "Glen", kind = "region" }
    /// holm = { name = "Holm", kind = "region" }
    /// isle = { name = "Isle", kind = "region" }
    /// kyle = { name = "Kyle", kind = "region" }
    /// loch = { name = "Loch", kind = "region" }
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// source = "herald"
    /// claim = [
    ///     { id = "anse", question = "fire/country", value = "anse", quote = "in Anse" },
    ///     { id = "birk", question = "fire/country", value = "birk", quote = "in Birk" },
    ///     { id = "cove", question = "fire/country", value = "cove", quote = "in Cove" },
    ///     { id = "dale", question = "fire/country", value = "dale", quote = "in Dale" },
    ///     { id = "esk", question = "fire/country", value = "esk", quote = "in Esk" },
    ///     { id = "fell", question = "fire/country", value = "fell", quote = "in Fell" },
    ///     { id = "glen", question = "fire/country", value = "glen", quote = "in Glen" },
    ///     { id = "holm", question = "fire/country", value = "holm", quote = "in Holm" },
    ///     { id = "isle", question = "fire/country", value = "isle", quote = "in Isle" },
    ///     { id = "kyle", question = "fire/country", value = "kyle", quote = "in Kyle" },
    ///     { id = "loch", question = "fire/country", value = "loch", quote = "in Loch" },
    ///     { id = "not-anse", question = "fire/country", value = { not = "anse" }, quote = "not in Anse" },
    ///     { id = "not-birk", question = "fire/country", value = { not = "birk" }, quote = "not in Birk" },
    ///     { id = "not-cove", question = "fire/country", value = { not = "cove" }, quote = "not in Cove" },
    ///     { id = "not-dale", question = "fire/country", value = { not = "dale" }, quote = "not in Dale" },
    ///     { id = "not-esk", question = "fire/country", value = { not = "esk" }, quote = "not in Esk" },
    ///     { id = "not-fell", question = "fire/country", value = { not = "fell" }, quote = "not in Fell" },
    ///     { id = "not-glen", question = "fire/country", value = { not = "glen" }, quote = "not in Glen" },
    ///     { id = "not-holm", question = "fire/country", value = { not = "holm" }, quote = "not in Holm" },
    ///     { id = "not-isle", question = "fire/country", value = { not = "isle" }, quote = "not in Isle" },
    ///     { id = "not-kyle", question = "fire/country", value = { not = "kyle" }, quote = "not in Kyle" },
    ///     { id = "not-loch", question = "fire/country", value = { not = "loch" }, quote = "not in Loch" },
    /// ]
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/places.toml
    /// [place]
    /// anse = { name = "Anse", kind = "region" }
    /// birk = { name = "Birk", kind = "region" }
    /// cove = { name = "Cove", kind = "region" }
    /// dale = { name = "Dale", kind = "region" }
    /// esk = { name = "Esk", kind = "region" }
    /// fell = { name = "Fell", kind = "region" }
    /// glen = { name = "Glen", kind = "region" }
    /// holm = { name = "Holm", kind = "region" }
    /// isle = { name = "Isle", kind = "region" }
    /// kyle = { name = "Kyle", kind = "region" }
    /// loch = { name = "Loch", kind = "region" }
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// source = "herald"
    /// claim = [
    ///     { id = "not-anse", question = "fire/country", value = { not = "anse" }, quote = "not in Anse" },
    ///     { id = "not-birk", question = "fire/country", value = { not = "birk" }, quote = "not in Birk" },
    ///     { id = "not-cove", question = "fire/country", value = { not = "cove" }, quote = "not in Cove" },
    ///     { id = "not-dale", question = "fire/country", value = { not = "dale" }, quote = "not in Dale" },
    ///     { id = "not-esk", question = "fire/country", value = { not = "esk" }, quote = "not in Esk" },
    ///     { id = "not-fell", question = "fire/country", value = { not = "fell" }, quote = "not in Fell" },
    ///     { id = "not-glen", question = "fire/country", value = { not = "glen" }, quote = "not in Glen" },
    ///     { id = "not-holm", question = "fire/country", value = { not = "holm" }, quote = "not in Holm" },
    ///     { id = "not-isle", question = "fire/country", value = { not = "isle" }, quote = "not in Isle" },
    ///     { id = "not-kyle", question = "fire/country", value = { not = "kyle" }, quote = "not in Kyle" },
    ///     { id = "not-loch", question = "fire/country", value = { not = "loch" }, quote = "not in Loch" },
    /// ]
    /// ```
    ///
    /// ## What to do
    ///
    /// Part the question: answers that are about different things hold side by side (`many = true`), or are questions of their own.
    /// What is known of no answer (`not`) is better said of the one answer that it denies. Of a long way leave out what nobody asks for on
    /// it: a place can lie within a country without naming each parish, a source derive from what it copies without the copies in between.
    "limit-reached", Deny, Record, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for (id, question) in dossier.questions.iter() {
        if !court.is_cut(id) {
            continue;
        }
        let name = dossier.questions.name(id);
        let listed = court.positions_on(id).len();
        let claims = court.alignment.claims.on(id).len();
        let shown = match listed {
            0 => "none is listed".to_owned(),
            listed => format!("{listed} of them are listed"),
        };
        let message = format!(
            "{} on `{name}` can hold together in more ways than are told: {shown}",
            counted(claims, "claim")
        );
        let finding = Finding::new(&RULE, message)
            .question(name)
            .mark(question.spot, "its positions are not all worked out")
            .note(format!(
                "at most {MOST_LISTED} positions of such a question are listed, or those that hold 100,000 claims together; each is one, and others are left out"
            ))
            .help("part the question, or say `many = true` where answers hold side by side");
        found.push(finding);
    }
    for law in court.across.iter() {
        let Across::Unseen { part, whole } = law else { continue };
        let (inner, outer) = (dossier.questions.name(*part), dossier.questions.name(*whole));
        let message = format!(
            "more claims on `{inner}` and on `{outer}`, of which it is a part, may exceed each other than are looked at"
        );
        let note =
            format!("{MOST_LOOKED_AT} pairs of claims were held against each other, the strongest first");
        let mut finding = Finding::new(&RULE, message)
            .question(inner)
            .mark(dossier.questions[*part].spot, "not all its claims were held against the whole")
            .note(note);
        finding.key = outer.to_owned();
        found.push(finding);
    }
    held_in_part(court, found);
    long_ways(court, found);
}

/// What is not followed to its end.
fn long_ways(court: &Court, found: &mut Vec<Finding>) {
    let (dossier, sources) = (court.dossier(), &court.alignment.sources);
    let nodes = dossier.kin.cut();
    if let Some((node, spot)) = nodes.first().and_then(|node| Some((*node, dossier.node_spot(*node)?))) {
        let name = dossier.node_name(node);
        let within =
            format!("lies within more than {MOST_ABOVE} others: what contains it further out is left out");
        found.push(cut(name, nodes.len(), &within, spot));
    }
    let nodes = dossier.kin.cut_zones();
    if let Some((node, spot)) = nodes.first().and_then(|node| Some((*node, dossier.node_spot(*node)?))) {
        let through = format!(
            "lies in zones that lead to more than {MOST_ZONES} zones, to more than {MOST_ZONED} places or back to it: what they are apart from is left out"
        );
        found.push(cut(dossier.node_name(node), nodes.len(), &through, spot));
    }
    let events: Vec<EventId> = dossier.events.ids().filter(|event| party::is_cut(dossier, *event)).collect();
    if let Some(event) = events.first().copied() {
        let within = format!(
            "is part of more than {MOST_ABOVE} events: who is party to those further out is left out"
        );
        found.push(cut(dossier.events.name(event), events.len(), &within, dossier.events[event].spot));
    }
    let groups = &court.alignment.claims.groups.cut;
    if let Some(group) = groups.first().copied() {
        let name = dossier.groups.name(group);
        let among = format!("is counted among more than {MOST_ABOVE} others: those further out are left out");
        found.push(cut(name, groups.len(), &among, dossier.groups[group].spot));
    }
    if let Some(source) = sources.cut.first().copied() {
        let name = dossier.sources.name(source);
        let from = format!("goes back to more than {MOST_SOURCES} sources: those further back are left out");
        found.push(cut(name, sources.cut.len(), &from, dossier.sources[source].spot));
    }
    let origins = &court.alignment.origins;
    let in_part = || dossier.claims.ids().filter(|id| origins[id.index()].followed == Followed::InPart);
    if let Some(claim) = in_part().next() {
        let leads = format!("may have it from more than {MOST_LEADS} claims: the others are left out");
        found.push(cut(dossier.claims.name(claim), in_part().count(), &leads, dossier.claims[claim].spot));
    }
    taken_back(court, found);
}

/// What claims take back, through chains longer than are followed.
fn taken_back(court: &Court, found: &mut Vec<Finding>) {
    let (claims, chains) = (&court.dossier().claims, &court.alignment.statements.cut);
    if let Some(claim) = chains.first().copied() {
        let back = format!(
            "takes back more than {MOST_TAKEN_BACK} claims by way of others: those further back are left out"
        );
        found.push(cut(claims.name(claim), chains.len(), &back, claims[claim].spot));
    }
    let all = &court.dossier().questions;
    let wrong: Vec<QuestionId> = all.ids().filter(|id| are_related_in_part(court.alignment, *id)).collect();
    if let Some(question) = wrong.first().copied() {
        let held = format!(
            "has more claims that call others wrong than the {MOST_RELATED} pairs that are looked at in full: \
             what they say of others than those they name may be left out"
        );
        found.push(cut(all.name(question), wrong.len(), &held, all[question].spot));
    }
    let questions = &court.alignment.withdrawn_in_part;
    if let Some(question) = questions.first().copied() {
        let held = format!(
            "has more claims that may take each other back than the {MOST_HELD} pairs that are looked at: what the others take back is left out"
        );
        found.push(cut(all.name(question), questions.len(), &held, all[question].spot));
    }
    let (sources, pages) = (&court.dossier().sources, &court.alignment.statements.cut_captures);
    if let Some(page) = pages.first().copied() {
        let order = format!(
            "has more than {MOST_CAPTURES} captures that take something back: which of the others came first is left out"
        );
        found.push(cut(sources.name(page), pages.len(), &order, sources[page].spot));
    }
}

/// What of the claims on a question was not held against each other.
fn held_in_part(court: &Court, found: &mut Vec<Finding>) {
    let all = &court.dossier().questions;
    let disputed: Vec<QuestionId> = all.ids().filter(|id| court.is_disputed_in_part(*id)).collect();
    let outgrown: Vec<QuestionId> = all.ids().filter(|id| court.is_outgrown_in_part(*id)).collect();
    let rows = [
        (
            disputed,
            format!(
                "has more different answers than are held against each other ({MOST_APART} pairs of answers that are no single \
                 run of numbers, {MOST_STRATA} of scopes and moments, {MOST_JOINED} that stand for others): disputes may be left out, and be told in parts"
            ),
        ),
        (
            outgrown,
            format!(
                "has more claims of one origin that later ones may have replaced than the {MOST_STEPS} steps in which that is \
                 looked for: the others are taken to stand"
            ),
        ),
    ];
    for (questions, held) in rows {
        if let Some(question) = questions.first().copied() {
            found.push(cut(all.name(question), questions.len(), &held, all[question].spot));
        }
    }
}

/// One finding for all that were cut alike: `count` of them, the first at `spot`.
fn cut(name: &str, count: usize, what: &str, spot: Spot) -> Finding {
    let finding = Finding::new(&RULE, format!("`{name}` {what}")).mark(spot, "followed from here");
    match count - 1 {
        0 => finding,
        more => finding.note(format!("so it is with {more} more")),
    }
}
