//! The map that the random cases stand on, counted out point by point.

use std::sync::LazyLock;

use super::random::{PLACES, Place};

/// Whether a place is another or lies within it.
pub(super) fn place_within(part: usize, whole: usize) -> bool {
    let Place { within, border_of, disputed_between, .. } = PLACES[part];
    // A border zone lies within whatever contains all that it touches, and wholly in none of those; disputed ground within
    // whatever contains all who dispute it.
    let around = [border_of, disputed_between].iter().any(|others| {
        !others.is_empty()
            && !border_of.contains(&whole)
            && others.iter().all(|other| place_within(*other, whole))
    });
    part == whole || around || within.iter().any(|above| place_within(*above, whole))
}

/// Every point of the map there may be: the places that it lies in, as bits.
pub(super) static POINTS: LazyLock<Vec<u32>> = LazyLock::new(points);

fn points() -> Vec<u32> {
    let has = |point: u32, place: usize| point & 1 << place != 0;
    let is_whole = |point: u32| {
        (0..PLACES.len()).all(|part| {
            (0..PLACES.len())
                .all(|whole| !(has(point, part) && place_within(part, whole) && !has(point, whole)))
        })
    };
    // Disputed ground may be any ground of those who dispute it.
    let may_be_of = |ground: usize, place: usize| {
        PLACES[ground]
            .disputed_between
            .iter()
            .any(|one| place_within(*one, place) || place_within(place, *one))
    };
    let excludes = |a: usize, b: usize| {
        let kind = PLACES[a].kind;
        let nested = place_within(a, b) || place_within(b, a);
        let one_kind = kind == PLACES[b].kind && kind != "region" && kind != "border-zone";
        one_kind && !nested && !may_be_of(a, b) && !may_be_of(b, a)
    };
    let is_one = |point: u32| {
        (0..PLACES.len())
            .all(|a| (0..PLACES.len()).all(|b| !(has(point, a) && has(point, b) && excludes(a, b))))
    };
    let plain: Vec<u32> = (0..1 << PLACES.len()).filter(|point| is_whole(*point) && is_one(*point)).collect();
    let disjoint = |a: usize, b: usize| !plain.iter().any(|point| has(*point, a) && has(*point, b));
    let beyond = |zone: usize, place: usize| {
        let Place { border_of, disputed_between, .. } = PLACES[zone];
        [border_of, disputed_between]
            .iter()
            .any(|others| !others.is_empty() && others.iter().all(|one| disjoint(*one, place)))
    };
    let is_near_enough = |point: &u32| {
        (0..PLACES.len()).all(|zone| {
            (0..PLACES.len()).all(|place| !(has(*point, zone) && has(*point, place) && beyond(zone, place)))
        })
    };
    plain.iter().copied().filter(is_near_enough).collect()
}
