//! `--deny`, `--warn` and `--allow`: levels of rules for one run.

use std::collections::BTreeMap;

use clap::Args;

use crate::error::Error;
use crate::judge::{level, rules};
use crate::model::{Dossier, Level};
use crate::text::nearest::nearest;
use crate::text::spot::{FileId, Spot};

/// What stands for every rule that would warn.
const WARNINGS: &str = "warnings";

/// Levels given on the command line; they go before those of gainsay.toml.
#[derive(Debug, Default, Args)]
pub(super) struct Levels {
    /// Fail on what this rule finds; `warnings` for every rule that would warn
    #[arg(long, value_name = "RULE")]
    deny: Vec<String>,

    /// Show what this rule finds without failing
    #[arg(long, value_name = "RULE")]
    warn: Vec<String>,

    /// Pass over what this rule finds
    #[arg(long, value_name = "RULE")]
    allow: Vec<String>,
}

/// Sets the levels of a run.
///
/// # Errors
/// No such rule, with the nearest; one rule at two levels.
pub(super) fn set(dossier: &mut Dossier, levels: &Levels) -> Result<(), Error> {
    let given = [(Level::Deny, &levels.deny), (Level::Warn, &levels.warn), (Level::Allow, &levels.allow)];
    let mut chosen: BTreeMap<&'static str, Level> = BTreeMap::new();
    for (level, names) in given {
        for name in names.iter().filter(|name| level != Level::Deny || *name != WARNINGS) {
            let rule = rules::find(name).ok_or_else(|| unknown(name))?;
            if chosen.insert(rule.name, level).is_some_and(|other| other != level) {
                let message = format!("`{}` is given two levels on the command line", rule.name);
                return Err(Error::said(message).hint("give it one of --deny, --warn and --allow"));
            }
        }
    }
    if levels.deny.iter().any(|name| name == WARNINGS) {
        for rule in rules::ALL.iter().filter(|rule| level(dossier, rule.name, rule.level) == Level::Warn) {
            chosen.entry(rule.name).or_insert(Level::Deny);
        }
    }
    // Rules of the command line are known to exist, so that nobody ever points at where they stand.
    let nowhere = Spot::new(FileId(0), &(0..0));
    for (name, level) in chosen {
        dossier.levels.insert(name.to_owned(), (level, nowhere));
    }
    Ok(())
}

fn unknown(name: &str) -> Error {
    let error = Error::said(format!("no rule is called `{name}`"));
    match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("`gainsay explain` lists all rules"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Levels, set};
    use crate::judge::{level, rules};
    use crate::load::from_texts;
    use crate::model::Level;

    fn named(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_command_line_goes_before_the_manifest_and_warnings_leave_what_is_named_alone() {
        let mut dossier =
            from_texts(&[("gainsay.toml", "[dossier]\ntitle = \"A\"\n[rules]\ntension = \"deny\"\n")]);
        let levels = Levels {
            deny: named(&["warnings"]),
            warn: named(&["tension"]),
            allow: named(&["single-origin"]),
        };
        set(&mut dossier, &levels).unwrap();
        let of = |name: &str| level(&dossier, name, rules::find(name).unwrap().level);
        assert_eq!(of("tension"), Level::Warn);
        assert_eq!(of("single-origin"), Level::Allow);
        assert_eq!(of("stale-assessment"), Level::Deny);
    }

    #[test]
    fn an_unknown_rule_gets_its_nearest_and_two_levels_are_refused() {
        let mut dossier = from_texts(&[]);
        let error =
            set(&mut dossier, &Levels { deny: named(&["contradicton"]), ..Levels::default() }).unwrap_err();
        assert_eq!(error.help(), Some("did you mean `contradiction`?"));
        let both = Levels { deny: named(&["tension"]), allow: named(&["tension"]), ..Levels::default() };
        assert!(set(&mut dossier, &both).is_err());
    }
}
