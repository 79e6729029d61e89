//! The discrepancy report as one HTML page that needs nothing else: no script to be read, no request to anywhere.

mod article;
mod content;
mod grid;
mod piece;
mod scale;
mod tree;
mod words;

#[cfg(test)]
mod tests;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use sha2::{Digest, Sha256};

use crate::view::report::ReportView;
use content::Content;

/// The page, its parts, how it looks, and the script that only adds a filter.
const TEMPLATES: [(&str, &str); 3] = [
    ("page.html", include_str!("page.html")),
    ("article.html", include_str!("article.html")),
    ("drawing.html", include_str!("drawing.html")),
];
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The whole page.
pub(crate) fn page(view: &ReportView) -> String {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the delimiters are the usual ones"));
    for (name, template) in TEMPLATES {
        environment
            .add_template(name, template)
            .expect("the templates are the program's own, and tests read them");
    }
    let template = environment.get_template("page.html").expect("it was added");
    // The policy names the two inline parts by their hashes, so that nothing else is ever run or fetched.
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT),
    );
    let values = context! { page => Serde(Content::new(view)), policy, style => STYLE, script => SCRIPT };
    template.render(values).expect("every value that the templates name is in the content")
}

/// A text's SHA-256 in base64, as a content security policy names it.
fn hash(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bytes = Sha256::digest(text.as_bytes());
    let mut encoded = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for place in 0..4 {
            let digit = DIGITS[(number >> (18 - 6 * place) & 63) as usize];
            encoded.push(if place <= three.len() { char::from(digit) } else { '=' });
        }
    }
    encoded
}
