//! What cannot be read and takes no part, with what stands in the way and whether it stood there before.

use std::collections::BTreeMap;

use super::record::{LeftOutChanges, Obstacle};
use super::side::Both;
use crate::model::Dossier;
use crate::model::problem::{LeftOut, Problem, ProblemKind};
use crate::text::{FileId, Lines, Spot};

/// What a claim that is left out is told with where no problem is its own.
const ELSEWHERE: &str = "what the claim refers to cannot be read";

/// Something that stands in the way.
struct Met {
    spot: Spot,
    /// Whether the file that cannot be read is told already.
    is_told: bool,
    obstacle: Obstacle,
}

pub(super) fn changes(both: Both) -> LeftOutChanges {
    let mut before: BTreeMap<(Option<String>, String), usize> = BTreeMap::new();
    for old in met(both.earlier()) {
        *before.entry(old.named()).or_default() += 1;
    }
    let (mut added, mut obstacles) = (0, Vec::new());
    for now in met(both.later()) {
        match before.get_mut(&now.named()).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            None => {
                added += usize::from(!now.obstacle.is_file);
                obstacles.extend((!now.is_told).then_some(now.obstacle));
            }
        }
    }
    LeftOutChanges { claims: both.later().left_out.len(), added, obstacles }
}

impl Met {
    /// By what it is known again, wherever in the files it stands.
    fn named(&self) -> (Option<String>, String) {
        let Obstacle { claim, file, message, .. } = &self.obstacle;
        let file = if claim.is_none() { file.as_str() } else { "" };
        (claim.clone(), format!("{file}\n{message}"))
    }
}

/// What keeps claims out of a dossier, in the order of the places: of each claim, and of each file that cannot be read.
fn met(dossier: &Dossier) -> Vec<Met> {
    let causes = Causes::new(dossier);
    let lines = Lines::new(&dossier.files);
    let of = |claim: Option<&str>, spot: Spot, problem: Option<&Problem>| Obstacle {
        claim: claim.map(str::to_owned),
        rule: problem.map(|problem| problem.kind.name()),
        message: problem.map_or(ELSEWHERE, |problem| &problem.message).to_owned(),
        file: dossier.files.get(spot.file).path.clone(),
        line: lines.line_column(spot).0,
        is_file: false,
    };
    let is_of_record = |spot: Spot| dossier.files.get(spot.file).path.ends_with(".toml");
    let files = dossier.problems.iter().filter(|it| ends_a_file(it.kind) && is_of_record(it.spot));
    let files = files.map(|problem| {
        let obstacle = of(None, problem.spot, Some(problem));
        Met { spot: problem.spot, is_told: false, obstacle: Obstacle { is_file: true, ..obstacle } }
    });
    let claims = dossier.left_out.iter().map(|left| {
        let problem = causes.of(left);
        let spot = problem.map_or(left.spot, |problem| problem.spot);
        let is_told = problem.is_some_and(|problem| ends_a_file(problem.kind));
        Met { spot, is_told, obstacle: of(left.claim.as_deref(), spot, problem) }
    });
    let mut all: Vec<Met> = files.chain(claims).collect();
    all.sort_by_key(|met| met.spot);
    all
}

/// Whether nothing, or not all, could be taken of the file that it is in.
fn ends_a_file(kind: ProblemKind) -> bool {
    matches!(kind, ProblemKind::MalformedFile | ProblemKind::UnreadableFile | ProblemKind::OutsideFile)
}

/// The problems of a dossier by what they are about.
struct Causes<'a> {
    of_claims: BTreeMap<&'a str, &'a Problem>,
    at_places: BTreeMap<Spot, &'a Problem>,
    of_files: BTreeMap<FileId, &'a Problem>,
}

impl<'a> Causes<'a> {
    fn new(dossier: &'a Dossier) -> Self {
        let mut causes =
            Causes { of_claims: BTreeMap::new(), at_places: BTreeMap::new(), of_files: BTreeMap::new() };
        // A key that nobody knows keeps nothing out.
        for problem in dossier.problems.iter().filter(|problem| problem.kind != ProblemKind::UnknownKey) {
            if let Some(claim) = &problem.claim {
                causes.of_claims.entry(claim).or_insert(problem);
            }
            causes.at_places.entry(problem.spot).or_insert(problem);
            if problem.kind == ProblemKind::DuplicateId {
                for (spot, _) in &problem.related {
                    causes.at_places.entry(*spot).or_insert(problem);
                }
            }
            if ends_a_file(problem.kind) {
                causes.of_files.entry(problem.spot.file).or_insert(problem);
            }
        }
        causes
    }

    /// What keeps a claim out: what is wrong with itself, else with its file.
    fn of(&self, left: &LeftOut) -> Option<&'a Problem> {
        let own = left.claim.as_deref().and_then(|name| self.of_claims.get(name));
        // Another of its name may be the one that is read, and have problems of its own.
        let own = own.filter(|problem| problem.spot.file == left.spot.file);
        let own = self.at_places.get(&left.spot).or(own);
        own.or_else(|| self.of_files.get(&left.spot.file)).copied()
    }
}
