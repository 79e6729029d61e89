//! The closed vocabularies that views show: each an enum with the words that stand in files and in JSON.

pub use crate::align::impact::Because;
pub use crate::align::relation::{Class, Kind, Which};
pub use crate::capture::{FileKind, PagePart, ToldBy};
pub use crate::judge::standing::Standing;
pub use crate::load::keys::Referent;
pub use crate::model::Level;
pub use crate::model::claim::{Modality, Status};
pub use crate::model::question::{Dimension, OverTime};
pub use crate::model::source::{Distance, How, Reliability, SourceKind};
pub use crate::text::OutcomeKind;
pub use crate::text::scripts::{Strength, WhyAlike};
pub use crate::value::types::Type;
