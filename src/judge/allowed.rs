//! Which findings the comments of a dossier concern, found by their places: comments and findings may both be many.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::court::Court;
use super::finding::Finding;
use crate::model::accepted::Allow;
use crate::model::table::ClaimId;
use crate::text::{FileId, Spot};

/// What a comment covers, as it is looked up: its file, and where that begins.
type Place = (FileId, u32);

/// What the comments of a dossier concern.
pub(super) struct Allowed<'a> {
    /// By finding: the reason of the first comment that allows it with one.
    pub(super) reasons: Vec<Option<&'a str>>,
    /// What is covered by a comment that concerns a finding, with the rule.
    used: HashSet<(&'a str, Place)>,
    /// The first claim of what comments cover.
    beside: HashMap<Place, ClaimId>,
}

impl<'a> Allowed<'a> {
    pub(super) fn new(court: &Court<'a>, found: &[Finding]) -> Self {
        let dossier = court.dossier();
        // What comments of one file cover are whole tables, or what stands before the first: the same or apart.
        let mut ends: BTreeMap<Place, u32> = BTreeMap::new();
        let mut listed: HashMap<(&str, Place), Option<&'a str>> = HashMap::new();
        for allow in &dossier.allows {
            ends.insert(place(allow), allow.covers.end);
            let reason = listed.entry((&allow.rule, place(allow))).or_default();
            *reason = reason.or((!allow.reason.is_empty()).then_some(&allow.reason));
        }
        let around = |spot: Spot| {
            let (place, end) = ends.range(..=(spot.file, spot.start)).next_back()?;
            (place.0 == spot.file && spot.start < *end).then_some(*place)
        };
        let mut beside = HashMap::new();
        for (id, claim) in dossier.claims.iter() {
            if let Some(place) = around(claim.spot) {
                beside.entry(place).or_insert(id);
            }
        }
        // Of several comments that concern a finding the first counts, in the order of the files.
        let mut used = HashSet::new();
        let mut reasons = Vec::with_capacity(found.len());
        for finding in found {
            let claims = finding.claims.iter().filter_map(|name| dossier.claims.find(name));
            let claims = claims.map(|id: ClaimId| dossier.claims[id].spot);
            let places = finding.marks.iter().map(|mark| mark.spot).chain(claims).filter_map(around);
            let mut concerned: Vec<((&str, Place), Option<&str>)> = places
                .filter_map(|place| listed.get_key_value(&(finding.rule.name, place)))
                .map(|(key, reason)| (*key, *reason))
                .collect();
            concerned.sort_unstable_by_key(|((_, place), _)| *place);
            reasons.push(concerned.iter().find_map(|(_, reason)| *reason));
            used.extend(concerned.into_iter().map(|(key, _)| key));
        }
        Allowed { reasons, used, beside }
    }

    /// Whether a comment concerns any finding of its rule: it stands at what the comment covers, or is about a claim there.
    pub(super) fn concerns_any(&self, allow: &Allow) -> bool {
        self.used.contains(&(allow.rule.as_str(), place(allow)))
    }

    /// The first claim of what a comment covers.
    pub(super) fn beside(&self, allow: &Allow) -> Option<ClaimId> {
        self.beside.get(&place(allow)).copied()
    }
}

fn place(allow: &Allow) -> Place {
    (allow.covers.file, allow.covers.start)
}
