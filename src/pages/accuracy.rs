//! docs/accuracy.md: how often the program is right on the corpus of this repository.

use std::path::Path;

use crate::corpus::measured;
use crate::render::accuracy::markdown_page;

/// The page, as the corpus comes out.
pub(super) fn page() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let measured = measured(&root.join("corpus"), || Ok(root.to_owned())).expect("the corpus can be read");
    let mut page = String::from(
        "<!-- written from src/pages/accuracy.md and corpus/ by a test: see docs/contributing.md -->\n\n# How often it is right\n\n",
    );
    page.push_str(include_str!("accuracy.md"));
    page.push_str("\n## The sets\n\n");
    markdown_page(&mut page, &measured.view);
    page
}
