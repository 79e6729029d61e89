//! `propose_claim`: a claim that waits below `claims/unreviewed/` until somebody signs it.

use std::collections::BTreeMap;

use crate::cli::mcp::given::{ArgumentForm, Parameter, Presence, takes};
use crate::cli::mcp::tool::{Reach, Tool, ToolCall};
use crate::cli::{place, writer};
use crate::error::Error;
use crate::record::columns::Columns;
use crate::record::forms::{RowForm, rows};
use crate::record::plan::{HeldTo, OnRefusal, Taking};
use crate::record::propose::{Proposed, proposed};
use crate::record::row::RowKey;
use crate::view::added::{RowFate, TakenRow};
use crate::view::mcp::propose_claim::ProposedClaim;
use crate::view::withheld::Reader;

pub(super) static TOOL: Tool = Tool {
    name: "propose_claim",
    title: "Propose a claim",
    about: "Proposes one claim: what a source answers to a question of the record, with the words of the source that carry it. It is refused, \
            with the reasons, unless the quote stands in the archived text, the value reads and stands in the quote, and the speaker stands \
            near it. What is not refused is written below claims/unreviewed/, where it takes no part until a person signs it. Nothing that \
            is recorded is changed, and no question, source or agent is made.",
    reach: Reach::Proposes,
    takes: parameters,
    answers: include_str!("../../../../docs/schemas/mcp-propose-claim.json"),
    run,
};

/// What a claim that is proposed cannot do without.
const MUST: [&str; 3] = ["source", "question", "quote"];

/// The keys of a claim, as the format has them.
fn parameters() -> Vec<Parameter> {
    let parameter = |key: RowKey| {
        let name = key.name();
        let need = if MUST.contains(&name.as_str()) { Presence::Must } else { Presence::May };
        takes(name, ArgumentForm::OfClaim, need, key.about())
    };
    RowKey::all().map(parameter).collect()
}

fn run(call: &ToolCall<'_, '_>) -> Result<String, Error> {
    let audit = call.record.judged.audit();
    let read = rows(&audit.dossier, &call.given.json(), Some(RowForm::Jsonl), &Columns::default())?;
    let Some(row) = read.rows.into_iter().next() else {
        let refused = TakenRow::new(0, RowFate::Refused).because(read.refused);
        return call.answer(vec![ProposedClaim::new(refused, None)]);
    };
    let taking = Taking {
        on_refusal: OnRefusal::Refuse,
        held_to: HeldTo::Evidence,
        remark: None,
        today: place::today(),
        reader: Reader::Anyone,
    };
    let Proposed { row, file } = proposed(audit, row, taking)?;
    let path = file.as_ref().map(|(path, _)| path.clone());
    if let Some((path, text)) = file {
        writer::record(call.record.root(), &BTreeMap::from([(path, text)]))?;
    }
    call.answer(vec![ProposedClaim::new(row, path)])
}
