//! A file that a run of ours has left for another, and that nobody else can have put there.

use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::path::Path;

/// The bytes of a file that is this user's alone; `None` where it is not, is no regular file or has more than `most` bytes.
pub(crate) fn own(path: &Path, most: u64) -> Option<Vec<u8>> {
    let is_taken = |told: &Metadata| told.is_file() && told.len() <= most && is_own(told);
    fs::symlink_metadata(path).ok().filter(is_taken)?;
    let file = File::open(path).ok()?;
    let told = file.metadata().ok().filter(is_taken)?;
    let mut bytes = Vec::with_capacity(usize::try_from(told.len()).unwrap_or_default());
    file.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Nobody but this user reads or writes it: no file of an archive or of a checkout is like that unless somebody made it so.
#[cfg(unix)]
fn is_own(told: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    told.mode() & 0o077 == 0 && told.uid() == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
fn is_own(_: &Metadata) -> bool {
    false
}
