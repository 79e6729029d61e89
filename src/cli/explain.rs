//! `gainsay explain`: a rule's page, or why a finding is one.

use clap::Args;

use super::exit::Exit;
use super::formats::{formats, json};
use super::looking;
use super::looking::{ForWhom, Looking};
use super::output::Output;
use super::place;
use super::place::Place;
use crate::error::{Error, ErrorKind};
use crate::judge;
use crate::judge::rules;
use crate::render::explain::render;
use crate::render::term::{Line, Style};
use crate::text::nearest;
use crate::view::explain::Explanation;

/// Print a rule's page, or why a finding is one: both quotes, both readings, and the rows that did not match
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  gainsay explain\n  gainsay explain contradiction\n  gainsay explain 1a2b3c4d\n\n\
                        A finding is named by the digits that `gainsay check` prints below it."
)]
pub(super) struct Arguments {
    /// A rule, or the first digits of a finding (at least four); left out: all rules, with a line each
    #[arg(value_name = "RULE|FINDING")]
    of: Option<String>,

    /// How to print a finding
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    looking: Looking,

    #[command(flatten)]
    for_whom: ForWhom,
}

formats! {
    Format shows Explanation {
        Human for Desk = |out, view, screen| render(out, view, screen),
        /// The versioned view
        Json for Programs = json,
    }
}

/// So many digits at least name a finding.
const FEWEST_DIGITS: usize = 4;

pub(super) fn run(arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let text = match &arguments.of {
        None => list(output),
        Some(name) => match rules::find(name) {
            Some(rule) => page(rule),
            None if is_fingerprint(name) => return finding(&name.to_lowercase(), arguments, place, output),
            None => return Err(unknown_rule(name)),
        },
    };
    output.address(&text)?;
    Ok(Exit::Clean)
}

fn list(output: &Output) -> String {
    let (mut text, screen) = (String::new(), output.screen());
    for rule in rules::ALL {
        screen.line(&mut text, Line::styled(Style::Heading, rule.name).and(format!(" ({})", rule.level)));
        screen.paragraph(&mut text, 2, rule.summary());
    }
    text
}

fn page(rule: &judge::rule::Rule) -> String {
    let mut text =
        format!("# {}\n\nlevel: {}, unless gainsay.toml says otherwise\n\n", rule.name, rule.level);
    for line in rule.page.lines() {
        text.push_str(line.strip_prefix(' ').unwrap_or(line).trim_end());
        text.push('\n');
    }
    text
}

fn unknown_rule(name: &str) -> Error {
    let error = Error::new(ErrorKind::Unknown, format!("no rule is called `{name}`"));
    match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => {
            error.hint("`gainsay explain` lists all rules; a finding is named by the digits behind its rule")
        }
    }
}

fn is_fingerprint(name: &str) -> bool {
    (FEWEST_DIGITS..=16).contains(&name.len()) && name.chars().all(|digit| digit.is_ascii_hexdigit())
}

/// The finding whose fingerprint begins with some digits, explained.
fn finding(digits: &str, arguments: &Arguments, place: &Place, output: &Output) -> Result<Exit, Error> {
    let reader = arguments.for_whom.reads(arguments.format)?;
    let audit = arguments.looking.audit(place)?.shown_to(reader);
    let view = audit.judged(place::today())?.explain(digits)?;
    output.show(arguments.format, &view, &looking::heading(&audit))?;
    Ok(Exit::Clean)
}
