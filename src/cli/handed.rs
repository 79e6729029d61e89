//! What a run is handed of the run before it, and what it leaves for the next.

use std::cell::OnceCell;
use std::path::PathBuf;

use crate::load::gate::{Change, Met};
use crate::view::pieces::Pieces;

/// What a run is handed of the run before it, and what it leaves for the next.
#[derive(Default)]
pub(super) struct Handed {
    pub(super) before: Option<Before>,
    /// What the run printed, piece by piece, where it falls into pieces.
    pub(super) pieces: OnceCell<Pieces>,
    /// What was met of the disk, where it is not what the place has written down.
    pub(super) met: OnceCell<Met>,
}

/// What was kept of a run before something changed.
pub(super) struct Before {
    pub(super) pieces: Pieces,
    /// What it printed.
    pub(super) out: Vec<u8>,
    pub(super) met: Met,
    /// What of that has changed.
    pub(super) change: Change,
    /// The folder of the dossier, with no link in it.
    pub(super) root: PathBuf,
}
