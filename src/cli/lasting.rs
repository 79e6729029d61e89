//! What lasts as long as the run.

/// Keeps a value until the process ends, which gives all its memory back at once; to take a large dossier apart piece by
/// piece is a tenth of a run.
pub(super) fn lasting<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
