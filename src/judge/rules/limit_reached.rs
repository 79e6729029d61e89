//! The rule `limit-reached`.

use crate::align::counted::MOST_TAKEN_BACK;
use crate::align::origin::MOST_SOURCES;
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::text::Spot;
use crate::value::shape::MOST_ABOVE;

rule! {
    /// Something that goes further than it is followed.
    ///
    /// What lies within what is followed through 64 places, agents or groups, and what derives from what through 100 sources, those that a
    /// source names itself and the nearest behind them; what takes back what (`corrects`, `retracts`, `supersedes`) likewise
    /// through 100 claims. What lies beyond is left out, of which every answer may be
    /// wrong: so this fails.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [place]
    /// p00 = { name = "P", kind = "region", within = ["p01"] }
    /// p01 = { name = "P", kind = "region", within = ["p02"] }
    /// p02 = { name = "P", kind = "region", within = ["p03"] }
    /// p03 = { name = "P", kind = "region", within = ["p04"] }
    /// p04 = { name = "P", kind = "region", within = ["p05"] }
    /// p05 = { name = "P", kind = "region", within = ["p06"] }
    /// p06 = { name = "P", kind = "region", within = ["p07"] }
    /// p07 = { name = "P", kind = "region", within = ["p08"] }
    /// p08 = { name = "P", kind = "region", within = ["p09"] }
    /// p09 = { name = "P", kind = "region", within = ["p10"] }
    /// p10 = { name = "P", kind = "region", within = ["p11"] }
    /// p11 = { name = "P", kind = "region", within = ["p12"] }
    /// p12 = { name = "P", kind = "region", within = ["p13"] }
    /// p13 = { name = "P", kind = "region", within = ["p14"] }
    /// p14 = { name = "P", kind = "region", within = ["p15"] }
    /// p15 = { name = "P", kind = "region", within = ["p16"] }
    /// p16 = { name = "P", kind = "region", within = ["p17"] }
    /// p17 = { name = "P", kind = "region", within = ["p18"] }
    /// p18 = { name = "P", kind = "region", within = ["p19"] }
    /// p19 = { name = "P", kind = "region", within = ["p20"] }
    /// p20 = { name = "P", kind = "region", within = ["p21"] }
    /// p21 = { name = "P", kind = "region", within = ["p22"] }
    /// p22 = { name = "P", kind = "region", within = ["p23"] }
    /// p23 = { name = "P", kind = "region", within = ["p24"] }
    /// p24 = { name = "P", kind = "region", within = ["p25"] }
    /// p25 = { name = "P", kind = "region", within = ["p26"] }
    /// p26 = { name = "P", kind = "region", within = ["p27"] }
    /// p27 = { name = "P", kind = "region", within = ["p28"] }
    /// p28 = { name = "P", kind = "region", within = ["p29"] }
    /// p29 = { name = "P", kind = "region", within = ["p30"] }
    /// p30 = { name = "P", kind = "region", within = ["p31"] }
    /// p31 = { name = "P", kind = "region", within = ["p32"] }
    /// p32 = { name = "P", kind = "region", within = ["p33"] }
    /// p33 = { name = "P", kind = "region", within = ["p34"] }
    /// p34 = { name = "P", kind = "region", within = ["p35"] }
    /// p35 = { name = "P", kind = "region", within = ["p36"] }
    /// p36 = { name = "P", kind = "region", within = ["p37"] }
    /// p37 = { name = "P", kind = "region", within = ["p38"] }
    /// p38 = { name = "P", kind = "region", within = ["p39"] }
    /// p39 = { name = "P", kind = "region", within = ["p40"] }
    /// p40 = { name = "P", kind = "region", within = ["p41"] }
    /// p41 = { name = "P", kind = "region", within = ["p42"] }
    /// p42 = { name = "P", kind = "region", within = ["p43"] }
    /// p43 = { name = "P", kind = "region", within = ["p44"] }
    /// p44 = { name = "P", kind = "region", within = ["p45"] }
    /// p45 = { name = "P", kind = "region", within = ["p46"] }
    /// p46 = { name = "P", kind = "region", within = ["p47"] }
    /// p47 = { name = "P", kind = "region", within = ["p48"] }
    /// p48 = { name = "P", kind = "region", within = ["p49"] }
    /// p49 = { name = "P", kind = "region", within = ["p50"] }
    /// p50 = { name = "P", kind = "region", within = ["p51"] }
    /// p51 = { name = "P", kind = "region", within = ["p52"] }
    /// p52 = { name = "P", kind = "region", within = ["p53"] }
    /// p53 = { name = "P", kind = "region", within = ["p54"] }
    /// p54 = { name = "P", kind = "region", within = ["p55"] }
    /// p55 = { name = "P", kind = "region", within = ["p56"] }
    /// p56 = { name = "P", kind = "region", within = ["p57"] }
    /// p57 = { name = "P", kind = "region", within = ["p58"] }
    /// p58 = { name = "P", kind = "region", within = ["p59"] }
    /// p59 = { name = "P", kind = "region", within = ["p60"] }
    /// p60 = { name = "P", kind = "region", within = ["p61"] }
    /// p61 = { name = "P", kind = "region", within = ["p62"] }
    /// p62 = { name = "P", kind = "region", within = ["p63"] }
    /// p63 = { name = "P", kind = "region", within = ["p64"] }
    /// p64 = { name = "P", kind = "region", within = ["p65"] }
    /// p65 = { name = "P", kind = "region" }
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [place.north-wing]
    /// name = "North wing"
    /// kind = "site"
    /// within = ["arvo"]
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave out what nobody asks for on the way: a place can lie within a country without naming each parish, a source derive
    /// from what it copies without the copies in between.
    "limit-reached", Deny, Form, find
}

fn find(court: &Court, found: &mut Vec<Finding>) {
    let (dossier, sources) = (court.dossier(), &court.alignment.sources);
    let nodes = dossier.kin.cut();
    if let Some((node, spot)) = nodes.first().and_then(|node| Some((*node, dossier.node_spot(*node)?))) {
        let name = dossier.node_name(node);
        let within =
            format!("lies within more than {MOST_ABOVE} others: what contains it further out is left out");
        found.push(cut(name, nodes.len(), &within, spot));
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
}

/// One finding for all that were cut alike: `count` of them, the first at `spot`.
fn cut(name: &str, count: usize, what: &str, spot: Spot) -> Finding {
    let finding = Finding::new(&RULE, format!("`{name}` {what}")).mark(spot, "followed from here");
    match count - 1 {
        0 => finding,
        more => finding.note(format!("so it is with {more} more")),
    }
}
