//! Levels of rules for one run, which go before those of the manifest.

use std::collections::BTreeMap;

use crate::error::{Error, ErrorKind};
use crate::judge::rule::Rule;
use crate::judge::rules;
use crate::model::{Dossier, Level};
use crate::text::{FileId, Spot, nearest};

/// What stands for every rule that would warn.
const WARNINGS: &str = "warnings";

/// Rules by their names, each list at a level.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// Fail the check; `warnings` stands for every rule that would warn.
    pub deny: Vec<String>,
    /// Are shown and fail nothing.
    pub warn: Vec<String>,
    /// Are passed over.
    pub allow: Vec<String>,
}

impl Levels {
    /// Sets the levels of a dossier.
    ///
    /// # Errors
    /// No such rule, with the nearest; one rule at two levels.
    pub(super) fn set(&self, dossier: &mut Dossier) -> Result<(), Error> {
        let given = [(Level::Deny, &self.deny), (Level::Warn, &self.warn), (Level::Allow, &self.allow)];
        let mut chosen: BTreeMap<&'static str, Level> = BTreeMap::new();
        for (level, names) in given {
            for name in names.iter().filter(|name| level != Level::Deny || *name != WARNINGS) {
                let rule = rule(name)?;
                if chosen.insert(rule.name, level).is_some_and(|other| other != level) {
                    let message = format!("`{}` is given two levels on the command line", rule.name);
                    return Err(Error::new(ErrorKind::Refused, message)
                        .hint("give it one of --deny, --warn and --allow"));
                }
            }
        }
        if self.deny.iter().any(|name| name == WARNINGS) {
            for rule in rules::ALL.iter().filter(|rule| rule.level_in(dossier) == Level::Warn) {
                chosen.entry(rule.name).or_insert(Level::Deny);
            }
        }
        // Rules that are given here are known to exist, so that nobody ever points at where they stand.
        let nowhere = Spot::new(FileId(0), &(0..0));
        for (name, level) in chosen {
            dossier.levels.insert(name.to_owned(), (level, nowhere));
        }
        Ok(())
    }
}

/// The rule of a name.
///
/// # Errors
/// No such rule; the nearest is named.
pub(super) fn rule(name: &str) -> Result<&'static Rule, Error> {
    rules::find(name).ok_or_else(|| {
        let error = Error::new(ErrorKind::Unknown, format!("no rule is called `{name}`"));
        match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint("`gainsay explain` lists all rules"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::Levels;
    use crate::judge::rules;
    use crate::load::from_texts;
    use crate::model::Level;

    fn named(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_is_given_goes_before_the_manifest_and_warnings_leave_what_is_named_alone() {
        let mut dossier =
            from_texts(&[("gainsay.toml", "[dossier]\ntitle = \"A\"\n[rules]\ntension = \"deny\"\n")]);
        let levels = Levels {
            deny: named(&["warnings"]),
            warn: named(&["tension"]),
            allow: named(&["single-origin"]),
        };
        levels.set(&mut dossier).unwrap();
        let of = |name: &str| rules::find(name).unwrap().level_in(&dossier);
        assert_eq!(of("tension"), Level::Warn);
        assert_eq!(of("single-origin"), Level::Allow);
        assert_eq!(of("stale-assessment"), Level::Deny);
    }

    #[test]
    fn an_unknown_rule_gets_its_nearest_and_two_levels_are_refused() {
        let mut dossier = from_texts(&[]);
        let error =
            Levels { deny: named(&["contradicton"]), ..Levels::default() }.set(&mut dossier).unwrap_err();
        assert_eq!(error.help(), Some("did you mean `contradiction`?"));
        let both = Levels { deny: named(&["tension"]), allow: named(&["tension"]), ..Levels::default() };
        assert!(both.set(&mut dossier).is_err());
    }
}
