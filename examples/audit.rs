//! Prints the disputes of a dossier, from the library alone: of this repository's, or of the one in a folder.
//!
//! `cargo run --example audit -- [DIR]`. It ends with 1 where a dispute is open, which nobody has explained.

#![allow(clippy::print_stdout, reason = "what an example shows is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a program of its own: it asks for its arguments and the day")]

use std::error::Error;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use gainsay::view::report::Disagreement;
use gainsay::{Audit, Day};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let days = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400;
    let audit = Audit::open(folder)?;
    let report = audit.judged(Day::since_epoch(days.try_into()?))?.report();

    println!("{}: {} disputes", report.title, report.disputes.len());
    report.disputes.iter().for_each(tell);
    let open = report.disputes.iter().any(|dispute| dispute.explained.is_none());
    Ok(if open { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What is asked, who says what, why that does not go together, and what the desk says to it.
fn tell(dispute: &Disagreement) {
    println!("\n{}: {}\n  {}", dispute.rule, dispute.question, dispute.ask);
    for side in &dispute.sides {
        let speakers: Vec<&str> = side.claims.iter().map(|claim| claim.speaker.as_str()).collect();
        println!("  “{}”: {}", side.says, speakers.join(", "));
    }
    if let Some(pair) = dispute.pairs.first() {
        println!("  why: {}", pair.reason);
    }
    for position in &dispute.positions {
        let origins: Vec<String> = position.origins.iter().flatten().map(ToString::to_string).collect();
        println!("  {} independent of {}", position.independent, origins.join(", "));
    }
    match (&dispute.explained, dispute.status) {
        (Some(rationale), Some(status)) => println!("  {status}: {rationale}"),
        (Some(rationale), None) => println!("  {rationale}"),
        (None, _) => println!("  open"),
    }
}
