//! Islands (`load/islands.rs`) by their numbers.

/// The files that bear on all others: the manifest, the lock, those in which agents, places and groups are defined, and all that
/// these name.
pub(crate) const COMMONS: u32 = 0;
