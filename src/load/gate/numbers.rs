//! What a disk tells of a file or a folder, by which a change is seen without reading it.

use std::fs::Metadata;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Size; when the contents changed, and when anything did, in seconds and nanoseconds; inode; device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Numbers(u64, [i64; 2], [i64; 2], u64, u64);

impl Numbers {
    /// `None` where the system has no such numbers.
    #[cfg(unix)]
    pub(super) fn of(told: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let (contents, anything) = ([told.mtime(), told.mtime_nsec()], [told.ctime(), told.ctime_nsec()]);
        Some(Numbers(told.size(), contents, anything, told.ino(), told.dev()))
    }

    #[cfg(not(unix))]
    pub(super) fn of(_: &Metadata) -> Option<Self> {
        None
    }

    /// Whether whatever changed after a run had begun has other numbers.
    pub(super) fn are_settled(&self, begun: Begun) -> bool {
        self.1 < begun.0 && self.2 < begun.0
    }

    pub(super) fn size(&self) -> u64 {
        self.0
    }
}

/// When a run began, less what clocks of disks may lag behind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Begun([i64; 2]);

/// The clock of no disk in use goes in longer steps.
const STEP: i64 = 2;

impl Begun {
    /// A run that began so long after 1970.
    pub(super) fn at(now: Duration) -> Self {
        let seconds = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        Begun([seconds - STEP, i64::from(now.subsec_nanos())])
    }
}
