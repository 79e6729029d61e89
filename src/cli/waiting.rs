//! What is shown on standard error while somebody waits at a terminal: how far a run has come.

use std::io::IsTerminal;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::progress::Progress;

/// What takes no longer shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// So often what is shown is drawn anew.
const EVERY: Duration = Duration::from_millis(100);

/// What is being shown, until it is cleared away.
#[derive(Default)]
pub(super) struct Waiting(Mutex<Option<Shown>>);

struct Shown {
    end: Arc<(Mutex<Ended>, Condvar)>,
    drawing: JoinHandle<()>,
}

/// Whether nobody waits any longer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    No,
    Yes,
}

impl Waiting {
    /// Shows from now on how far a run has come, where standard error is a terminal.
    pub(super) fn on(&self, progress: &Arc<Progress>) {
        if !std::io::stderr().is_terminal() {
            return;
        }
        let end = Arc::new((Mutex::new(Ended::No), Condvar::new()));
        let (ended, progress) = (Arc::clone(&end), Arc::clone(progress));
        let draw = move || draw(&ended, &progress);
        // Without a thread of its own nothing is shown, and nothing else is amiss.
        if let Ok(drawing) = std::thread::Builder::new().name("waiting".to_owned()).spawn(draw) {
            let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            *shown = Some(Shown { end, drawing });
        }
    }

    /// Clears away what is shown, so that something can be printed.
    pub(super) fn over(&self) {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Shown { end, drawing }) = shown {
            *end.0.lock().unwrap_or_else(PoisonError::into_inner) = Ended::Yes;
            end.1.notify_all();
            let _ = drawing.join();
        }
    }
}

/// Draws, beginning when somebody has waited for long, until nobody does.
fn draw(end: &(Mutex<Ended>, Condvar), progress: &Progress) {
    let is_over = |wait: Duration| {
        let ended = end.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ended = end.1.wait_timeout_while(ended, wait, |ended| *ended == Ended::No);
        *ended.unwrap_or_else(PoisonError::into_inner).0 == Ended::Yes
    };
    if is_over(PATIENCE) {
        return;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_elapsed(PATIENCE);
    bar.set_style(
        ProgressStyle::with_template("{spinner} {msg} ({elapsed})")
            .unwrap_or_else(|_| ProgressStyle::default_spinner()),
    );
    loop {
        bar.set_message(told(progress));
        bar.tick();
        if is_over(EVERY) {
            return bar.finish_and_clear();
        }
    }
}

/// What a run is at, and how far that has come.
fn told(progress: &Progress) -> String {
    let (stage, done, of) = progress.now();
    match of {
        0 => stage.to_string(),
        _ => format!("{stage}: {} of {of}", done.min(of)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Stage;

    #[test]
    fn it_says_what_a_run_is_at_and_how_far_that_has_come() {
        let progress = Progress::default();
        progress.begin(Stage::Texts, 2);
        progress.step();
        assert_eq!(told(&progress), "looking at texts: 1 of 2");
        progress.begin(Stage::Judging, 0);
        assert_eq!(told(&progress), "judging");
    }
}
