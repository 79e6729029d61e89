//! What a page holds and does not show.

use dom_query::NodeRef;

/// Classes that the common style sheets hide from the eye, for readers of the screen alone.
const FOR_EARS: [&str; 9] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screenreader",
    "screen-reader",
    "u-hidden-visually",
    "assistive-text",
    "element-invisible",
];

/// How an element is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// By the page itself, until a script shows it or for good.
    Away,
    /// It is heard and not seen.
    ForEars,
}

/// How the element is hidden, if it is; `aria-hidden` hides from ears what is seen.
pub(super) fn hidden(node: &NodeRef<'_>, name: &str) -> Option<Hidden> {
    // What a server sends late stands hidden under such a name until the page puts it where it belongs.
    let is_sent_late = || node.attr("id").is_some_and(|id| id.starts_with("S:"));
    if node.has_attr("hidden") && !is_sent_late() || (name == "dialog" && !node.has_attr("open")) {
        return Some(Hidden::Away);
    }
    if node.attr("style").is_some_and(|style| is_hiding(&style)) {
        return Some(Hidden::Away);
    }
    let classes = node.attr("class")?;
    let is_for_ears = classes.split_ascii_whitespace().any(|class| FOR_EARS.contains(&class));
    is_for_ears.then_some(Hidden::ForEars)
}

fn is_hiding(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let value = value.trim().trim_end_matches("!important").trim_end().to_ascii_lowercase();
        match name.trim().to_ascii_lowercase().as_str() {
            "display" => value == "none",
            "visibility" => value == "hidden" || value == "collapse",
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_hide() {
        assert!(is_hiding("color: red; DISPLAY : none !important"));
        assert!(is_hiding("visibility:hidden"));
        assert!(!is_hiding("display:block") && !is_hiding("none"));
    }
}
