//! Names that nothing has yet.

/// A name with its ending; where that is taken, with the first number between the two by which it is not.
pub(super) fn free(name: &str, ending: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = |n: usize| match n {
        1 => format!("{name}{ending}"),
        n => format!("{name}-{n}{ending}"),
    };
    // Of what is finite there is always a next.
    (1..).map(numbered).find(|it| !is_taken(it)).unwrap_or_default()
}
