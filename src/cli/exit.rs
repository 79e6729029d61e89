//! What a run comes to, as its exit code says.

use std::process::ExitCode;

/// What a run comes to, the worst last. A reader of the output who goes away changes nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    Clean,
    /// Something is not as it should be: a finding at deny, a stale report, a quote that is not held.
    Amiss,
    /// It could not run, or there was nothing to check.
    NothingDone,
}

impl Exit {
    /// Clean, unless something is amiss.
    pub(super) fn unless(amiss: bool) -> Exit {
        if amiss { Exit::Amiss } else { Exit::Clean }
    }

    pub(super) fn code(self) -> u8 {
        match self {
            Exit::Clean => 0,
            Exit::Amiss => 1,
            Exit::NothingDone => 2,
        }
    }

    /// What a view of a check gives as its exit code.
    pub(super) fn of_check(code: u8) -> Exit {
        match code {
            0 => Exit::Clean,
            1 => Exit::Amiss,
            _ => Exit::NothingDone,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}
