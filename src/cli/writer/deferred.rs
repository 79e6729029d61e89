//! What would end a run while it writes waits until all that is written is in its place.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::{flag, low_level};

/// Signals that wait for as long as this is kept; then one that came has its way.
pub(super) struct Deferred {
    come: Arc<AtomicUsize>,
    is_over: Arc<AtomicBool>,
}

/// Has Ctrl-C and its like wait.
///
/// # Errors
/// The system refuses it.
pub(super) fn signals() -> io::Result<Deferred> {
    let deferred = Deferred { come: Arc::default(), is_over: Arc::default() };
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        flag::register_conditional_default(signal, Arc::clone(&deferred.is_over))?;
        flag::register_usize(signal, Arc::clone(&deferred.come), signal.unsigned_abs() as usize)?;
    }
    Ok(deferred)
}

impl Drop for Deferred {
    fn drop(&mut self) {
        self.is_over.store(true, SeqCst);
        match i32::try_from(self.come.load(SeqCst)) {
            Ok(0) | Err(_) => {}
            Ok(signal) => drop(low_level::emulate_default_handler(signal)),
        }
    }
}
