//! Whether there is a standard output at all.

use std::io;

use crate::error::Error;

/// What was seen of standard output before std had put `/dev/null` in the place of one that was closed.
#[cfg(unix)]
mod seen {
    use std::io;
    use std::os::fd::AsFd as _;
    use std::sync::atomic::{AtomicBool, Ordering};

    static CLOSED: AtomicBool = AtomicBool::new(false);

    ctor::declarative::ctor! {
        #[ctor(unsafe)]
        fn look() {
            let out = io::stdout();
            CLOSED.store(out.as_fd().try_clone_to_owned().is_err(), Ordering::Relaxed);
        }
    }

    pub(super) fn is_closed() -> bool {
        CLOSED.load(Ordering::Relaxed)
    }
}

/// Elsewhere nothing takes the place of a closed one, and writing fails.
#[cfg(not(unix))]
mod seen {
    pub(super) fn is_closed() -> bool {
        false
    }
}

/// # Errors
/// Standard output is closed: whatever was found, nobody would be told.
pub(super) fn open() -> Result<(), Error> {
    match seen::is_closed() {
        true => Err(Error::stream("write to", "standard output", io::Error::other("it is closed"))),
        false => Ok(()),
    }
}
