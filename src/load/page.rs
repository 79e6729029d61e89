//! The article text of an archived HTML page.

use std::path::Path;

/// What makes the text, with its version: recorded with every offset into it.
pub(crate) const EXTRACTOR: &str = "dom_smoothie 0.19";

/// Whether a file is a page: by its name, or where the name does not tell, by how it begins.
pub(super) fn is_page(path: &Path, text: &str) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => true,
        Some("txt" | "md" | "markdown") => false,
        _ => {
            let head: String = text.trim_start_matches('\u{FEFF}').trim_start().chars().take(15).collect();
            let head = head.to_ascii_lowercase();
            head.starts_with("<!doctype html") || head.starts_with("<html")
        }
    }
}

/// The article of a page as plain text.
///
/// # Errors
/// Why no article could be made out; of every page, where the feature `pages` is off.
#[cfg(feature = "pages")]
pub(super) fn article(page: &str) -> Result<String, String> {
    let mut reader = dom_smoothie::Readability::new(page, None, None).map_err(|why| why.to_string())?;
    let article = reader.parse().map_err(|why| why.to_string())?;
    Ok(article.text_content.to_string())
}

#[cfg(not(feature = "pages"))]
pub(super) fn article(_: &str) -> Result<String, String> {
    Err("it is an HTML page, and this build reads none: it was made without the feature `pages`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_by_its_name_or_its_head() {
        assert!(is_page(Path::new("a.html"), "anything"));
        assert!(is_page(Path::new("0a1b2c"), "\u{FEFF}<!DOCTYPE html><html>"));
        assert!(!is_page(Path::new("a.txt"), "<html>"));
        assert!(!is_page(Path::new("a"), "The bridge <held>."));
    }

    #[test]
    #[cfg(not(feature = "pages"))]
    fn a_build_without_pages_says_so() {
        assert!(article("<html>").is_err_and(|why| why.contains("without the feature `pages`")));
    }

    #[test]
    #[cfg(feature = "pages")]
    fn the_article_is_what_is_left_of_a_page() {
        let words =
            "The bridge held 34 trucks on Sunday, the brigade said, and it stayed open all night long. "
                .repeat(12);
        let page = format!(
            "<html><head><title>Bridge</title><style>p {{ color: red }}</style></head><body><nav>Home Contact</nav>\
             <article><h1>Bridge holds</h1><p>{words}</p><p>{words}</p></article><script>alert(1)</script></body></html>"
        );
        let text = article(&page).expect("there is an article");
        assert!(text.contains("held 34 trucks on Sunday"));
        assert!(!text.contains("alert(1)") && !text.contains("color: red"));
    }
}
