//! gainsay tells fact-checkers, editors and CI whether their sources agree.
//!
//! What sources say on each question is recorded in a *dossier*: TOML files below `claims/` and `sources/`, beside a
//! `gainsay.toml`. The program `gainsay` and this library ask the same of it: which claims cannot hold together, why, and
//! how many independent origins stand behind each. Neither ever says who is right.
//!
//! # Open, judge, look
//!
//! An [`Audit`] is a dossier and how it is asked about: with whose archive, as of which day. What is wrong in its files is
//! no error; it becomes a finding.
//!
//! ```
//! use gainsay::Audit;
//!
//! let audit = Audit::open(".")?.known_on("2024-02")?;
//! assert_eq!(audit.known().unwrap().to_string(), "as of 2024-02: 4 of 5 sources; left out: 21 later assessments");
//! # Ok::<(), gainsay::Error>(())
//! ```
//!
//! [`Audit::judged`] looks at every text that is held, and from what it gives, every view is had. The day is the caller's to
//! say: an assessment may be overdue by it.
//!
//! ```
//! use gainsay::{Audit, Day};
//!
//! let audit = Audit::open(".")?;
//! let judged = audit.judged(Day::new(2024, 3, 10).unwrap())?;
//! let check = judged.check();
//! let contradictions = check.findings.iter().filter(|finding| finding.rule == "contradiction");
//! assert!(contradictions.clone().count() > 0 && contradictions.clone().all(|finding| finding.explained.is_some()));
//! assert_eq!(check.exit, 0, "nothing is amiss that nobody has explained");
//! # Ok::<(), gainsay::Error>(())
//! ```
//!
//! A [`view`] is what `--format json` prints, as typed data: [`Judged::report`], [`Judged::table`], [`Judged::compare`],
//! [`Judged::trace`] and their kin. Each is [`serde::Serialize`]; docs/schemas/ holds its JSON Schema, and keys only grow.
//!
//! ```
//! # let audit = gainsay::Audit::open(".")?;
//! # let judged = audit.judged(gainsay::Day::new(2024, 3, 10).unwrap())?;
//! let country = judged.compare(Some("tower-22/country"))?;
//! for position in &country.questions[0].positions {
//!     let claims: Vec<&str> = position.supporting.iter().map(|claim| claim.as_str()).collect();
//!     println!("{} independent origins: {}", position.independent, claims.join(", "));
//! }
//!
//! let error = judged.compare(Some("tower-22/county")).err().unwrap();
//! assert_eq!(error.kind(), gainsay::ErrorKind::Unknown);
//! assert_eq!(error.help(), Some("did you mean `tower-22/country`?"));
//! # Ok::<(), gainsay::Error>(())
//! ```
//!
//! # Read a value
//!
//! Values are compared by what their words allow, and by how readers usually take them; [`read`] gives both.
//!
//! ```
//! use gainsay::view::read::WordsRead;
//! use gainsay::{ReadAs, read};
//!
//! let WordsRead::Read { shown, .. } = read(&ReadAs::Count, "over 150") else { panic!("it can be read") };
//! assert_eq!(shown, ["151 or more", "151 to 200"]);
//! ```
//!
//! # Find a quote
//!
//! [`find`] says how a quote stands in a text: held to the byte, but for typography or with words left out, else what
//! resembles it most and where it differs. For many quotes of one text make a [`Haystack`].
//!
//! ```
//! use gainsay::{Outcome, find};
//!
//! let text = "The bridge held 34 trucks on Sunday.";
//! assert!(find(text, "held 34 trucks").is_held());
//! let Outcome::Near(near) = find(text, "held 43 trucks") else { panic!("digits differ") };
//! assert_eq!((near.differs[0].quote.as_str(), near.differs[0].text.as_str()), ("43", "34"));
//! ```
//!
//! # How it is built
//!
//! The rooms, from left to right; imports point left only:
//!
//! 1. `text`: words and places in files.
//! 2. `value`: what a claim says, read into sets that can be compared.
//! 3. `model`: a dossier as it was recorded.
//! 4. `load`: disk to dossier, with all that is wrong.
//! 5. `align`: dossier to alignment: scopes, origins, relations, positions.
//! 6. `spot`: what a text says that could be recorded.
//! 7. `judge`: alignment to findings.
//! 8. [`view`]: what is shown, as typed data.
//! 9. `render`: a view to text.
//! 10. `audit`: what a run does, once and the same for every command.
//! 11. `record`: what goes into the record, and what leaves it.
//! 12. `corpus`: cases whose answers are known, asked and counted.
//! 13. `cli`: the terminal.
//!
//! `docs/architecture.md` says what is deliberately absent, and why; `examples/` audits a dossier and holds the quotes of a
//! feed.

#![warn(missing_docs)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests read and write what they are about"))]

mod align;
mod audit;
mod capture;
mod cli;
mod corpus;
mod draft;
mod error;
#[cfg(any(test, fuzzing))]
#[doc(hidden)]
pub mod fuzzing;
mod judge;
mod load;
mod model;
#[cfg(test)]
mod pages;
mod progress;
mod record;
mod render;
mod spot;
mod text;
mod value;
pub mod view;
mod vocabulary;

pub use audit::{AsKnown, Audit, Day, Judged, JudgedPast, Levels, Part, Past, ReadAs, SideBySide, read};
#[doc(hidden)]
pub use cli::main;
pub use error::{Error, ErrorKind};
pub use progress::{Progress, Stage};
pub use text::{Absence, Difference, DifferenceKind, Haystack, Near, Needle, Outcome, OutcomeKind, find};
pub use view::withheld::Reader;

/// What the README shows of the library compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
