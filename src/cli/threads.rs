//! How many threads a run takes.

use std::path::Path;

use rayon::ThreadPoolBuilder;

use super::place::Place;
use crate::load::is_light;

/// A small dossier is read by one thread: two take longer to hand each other its work than that takes. What `RAYON_NUM_THREADS` asks
/// for is taken as it is.
pub(super) fn fit_for(root: &Path) {
    fit(is_light(root));
}

/// As [`fit_for`], for the dossier of a run.
pub(super) fn fit_for_run(root: &Path, place: &Place) {
    fit(place.is_light(root));
}

fn fit(is_light: bool) {
    if std::env::var_os("RAYON_NUM_THREADS").is_none() && is_light {
        // Where threads have been asked for already, there are as many as there are.
        let _ = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    }
}
