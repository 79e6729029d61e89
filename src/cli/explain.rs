//! `gainsay explain`: a rule's page.

use clap::Args;

use super::output::Output;
use crate::error::Error;
use crate::judge::rules;
use crate::report::layout::wrapped;
use crate::text::nearest::nearest;

/// Print a rule's page, or list all rules
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  gainsay explain\n  gainsay explain contradiction")]
pub(super) struct Arguments {
    /// The rule; left out: all, with a line each
    rule: Option<String>,
}

pub(super) fn run(arguments: &Arguments, output: &Output) -> Result<u8, Error> {
    let mut text = String::new();
    match &arguments.rule {
        None => {
            for rule in rules::ALL {
                let level = format!("{:?}", rule.level).to_lowercase();
                text.push_str(&format!("{} ({level})\n", output.paint.bold(rule.name)));
                text.push_str(&wrapped(&rule.summary(), output.width, "  "));
            }
        }
        Some(name) => {
            let rule = rules::find(name).ok_or_else(|| {
                let error = Error::said(format!("no rule is called `{name}`"));
                match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
                    Some(near) => error.hint(format!("did you mean `{near}`?")),
                    None => error.hint("`gainsay explain` lists all rules"),
                }
            })?;
            let level = format!("{:?}", rule.level).to_lowercase();
            text.push_str(&format!(
                "# {}\n\nlevel: {level}, unless gainsay.toml says otherwise\n\n",
                rule.name
            ));
            for line in rule.page.lines() {
                text.push_str(line.strip_prefix(' ').unwrap_or(line).trim_end());
                text.push('\n');
            }
        }
    }
    output.print(&text)?;
    Ok(0)
}
