//! An impact for the terminal.

use crate::render::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::impact::{Because, FallenClaim, Impact, Leaning, Loss, PositionLoss};
use crate::view::name::ClaimName;

/// What falls: the gravest losses first, and last the claims.
pub(crate) fn render(out: &mut String, view: &Impact, screen: Screen) {
    let of = &view.of;
    let head = Line::new(format!("{} ", of.kind)).run(Style::Heading, format!("`{}`", of.id));
    screen.line(out, head.and(format!("  {}", of.name)));
    if view.claims.is_empty() {
        screen.line(out, "nothing falls: no claim stands in it or goes through it");
        return;
    }
    heading(out, &format!("{} of {} fall", view.claims.len(), counted(view.of_claims, "claim")), screen);
    if view.claims_cut {
        screen.line(out, "more may: of the claims that may say again what falls, not all were looked at");
    }
    for loss in Loss::ALL {
        let of: Vec<&PositionLoss> =
            view.positions.iter().filter(|position| position.loss == *loss).collect();
        if !of.is_empty() {
            let title = format!("{} {}", counted(of.len(), "position"), happens(*loss, of.len()));
            heading(out, &title, screen);
        }
        for position in of {
            screen.paragraph(out, 2, loses(position));
        }
    }
    if !view.assessments.is_empty() {
        let lean = if view.assessments.len() == 1 { "leans" } else { "lean" };
        let title = format!("{} {lean} on it", counted(view.assessments.len(), "assessment"));
        heading(out, &title, screen);
    }
    for assessment in &view.assessments {
        screen.paragraph(out, 2, leans(assessment));
    }
    heading(out, "the claims that fall", screen);
    let mut reasons = Because::ALL.to_vec();
    reasons.sort_by_key(|because| because.name());
    for because in reasons {
        let claims: Vec<&FallenClaim> = view.claims.iter().filter(|claim| claim.because == because).collect();
        if !claims.is_empty() {
            screen.line(out, format!("  {because}:"));
        }
        for claim in claims {
            screen.paragraph(out, 4, format!("{}  {} ({})", claim.question, claim.words, claim.claim));
        }
    }
}

fn heading(out: &mut String, title: &str, screen: Screen) {
    out.push('\n');
    screen.line(out, Line::styled(Style::Heading, title));
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
