//! Whether a name stands in some words, as a whole word, whatever its case and typography.

use super::fold::fold_text;
use super::glyph::{extends, is_unspaced};

/// Words made ready for names to be looked for in them.
#[derive(Debug)]
pub(crate) struct Naming(String);

impl Naming {
    pub(crate) fn new(text: &str) -> Self {
        Naming(plain(text))
    }

    /// Whether the name stands in the words: not inside a longer word, save in scripts written without spaces.
    pub(crate) fn name(&self, name: &str) -> bool {
        let name = plain(name);
        let name = name.trim();
        !name.is_empty()
            && self.0.match_indices(name).any(|(at, _)| {
                let before = self.0[..at].chars().next_back();
                let after = self.0[at + name.len()..].chars().next();
                let goes_on = |outer: Option<char>, inner: Option<char>| match (outer, inner) {
                    (Some(outer), Some(inner)) => {
                        let joined = (outer.is_alphanumeric() || extends(outer)) && inner.is_alphanumeric();
                        joined && !is_unspaced(outer) && !is_unspaced(inner)
                    }
                    _ => false,
                };
                !goes_on(before, name.chars().next()) && !goes_on(after, name.chars().next_back())
            })
    }
}

fn plain(text: &str) -> String {
    fold_text(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::Naming;

    #[test]
    fn a_name_stands_as_a_whole_word() {
        let words = Naming::new("Iraq’s US-led allies, in Tower 22 near JORDAN");
        for name in ["Iraq", "US", "Tower 22", "Jordan"] {
            assert!(words.name(name), "{name}");
        }
        for name in ["Ira", "Tower 2", "Jordanian", "Iran", "", " "] {
            assert!(!words.name(name), "{name}");
        }
    }

    #[test]
    fn a_name_stands_in_any_script() {
        assert!(Naming::new("в Дамаске").name("Дамаске"));
        assert!(Naming::new("توقفت في بغداد قبل").name("بغداد"));
        assert!(Naming::new("在巴格达市停留").name("巴格达"));
        assert!(Naming::new("nahe Şırnak").name("Şırnak"));
    }
}
