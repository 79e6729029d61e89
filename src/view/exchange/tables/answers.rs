//! How different answers on one question stand, where their ends do not say it.

use super::asked::{AnswerForm, Asked, Distinct};
use super::column::table_row;
use super::whole::Tables;
use crate::value::shape::Side;

table_row! {
    /// Two answers.
    AnswersRow as "answers" sorted by 3 {
        question: &'a str,
        a: i64,
        b: i64,
        hard: bool,
        soft: bool,
        within: bool,
        around: bool,
        same: bool,
        a_rounds: bool,
        b_rounds: bool,
    }
}

// Growth: with the answers of a question times those of them that are told one by one.
pub(super) fn answers<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(AnswersRow<'_>)) {
    let dossier = tables.exchange.dossier();
    let kin = &dossier.kin;
    for question in tables.questions() {
        let asked = Asked::new(tables, question);
        let is_loose = |answer: &Distinct| answer.form == AnswerForm::Loose;
        for (a, x) in (1..).zip(&asked.answers) {
            for (b, y) in (1..).zip(&asked.answers).filter(|(_, y)| is_loose(x) || is_loose(y)) {
                let (x, y) = (x.shape, y.shape);
                give(AnswersRow {
                    question: dossier.questions.name(question),
                    a,
                    b,
                    hard: x.shares(y, Side::Hard, kin),
                    soft: x.shares(y, Side::Soft, kin),
                    within: x.within(y, kin),
                    around: y.within(x, kin),
                    same: x.same(y, kin),
                    a_rounds: x.rounds_to(y),
                    b_rounds: y.rounds_to(x),
                });
            }
        }
    }
}
