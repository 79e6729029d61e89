//! A value as somebody says it on a command line, in the form that a claim would write it.

use crate::value::types::{Form, Key, Kind, NONE, Raw};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What may stand before a value and says how it is meant, as the key of a table does in a claim.
    enum Lead {
        Not = "not",
        Near = "near",
        Exactly = "exactly",
        Without = "without",
    }
}

vocabulary! {
    /// What stands for yes and for no.
    enum Truth {
        Yes = "yes",
        True = "true",
        No = "no",
        False = "false",
    }
}

/// Lists by commas; `not`, `near`, `exactly` and `without` before what they are of.
pub(super) fn raw(kind: &Kind, text: &str) -> Raw {
    let leads: &[Lead] = match kind {
        // Words that say a number or a date are the source's own, and none of ours are mixed in.
        Kind::Text | Kind::Count | Kind::Amount { .. } | Kind::Date => &[],
        Kind::Place { .. } => &[Lead::Not, Lead::Near],
        Kind::Set => &[Lead::Exactly, Lead::Without],
        Kind::Agent { .. } | Kind::Choice { .. } | Kind::YesNo => &[Lead::Not],
    };
    let led = |lead: &Lead| Some((*lead, text.strip_prefix(lead.name())?.strip_prefix(' ')?));
    let Some((lead, rest)) = leads.iter().find_map(led) else {
        return unled(kind, text, is_listed(kind, text));
    };
    // What is near is near one place.
    let inner = match lead {
        Lead::Near => unled(kind, rest.trim(), Listed::No),
        Lead::Not | Lead::Exactly | Lead::Without => unled(kind, rest.trim(), is_listed(kind, rest.trim())),
    };
    let key = Key { name: lead.name().to_owned(), at: 0..lead.name().len() };
    Raw { form: Form::Table(vec![(key, inner)]), at: 0..text.len() }
}

/// Whether commas part a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    No,
    Yes,
}

fn is_listed(kind: &Kind, text: &str) -> Listed {
    match kind {
        // A set is a list, whatever it holds, unless it holds nothing.
        Kind::Set if text.trim() == NONE => Listed::No,
        Kind::Place { .. } | Kind::Agent { .. } | Kind::Set => Listed::Yes,
        // An option may have a comma itself.
        Kind::Choice { options } if !options.ids().any(|option| option == text) => Listed::Yes,
        _ => Listed::No,
    }
}

fn unled(kind: &Kind, text: &str, listed: Listed) -> Raw {
    let of = |form: Form| Raw { form, at: 0..text.len() };
    let word = |text: &str| of(Form::Text(text.trim().to_owned()));
    let truth = if *kind == Kind::YesNo { Truth::named(text.trim()) } else { None };
    match truth {
        Some(Truth::Yes | Truth::True) => of(Form::Truth(true)),
        Some(Truth::No | Truth::False) => of(Form::Truth(false)),
        None if listed == Listed::Yes && (text.contains(',') || *kind == Kind::Set) => {
            of(Form::List(text.split(',').filter(|item| !item.trim().is_empty()).map(word).collect()))
        }
        None if listed == Listed::Yes => word(text),
        None => of(Form::Text(text.to_owned())),
    }
}
