//! An impact for the terminal.

use std::fmt::Write;

use crate::render::term::layout::{Paint, counted, wrapped};
use crate::view::impact::{Because, FallenClaim, Impact, Leaning, Loss, PositionLoss};
use crate::view::name::ClaimName;

/// The impact for people: what falls, gravest losses first, and last the claims.
pub(crate) fn render(out: &mut String, view: &Impact, paint: Paint, width: usize) {
    let of = &view.of;
    let _ = writeln!(out, "{} {}  {}", of.kind, paint.bold(&format!("`{}`", of.id)), of.name);
    if view.claims.is_empty() {
        let _ = writeln!(out, "nothing falls: no claim stands in it or goes through it");
        return;
    }
    let title = format!("{} of {} fall", view.claims.len(), counted(view.of_claims, "claim"));
    let _ = writeln!(out, "\n{}", paint.bold(&title));
    for loss in Loss::ALL {
        let of: Vec<&PositionLoss> =
            view.positions.iter().filter(|position| position.loss == *loss).collect();
        if !of.is_empty() {
            let title = format!("{} {}", counted(of.len(), "position"), happens(*loss, of.len()));
            let _ = writeln!(out, "\n{}", paint.bold(&title));
        }
        for position in of {
            out.push_str(&wrapped(&loses(position), width, "  "));
        }
    }
    if !view.assessments.is_empty() {
        let noun = if view.assessments.len() == 1 { "leans" } else { "lean" };
        let title = format!("{} {noun} on it", counted(view.assessments.len(), "assessment"));
        let _ = writeln!(out, "\n{}", paint.bold(&title));
    }
    for assessment in &view.assessments {
        out.push_str(&wrapped(&leans(assessment), width, "  "));
    }
    let _ = writeln!(out, "\n{}", paint.bold("the claims that fall"));
    let mut reasons = Because::ALL.to_vec();
    reasons.sort_by_key(|because| because.name());
    for because in reasons {
        let claims: Vec<&FallenClaim> = view.claims.iter().filter(|claim| claim.because == because).collect();
        if !claims.is_empty() {
            let _ = writeln!(out, "  {because}:");
        }
        for claim in claims {
            let told = format!("{}  {} ({})", claim.question, claim.words, claim.claim);
            out.push_str(&wrapped(&told, width, "    "));
        }
    }
}

/// What happens to so many positions.
fn happens(loss: Loss, positions: usize) -> &'static str {
    match (loss, positions) {
        (Loss::LastOrigin, 1) => "loses its last independent origin",
        (Loss::LastOrigin, _) => "lose their last independent origin",
        (Loss::Gone, _) => "no longer said by anyone",
        (Loss::Weaker, 1) => "has fewer origins left",
        (Loss::Weaker, _) => "have fewer origins left",
    }
}

fn loses(position: &PositionLoss) -> String {
    let told = format!("{}  {}", position.question, position.says);
    let independent = &position.independent;
    let before = counted(independent.before, "independent origin");
    match position.loss {
        Loss::Gone => told,
        Loss::LastOrigin | Loss::Weaker => format!("{told}: {} of {before} left", independent.after),
    }
}

fn leans(assessment: &Leaning) -> String {
    let told = format!("{} ({}): {}", assessment.question, assessment.status, assessment.rationale);
    let preferred: Vec<&str> = assessment.preferred.iter().map(ClaimName::as_str).collect();
    if preferred.is_empty() { told } else { format!("{told}; it prefers {}", preferred.join(", ")) }
}
