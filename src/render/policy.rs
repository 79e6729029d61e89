//! The policy of a page that lets nothing run and nothing be fetched but its own parts.

use sha2::{Digest, Sha256};

/// The content security policy of a page: it names its style and its script by their hashes.
pub(super) fn policy(style: &str, script: &str) -> String {
    of_one_file(style, &format!(" script-src 'sha256-{}';", hash(script)))
}

/// The policy of a page without a script.
pub(super) fn policy_without_script(style: &str) -> String {
    of_one_file(style, "")
}

fn of_one_file(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}';{script} img-src data:; base-uri 'none'; form-action 'none'",
        hash(style),
    )
}

/// The policy of a page of a site: its style and its drawings stand beside it, on a disk too; what is searched for goes to one of its pages.
pub(super) fn policy_of_page() -> String {
    "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'self' file:".to_owned()
}

/// The same of the page that searches, which has a script.
pub(super) fn policy_of_search(script: &str) -> String {
    format!("{}; script-src 'sha256-{}'", policy_of_page(), hash(script))
}

/// A text's SHA-256 in base64, as a content security policy names it.
pub(super) fn hash(text: &str) -> String {
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
